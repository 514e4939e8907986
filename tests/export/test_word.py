import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from docx.document import Document
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator

from drafter.export.archive import unpacked
from drafter.export.word import word_document
from drafter.nouns import (
    HeaderValue,
    Origin,
    Participant,
    ReportType,
    Review,
    Section,
    SectionState,
    Sentence,
    Status,
)

Trip = Callable[..., Review]
Written = Callable[[Review], Document]

STRANGE = "\x00\x0b null \ud800 <b>&amp;</b> ]]> 😀 \u202eעברית\u202c [uppgift saknas: X] \ufffe"


def lines(document: Document, *styles: str) -> list[str]:
    return [one.text for one in document.paragraphs if one.style.name in styles]


def marked(document: Document) -> list[str]:
    """The parts of the text that are shown as missing."""
    runs = (run for one in document.paragraphs for run in one.runs)
    return [run.text for run in runs if run.style.name == "Uppgift saknas"]


def with_section(review: Review, number: int, **changes: object) -> Review:
    sections = list(review.draft.sections)
    sections[number] = replace(sections[number], **changes)
    return replace(review, draft=replace(review.draft, sections=tuple(sections)))


# -- The order and the styles


def test_the_document_reads_from_status_to_last_section(report: Document) -> None:
    assert [(one.style.name, one.text) for one in report.paragraphs] == [
        ("Utkaststatus", "UTKAST"),
        (
            "Utkastnotering",
            "Texten är skriven av verktyget drafter med språkmodellen stor-modell. "
            "Ingen person har granskat den ännu.",
        ),
        ("Ärendehuvud", "Av: Birgitta Sandell"),
        ("Ärendehuvud", "Datum: 2025-10-02"),
        ("Ärendehuvud fet", "Dnr. KS 2025/1187"),
        ("Title", "Reserapport Baltiska stadsmötet, den 18–19 september 2025 i Tallinn"),
        ("Heading 1", "Deltagare"),
        ("List Number", "Karin Aspgren, ordförande, kommunfullmäktige (S)"),
        ("List Number", "Omar Elmi, sekreterare"),
        ("Heading 1", "Bakgrund"),
        ("Body Text", "Staden inbjöds till mötet. Det ordnas vartannat år."),
        ("Body Text", "Elva städer deltog."),
        ("Heading 1", "Vad bidrog resan till?"),
        ("Heading 2", "Profilering"),
        ("Body Text", "Delegationen berättade om medborgarbudgeten för unga."),
        ("Heading 1", "Övriga kommentarer och reflektioner"),
        ("Body Text", "Nästa möte hålls i Gdańsk 2027."),
    ]


@pytest.mark.parametrize(
    ("level", "style"),
    [(0, "Heading 1"), (1, "Heading 1"), (2, "Heading 1"), (3, "Heading 2"), (7, "Heading 3")],
)
def test_a_level_becomes_a_heading_style(
    level: int, style: str, trip: Trip, written: Written
) -> None:
    review = with_section(trip(), 1, level=level)
    assert "Bakgrund" in lines(written(review), style)


def test_a_heading_that_the_type_lacks_is_printed_as_it_stands(
    trip: Trip, written: Written
) -> None:
    own = Section("", "Egen rubrik", 2, ((Sentence("e-1", "Egen text."),),))
    document = written(trip(sections=(own, Section("", "Tom", 2))))
    assert lines(document, "Heading 1", "Body Text") == ["Egen rubrik", "Egen text.", "Tom"]


def test_participants_are_a_real_numbered_list(report: Document) -> None:
    style = report.styles["List Number"].element
    assert style.pPr.numPr.numId.val == 1
    numbering = report.part.numbering_part.element.xml
    assert 'w:numFmt w:val="decimal"' in numbering
    assert 'w:pStyle w:val="ListNumber"' in numbering


def test_no_paragraph_is_empty_even_when_the_texts_are(trip: Trip, written: Written) -> None:
    blank = ((), (Sentence("b-1", " \x00 "),))
    document = written(with_section(trip(), 1, paragraphs=blank))
    assert all(one.text.strip() for one in document.paragraphs)
    assert "[uppgift saknas: Bakgrund]" in marked(document)


# -- What is missing


def test_missing_values_are_shown_wherever_they_stand(trip: Trip, written: Written) -> None:
    title = "Reserapport [uppgift saknas: Evenemang], 2025"
    header = (HeaderValue("datum", ""), HeaderValue("dnr", "1/2025"))
    document = written(trip(header=header, title=title))
    assert lines(document, "Title") == [title]
    assert lines(document, "Ärendehuvud") == [
        "Av: [uppgift saknas: Handläggare]",
        "Datum: [uppgift saknas: Datum]",
    ]
    assert [one.removeprefix("[uppgift saknas: ") for one in marked(document)] == [
        "Handläggare]",
        "Datum]",
        "Evenemang]",
    ]


def test_an_empty_list_of_participants_is_said(trip: Trip, written: Written) -> None:
    assert marked(written(trip(participants=()))) == ["[uppgift saknas: Deltagare]"]


def test_a_missing_title_is_said(trip: Trip, written: Written) -> None:
    assert marked(written(trip(title=""))) == ["[uppgift saknas: Titel]"]


