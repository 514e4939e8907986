"""Finished texts as drafts: the same report as people and programs set it."""

import time
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph

from drafter.errors import ManuscriptError
from drafter.export.markdown import markdown_document
from drafter.export.word import word_document
from drafter.library.manuscript import read_manuscript
from drafter.nouns import Draft, Notes, Quote, ReportType, Review, SectionState, SentenceKind
from tests.build import notes_of, travel_report

HEADER = {
    "handlaggare": "Vera Holm",
    "datum": "2025-05-12",
    "ib_nr": "4/2025 den 11 juni",
    "dagordningspunkt": "6.2",
    "dnr": "114-208/2025",
}
TITLE = "Reserapport Östersjömötet 2025, den 6–7 maj 2025 i Gdańsk, Polen."
PEOPLE = (
    "Sofia Lind, KFO (S)",
    "Per Åberg, 2:e vice KFO (MP)",
    "Vera Holm, projektledare, SLK",
)
ORDER = [
    "deltagare",
    "bakgrund",
    "omraden",
    "profilering",
    "omvarldsbevakning",
    "samverkan",
    "paverkan",
    "ovrigt",
]

# The form of real reports: every way to set a heading that the model report has.
REPORT = """\
Handläggare: Vera Holm\x20\x20
Datum: 2025-05-12

**IB nr 4/2025 den 11 juni**\x20\x20
**Dagordningspunkt/bilaga 6.2**\x20\x20
**Dnr. 114-208/2025**

## **Reserapport Östersjömötet 2025, den 6–7 maj 2025 i Gdańsk, Polen.**

### **Deltagare:**

1. Sofia Lind, KFO (S)
2. Per Åberg, 2:e vice KFO (MP)
3. Vera Holm, projektledare, SLK

### **Bakgrund:**

Mötet samlar hamnstäder vid Östersjön. Det hölls kl. 9–16 på rådhuset, dvs. mitt i staden.

Temat var Harbours for People.

**På vilket sätt har deltagandet bidragit till något av följande områden:****Profilering:**

Staden visade sin nya kajpromenad.

- **Omvärldsbevakning:**

Riga hade kommit längst.

- **Samverkan**

Kontakterna med Tallinn stärktes. Samverkan med Riga är ny.

- **Påverkan**

Mötet antog inget uttalande.

**Övriga kommentarer och reflektioner:**

Programmet var tätt. Nästa möte hålls i Åbo 2027.
"""


@pytest.fixture(scope="module")
def trip() -> ReportType:
    return travel_report()


def read(path: Path, text: str, report_type: ReportType, notes: Notes | None = None) -> Draft:
    path.write_text(text, encoding="utf-8")
    return read_manuscript(path, report_type, notes)


def bold(document: Document, text: str, style: str | None = None) -> Paragraph:
    paragraph = document.add_paragraph(style=style)
    paragraph.add_run(text).bold = True
    return paragraph


def word_report(path: Path) -> Path:
    """The same report as a person sets it in Word, with as little order among its headings."""
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for row, cells in enumerate([("Handläggare", "Vera Holm"), ("Datum:", "2025-05-12")]):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    bold(document, "IB nr 4/2025 den 11 juni\nDagordningspunkt/bilaga 6.2\nDnr. 114-208/2025")
    document.add_paragraph(TITLE, style="Title")
    document.add_heading("Deltagare:", 1)
    for person in PEOPLE:
        document.add_paragraph(person, style="List Number")
    document.add_heading("Bakgrund", 1)
    document.add_paragraph(
        "Mötet samlar hamnstäder vid Östersjön. Det hölls kl. 9–16 på rådhuset, dvs. mitt i staden."
    )
    document.add_paragraph("Temat var Harbours for People.")
    bold(
        document,
        "På vilket sätt har deltagandet bidragit till något av följande områden:Profilering:",
    )
    document.add_paragraph("Staden visade sin nya kajpromenad.")
    bold(document, "Omvärldsbevakning:", style="List Bullet")
    document.add_paragraph("Riga hade kommit längst.")
    document.add_heading("Samverkan", 2)
    document.add_paragraph("Kontakterna med Tallinn stärktes. Samverkan med Riga är ny.")
    bold(document, "Påverkan: ").add_run("Mötet antog inget uttalande.")
    document.add_paragraph("ÖVRIGA KOMMENTARER OCH REFLEKTIONER")
    document.add_paragraph("Programmet var tätt. Nästa möte hålls i Åbo 2027.")
    document.save(str(path))
    return path


