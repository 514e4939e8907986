"""What is known of names in general, and of the words that are none."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from drafter.text.entries import Kind
from drafter.text.lexicon import Lexicon
from drafter.text.name_forms import Nicknames
from drafter.text.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 50
"""A longer run of letters is nobody's name, and not worth taking apart."""

_PARTED = 4
"""The shortest word that tells a compound by its end: ``-chef``, ``-myndigheten``."""


@dataclass(slots=True)
class Ordinary:
    """The words that are nobody's name: all that the vocabulary and the lexicon hold.

    They are put together when the first word is asked for, which most commands never do.
    ``words`` reads the vocabulary.
    """

    words: Callable[[], Vocabulary]
    lexicon: Lexicon
    _words: frozenset[str] = frozenset()
    _stems: frozenset[str] = frozenset()

    @property
    def vocabulary(self) -> Vocabulary:
        """All that is known of words."""
        return self.words()

    def knows(self, word: str) -> bool:
        """Whether a lower-case word is ordinary, as it is, inflected or in a compound."""
        if len(word) > _LONGEST:
            return True
        if not self._words:
            self._words = frozenset(self._all())
            self._stems = frozenset(self.vocabulary.stem(one) for one in self._words if one[2:])
        ends = (word[cut:] for cut in range(_PARTED, len(word) - _PARTED + 1))
        return self._has(word) or any(map(self._is_head, ends))

    def _is_head(self, word: str) -> bool:
        """Whether a word tells what a compound is: a role, a body, or a thing of any report."""
        known = self.vocabulary.word(word)
        return (known.frame or "sagesman" in known.tags) and self._has(word)

    def _has(self, word: str) -> bool:
        return word in self._words or self.vocabulary.stem(word) in self._stems

    def _all(self) -> Iterator[str]:
        """Every word of the word data, but the places."""
        entries = (one for one in self.lexicon.entries if one.kind is not Kind.PLACE)
        texts = (
            *(form.strip("-") for pair in self.vocabulary.inflections.items() for form in pair),
            *(word for group in self.vocabulary.synonyms for word in group),
            *(word for group in self.vocabulary.stance.values() for word in group),
            *(f"{one.note} {one.formal}" for one in entries),
            *self.vocabulary.light,
        )
        return (word for text in texts for word in _WORD.findall(text.lower()))


@dataclass(frozen=True, slots=True)
class NameWords:
    """Common names, and words with a capital that are none, all in lower case.

    ``wordlike`` are names that are just as often something else (``Dag``, ``Berg``, ``Lund``);
    ``others`` are places, makes and words of English titles; ``known`` all names.
    """

    given: frozenset[str]
    surnames: frozenset[str]
    wordlike: frozenset[str]
    others: frozenset[str]
    acronyms: frozenset[str]
    nicknames: Nicknames
    ordinary: Ordinary
    known: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", self.given | self.surnames)

    def is_given(self, word: str) -> bool:
        """Whether a word, each part of it if it has hyphens, is a first name or a pet name."""
        return all(part in self.given for part in word.removesuffix("s").split("-")) or all(
            part in self.given for part in word.split("-")
        )

    def is_surname(self, word: str) -> bool:
        """Whether a word is a common surname, or ends as only surnames do, or a part of it is."""
        parts = word.split("-")
        return any(part in self.surnames or _SURNAME.search(part) for part in (word, *parts))

    def sounds_like_place(self, word: str) -> bool:
        """Whether a word ends as places and surnames do, and is no place that is known."""
        others = (word, word.removesuffix("s"))
        return bool(_PLACE.search(word)) and not any(one in self.others for one in others)

    def is_nobody(self, word: str) -> bool:
        """Whether a word names a place, a body or a thing."""
        if word in self.others or word.removesuffix("s") in self.others:
            return True
        return word in self.acronyms or (word not in self.known and bool(_BODY.search(word)))


_SURNAME = re.compile(
    r"\w{3}(?:sson|[^s]sen|qvist|kvist|quist|gren|stedt|stierna|hielm|dóttir|dotter|ström|feldt"
    r"|crantz|ović|ević|owski|ewski|iainen|önen|onen|unen|berg|dahl|blad|hjelm)$"
    r"|^(?:o'|mc|al-)\w{3}"
)
_PLACE = re.compile(r"\w{2}(?:stad|köping|borg|sund|viken|vik|hamn|holmen|ö)$")
_BODY = re.compile(
    r"(?:verket|myndighet\w*|styrelsen|nämnden|nämnd|kommun\w*|stad|staden|region\w*|länet|län"
    r"|departement\w*|bolaget|bolag|gruppen|konsult\w*|banken|rådet|utskottet|beredningen"
    r"|förbundet|partiet|universitet\w*|högskola\w*|museet|museum|förvaltning\w*|kontoret|roteln"
    r"|gatan|vägen|torget|huset|hallen|fjärden|köping|borg|sund|viken|vik|hamn|holmen|ö)$"
)


def folded(words: Iterable[str]) -> frozenset[str]:
    """Words in lower case."""
    return frozenset(word.casefold() for word in words)