def test_nothing_is_marked_in_a_whole_report(report: Document) -> None:
    assert marked(report) == []


# -- Where the draft stands


def test_a_section_that_the_model_could_not_write_says_so(trip: Trip, written: Written) -> None:
    state = {"state": SectionState.FALLBACK, "reason": "svaret var avbrutet."}
    document = written(with_section(trip(), 1, **state))
    remark = lines(document, "Utkastnotering")[-1]
    assert remark.endswith("Modellen kunde inte skriva avsnittet: svaret var avbrutet.")
    place = [one.text for one in document.paragraphs].index(remark)
    assert document.paragraphs[place - 1].text == "Bakgrund"


@pytest.mark.parametrize(
    ("status", "mark"), [(Status.DRAFT, "UTKAST"), (Status.REVIEWED, "UTKAST – granskat")]
)
def test_a_draft_says_so_in_the_body_and_on_every_page(
    status: Status, mark: str, trip: Trip, written: Written
) -> None:
    document = written(trip(status))
    assert lines(document, "Utkaststatus") == [mark]
    assert document.sections[0].header.paragraphs[0].text == f"Reserapport\t{mark}"
    assert document.core_properties.content_status == mark.capitalize()


def test_an_approved_report_carries_no_mark_of_a_draft(trip: Trip, written: Written) -> None:
    review = with_section(trip(Status.APPROVED), 1, state=SectionState.SKELETON)
    document = written(review)
    assert lines(document, "Utkaststatus", "Utkastnotering") == []
    assert document.sections[0].header.paragraphs[0].text == "Reserapport"
    assert document.core_properties.content_status == "Godkänt"


# -- The file


def test_the_core_properties_come_from_the_report(report: Document) -> None:
    core = report.core_properties
    assert core.title.startswith("Reserapport Baltiska stadsmötet")
    assert (core.author, core.subject) == ("Birgitta Sandell", "Reserapport")
    assert (core.keywords, core.language) == ("Dnr. KS 2025/1187", "sv-SE")
    assert core.created.replace(tzinfo=None) == datetime(2025, 10, 2)
    assert core.modified == core.created
    assert "språkmodellen stor-modell" in core.comments


def test_a_file_without_a_known_date_claims_none(trip: Trip, written: Written) -> None:
    core = written(trip(header=())).core_properties
    assert (core.created, core.modified, core.author) == (None, None, "")


def test_the_model_is_told_to_machines(trip: Trip, trip_type: ReportType) -> None:
    custom = unpacked(word_document(trip(), trip_type))["docProps/custom.xml"].decode()
    assert 'name="Språkmodell"><vt:lpwstr>stor-modell<' in custom


def test_no_trace_of_the_workshop_is_left(trip: Trip, trip_type: ReportType) -> None:
    parts = unpacked(word_document(trip(), trip_type))
    assert not any(re.search("thumbnail|customXml|stylesWithEffects", name) for name in parts)
    assert not any(b"python-docx" in content or b"en-US" in content for content in parts.values())


def test_the_same_review_gives_the_same_bytes(trip: Trip, trip_type: ReportType) -> None:
    assert word_document(trip(), trip_type) == word_document(trip(), trip_type)


# -- Valid, whatever the text


def strange(trip: Trip) -> Review:
    review = trip(
        title=STRANGE * 50,
        header=(HeaderValue("handlaggare", STRANGE), HeaderValue("dnr", STRANGE)),
        participants=(Participant(1, STRANGE, STRANGE, STRANGE, STRANGE),),
        origin=Origin(STRANGE, STRANGE),
    )
    text = ((Sentence("s-1", STRANGE), Sentence("s-2", STRANGE * 500)),)
    return with_section(review, 1, title=STRANGE, paragraphs=text)


def unwritten(trip: Trip) -> Review:
    return with_section(trip(), 1, state=SectionState.FALLBACK, reason=STRANGE)


def long(trip: Trip) -> Review:
    thousand = tuple((Sentence(f"m-{number}", f"Mening {number}."),) for number in range(1000))
    return with_section(trip(), 1, paragraphs=thousand)


@pytest.mark.parametrize(
    "review",
    [
        pytest.param(lambda trip: trip(), id="hel"),
        pytest.param(lambda trip: trip(Status.APPROVED), id="godkand"),
        pytest.param(lambda trip: trip(header=(), title="", origin=Origin()), id="utan-uppgifter"),
        pytest.param(lambda trip: trip(participants=()), id="utan-deltagare"),
        pytest.param(lambda trip: trip(sections=()), id="utan-avsnitt"),
        pytest.param(unwritten, id="reservtext"),
        pytest.param(long, id="tusen-stycken"),
        pytest.param(strange, id="egendomliga-tecken"),
    ],
)
def test_two_validators_find_nothing(
    review: Callable[[Trip], Review], trip: Trip, trip_type: ReportType, tmp_path: Path
) -> None:
    path = tmp_path / "rapport.docx"
    path.write_bytes(word_document(review(trip), trip_type))
    assert OpenXmlValidator().validate(path).errors == []
    assert check(path) == []
