"""Markdown and plain text as paragraphs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from drafter.library.lines import fences, is_fence, split_lines
from drafter.library.manuscript.blocks import REMARKS, Block, lines_of
from drafter.library.manuscript.inline import read_spans

_HEADING = re.compile(r" {0,3}(?:(#{1,6})[ \t]+|(#{2,6}))(?=[^#\s])")
_UNDERLINE = re.compile(r" {0,3}(?:(=+)|-{2,})\s*")
_QUOTE = re.compile(r" {0,3}>\s?")
_ITEM = re.compile(r"\s*([-*+•·▪◦‣–—]|\(?\d{1,3}[.)]|[a-z]\))\s+(?=\S)")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:")
_BAR = re.compile(r"(?<!\\)\|")

_DRAWN = frozenset("|:-+=*_ \t")
"""What lines that only draw consist of: rules between sections and between rows of a table."""

_LONGEST_UNDERLINED = 200
"""How long a line may be and still be a heading when a line is drawn under it, in characters."""


class _Kind(Enum):
    """What a line is by itself."""

    BLANK = auto()
    HEADING = auto()
    UNDERLINE = auto()
    QUOTE = auto()
    ITEM = auto()
    TABLE = auto()
    TEXT = auto()


class _Row(NamedTuple):
    """A line: what it is, and its text without the ``mark`` that makes it that.

    ``level`` is that of a heading, or that which a drawn line gives to the one above it.
    """

    number: int
    kind: _Kind
    text: str = ""
    level: int = 0
    mark: str = ""


def read_markdown(text: str) -> tuple[Block, ...]:
    """The paragraphs of a Markdown or plain text, in order.

    A heading has ``#`` before it or a line drawn under it; each cell of a table is a block of its
    own. Remarks that drafter itself has set are left out, as are comments and footnotes.
    """
    lines = split_lines(_without_comments(text))
    fenced = {number for start, end in fences(lines) for number in range(start + 1, end)}
    rows = (
        _Row(at, _Kind.TEXT, line) if at in fenced else _read(at, line)
        for at, line in enumerate(lines, 1)
    )
    return tuple(block for group in _groups(rows) for block in _blocks(group))


def _without_comments(text: str) -> str:
    """The text around HTML comments; one that is never closed is kept, for somebody to see."""
    parts, place = [], 0
    while (start := text.find("<!--", place)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts.append(text[place:start])
        place = end + len("-->")
    return "".join((*parts, text[place:]))


def _read(number: int, line: str) -> _Row:
    if underline := _UNDERLINE.fullmatch(line):
        return _Row(number, _Kind.UNDERLINE, line, level=1 if underline[1] else 2)
    if _DRAWN.issuperset(line) or is_fence(line) or _FOOTNOTE.match(line):
        return _Row(number, _Kind.BLANK)
    if quote := _QUOTE.match(line):
        return _Row(number, _Kind.QUOTE, line[quote.end() :])
    return _heading(number, line) or _table(number, line) or _item(number, line)


def _heading(number: int, line: str) -> _Row | None:
    found = _HEADING.match(line)
    if found is None:
        return None
    text = line[found.end() :].rstrip(" \t#")
    return _Row(number, _Kind.HEADING, text, level=len(found[1] or found[2]))


def _table(number: int, line: str) -> _Row | None:
    found = line.lstrip().startswith("|") or " | " in line
    return _Row(number, _Kind.TABLE, line) if found else None


def _item(number: int, line: str) -> _Row:
    """A list item, unless it holds a heading; a line without the mark of one is just text."""
    found = _ITEM.match(line)
    if found is None:
        return _Row(number, _Kind.TEXT, line)
    text = line[found.end() :]
    return _heading(number, text) or _Row(number, _Kind.ITEM, text, mark=found[0])


def _groups(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    """The lines that make one paragraph each."""
    group: list[_Row] = []
    for row in rows:
        if group and _continues(group, row):
            group.append(row)
            continue
        if group:
            yield group
        group = [row]
    if group:
        yield group


def _continues(group: Sequence[_Row], row: _Row) -> bool:
    first, last = group[0], group[-1]
    match row.kind:
        case _Kind.TEXT:
            return last.kind in (_Kind.TEXT, _Kind.ITEM)
        case _Kind.QUOTE:
            return first.kind is _Kind.QUOTE
        case _Kind.ITEM:
            return last.kind is _Kind.TEXT and _is_wrapped(last.text, row.mark.strip())
        case _Kind.UNDERLINE:
            return len(group) == 1 and first.kind is _Kind.TEXT and _is_title(first.text, row)
        case _:
            return False


def _is_wrapped(before: str, mark: str) -> bool:
    """Whether what looks like a list item is the rest of a sentence: ``den / 3. maj``."""
    ended = before.rstrip().endswith((".", "!", "?", ":", ";"))
    return not ended and (mark in ("–", "—") or mark.strip("(.)") not in ("", *"-*+•·▪◦‣1a"))


def _is_title(text: str, underline: _Row) -> bool:
    """Whether a line of text is a heading; hyphens may also just part it from what follows."""
    if len(text) > _LONGEST_UNDERLINED:
        return False
    return underline.level == 1 or not text.rstrip().endswith((".", "!", "?", ","))


def _blocks(group: Sequence[_Row]) -> Iterator[Block]:
    first, *others = group
    if first.kind in (_Kind.BLANK, _Kind.UNDERLINE):
        return
    if first.kind is _Kind.TABLE:
        yield from _cells(first)
        return
    more = (f"\n{row.mark}{row.text}" for row in others if row.kind is not _Kind.UNDERLINE)
    text = "".join((first.text, *more))
    if first.kind is _Kind.QUOTE and text.strip(" *_\n").startswith(REMARKS):
        return
    if lines := lines_of(read_spans(text)):
        level = max(row.level for row in group)
        yield Block(lines, level, item=first.kind is _Kind.ITEM)


def _cells(row: _Row) -> Iterator[Block]:
    for cell in _BAR.split(row.text):
        if lines := lines_of(read_spans(cell)):
            yield Block(lines, row=row.number)
