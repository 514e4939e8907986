"""From one telegraphic note to the best sentence that rules can make of it.

No figure, name or negation changes and nothing is added. What cannot be made better by rule stays
as it was noted: a person, or a model, goes on from here.
"""

from typing import NamedTuple

from drafter.text import casing, figures, symbols
from drafter.text.instructions import (
    doubts,
    instructions,
    is_instruction,
    is_private,
    is_signature,
    without_instructions,
)
from drafter.text.lexicon import Lexicon
from drafter.text.masking import Masked, mask, requoted, unmask

__all__ = [
    "Formal",
    "doubts",
    "formal",
    "instructions",
    "is_instruction",
    "is_private",
    "is_signature",
]


class Formal(NamedTuple):
    """A note in formal words; ``removed`` is what it said to its writer, verbatim."""

    text: str
    removed: tuple[str, ...] = ()


def formal(text: str, lexicon: Lexicon) -> Formal:
    """A note item, its lines joined by spaces, as formal text; empty if it says nothing.

    Instructions to the writer are taken out, abbreviations and signs written out, and each
    sentence gets its capital and its full stop. Quotations stay verbatim within ``”…”``.
    """
    note = symbols.clean(text)
    removed = instructions(note)
    if removed:
        note = symbols.clean(without_instructions(note))
    masked = mask(note)
    body = _spell(masked.text, lexicon)
    body = casing.capitalise(body, lexicon.abbreviations)
    return Formal(casing.end(unmask(requoted(Masked(body, masked.spans)))), removed)


def _spell(body: str, lexicon: Lexicon) -> str:
    """Signs, figures and words written out, in the order in which they depend on each other."""
    for step in (
        symbols.read_cells,
        symbols.drop_ornaments,
        symbols.spell_arrows,
        figures.spell_figures,
        symbols.spell_signs,
        symbols.calm_marks,
        casing.calm_capitals,
        lexicon.replace,
        figures.count_in_letters,
        symbols.calm_marks,
        figures.group_figures,
    ):
        body = step(body)
    return body
