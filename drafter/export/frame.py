"""The parts of a document that every format prints alike, worded once."""

import re
from dataclasses import dataclass

from drafter.nouns import Draft, ReportType, Review, Section, SectionState, Status

STATUS_NAMES = {
    Status.DRAFT: "UTKAST",
    Status.REVIEWED: "UTKAST – granskat",
    Status.APPROVED: "Godkänt",
}

REVIEWED_BY = {
    Status.DRAFT: "Ingen person har granskat den ännu.",
    Status.REVIEWED: "En person har granskat den men inte godkänt den.",
    Status.APPROVED: "En person har granskat och godkänt den.",
}

UNPOLISHED = "Ej språkbearbetad: anteckningarnas egna ord."

MISSING = re.compile(r"(\[uppgift saknas: [^\]]+\])")
"""What says that a value is missing, wherever it stands in a text; a group, for ``split``."""


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """One line of the header block; ``missing`` when it shows that a value is not known."""

    text: str
    bold: bool
    missing: bool


def header_lines(report_type: ReportType, draft: Draft) -> tuple[HeaderLine, ...]:
    """The header block, every field of the type in its order, missing values said."""
    values = {one.field: one.value for one in draft.header}
    return tuple(
        HeaderLine(field.show(value), field.bold, not value)
        for field in report_type.header_fields
        for value in (values.get(field.id, ""),)
        if value or field.required
    )


def section_remark(section: Section) -> str:
    """What a reader must know about how a section came about; empty when nothing."""
    if section.state is SectionState.FALLBACK:
        return f"{UNPOLISHED} Modellen kunde inte skriva avsnittet: {section.reason}"
    return UNPOLISHED if section.state is SectionState.SKELETON else ""


def status_line(review: Review) -> str:
    """The line that tells a reader whether anybody has signed the text off."""
    return STATUS_NAMES[review.status]


def origin_line(review: Review) -> str:
    """The mark that tells what wrote the text and whether a person stands behind it.

    A machine-made text is told as such, to readers and in the file (AI Act, article 50).
    """
    model = review.draft.origin.model
    written = (
        f"Texten är skriven av verktyget drafter med språkmodellen {model}."
        if model
        else "Texten är sammanställd av verktyget drafter, utan språkmodell."
    )
    return f"{written} {REVIEWED_BY[review.status]}"