@pytest.fixture(scope="module", params=["md", "txt", "docx"])
def draft(
    request: pytest.FixtureRequest, trip: ReportType, tmp_path_factory: pytest.TempPathFactory
) -> Draft:
    path = tmp_path_factory.mktemp("rapport") / f"rapport.{request.param}"
    if request.param == "docx":
        return read_manuscript(word_report(path), trip, None)
    return read(path, REPORT, trip)


def test_title_and_header_of_a_real_report_are_found(draft: Draft) -> None:
    assert draft.title == TITLE
    assert {one.field: one.value for one in draft.header} == HEADER


def test_all_its_headings_are_found_in_order(draft: Draft) -> None:
    assert [section.heading for section in draft.sections] == ORDER
    assert {section.state for section in draft.sections} == {SectionState.FOUND}


def test_its_participants_are_listed(draft: Draft) -> None:
    assert tuple(person.entry for person in draft.participants) == PEOPLE
    assert [person.row for person in draft.participants] == [1, 2, 3]


def test_its_sentences_stand_under_their_headings(draft: Draft) -> None:
    texts = {one.heading: [sentence.text for sentence in one.sentences()] for one in draft.sections}
    assert texts["deltagare"] == texts["omraden"] == []
    assert texts["bakgrund"] == [
        "Mötet samlar hamnstäder vid Östersjön.",
        "Det hölls kl. 9–16 på rådhuset, dvs. mitt i staden.",
        "Temat var Harbours for People.",
    ]
    assert texts["samverkan"][1] == "Samverkan med Riga är ny."
    assert texts["paverkan"] == ["Mötet antog inget uttalande."]
    assert len(texts["ovrigt"]) == 2


def test_its_paragraphs_and_ids_are_kept(draft: Draft) -> None:
    first, second = draft.sections[1].paragraphs
    assert [sentence.id for sentence in first] == ["bakgrund-1", "bakgrund-2"]
    assert [sentence.id for sentence in second] == ["bakgrund-3"]


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("md", "rubrik rubrik fetstil fetstil fetstil fetstil fetstil fetstil"),
        ("docx", "rubrik rubrik fetstil fetstil fetstil rubrik fetstil rad"),
    ],
)
def test_the_form_of_each_heading_is_told(
    trip: ReportType, tmp_path: Path, name: str, forms: str
) -> None:
    path = tmp_path / f"rapport.{name}"
    word_report(path) if name == "docx" else path.write_text(REPORT, encoding="utf-8")
    sections = read_manuscript(path, trip, None).sections
    assert " ".join(section.markup for section in sections) == forms
    levels = {section.heading: section.level for section in sections}
    assert (levels["bakgrund"], levels["profilering"]) == (2, 0)


LEVELS = [
    ("# Reserapport\n## Bakgrund\n### Samverkan", [2, 3]),
    ("## Reserapport\n### Bakgrund\n#### Samverkan", [2, 3]),
    ("# Reserapport\n### Bakgrund\n#### Samverkan", [3, 4]),
    ("## Reserapport\n## Bakgrund\n## Samverkan", [2, 2]),
    ("**Reserapport Oslo**\n\n# Bakgrund\n## Samverkan", [2, 3]),
    ("### Samverkan", [3]),
    ("#### Program\nDet var tre delar i det.\n#### Kostnader\nDet var inte så dyrt.", [2, 2]),
    ("# Deltagare\n\n## Bakgrund\n\n## Övriga kommentarer och reflektioner", [1, 2, 2]),
]


@pytest.mark.parametrize(("text", "levels"), LEVELS)
def test_levels_count_from_the_title(
    trip: ReportType, tmp_path: Path, text: str, levels: list[int]
) -> None:
    sections = read(tmp_path / "a.md", text, trip).sections
    assert [section.level for section in sections] == levels


def test_citations_quote_the_notes(trip: ReportType, tmp_path: Path) -> None:
    notes = notes_of("- mötet hölls i Oslo\n- 9 pers kom")
    text = "## Bakgrund\n\nMötet hölls i Oslo. [1] Det gick bra. [9, D2] Tack. [egen] Slut."
    first, second, third, fourth = read(tmp_path / "a.md", text, trip, notes).sentences()
    assert first.quotes == (Quote(1, "mötet hölls i Oslo"),)
    assert (second.quotes, second.rows) == ((Quote(9, ""),), (2,))
    assert third.kind is SentenceKind.OWN
    assert (fourth.quotes, fourth.rows, fourth.kind) == ((), (), SentenceKind.FACT)


