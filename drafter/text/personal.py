"""Find the numbers and addresses that point at a person, by shape, valid or mistyped."""

from collections.abc import Iterator
from typing import NamedTuple

from drafter.text.folding import Folded, fold
from drafter.text.personal_shapes import SHAPES, PersonalKind, Written

__all__ = ["Personal", "PersonalKind", "find_personal"]


class Personal(NamedTuple):
    """A part of a text that points at a person."""

    start: int
    end: int
    kind: PersonalKind


def find_personal(text: str, folded: Folded | None = None) -> tuple[Personal, ...]:
    """Personal numbers, telephones, addresses, accounts and the like, from left to right.

    What two shapes fit is what the first of them says. ``folded`` saves folding the text again.
    """
    found: list[Personal] = []
    for one in sorted(_matches(text, folded or fold(text)), key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return tuple(found)


def _matches(text: str, folded: Folded) -> Iterator[Personal]:
    for shape in SHAPES:
        for match in shape.pattern.finditer(folded.text):
            start, end = folded.original(*match.span("it"))
            if shape.holds(Written(match, text[start:end])):
                yield Personal(start, end, shape.kind)
