"""One row of the lexicon: a form that notes have, and the form that a report has instead."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from drafter.text.neighbours import Beside

STRUCK = "(stryk)"
"""The formal form of a word that is only taken out."""


class Kind(StrEnum):
    """What sort of word an entry is about; the values are those of the word list."""

    SHORTENED = "förkortning"
    SMALL = "småord"
    TITLE = "titel"
    MEASURE = "mått"
    PLACE = "ort"
    ACRONYM = "akronym"
    DAY = "tid"
    EMPHASIS = "betoning"
    JUDGEMENT = "värdering"
    VERB = "verb"
    PARTICLE = "partikel"
    AMOUNT = "kvantitet"
    SPOKEN = "talspråk"
    ANGLICISM = "anglicism"
    PHRASE = "uttryck"
    SPELLING = "skrivregel"
    GUARD = "skydd"


class Entry(NamedTuple):
    """A note form and its formal form.

    ``note`` may end in ``(.)`` (a point that some write), end in a hyphen (the first part of a
    compound: ``erf.-``) or begin with one (the last part: ``-konf(.)``). An entry that is not
    ``safe`` is advice for a person or a model, with alternatives parted by `` / ``; code never
    applies it. Two equal forms guard a phrase from shorter entries.
    """

    note: str
    formal: str
    kind: Kind
    beside: Beside = Beside()
    safe: bool = True
    remark: str = ""

    @property
    def strikes(self) -> bool:
        """Whether the word is only taken out."""
        return self.formal == STRUCK

    @property
    def opens(self) -> bool:
        """Whether it is the first part of a compound."""
        return self.note.endswith("-")

    @property
    def closes(self) -> bool:
        """Whether it is the last part of a compound."""
        return self.note.startswith("-")

    def spellings(self) -> Iterator[tuple[str, str]]:
        """Each way to write the note form, with its formal form; genitives included."""
        bare = self.note.removeprefix("-").removesuffix("(.)")
        if self.opens:
            yield bare.removesuffix("-") if bare.endswith(".-") else bare, self.formal
            return
        if self.note.endswith("(.)"):
            yield f"{bare}.", self.formal
        yield bare, self.formal
        if self.kind in _INFLECTED and bare[-1].isalpha() and not self.closes:
            yield f"{bare}:s", genitive(self.formal)
        if self.kind is Kind.PLACE:
            yield f"{bare}s", genitive(self.formal)


_INFLECTED = frozenset({Kind.PLACE, Kind.SHORTENED, Kind.TITLE, Kind.ACRONYM})


def genitive(word: str) -> str:
    """``Stockholms``, ``Helsingfors``: a name that ends in s, x or z takes no more."""
    return word if word[-1] in "sxz" else f"{word}s"
