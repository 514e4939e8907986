"""What Swedish words mean to each other: base forms, kin, opposites, and stance."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import Stemmer

from drafter.text.memory import Memory
from drafter.text.quantities import NUMBER_WORDS

_STEMMER = Stemmer.Stemmer("swedish")

_SHELF = 3
"""How many letters synonyms are sorted by; stemming leaves the first three as they are."""

_WORDS = 20_000
"""So many words are remembered: those of some dozens of reports."""

_LEAST = 3
"""How many letters the parts of a compound have at least."""


class Word(NamedTuple):
    """A word as the checks see it.

    ``kin`` are the groups of words that may stand for it, its own stem among them; ``opposite``
    the kin of words that turn its meaning; ``tags`` what it does to a statement (``nekande``,
    ``mangd.3``); ``light`` tells that it carries no content of its own, ``frame`` that it belongs
    to reports as such and needs no support: *framhöll*, *ärendet*.
    """

    text: str
    stem: str
    kin: frozenset[str]
    opposite: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    light: bool = False
    frame: bool = False

    @property
    def told(self) -> str:
        """The word, or the phrase that is one, as a person writes it."""
        return self.text.replace("_", " ")


@dataclass(slots=True)
class Vocabulary:
    """The word data, and what has been made of each word so far.

    ``inflections`` maps forms to base forms (a leading hyphen: the end of a compound),
    ``synonyms`` are groups, ``opposites`` pairs, ``stance`` lists of words by tag (a trailing
    asterisk: any ending; a leading hyphen: any beginning), ``light`` the words without content
    and ``frame`` those that need no support.
    """

    inflections: Mapping[str, str]
    synonyms: tuple[tuple[str, ...], ...]
    opposites: tuple[tuple[str, str], ...]
    stance: Mapping[str, tuple[str, ...]]
    light: frozenset[str]
    frame: tuple[str, ...] = ()
    _tails: frozenset[str] = field(init=False)
    _words: Memory[str, Word] = field(default_factory=lambda: Memory(_WORDS))
    _groups: dict[str, set[str]] = field(default_factory=dict)
    _turned: dict[str, set[str]] = field(default_factory=dict)
    _alike: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    _unlike: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    _opened: set[str] = field(default_factory=set)
    _tags: dict[str, set[str]] = field(default_factory=dict)
    _openings: dict[str, set[str]] = field(default_factory=dict)
    _endings: dict[str, set[str]] = field(default_factory=dict)
    _framing: set[str] = field(default_factory=set)
    _phrases: re.Pattern[str] = field(default_factory=lambda: re.compile(r"(?!)"))

    def __post_init__(self) -> None:
        ends = (form for form in self.inflections if form.startswith("-"))
        self._tails = frozenset(form[-_LEAST:] for form in ends)
        for number, group in enumerate(self.synonyms):
            for base in self._bases(group):
                self._alike.setdefault(base[:_SHELF], []).append((base, f"#{number}"))
        for pair in self.opposites:
            for one, other in (pair, pair[::-1]):
                self._unlike.setdefault(self._base(one)[:_SHELF], []).append((one, other))
        self._framing.update(map(self.stem, self.frame))
        self._read_stance()

    def _bases(self, words: Iterable[str]) -> list[str]:
        """The base forms of the words that carry content, phrases word by word."""
        parts = " ".join(words).split()
        return [self._base(part) for part in parts if part not in self.light or len(parts) == 1]

    def _open(self, shelf: str) -> None:
        """Stem the synonyms and opposites that begin so: most letters no text ever asks for.

        Two threads that do it at once do the same.
        """
        for base, group in self._alike.get(shelf, ()):
            self._groups.setdefault(_stemmed(base), set()).add(group)
        for one, other in self._unlike.get(shelf, ()):
            self._turned.setdefault(self.stem(one), set()).add(self.stem(other))
        self._opened.add(shelf)

    def _kin(self, stem: str) -> set[str]:
        """The groups that a stem is in."""
        if stem[:_SHELF] not in self._opened:
            self._open(stem[:_SHELF])
        return self._groups.get(stem, set())

    def _read_stance(self) -> None:
        phrases = []
        for tag, words in self.stance.items():
            for word in words:
                joined = word.replace(" ", "_")
                if " " in word:
                    phrases.append(re.escape(word).replace(r"\*", r"\w*"))
                if word.startswith("-"):
                    self._endings.setdefault(joined[1:], set()).add(tag)
                elif word.endswith("*"):
                    self._openings.setdefault(joined[:-1], set()).add(tag)
                else:
                    self._tags.setdefault(joined, set()).add(tag)
        if phrases:
            self._phrases = _any_of(phrases)

    def joined(self, text: str) -> str:
        """A lower-case text whose stance phrases are one word each: ``de_flesta``."""
        return self._phrases.sub(lambda match: match[0].replace(" ", "_"), text)

    def stem(self, word: str) -> str:
        """What the forms of a word have in common; irregular ones by the word data."""
        return _stemmed(self._base(word))

    def _base(self, word: str) -> str:
        base = self.inflections.get(word)
        if base is None:
            base = word
            # most words end like no compound that is known
            last = len(word) - _LEAST if word[-_LEAST:] in self._tails else 0
            for cut in range(_LEAST, last + 1):
                if ending := self.inflections.get(f"-{word[cut:]}"):
                    base = word[:cut] + ending[1:]
                    break
        return base

    def word(self, word: str) -> Word:
        """All that is known of a lower-case word."""
        known = self._words.get(word)
        if known is None:
            known = self._words.keep(word, self._look_up(word))
        return known

    def _look_up(self, word: str) -> Word:
        stem = self.stem(word)
        parts = [self.word(part) for part in word.split("_") if part] if "_" in word[1:] else []
        tags = set(self._tags.get(word, ()))
        for at in range(len(word) + 1):
            tags.update(self._openings.get(word[:at], ()), self._endings.get(word[at:], ()))
        kin = self._kin(stem)
        turned = self._turned.get(stem, set())
        opposite = turned.union(*map(self._kin, turned))
        return Word(
            text=word,
            stem=stem,
            kin=frozenset({stem} | kin).union(*(part.kin for part in parts if not part.light)),
            opposite=frozenset(opposite),
            tags=frozenset(tags),
            light=word in self.light or "_" in word or len(word) < 3 or word in NUMBER_WORDS,
            frame=stem in self._framing,
        )


def _stemmed(base: str) -> str:
    return str(_STEMMER.stemWord(base))


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of some phrases, the longest first; those with the same first word are tried as one."""
    beginnings: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), key=lambda one: (-len(one), one)):
        first, blank, rest = phrase.partition(r"\ ")
        beginnings.setdefault(first, []).append(blank + rest)
    either = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in beginnings.items())
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")
