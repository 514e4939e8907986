"""A text as paragraphs, whatever kind of file it came from."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drafter.nouns import missing

REMARKS = ("UTKAST", "Ej språkbearbetad")
"""How the remarks begin that drafter itself sets in a document; they are not the report's text."""

_MISSING = missing("").removesuffix("]")
_ENDED = re.compile(r"[.!?…][”\"’'»)]*(?: ?\[[^\[\]]*\])*$")


class Span(NamedTuple):
    """A piece of a paragraph in one typeface; a line break in it is a line feed."""

    text: str
    bold: bool = False
    underlined: bool = False


class TextLine(NamedTuple):
    """One line of a paragraph, with single spaces; its first ``bold`` characters are bold."""

    text: str
    bold: int = 0
    underlined: bool = False

    @property
    def lead(self) -> str:
        """What stands in bold at its beginning."""
        return self.text[: self.bold]

    @property
    def rest(self) -> str:
        """What follows the bold beginning, without the colon or dash between them."""
        return self.text[self.bold :].lstrip(" :.–-")

    @property
    def wholly_bold(self) -> bool:
        """Whether all of it is bold, but perhaps for a colon or a period at its end."""
        return self.bold > 0 and not self.rest


class Block(NamedTuple):
    """A paragraph, heading, list item or table cell.

    ``level`` is that of a real heading (1 is the highest), 0 for other text; ``row`` is the same
    number for all cells of a table's row, and 0 outside tables.
    """

    lines: tuple[TextLine, ...]
    level: int = 0
    item: bool = False
    row: int = 0

    @property
    def text(self) -> str:
        """Its lines as one."""
        return " ".join(line.text for line in self.lines)


def lines_of(spans: Iterable[Span]) -> tuple[TextLine, ...]:
    """The lines of a paragraph; those without text are left out."""
    lines = (_line(spans) for spans in _broken(spans))
    return tuple(line for line in lines if line.text)


def _broken(spans: Iterable[Span]) -> Iterator[list[Span]]:
    line: list[Span] = []
    for span in spans:
        first, *others = span.text.split("\n")
        line.append(Span(first, span.bold, span.underlined))
        for text in others:
            yield line
            line = [Span(text, span.bold, span.underlined)]
    yield line


def _line(spans: list[Span]) -> TextLine:
    whole = "".join(span.text for span in spans)
    visible = [span for span in spans if span.text.strip()]
    return TextLine(
        text=_single_spaced(whole),
        bold=len(_single_spaced(whole[: _bold_lead(spans)])),
        underlined=bool(visible) and all(span.underlined for span in visible),
    )


def _bold_lead(spans: list[Span]) -> int:
    """How many characters there are to the end of the bold type; marks alone do not end it."""
    length = lead = 0
    for span in spans:
        length += len(span.text)
        if span.bold:
            lead = length
        elif span.text.strip(" \t:.–-"):
            break
    return lead


def _single_spaced(text: str) -> str:
    return " ".join(text.split())


_GAP = re.compile(rf"{re.escape(_MISSING)}[^\]]*\]")
"""What drafter writes where something is not known."""


def is_missing(text: str) -> bool:
    """Whether a text only says that something is not known, as drafter says it."""
    return text.startswith(_MISSING) and text.find("]") == len(text) - 1


def is_prose(text: str) -> bool:
    """Whether a text is a sentence rather than a name, a label or a line of an address."""
    told = _GAP.sub("", text)
    return len(told.split()) >= 5 and _ENDED.search(told) is not None
