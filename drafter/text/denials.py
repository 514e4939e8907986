"""What a Swedish text denies: the words that deny, and the words that each of them reaches."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drafter.text.clauses import Clause
from drafter.text.kinship import akin
from drafter.text.vocabulary import Word

SURE = frozenset({"nekande", "utan_nekande"})
"""The tags of words that always deny."""

VAGUE = frozenset({"utan", "halvnekande"})
"""The tags of words that deny only sometimes: they may answer a denial, and demand no answer."""

_AFTER = 3
_BEFORE = 2
"""How many words of content a denial reaches on each side, within its clause."""


class Denial(NamedTuple):
    """One word that denies, ``sure`` or not, and the words of content that it reaches."""

    word: Word
    focus: tuple[Word, ...]
    sure: bool

    def meets(self, other: "Denial") -> bool:
        """Whether two denials are about the same thing."""
        return any(akin(one, two) for one in self.focus for two in other.focus)


def find_denials(clauses: Iterable[Clause]) -> Iterator[Denial]:
    """The denials of some clauses in order."""
    for clause in clauses:
        for at, word in enumerate(clause.words):
            if (SURE | VAGUE) & word.tags:
                before = [one for one in clause.words[:at] if not one.light]
                after = [one for one in clause.words[at + 1 :] if not one.light]
                focus = (*before[-_BEFORE:], *after[:_AFTER])
                yield Denial(word, focus, bool(SURE & word.tags))
