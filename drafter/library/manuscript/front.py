"""What stands before the first section of a finished text: its title and its header."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from drafter.library.manuscript.blocks import REMARKS, is_missing, is_prose
from drafter.library.manuscript.header_lines import is_header_line, read_header
from drafter.library.manuscript.outline import Piece
from drafter.nouns import Field, HeaderValue, ReportType

_LONGEST_TITLE = 250
"""How long a title may be, in characters."""


class Front(NamedTuple):
    """A text parted at its first section.

    ``level`` is that of the title, 0 when it is no real heading. ``text`` is the prose before
    the first section, ``body`` all pieces from there on.
    """

    title: str
    level: int
    values: tuple[HeaderValue, ...]
    text: tuple[Piece, ...]
    body: tuple[Piece, ...]


class _Signs(NamedTuple):
    """What a report type's front matter is known by: its fields, and how its title begins."""

    fields: tuple[Field, ...]
    opening: str

    def title_in(self, piece: Piece) -> tuple[str, ...]:
        """The lines of a piece that are a title by how they begin; none if it has none."""
        if self._opens(piece.text) and not is_prose(piece.text) and not self._mixes(piece):
            return piece.lines
        return next(((line,) for line in piece.lines if self._opens(line)), ())

    def is_header(self, piece: Piece) -> bool:
        """Whether a piece begins with a line of the header."""
        return is_header_line(piece.lines[0], self.fields)

    def _mixes(self, piece: Piece) -> bool:
        return any(is_header_line(line, self.fields) for line in piece.lines)

    def _opens(self, text: str) -> bool:
        rest = text[:_LONGEST_TITLE].casefold().removeprefix(self.opening)
        opens = len(rest) < len(text) and not rest[:1].isalnum()
        return opens and len(text) <= _LONGEST_TITLE


def read_front(pieces: Sequence[Piece], report_type: ReportType) -> Front:
    """Title and header, told from the sections after them.

    The title is a line that begins as the type's titles do, else a real heading over all
    sections, else a line that stands out. A text without sections is all text but its header.
    """
    opening = report_type.title.partition("{")[0].strip().casefold()
    signs = _Signs(report_type.header_fields, opening)
    place = _title_place(pieces, signs)
    title = () if place is None else signs.title_in(pieces[place]) or pieces[place].lines
    start = _first_section(pieces, signs, 0 if place is None else place + 1)
    lines = [line for piece in pieces[:start] for line in piece.lines if line not in title]
    rest = {line for line in lines if not is_header_line(line, signs.fields)}
    return Front(
        title="" if is_missing(" ".join(title)) else " ".join(title),
        level=0 if place is None else pieces[place].level,
        values=read_header([line for line in lines if not is_prose(line)], signs.fields),
        text=tuple(_text(pieces[:start], rest, keep_all=start == len(pieces))),
        body=tuple(pieces[start:]),
    )


def _title_place(pieces: Sequence[Piece], signs: _Signs) -> int | None:
    """Which piece is the title, or holds it."""
    end = next((at for at, piece in enumerate(pieces) if _is_body(piece, signs)), len(pieces))
    places = [at for at in range(end) if not _is_set_by_form(pieces[at], signs)]
    named = [at for at in places if signs.title_in(pieces[at])]
    real = [at for at in places if pieces[at].level]
    striking = [at for at in places if pieces[at].markup and not _has_text(pieces, at)]
    over_all = [at for at in real[:1] if at in striking or _is_highest(pieces, at)]
    named.sort(key=lambda at: at not in real)
    return next(iter((*named, *over_all, *striking)), None)


def _is_set_by_form(piece: Piece, signs: _Signs) -> bool:
    """Whether a piece is a line of the header, or says that the text is a draft."""
    header = signs.is_header(piece) and not signs.title_in(piece)
    return header or piece.text.startswith(REMARKS)


def _is_body(piece: Piece, signs: _Signs) -> bool:
    """Whether no title comes so late: a section has begun, or the text has."""
    prose = piece.markup is None and is_prose(piece.text) and not signs.title_in(piece)
    return piece.heading is not None or prose


def _has_text(pieces: Sequence[Piece], at: int) -> bool:
    """Whether prose or a list follows a heading directly."""
    following = pieces[at + 1 : at + 2]
    return any(piece.item or (piece.markup is None and is_prose(piece.text)) for piece in following)


def _is_highest(pieces: Sequence[Piece], at: int) -> bool:
    return all(piece.level > pieces[at].level for piece in pieces[at + 1 :] if piece.level)


def _first_section(pieces: Sequence[Piece], signs: _Signs, start: int) -> int:
    """Where the first section begins; what only looks like a heading must have text under it."""
    for at in range(start, len(pieces)):
        piece = pieces[at]
        if signs.is_header(piece) or piece.markup is None:
            continue
        if piece.heading or piece.level or _has_text(pieces, at):
            return at
    return len(pieces)


def _text(pieces: Sequence[Piece], rest: AbstractSet[str], *, keep_all: bool) -> Iterator[Piece]:
    """The paragraphs of prose among the front matter; ``rest`` are the lines of no header."""
    for piece in pieces:
        left = piece._replace(lines=tuple(line for line in piece.lines if line in rest))
        if piece.markup is None and left.lines and (keep_all or is_prose(left.text)):
            yield left
