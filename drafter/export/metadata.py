"""What a file tells a registrar about itself, beside its text."""

from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from drafter import __version__
from drafter.export.characters import one_line
from drafter.export.frame import origin_line, status_line
from drafter.nouns import Draft, FieldKind, ReportType, Review

LANGUAGE = "sv-SE"
OLDEST = 1900  # an earlier year is a slip, and many programs cannot show it
LONGEST = 255  # the longest value that Word's own property page accepts

_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"


@dataclass(frozen=True, slots=True)
class Metadata:
    """A document's properties, each on one line of at most 255 characters.

    ``day`` is the date of the header, nothing if it has none; ``record`` the machine-readable
    mark of how the text came about: names and values, values that are not known left out.
    """

    title: str
    author: str
    subject: str
    keywords: str
    description: str
    status: str
    day: date | None
    record: tuple[tuple[str, str], ...]


def metadata(review: Review, report_type: ReportType) -> Metadata:
    """The properties of a review's document."""
    draft = review.draft
    return Metadata(
        title=_short(draft.title),
        author=_short(_first(FieldKind.PERSON, report_type, draft)),
        subject=_short(report_type.name),
        keywords=_short("; ".join(_references(report_type, draft))),
        description=_short(origin_line(review)),
        status=_short(status_line(review).capitalize()),
        day=_day(_first(FieldKind.DATE, report_type, draft)),
        record=_record(review),
    )


def custom_properties(record: tuple[tuple[str, str], ...]) -> bytes:
    """The record as the part ``docProps/custom.xml`` of an Office file (ECMA-376, part 1, 22.3).

    Property ids count from 2, as the standard asks.
    """
    properties = "".join(
        f'<property fmtid="{_USER_DEFINED}" pid="{number}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(record, start=2)
    )
    root = f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}">{properties}</Properties>'
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{root}'.encode()


def _record(review: Review) -> tuple[tuple[str, str], ...]:
    origin = review.draft.origin
    known = (
        ("Verktyg", f"drafter {__version__}"),
        ("Språkmodell", origin.model or "ingen"),
        ("Språkmodellens värd", origin.host),
        ("Granskningsläge", review.status.value),
        ("Anteckningarnas SHA-256", origin.notes_sha),
        ("Deltagarlistans SHA-256", origin.participants_sha),
    )
    return tuple((name, _short(value)) for name, value in known if value)


def _first(kind: FieldKind, report_type: ReportType, draft: Draft) -> str:
    values = {one.field: one.value for one in draft.header}
    found = (values.get(one.id, "") for one in report_type.header_fields if one.kind is kind)
    return next(found, "")


def _references(report_type: ReportType, draft: Draft) -> list[str]:
    """What a registrar searches for: the header's numbers, not its person or its date."""
    values = {one.field: one.value for one in draft.header}
    return [
        field.show(values[field.id])
        for field in report_type.header_fields
        if field.kind not in (FieldKind.PERSON, FieldKind.DATE) and values.get(field.id)
    ]


def _day(value: str) -> date | None:
    """The date; nothing for an unknown one, as a made-up date would be filed as the truth."""
    try:
        day = date.fromisoformat(value.strip())
    except ValueError:
        return None
    return day if day.year >= OLDEST else None


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
