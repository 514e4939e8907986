"""Where every note line goes before a word is written."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a line is set aside; the words of the coverage table."""

    HEADER = "huvud"
    HEADING = "rubrik"
    INSTRUCTION = "instruktion"
    PRIVATE = "privat"
    SENSITIVE = "kanslig"
    SECRECY = "sekretess"
    IRRELEVANT = "ovidkommande"
    DUPLICATE = "dubblett"

    @property
    def told(self) -> str:
        """The reason as a person reads it."""
        return "känslig" if self is Reason.SENSITIVE else self.value


@dataclass(frozen=True, slots=True)
class Aside:
    """A line, or the part ``text`` of a line, that is knowingly kept out of the report."""

    line: int
    reason: Reason
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the notes leave open and a person must settle."""

    lines: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class HeaderValue:
    """A value of the header or the title.

    ``value`` is empty where it is missing. ``line`` is the note line and ``row`` the row of the
    participant list that it was taken from; both are 0 when it comes from ``rapport.toml``.
    ``rival`` is another value for the same field, from the notes or, for a finished text, from
    ``rapport.toml``.
    """

    field: str
    value: str
    line: int = 0
    row: int = 0
    rival: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """The note lines of one section, in the order of the notes."""

    heading: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is known before writing: header values, placed lines, and what is kept out and why."""

    values: tuple[HeaderValue, ...]
    placements: tuple[Placement, ...]
    asides: tuple[Aside, ...]
    unplaced: tuple[int, ...]

    def lines_for(self, heading: str) -> tuple[int, ...]:
        """The lines placed under a heading; empty when the notes are silent about it."""
        found = (one.lines for one in self.placements if one.heading == heading)
        return next(found, ())
