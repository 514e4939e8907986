from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document

from drafter.export.word import word_document
from drafter.nouns import (
    Draft,
    Field,
    FieldKind,
    HeaderValue,
    Heading,
    HeadingKind,
    Origin,
    Participant,
    ReportType,
    Review,
    Section,
    SectionState,
    Sentence,
    Status,
)

TEXTS = {
    "bakgrund": ("Staden inbjöds till mötet. Det ordnas vartannat år.", "Elva städer deltog."),
    "profilering": ("Delegationen berättade om medborgarbudgeten för unga.",),
    "ovrigt": ("Nästa möte hålls i Gdańsk 2027.",),
}


@pytest.fixture(scope="session")
def trip_type() -> ReportType:
    return ReportType(
        id="resa",
        name="Reserapport",
        title="Reserapport {evenemang}",
        fields=(
            Field("handlaggare", "Handläggare", kind=FieldKind.PERSON, display="Av: {varde}"),
            Field("datum", "Datum", kind=FieldKind.DATE, display="Datum: {varde}"),
            Field("dnr", "Dnr", display="Dnr. {varde}", bold=True),
        ),
        headings=(
            Heading("deltagare", "Deltagare", kind=HeadingKind.PARTICIPANTS),
            Heading("bakgrund", "Bakgrund"),
            Heading("bidrag", "Vad bidrog resan till?", kind=HeadingKind.GROUP),
            Heading("profilering", "Profilering", level=3),
            Heading("ovrigt", "Övriga kommentarer och reflektioner"),
        ),
    )


@pytest.fixture(scope="session")
def trip(trip_type: ReportType) -> Callable[..., Review]:
    """A whole report; keyword arguments change the draft, and ``status`` where it stands."""

    def build(status: Status = Status.DRAFT, **changes: object) -> Review:
        parts: dict[str, object] = {
            "report_type": "resa",
            "title": "Reserapport Baltiska stadsmötet, den 18–19 september 2025 i Tallinn",
            "header": (
                HeaderValue("handlaggare", "Birgitta Sandell"),
                HeaderValue("datum", "2025-10-02"),
                HeaderValue("dnr", "KS 2025/1187"),
            ),
            "participants": (
                Participant(1, "Karin Aspgren", "ordförande", "kommunfullmäktige", "S"),
                Participant(2, "Omar Elmi", "sekreterare"),
            ),
            "sections": tuple(section_of(heading) for heading in trip_type.headings),
            "origin": Origin("stor-modell", "modell.exempel.se", "anteckningar.md", "ab12", "cd34"),
        }
        return Review(Draft(**(parts | changes)), status=status)  # type: ignore[arg-type]  # free parts

    return build


@pytest.fixture(scope="session")
def written(trip_type: ReportType) -> Callable[[Review], Document]:
    """A review as its Word file reads."""
    return lambda review: docx.Document(BytesIO(word_document(review, trip_type)))


@pytest.fixture(scope="session")
def report(trip: Callable[..., Review], written: Callable[[Review], Document]) -> Document:
    """The whole report as its Word file reads."""
    return written(trip())


def section_of(heading: Heading) -> Section:
    state = SectionState.WRITTEN if heading.kind is HeadingKind.TEXT else SectionState.FRAME
    paragraphs = tuple(sentences_of(text) for text in TEXTS.get(heading.id, ()))
    return Section(heading.id, heading.title, heading.level, paragraphs, state)


def sentences_of(text: str) -> tuple[Sentence, ...]:
    return tuple(Sentence("m-1", f"{part.strip('.')}.") for part in text.split(". "))
