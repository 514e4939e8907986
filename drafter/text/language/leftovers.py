"""Words that belong in notes and have been left in a report: the lexicon read as a rule."""

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.text.language.rules import Document, Remark
from drafter.text.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Leftovers:
    """The entries of a part of the lexicon; words in ``allowed``, in lower case, may stay."""

    lexicon: Lexicon
    allowed: frozenset[str]

    def __call__(self, document: Document) -> Iterator[Remark]:
        """The places where a word of notes stands, with what the lexicon has for it."""
        for number, passage in enumerate(document.passages):
            for hit in () if passage.is_heading else self.lexicon.find(passage.open):
                if passage.open[hit.start : hit.end].lower() not in self.allowed:
                    yield Remark(number, hit.start, hit.end, hit.text)
