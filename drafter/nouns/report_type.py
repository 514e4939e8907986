"""What a report must hold: its header fields, its title and its headings."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


def missing(label: str) -> str:
    """What stands in a document where something is not known: said, never left out."""
    return f"[uppgift saknas: {label}]"


class FieldPlace(StrEnum):
    """Where a header value is printed."""

    HEADER = "huvud"
    TITLE = "titel"


class FieldKind(StrEnum):
    """How a header value is recognised in notes and brought to its exact form."""

    TEXT = "text"
    DATE = "datum"
    PERIOD = "period"
    MEETING = "sammantrade"
    PERSON = "person"
    EVENT = "evenemang"


@dataclass(frozen=True, slots=True)
class Field:
    """One value of the header block or of the title.

    ``display`` is how the header prints it (``Dnr. {varde}``), ``pattern`` the regular
    expression that a correct value matches in full, ``example`` such a value, and ``cues`` the
    regular expressions that find a value in notes, in a group named ``varde``.
    """

    id: str
    label: str
    place: FieldPlace = FieldPlace.HEADER
    kind: FieldKind = FieldKind.TEXT
    required: bool = True
    display: str = "{varde}"
    bold: bool = False
    pattern: str = ""
    example: str = ""
    cues: tuple[str, ...] = ()

    def show(self, value: str) -> str:
        """The header line for a value; a missing one is said, never left out."""
        return self.display.format(varde=value or self.placeholder)

    @property
    def placeholder(self) -> str:
        """What stands in the document where the value is missing."""
        return missing(self.label)


class HeadingKind(StrEnum):
    """Who fills a heading's section."""

    TEXT = "text"
    PARTICIPANTS = "deltagare"
    GROUP = "grupp"


@dataclass(frozen=True, slots=True)
class Heading:
    """One mandatory or optional heading, in the exact wording that the report prints.

    ``level`` is 2 for a main heading and 3 for one under it (1 is the title). A heading of kind
    ``GROUP`` has no text of its own, ``PARTICIPANTS`` is filled from the list by code. ``aliases``
    are other names people give it, ``cues`` regular expressions that show that a line belongs
    there, ``guide`` what the section should say, ``band`` its usual length in words (low, high;
    0: no bound) and ``empty`` the sentence it carries when the notes are silent.
    """

    id: str
    title: str
    level: int = 2
    kind: HeadingKind = HeadingKind.TEXT
    required: bool = True
    aliases: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    guide: str = ""
    band: tuple[int, int] = (0, 0)
    empty: str = ""


@dataclass(frozen=True, slots=True)
class ReportType:
    """A report type as its folder under ``prompts/`` describes it.

    ``title`` is a pattern over the title fields (``Reserapport {evenemang} …``) and ``register``
    how the text should sound, told to the model. ``aliases`` are other names of the type.
    """

    id: str
    name: str
    title: str
    fields: tuple[Field, ...]
    headings: tuple[Heading, ...]
    register: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def is_free(self) -> bool:
        """Whether it is no type at all: a text that has no headings to be held to."""
        return not self.headings

    def heading(self, heading_id: str) -> Heading | None:
        """The heading with that id."""
        return next((one for one in self.headings if one.id == heading_id), None)

    def title_line(self, values: Mapping[str, str]) -> str:
        """The finished title; a missing value is said in its place."""
        known = {one.id: values.get(one.id) or one.placeholder for one in self.fields}
        return self.title.format(**known)

    @property
    def header_fields(self) -> tuple[Field, ...]:
        """The fields of the header block, in printing order."""
        return tuple(field for field in self.fields if field.place is FieldPlace.HEADER)

    @property
    def written(self) -> tuple[Heading, ...]:
        """The headings whose sections are written from the notes."""
        return tuple(one for one in self.headings if one.kind is HeadingKind.TEXT)


FREE = ReportType("", "Fri text", "", (), ())
"""Stands for the type of a text that is like no report that drafter knows."""
