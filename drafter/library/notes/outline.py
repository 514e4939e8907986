"""Numbers in levels: ``1. Bakgrund`` with its points ``1.1`` and ``1.2``, and no clock times."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.library.notes.rows import EMPHASIS_RANK, WORD_LEVEL, Mark, Row, count_at, without_count
from drafter.library.notes.titles import is_title

LONGEST = 8
"""A heading with a number has at most so many words."""

FEW = 4
"""One that heads no points, in an outline where others do, has at most so many."""

# Not before an amount ("1.1 mkr") or a month; what is numbered begins with a letter.
_POINT = re.compile(
    r"(?P<path>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?\s+(?=[^\W\d_]|[\"”(\[])"
    r"(?!(?:[mtk]?kr|mnkr|kkr|mdr|milj\w*|miljarder|tusen|kronor|euro|procent|proc|enh|h|tim|timm\w*"
    r"|min|minuter|dag|dagar|v|veckor|mån|månader|år|km|mil|m|kvm|ha|ton|kg|gånger|ggr|x|st|pers"
    r"|jan|feb|mars|apr|april|maj|juni?|juli?|aug|sept?|okt|nov|dec)\b)",
    re.IGNORECASE,
)


def settle_outline(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Make bullets of the points of an outline, and headings of the lines that they stand under.

    Numbers with a point are those of an outline only where they count from one: ``3.1`` under
    ``3 Övrigt``, ``1.1`` before ``1.2``. Everything else is a time, a date or an amount.
    """
    points = _points(rows)
    if not points:
        return tuple(rows)
    heads = _heads(rows, points)
    return tuple(
        _headed(row) if row.number in heads else _pointed(row, row.number in points) for row in rows
    )


def _points(rows: Sequence[Row]) -> frozenset[int]:
    """The numbers of the rows that are points of an outline."""
    paths = {row.number: _path(row) for row in rows}
    noted = set(paths.values())
    known: set[tuple[int, ...]] = set()
    found: set[int] = set()
    for row in rows:
        path = paths[row.number]
        if not path:
            known.add((row.count or count_at(row),))
            continue
        *above, last = path
        starts = last == 1 and (tuple(above) in known or (*above, 2) in noted)
        if starts or (last > 1 and (*above, last - 1) in known):
            known.add(path)
            found.add(row.number)
    return frozenset(found)


def _path(row: Row) -> tuple[int, ...]:
    """``(3, 1)`` for a plain row that opens with ``3.1``."""
    found = _POINT.match(row.text) if row.is_plain else None
    return tuple(map(int, found["path"].split("."))) if found else ()


def _heads(rows: Sequence[Row], points: frozenset[int]) -> frozenset[int]:
    """The rows with a number of one figure that head points, or are named as headings are."""
    heads = set()
    for row, after in pairwise(rows):
        numbered = not row.rank and (row.count or count_at(row))
        if not numbered or not is_title(row.text, LONGEST):
            continue
        is_first = after.number in points and _path(after)[:2] == (numbered, 1)
        if is_first or (_is_named(row) and not (after.rank or after.count or count_at(after))):
            heads.add(row.number)
    return frozenset(heads)


def _is_named(row: Row) -> bool:
    """Whether a numbered row may be a heading by its own words: ``2. Samverkan``."""
    text = row.text[len(str(count_at(row))) :].strip() if count_at(row) else row.text
    return text[:1].isupper() and is_title(text, FEW)


def _headed(row: Row) -> Row:
    bare = without_count(row) if count_at(row) else row
    return replace(bare, mark=Mark.PLAIN, rank=EMPHASIS_RANK)


def _pointed(row: Row, is_point: bool) -> Row:
    """A point without its number; each level below the first stands deeper."""
    if not is_point:
        return row
    deeper = WORD_LEVEL * (len(_path(row)) - 2)
    text = _POINT.sub("", row.text, count=1)
    return replace(row, text=text, mark=Mark.NUMBER, indent=row.indent + deeper)
