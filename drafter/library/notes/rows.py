"""The physical lines of the notes, each with the marks of its layout taken off.

A line that holds nothing but drawing (``-----``, a fence, the rule of a table, an empty bullet)
counts as a blank one. Whatever carries a letter or a digit becomes a row.
"""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from drafter.library.lines import fences, split_lines
from drafter.library.notes.titles import is_title

TAB = 4
"""Columns between tab stops."""

WORD_LEVEL = 2
"""Columns that Word's second bullet, ``o`` and a tab, stands for: it is pasted without indent."""

EMPHASIS_RANK = 7
"""The rank of a heading in bold, decoration or capitals: below all those with a level."""


class Mark(Enum):
    """What a row shows of its place in the layout by itself."""

    PLAIN = auto()
    BULLET = auto()
    NUMBER = auto()
    VERBATIM = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the notes that says something.

    ``rank`` is 0 for what is no heading, else from 1, the highest. ``indent`` is in columns,
    ``width`` the length of the physical line, ``block`` the run of lines between blank ones,
    from 1, and ``count`` the figure of an item's or a heading's number (``1. Bakgrund``).
    """

    number: int
    text: str
    mark: Mark = Mark.PLAIN
    rank: int = 0
    indent: int = 0
    width: int = 0
    block: int = 1
    count: int = 0

    @property
    def is_plain(self) -> bool:
        """Whether nothing marks it: it is neither heading, bullet nor verbatim."""
        return self.mark is Mark.PLAIN and not self.rank

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list, with a bullet or a number."""
        return self.mark in (Mark.BULLET, Mark.NUMBER) and not self.rank


_DRAWING = re.compile(r"[\s\-=*_~–—•·#|:+>`\[\]]*")
_UNDERLINE = re.compile(r"\s*(?:(=+)|-{3,})\s*")

# "> 50 deltagare" says more than fifty; only before words is the sign that of a quotation.
_QUOTATION = re.compile(r"(?:>\s?)+(?=[^\s\d=>])")
_HEADING = re.compile(r"(?:(#{1,6})\s+|(##{1,5}))(.*?)(?:\s+#+)?")
_DECORATED = re.compile(r"(-{2,}|={2,}|~{2,}|\*{3,})\s*([^-=~*\s](?:.*[^-=~*\s])?)\s*\1")
_BOLD = re.compile(r"(\*\*|__)(?!\s)((?:(?!\1).)+)(?<!\s)\1:?")

# A marker needs its space, except before a letter ("-kort möte"). "o" is a bullet only as Word
# pastes it, with a tab: otherwise it is short for "och". U+F0B7 and U+F0A7 are Word's own dots.
_BULLET = re.compile(r"(?:--?|[–—*+•·‣▪■●○◦□➢➤✓✔\uf0b7\uf0a7])\s+|[-–•·●▪](?=[^\W\d_])|o\t\s*")
_CHECKBOX = re.compile(r"(?:\[[ xX]?\]|[☐☑☒])\s*")
_NO_MONTH = (
    r"(?!(?:jan|januari|febr?|februari|mars|apr|april|maj|juni?|juli?|aug|augusti|sept?|september|"
    r"okt|oktober|nov|november|dec|december)\b)"
)
_NUMBER = re.compile(rf"\(?(?:\d{{1,2}}[.)]|(?:[a-z]|[ivx]{{2,4}})\))\s+{_NO_MONTH}", re.IGNORECASE)
_FIGURE = re.compile(r"\(?(\d{1,2})[.) ]")
_COUNT = re.compile(rf"(\d{{1,2}}):?\s+{_NO_MONTH}(?=[^\W\d_])", re.IGNORECASE)


def read_rows(text: str) -> tuple[Row, ...]:
    """Every line of the notes that carries more than drawing, in order."""
    lines = split_lines(text)
    fenced = {number for start, end in fences(lines) for number in range(start, end + 1)}
    rows: list[Row] = []
    block, opened = 0, False
    for number, (line, following) in enumerate(zip(lines, [*lines[1:], ""], strict=True), 1):
        if _DRAWING.fullmatch(line):
            opened = False
            continue
        block, opened = block + (not opened), True
        row = _verbatim(line) if number in fenced else _read(line, following)
        rows.append(replace(row, number=number, width=len(line.rstrip()), block=block))
    return tuple(rows)


def bold_title(text: str) -> str:
    """What stands in bold when that is all there is and it can be a heading; else empty."""
    found = _BOLD.fullmatch(text)
    return found[2] if found and is_title(found[2]) else ""


def count_at(row: Row) -> int:
    """The bare number that a plain row opens with, as in ``1 testa``; 0 for none."""
    found = _COUNT.match(row.text) if row.is_plain else None
    return int(found[1]) if found else 0


def without_count(row: Row) -> Row:
    """The item that a row is when its bare number turns out to be a marker."""
    return replace(row, text=_COUNT.sub("", row.text, count=1), mark=Mark.NUMBER)


def _verbatim(line: str) -> Row:
    return Row(0, line.strip(), Mark.VERBATIM)


def _read(line: str, following: str) -> Row:
    """A row without its number; ``following`` is the next line, which may underline it."""
    body = line.strip()
    if quotation := _QUOTATION.match(body):
        body = body[quotation.end() :]
    if body.startswith("|"):
        return _verbatim(line)
    indent = len(line[: len(line) - len(line.lstrip())].expandtabs(TAB))
    if text := _item(body):
        mark = Mark.NUMBER if _NUMBER.match(body) else Mark.BULLET
        deeper = WORD_LEVEL if body.startswith("o\t") else 0
        return Row(0, text, mark, indent=indent + deeper, count=_figure(body))
    title, rank = _title(body, following)
    return Row(0, title or body, rank=rank, indent=indent, count=_figure(title) if rank else 0)


def _figure(body: str) -> int:
    found = _FIGURE.match(body)
    return int(found[1]) if found else 0


def _item(body: str) -> str:
    """The text after a bullet, number or box; empty where there is none, or nothing after it."""
    marker = _BULLET.match(body) or _NUMBER.match(body)
    text = body[marker.end() :] if marker else body
    box = _CHECKBOX.match(text)
    text = text[box.end() :] if box else text
    return text if marker or box else ""


def _title(body: str, following: str) -> tuple[str, int]:
    """The text and rank of a heading by ``#``, decoration, bold letters or underlining."""
    if (found := _HEADING.fullmatch(body)) and found[3]:
        return bold_title(found[3]) or found[3], len(found[1] or found[2])
    if title := bold_title(body):
        return title, EMPHASIS_RANK
    if not is_title(body):
        return "", 0
    if found := _DECORATED.fullmatch(body):
        return found[2], EMPHASIS_RANK
    return body, _underlined(body, following)


def _underlined(body: str, following: str) -> int:
    """1 for a line of equals signs, 2 for one of hyphens, which under a label only parts it."""
    under = _UNDERLINE.fullmatch(following)
    if under and under[1]:
        return 1
    return 2 if under and ": " not in body else 0
