"""Stretches of the rows of a file, and what is to stand there instead."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A text in the place of a stretch of a row, all counted from 0; an empty stretch adds it."""

    row: int
    start: int
    end: int
    text: str


def by_row(edits: Iterable[Edit], rows: Sequence[str]) -> Mapping[int, Sequence[Edit]]:
    """The edits of each row in order.

    Raises:
        ValueError: two of them overlap, or one lies outside its row.
    """
    found: dict[int, list[Edit]] = defaultdict(list)
    for edit in sorted(edits):
        if not (0 <= edit.row < len(rows) and 0 <= edit.start <= edit.end <= len(rows[edit.row])):
            raise ValueError(f"outside the text: {edit}")
        found[edit.row].append(edit)
    for before, after in (pair for row in found.values() for pair in pairwise(row)):
        if after.start < before.end:
            raise ValueError(f"overlapping: {before} and {after}")
    return found


def replaced(text: str, edits: Iterable[Edit]) -> str:
    """A text with the edits made that are meant for it, which are in order."""
    parts, place = [], 0
    for edit in edits:
        parts += [text[place : edit.start], edit.text]
        place = edit.end
    return "".join((*parts, text[place:]))


def edited_rows(rows: Sequence[str], edits: Iterable[Edit]) -> tuple[str, ...]:
    """All rows with the edits made.

    Raises:
        ValueError: two of them overlap, or one lies outside its row.
    """
    made = by_row(edits, rows)
    return tuple(replaced(row, made.get(number, ())) for number, row in enumerate(rows))
