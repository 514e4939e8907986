"""English in a Word file says that it is, so that it is spelled and read aloud as English."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator

from drafter.export.archive import unpacked
from drafter.export.word import word_document
from drafter.nouns import Participant, ReportType, Review, Sentence

TITLE = "Reserapport Open Cities – The Nordic Way, den 18–19 september 2025 i Tallinn"
HEADING = "Sessionen New Innovative Ways for Citizens to Participate"
TEXTS = (
    "Temat var Resilient City. Hon sade: ”We cannot build our way out of this.”",
    "Nordic Safe Cities ordnade mötet [uppgift saknas: Datum] med Strong Cities Network.",
    "Staden delade best practice.",
)


@pytest.fixture(scope="module")
def review(trip: Callable[..., Review]) -> Review:
    plain = trip(title=TITLE, participants=(Participant(1, "Omar Elmi", "Chief Digital Officer"),))
    sections = list(plain.draft.sections)
    paragraphs = tuple((Sentence("e-1", text),) for text in TEXTS)
    sections[1] = replace(sections[1], title=HEADING, paragraphs=paragraphs)
    return replace(plain, draft=replace(plain.draft, sections=tuple(sections)))


@pytest.fixture(scope="module")
def content(review: Review, trip_type: ReportType) -> bytes:
    return word_document(review, trip_type)


@pytest.fixture(scope="module")
def document(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


def in_english(document: Document) -> list[tuple[str, str]]:
    """Each run with a language of its own, with its paragraph's style."""
    return [
        (one.style.name, run.text)
        for one in document.paragraphs
        for run in one.runs
        if language(run.element) == "en-GB"
    ]


def language(run: object) -> str | None:
    marks = run.findall(f"{qn('w:rPr')}/{qn('w:lang')}")  # type: ignore[attr-defined]  # lxml's
    return marks[0].get(qn("w:val")) if marks else None


def test_titles_headings_and_text_mark_their_english(document: Document) -> None:
    assert in_english(document) == [
        ("Title", "Open Cities – The Nordic Way"),
        ("List Number", "Chief Digital Officer"),
        ("Heading 1", "New Innovative Ways for Citizens to Participate"),
        ("Body Text", "Resilient City"),
        ("Body Text", "We cannot build our way out of this."),
        ("Body Text", "Nordic Safe Cities"),
        ("Body Text", "Strong Cities Network"),
    ]


def test_everything_else_is_in_the_language_of_the_template(content: bytes) -> None:
    parts = unpacked(content)
    assert parts["word/document.xml"].count(b"<w:lang ") == 7
    assert b'<w:lang w:val="sv-SE"' in parts["word/styles.xml"]


def test_the_text_is_the_same(document: Document) -> None:
    written = [one.text for one in document.paragraphs]
    assert {TITLE, HEADING, *TEXTS} <= set(written)


def test_no_run_is_empty(document: Document) -> None:
    assert all(run.text for one in document.paragraphs for run in one.runs)


def test_what_is_missing_keeps_its_style_beside_english(document: Document) -> None:
    runs = next(one for one in document.paragraphs if one.text == TEXTS[1]).runs
    assert [(run.text, run.style.name, language(run.element)) for run in runs] == [
        ("Nordic Safe Cities", "Default Paragraph Font", "en-GB"),
        (" ordnade mötet ", "Default Paragraph Font", None),
        ("[uppgift saknas: Datum]", "Uppgift saknas", None),
        (" med ", "Default Paragraph Font", None),
        ("Strong Cities Network", "Default Paragraph Font", "en-GB"),
        (".", "Default Paragraph Font", None),
    ]


def test_a_report_in_swedish_marks_nothing(report: Document) -> None:
    assert in_english(report) == []


def test_the_bytes_are_the_same_each_time(
    content: bytes, review: Review, trip_type: ReportType
) -> None:
    assert word_document(review, trip_type) == content


def test_two_validators_find_nothing(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "rapport.docx"
    path.write_bytes(content)
    assert OpenXmlValidator().validate(path).errors == []
    assert check(path) == []
