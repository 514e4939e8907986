"""The lexicon: the words of notes, and the words that a report uses instead."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from drafter.text.entries import Entry, Kind
from drafter.text.masking import Masked, mask, unmask
from drafter.text.matching import Hit, Index, find_forms, index_of, replace_forms
from drafter.text.memory import Memory
from drafter.text.neighbours import Beside

_TEXTS = 2000
"""So many lines are remembered: some dozens of reports."""

__all__ = ["Beside", "Entry", "Kind", "Lexicon"]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All entries, in the order of the word list; where two fit equally well the first wins."""

    entries: tuple[Entry, ...]
    abbreviations: frozenset[str] = field(init=False, repr=False, compare=False)
    _index: Index = field(init=False, repr=False, compare=False)
    _expanded: Memory[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_expanded", Memory(_TEXTS))
        object.__setattr__(self, "abbreviations", frozenset(_abbreviations(self.entries)))
        object.__setattr__(self, "_index", index_of(self.entries))

    def expand(self, text: str) -> str:
        """The text with formal words for those of notes; applied again it changes nothing.

        Quotations, addresses, case numbers and English titles are left as they are.
        """
        known = self._expanded.get(text)
        if known is None:
            masked = mask(text)
            known = unmask(Masked(self.replace(masked.text), masked.spans))
            self._expanded.keep(text, known)
        return known

    def find(self, text: str) -> Iterator[Hit]:
        """Where the words of notes stand in a text, each with the formal word."""
        for hit in find_forms(text, self._index):
            if text[hit.start : hit.end] != hit.text:
                yield hit

    def replace(self, text: str) -> str:
        """The same for a text whose protected parts are already masked."""
        return replace_forms(text, self._index)


def _abbreviations(entries: Iterable[Entry]) -> Iterable[str]:
    """What may stand before a point that ends no sentence, in lower case, without the point."""
    for entry in entries:
        note = entry.note.removesuffix("(.)").removesuffix(".")
        if note != entry.note:
            yield note.rpartition(" ")[2].lower()
