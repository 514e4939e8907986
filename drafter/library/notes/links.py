"""How the lines of the notes hang together: under a heading, under a bullet, or as one item."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from drafter.library.notes.rows import Row
from drafter.library.notes.wrapping import reads_on, wrapped_rows


def headings_above(rows: Sequence[Row]) -> dict[int, int]:
    """For each row the number of the heading that it stands under, 0 for none.

    For a heading that is the nearest one of a higher rank, so that one can climb.
    """
    above: dict[int, int] = {}
    open_: list[Row] = []
    for row in rows:
        while row.rank and open_ and open_[-1].rank >= row.rank:
            open_.pop()
        above[row.number] = open_[-1].number if open_ else 0
        if row.rank:
            open_.append(row)
    return above


def continuations(rows: Sequence[Row]) -> dict[int, int]:
    """For each wrapped row the number of the first row of its item."""
    wrapped = wrapped_rows(rows)
    items = {row.number: row for row in rows}
    starts: dict[int, int] = {}
    for before, row in pairwise(rows):
        start = starts.get(before.number, before.number)
        directly = row.number == before.number + 1 and row.is_plain and not before.rank
        if directly and (row.number in wrapped or _goes_on(items[start], before, row)):
            starts[row.number] = start
    return starts


def _goes_on(item: Row, before: Row, row: Row) -> bool:
    """Whether a plain row continues the list item that the row before it belongs to."""
    if not item.is_item or row.indent < item.indent:
        return False
    return row.indent > item.indent or reads_on(before.text, row.text)


def parents(rows: Sequence[Row], wrapped: Mapping[int, int]) -> dict[int, int]:
    """For each row the number of the less indented one that it is nested under, 0 for none.

    Under a bullet one step is two columns, as in Markdown; under plain text any step is one, but
    not across a blank line.
    """
    found: dict[int, int] = {}
    open_: list[Row] = []
    for row in rows:
        open_ = [] if row.rank else [one for one in open_ if _stays_open(one, row)]
        if row.rank or row.number in wrapped:
            continue
        found[row.number] = open_[-1].number if open_ else 0
        open_.append(row)
    return found


def _stays_open(outer: Row, row: Row) -> bool:
    if outer.is_item:
        return row.indent >= outer.indent + 2
    return row.indent > outer.indent and row.block == outer.block
