"""How the lines of the notes hang together: under a heading, under a bullet, or as one item."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from drafter.library.notes.rows import Mark, Row
from drafter.library.notes.titles import is_label

NARROWEST, WIDEST = 60, 120
"""The columns at which people, and their e-mail programs, wrap lines."""

_ENDED = re.compile(r".*[.!?:;…|][\"”’)\]*]*")
_OPEN = re.compile(
    r".*(?:[,/&-]|(?<![^\W_])(?:och|o|samt|eller|el\.|i|på|av|för|till|med|m\.|om|att|som|den|det|"
    r"de|ett|en|från|vid|under|mellan|hos|mot|än|t\.ex\.|bl\.a\.))",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")


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
    widths = block_widths(rows)
    items = {row.number: row for row in rows}
    starts: dict[int, int] = {}
    for before, row in pairwise(rows):
        start = starts.get(before.number, before.number)
        directly = row.number == before.number + 1 and row.is_plain and not before.rank
        if directly and _goes_on(items[start], before, row, widths[row.block]):
            starts[row.number] = start
    return starts


def block_widths(rows: Sequence[Row]) -> dict[int, int]:
    """The length of the longest line of each block."""
    widths: dict[int, int] = {}
    for row in rows:
        widths[row.block] = max(row.width, widths.get(row.block, 0))
    return widths


def is_wrapped(before: Row, row: Row, width: int) -> bool:
    """Whether a line was broken only because ``width`` columns were full, inside a sentence."""
    fits = before.width + 1 + len(row.text.split()[0]) <= width
    full = NARROWEST <= before.width <= WIDEST and not fits and before.block == row.block
    return full and _reads_on(before.text, row.text)


def _goes_on(item: Row, before: Row, row: Row, width: int) -> bool:
    """Whether a plain row continues the row before it, which belongs to ``item``."""
    if item.mark is Mark.VERBATIM:
        return False
    if item.is_item and row.indent > item.indent:
        return True
    if item.is_item and row.indent == item.indent and _reads_on(before.text, row.text):
        return True
    return is_wrapped(before, row, width)


def _reads_on(before: str, text: str) -> bool:
    """Whether two texts are one sentence, as far as the end of one and the start of next tell."""
    if is_label(text) or _CLOCK.match(text):
        return False
    if _OPEN.fullmatch(before):
        return True
    unclosed = before.count("(") > before.count(")")
    return not _ENDED.fullmatch(before) and (unclosed or text[0].islower())


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
