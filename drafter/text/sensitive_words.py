"""The word lists of one kind of secret, and the search for them in a folded sentence."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import chain
from typing import NamedTuple

from drafter.text.sensitive_kinds import SensitiveKind

NEAR = 60
"""So many characters from a word stand what it is about: some eight words of Swedish."""

CLOSE = 25
"""So near before a word stands somebody whom it is about, whatever else the sentence says."""

_SIGNS = {"TAL": r"\d[\d -]*", "VARDE": r"(?:[:=]+ ?|är )\S+"}
_BOTH = " + "


class WordList(NamedTuple):
    """The words of one kind, as ``kansligt.toml`` writes them.

    ``always`` hit anywhere, ``about`` near a person only; ``silent`` near a hit tell that it is
    about a subject.
    """

    always: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


class Somebody(NamedTuple):
    """A place where a sentence means a person; ``speaks`` if only as the one who says it."""

    start: int
    end: int
    speaks: bool = False


class KindSearch(NamedTuple):
    """The search for one kind: single words, words near people, and pairs of words.

    ``firsts`` are the first words of the ``pairs``. What most texts never need is made when asked
    for.
    """

    kind: SensitiveKind
    always: re.Pattern[str]
    about: re.Pattern[str]
    firsts: re.Pattern[str]
    pairs: Callable[[], tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]]
    silent: Callable[[], re.Pattern[str]]
    is_personal: bool

    @classmethod
    def of(cls, kind: SensitiveKind, words: WordList, parties: tuple[str, ...]) -> "KindSearch":
        """The search that some lists describe."""
        signs = {**_SIGNS, "PARTI": f"(?:{'|'.join(map(re.escape, parties))})"}
        pairs = tuple(one.split(_BOTH) for one in words.always if _BOTH in one)

        def made() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
            return tuple((pattern_of([a], signs), pattern_of([b], signs)) for a, b in pairs)

        return cls(
            kind=kind,
            always=pattern_of((one for one in words.always if _BOTH not in one), signs),
            about=pattern_of(words.about, signs),
            firsts=pattern_of((a for a, _ in pairs), signs),
            pairs=cache(made),
            silent=cache(partial(pattern_of, words.silent, signs)),
            is_personal=bool(words.about),
        )

    def hits(self, sentence: str, people: tuple[Somebody, ...]) -> Iterator[tuple[int, int]]:
        """The spans of a folded sentence that are sensitive, with those whom it means."""
        for span in self._spans(sentence):
            if not self._is_subject(sentence, span, people):
                yield span
        for match in self.about.finditer(sentence):
            span = match.span()
            near = any(_distance(span, (one.start, one.end)) <= NEAR for one in people)
            if near and not self._is_subject(sentence, span, people):
                yield span

    def matches(self, sentence: str) -> bool:
        """Whether any of the words is there at all: a quick look."""
        return bool(self.about.search(sentence)) or any(self._spans(sentence))

    def _spans(self, sentence: str) -> Iterator[tuple[int, int]]:
        singles = (match.span() for match in self.always.finditer(sentence))
        paired = (
            match.span()
            for first, second in (self.pairs() if self.firsts.search(sentence) else ())
            if first.search(sentence) and second.search(sentence)
            for match in chain(first.finditer(sentence), second.finditer(sentence))
        )
        return chain(singles, paired)

    def _is_subject(
        self, sentence: str, span: tuple[int, int], people: tuple[Somebody, ...]
    ) -> bool:
        """Whether a word nearby tells that a hit is about a subject, and about nobody."""
        if self.is_personal and any(_is_close(one, span) for one in people):
            return False
        return bool(self.silent().search(sentence, max(0, span[0] - NEAR), span[1] + NEAR))


def _is_close(person: Somebody, span: tuple[int, int]) -> bool:
    return not person.speaks and 0 <= span[0] - person.end <= CLOSE


def _distance(one: tuple[int, int], other: tuple[int, int]) -> int:
    """How many characters lie between two spans; 0 when they touch."""
    return max(one[0] - other[1], other[0] - one[1], 0)


def pattern_of(entries: Iterable[str], signs: Mapping[str, str] = _SIGNS) -> re.Pattern[str]:
    """Any of some entries as a whole word or phrase; nothing when there are none."""
    phrases = [_phrase(entry, signs) for entry in entries]
    if not phrases:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(phrases, key=len, reverse=True))})(?!\w)")


def _phrase(entry: str, signs: Mapping[str, str]) -> str:
    parts = [signs.get(word) or _word(word) for word in entry.split()]
    return " +".join(parts).replace(rf" +{signs['VARDE']}", rf" *{signs['VARDE']}")


def _word(word: str) -> str:
    return r"\w+" if word == "*" else re.escape(word).replace(r"\*", r"\w*")
