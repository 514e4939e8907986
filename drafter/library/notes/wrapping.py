"""Which lines go on in the next one only because a column was full.

Whoever wraps text breaks a line where the next word would not fit, so the lines of a wrapped
block are full, measured against the longest. Thoughts noted one a line leave room at random.
Since short blocks may look full by chance, the words must say so too.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from drafter.library.notes.rows import Mark, Row
from drafter.library.notes.titles import is_label

NARROWEST, WIDEST = 32, 120
"""The columns at which people, and their programs, wrap lines; the longest is often shorter."""

ENOUGH = 3
"""So many full lines in wrapped blocks tell the column of the whole file."""

MANY = 6
"""So many lines on end are not full by chance."""

SLACK = 8
"""Columns that the longest line of a block may differ by from those of its file: a word."""

_ENDED = re.compile(r".*[.!?:;…|][\"”’)\]*]*")
_ENDS = re.compile(r"[.!?…][\"”’)\]*]*(?: +|$)")
_OPEN = re.compile(
    r".*(?:[,/&-]|(?<![^\W_])(?:och|o|samt|eller|el\.|i|på|av|för|till|med|m\.|om|att|som|den|det|"
    r"de|ett|en|från|vid|under|mellan|hos|mot|än|genom|både|varken|ur|åt|sin|sitt|sina|vars|"
    r"t\.ex\.|bl\.a\.|kl\.|s\.k\.|dvs\.|ca))",
    re.IGNORECASE,
)
_TIED = re.compile(r"(?:som|samt|eller|att|vilket|vilka|vars|eftersom|för att|så att)\b")
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")


class _Break(NamedTuple):
    """The break between a line and the plain line directly below it.

    ``proven`` tells that the words show one sentence on both sides of it.
    """

    before: Row
    row: Row
    proven: bool

    @property
    def is_inside(self) -> bool:
        """Whether it looks as if it were inside a sentence."""
        return reads_on(self.before.text, self.row.text)

    def is_full(self, width: int) -> bool:
        """Whether the next word would not have fitted before that column."""
        fits = self.before.width + 1 + len(self.row.text.split()[0]) <= width
        return self.before.width <= width and not fits


class _Block(NamedTuple):
    """The breaks of a block and the width of the longest line beside them."""

    breaks: tuple[_Break, ...]
    width: int

    @property
    def is_wrapped(self) -> bool:
        """Whether the breaks inside sentences are full, and the words prove enough of them.

        One in four proven will do where half are full; where all are, one in ten, or none
        when they are too many to be so by chance.
        """
        if not NARROWEST <= self.width <= WIDEST:
            return False
        inside = [one for one in self.breaks if one.is_inside]
        full = [one for one in inside if one.is_full(self.width)]
        proven = sum(one.proven for one in full)
        if len(full) == len(inside):
            return len(full) >= MANY or 0 < len(full) <= 10 * proven
        return proven > 0 and 4 * proven >= len(full) and 2 * len(full) >= len(inside)

    def is_flush_at(self, column: int) -> bool:
        """Whether every break inside a sentence is full at about the column of the whole file."""
        inside = [one for one in self.breaks if one.is_inside]
        near = self.width <= column + SLACK
        return near and all(one.is_full(max(column, self.width)) for one in inside)

    def wrapped_rows(self, column: int) -> Iterator[int]:
        """The numbers of the rows that continue the row before them, at that column or its own."""
        column = max(column, self.width)
        for one in self.breaks:
            if one.is_full(column) and (one.is_inside or not _is_new(one)):
                yield one.row.number


def wrapped_rows(rows: Sequence[Row]) -> frozenset[int]:
    """The numbers of the plain rows that go on with the row before them.

    A file is often mixed, so each block is judged by its own lines. A block too short to judge
    follows the column of those that are wrapped for certain.
    """
    blocks = [_block(tuple(group)) for _, group in groupby(rows, key=lambda row: row.block)]
    sure = [block for block in blocks if block.is_wrapped]
    column = max((block.width for block in sure), default=0)
    full = sum(one.is_full(block.width) for block in sure for one in block.breaks)
    found: set[int] = set()
    for block in blocks:
        if block.is_wrapped:
            found.update(block.wrapped_rows(0))
        elif full >= ENOUGH and block.is_flush_at(column):
            found.update(block.wrapped_rows(column))
    return frozenset(found)


def reads_on(before: str, text: str) -> bool:
    """Whether two texts are one sentence, as far as the end of one and the start of next tell."""
    if is_label(text) or _CLOCK.match(text):
        return False
    return _is_open(before) or (not _ENDED.fullmatch(before) and text[0].islower())


def _is_open(text: str) -> bool:
    return bool(_OPEN.fullmatch(text)) or (
        not _ENDED.fullmatch(text) and text.count("(") > text.count(")")
    )


def _is_new(one: _Break) -> bool:
    """Whether the row begins something, however full the line before it is."""
    text = one.row.text
    ended = _ENDED.fullmatch(one.before.text) or is_label(text) or _CLOCK.match(text)
    return bool(ended) or not text[0].isalnum()


def _block(rows: Sequence[Row]) -> _Block:
    stretches = [stretch for stretch in _stretches(rows) if len(stretch) > 1]
    width = max((row.width for stretch in stretches for row in stretch), default=0)
    return _Block(tuple(one for stretch in stretches for one in _breaks(stretch)), width)


def _stretches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Each row that may begin an item, with the plain rows directly below it."""
    stretch: list[Row] = []
    for row in rows:
        if stretch and row.is_plain:
            stretch.append(row)
            continue
        yield stretch
        stretch = [] if row.rank or row.mark is Mark.VERBATIM else [row]
    yield stretch


def _breaks(stretch: Sequence[Row]) -> Iterator[_Break]:
    """The breaks of a stretch; a whole sentence across one, or open words beside it, prove it."""
    last_end = max((at for at, row in enumerate(stretch) if _ENDS.search(row.text)), default=0)
    capital, begins = False, True
    for at, (before, row) in enumerate(pairwise(stretch), 1):
        capital = _began_with_capital(before.text, capital, begins)
        begins = bool(_ENDED.fullmatch(before.text))
        whole = capital and row.text[0].islower() and at <= last_end
        yield _Break(before, row, whole or _is_open(before.text) or bool(_TIED.match(row.text)))


def _began_with_capital(text: str, capital: bool, begins: bool) -> bool:
    """Whether the sentence at the end of a line began with a capital.

    ``capital`` tells the same of the sentence that the line goes on with, unless it begins one.
    """
    *_, last = _ENDS.split(text.rstrip(".!?…"))
    if begins or last != text.rstrip(".!?…"):
        return last.lstrip('"”(«»')[:1].isupper()
    return capital