def test_ids_are_unique_when_a_heading_stands_twice(trip: ReportType, tmp_path: Path) -> None:
    text = "## Bakgrund\nEtt.\n## Bakgrund\nTvå.\n## Kostnad & avgift\nTre.\n## ...\nFyra."
    ids = [sentence.id for sentence in read(tmp_path / "a.md", text, trip).sentences()]
    assert ids == ["bakgrund-1", "bakgrund-2", "kostnad-avgift-1", "inledning-1"]


def test_prose_before_the_first_heading_is_a_section_of_its_own(
    trip: ReportType, tmp_path: Path
) -> None:
    text = "# Reserapport Oslo\n\nResan gick till Oslo i mars.\n\n## Bakgrund\n\nText."
    section = read(tmp_path / "a.md", text, trip).sections[0]
    assert (section.heading, section.title, section.level) == ("", "", 0)
    assert [sentence.id for sentence in section.sentences()] == ["inledning-1"]


def test_what_is_said_to_be_missing_is_no_text(trip: ReportType, tmp_path: Path) -> None:
    text = "## Deltagare\n\n[uppgift saknas: Deltagare]\n\n## Bakgrund\n\n[uppgift saknas: X]"
    draft = read(tmp_path / "a.md", text, trip)
    assert draft.participants == ()
    assert list(draft.sentences()) == []


BOLD_PEOPLE = """**Deltagare**

**Förtroendevalda**

**Sofia Lind, KFO (S)**

**Tjänstemän:**

Vera Holm, projektledare, SLK

**Program**

Mötet hade ett program med tre delar.
"""


def test_bold_lines_among_participants_are_people_or_labels(
    trip: ReportType, tmp_path: Path
) -> None:
    draft = read(tmp_path / "a.md", BOLD_PEOPLE, trip)
    assert [person.name for person in draft.participants] == ["Sofia Lind", "Vera Holm"]
    assert [section.title for section in draft.sections] == ["Deltagare", "Program"]


@pytest.mark.parametrize("suffix", ["md", "docx"])
def test_what_drafter_writes_is_read_back(draft: Draft, tmp_path: Path, suffix: str) -> None:
    trip, review = travel_report(), Review(draft)
    path = tmp_path / f"rapport.{suffix}"
    if suffix == "docx":
        path.write_bytes(word_document(review, trip))
    else:
        path.write_text(markdown_document(review, trip), encoding="utf-8")
    back = read_manuscript(path, trip, None)
    assert (back.title, back.header, back.participants) == (
        draft.title,
        draft.header,
        draft.participants,
    )
    assert [(one.heading, one.paragraphs) for one in back.sections] == [
        (one.heading, one.paragraphs) for one in draft.sections
    ]


@pytest.mark.parametrize("name", ["rapport.doc", "rapport.odt", "rapport.pdf", "rapport"])
def test_other_formats_are_told_with_those_that_work(trip: ReportType, name: str) -> None:
    with pytest.raises(ManuscriptError, match="format") as caught:
        read_manuscript(Path(name), trip, None)
    assert ".docx" in caught.value.hint


def test_a_text_without_text_is_told(trip: ReportType, tmp_path: Path) -> None:
    with pytest.raises(ManuscriptError, match="ingen text"):
        read(tmp_path / "a.md", "\n---\n", trip)
    docx.Document().save(str(tmp_path / "a.docx"))
    with pytest.raises(ManuscriptError, match="ingen text"):
        read_manuscript(tmp_path / "a.docx", trip, None)


def test_a_missing_file_is_told(trip: ReportType, tmp_path: Path) -> None:
    with pytest.raises(ManuscriptError, match="finns inte"):
        read_manuscript(tmp_path / "a.md", trip, None)


HOSTILE = [
    ("", "**Samverkan:**"),
    ("", "## Bakgrund\n"),
    ("", "Dnr: 1 Datum: x\n"),
    ("", "😀 **Bakgrund** "),
    ("", "A B C\n\n"),
    ("", "Text om resan. [1] "),
    ("## Deltagare\n", "- Anna Ek (S)\n"),
    ("## Deltagare\n", "| a | b |\n"),
    ("## Deltagare\n", "Anna Ek (S), "),
]


@pytest.mark.parametrize(("before", "unit"), HOSTILE)
def test_the_time_is_bounded(trip: ReportType, tmp_path: Path, before: str, unit: str) -> None:
    started = time.perf_counter()
    read(tmp_path / "a.md", before + unit * (60_000 // len(unit)), trip)
    assert time.perf_counter() - started < 5
