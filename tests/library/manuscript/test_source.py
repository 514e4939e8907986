"""A file as it stands, and with some words replaced and nothing else."""

import zipfile
from collections.abc import Callable
from html import unescape
from io import BytesIO
from itertools import chain
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.errors import ManuscriptError
from drafter.export.word import word_document
from drafter.library.manuscript import read_manuscript
from drafter.library.manuscript.source import Edit, edited_rows, read_source
from drafter.library.manuscript.word import read_word
from drafter.nouns import ReportType, Review
from drafter.text.alignment import align
from tests.build import draft_of, section_of, sentence_of, small_type, travel_report

TEXT = "# Rapport\n\nMötet hölls  i Riga.\tAlla kom.\nSlut"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", [*ENCODINGS, "cp850"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_all_else_in_a_text_keeps_its_bytes(tmp_path: Path, encoding: str, line_end: str) -> None:
    text = TEXT.replace("\n", line_end)
    path = written(tmp_path / "a.md", text.encode(encoding))
    source = read_source(path)
    assert source.rows == tuple(TEXT.split("\n"))
    assert source.unit == "rad"
    assert source.rewritten([]) == path.read_bytes()
    edits = [Edit(3, 0, 4, "Över."), Edit(2, 11, 13, " "), Edit(2, 0, 0, "Det ")]
    wanted = text.replace("  ", " ").replace("Slut", "Över.").replace("Mötet", "Det Mötet")
    assert source.rewritten(edits) == wanted.encode(encoding)
    assert edited_rows(source.rows, edits) == tuple(wanted.split(line_end))


def test_mixed_line_ends_and_unseen_characters_stay(tmp_path: Path) -> None:
    text = "Mo\u0308te\r\nEtt\u00ad \x0b\rTvå\n\nTre\n"
    source = read_source(written(tmp_path / "a.txt", text.encode()))
    assert source.rows == ("Mo\u0308te", "Ett\u00ad \x0b", "Två", "", "Tre", "")
    assert source.rewritten([Edit(2, 0, 3, "II")]) == text.replace("Två", "II").encode()


@pytest.mark.parametrize("encoding", ["cp850", "mac_roman", "cp1252"])
def test_a_character_that_the_encoding_lacks_makes_it_utf_8(tmp_path: Path, encoding: str) -> None:
    source = read_source(written(tmp_path / "a.txt", "Mötet hölls på ön.\r\n".encode(encoding)))
    assert source.rewritten([Edit(0, 5, 6, " → ")]) == "Mötet → hölls på ön.\r\n".encode()


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, 0, 3, "x"), Edit(0, 2, 4, "y")],
        [Edit(0, 3, 2, "x")],
        [Edit(0, 0, 99, "x")],
        [Edit(4, 0, 0, "x")],
    ],
)
def test_edits_have_to_fit(tmp_path: Path, edits: list[Edit]) -> None:
    source = read_source(written(tmp_path / "a.txt", b"Ett ord."))
    with pytest.raises(ValueError, match=r"overlapping|outside"):
        source.rewritten(edits)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.odt", b"Text", "format"),
        ("a.md", b" \n\n", "ingen text"),
        ("a.md", b"%PDF-1.7", "PDF"),
        ("a.docx", b"Bara text", "Word-dokument"),
        ("a.docx", b"PK\x03\x04word/trasig", "går inte att läsa"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    with pytest.raises(ManuscriptError, match=told):
        read_source(written(tmp_path / name, data))
    with pytest.raises(ManuscriptError, match="finns inte"):
        read_source(tmp_path / f"ingen-{name.replace('odt', 'txt')}")


# Word documents.

Make = Callable[[str], Path]
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Makes a document with a body given as XML, with no namespaces."""

    def made(body: str) -> Path:
        document = docx.Document()
        for child in parse_xml(f"<w:r {nsdecls('w')} {MC}>{body}</w:r>"):
            document.element.body.append(child)
        path = tmp_path / "rapport.docx"
        document.save(str(path))
        return path

    return made


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def table(*cells: str) -> str:
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def box(text: str) -> str:
    inside = f"<w:txbxContent>{paragraph(run(text))}</w:txbxContent>"
    new = f"<mc:Choice Requires='wps'><w:drawing>{inside}</w:drawing></mc:Choice>"
    old = f"<mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"


DELETED = "<w:del w:id='1' w:author='a'><w:r><w:delText>for </w:delText></w:r></w:del>"
INSERTED = f"<w:ins w:id='2' w:author='a'>{run('kom till ')}</w:ins>"
LINK = f"<w:hyperlink>{run('Ri', '<w:b/>')}{run('ga', '<w:u/>')}</w:hyperlink>"
TRACKED = paragraph(run("Sta"), run("den ", "<w:b/>"), DELETED, INSERTED, LINK, run("."))
SET = "<w:r><w:t>EU</w:t><w:noBreakHyphen/><w:t>land</w:t><w:tab/><w:t>x</w:t><w:br/></w:r>"
SILENT = '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr></w:p>'
BODY = "".join(
    (
        paragraph(run("Ankare  med "), run("dolt", "<w:vanish/>"), box("I rutan")),
        paragraph(),
        TRACKED,
        table(paragraph(run("Anna")), paragraph(run(" Ek ")) + paragraph(run("B"), run("o"))),
        paragraph(SET, run("Mo\u0308te", "<w:i/>")),
        paragraph(run("\u00ad ")),
    )
)
ROWS = (
    "Ankare  med ",
    "I rutan",
    "Staden kom till Riga.",
    "Anna",
    " Ek ",
    "Bo",
    "EU-land\tx\nMo\u0308te",
)


def test_the_paragraphs_are_those_that_are_read(make: Make) -> None:
    path = make(BODY)
    source = read_source(path)
    assert source.unit == "stycke"
    assert source.rows == ROWS
    assert len(read_word(path)) == len(source.rows)


CHANGES = [
    ([Edit(2, 0, 6, "Stan")], 2, "Stan kom till Riga."),
    ([Edit(2, 16, 20, "Tallinn")], 2, "Staden kom till Tallinn."),
    ([Edit(2, 3, 18, "en t")], 2, "Staen tga."),
    ([Edit(2, 0, 21, "")], None, ""),
    ([Edit(2, 0, 0, "Hela "), Edit(2, 0, 1, "s"), Edit(2, 20, 20, "!")], 2, "Hela staden kom"),
    ([Edit(0, 6, 8, " ")], 0, "Ankare med "),
    ([Edit(1, 2, 7, "boxen ")], 1, "I boxen "),
    ([Edit(5, 1, 2, "dil")], 5, "Bdil"),
    ([Edit(6, 0, 7, "Euland")], 6, "Euland\tx\n"),
    ([Edit(6, 2, 3, " ")], 6, "EU land\tx\n"),
    ([Edit(6, 8, 8, "y")], 6, "EU-land\tyx\n"),
    ([Edit(6, 10, 15, "Samtal")], 6, "EU-land\tx\nSamtal"),
    ([Edit(6, 0, 15, "Allt")], 6, "Allt\t\n"),
]


@pytest.mark.parametrize(("edits", "row", "wanted"), CHANGES)
def test_words_are_replaced_across_runs(
    make: Make, edits: list[Edit], row: int | None, wanted: str
) -> None:
    path = make(BODY)
    source = read_source(path)
    path.write_bytes(source.rewritten(edits))
    rows = read_source(path).rows
    if row is None:
        assert rows == (*ROWS[:2], *ROWS[3:])
        return
    assert rows[row].startswith(wanted)
    assert (*rows[:row], *rows[row + 1 :]) == (*ROWS[:row], *ROWS[row + 1 :])


def test_an_edit_between_breaks_has_nowhere_to_stand(make: Make) -> None:
    path = make(paragraph("<w:r><w:t>a</w:t><w:br/><w:br/><w:t>b</w:t></w:r>"))
    with pytest.raises(ValueError, match="no text"):
        read_source(path).rewritten([Edit(0, 2, 2, "x")])


def test_runs_keep_their_formatting(make: Make) -> None:
    path = make(TRACKED)
    path.write_bytes(read_source(path).rewritten([Edit(0, 3, 9, "dsbor g")]))
    (found,) = docx.Document(str(path)).paragraphs
    runs = [(one.text, one.bold) for one in found.runs]
    assert runs == [("Sta", None), ("dsbor g", True), (".", None)]
    assert [one.text for one in found.hyperlinks[0].runs] == ["Ri", "ga"]
    assert "for " in found._p.xml  # the tracked changes are still there
    assert "m till " in found._p.xml.partition("w:ins")[2]


def test_space_at_the_edge_of_a_run_is_kept(make: Make) -> None:
    path = make(paragraph("<w:r><w:t>ett</w:t></w:r>", "<w:r><w:t>två</w:t></w:r>"))
    path.write_bytes(read_source(path).rewritten([Edit(0, 0, 3, "ett ")]))
    assert '<w:t xml:space="preserve">ett </w:t>' in docx.Document(str(path)).element.xml


def test_other_parts_of_the_document_keep_their_bytes(make: Make) -> None:
    path = make(BODY)
    changed = read_source(path).rewritten([Edit(3, 0, 4, "Åsa")])
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(BytesIO(changed)) as new:
        assert old.namelist() == new.namelist()
        different = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert different == ["word/document.xml"]


def test_a_document_of_our_own_is_found_in_its_file(tmp_path: Path) -> None:
    kind = small_type()
    said = sentence_of("Mötet hölls  i Riga – hos EU.", {})
    draft = draft_of(section_of("bakgrund", "Bakgrund", said, said))
    path = written(tmp_path / "a.docx", word_document(Review(draft, ()), kind))
    assert mistaken(path, kind) == []


# Sentences of any Markdown are found in its rows.


def mistaken(path: Path, kind: ReportType) -> list[tuple[str, str]]:
    """The headings and sentences whose characters stand elsewhere than they are said to."""
    draft = read_manuscript(path, kind, None)
    sections = ([one.title, *(said.text for said in one.sentences())] for one in draft.sections)
    texts = list(chain.from_iterable(sections))
    rows = read_source(path).rows
    found = (
        (text, "".join(rows[one.row][one.column : one.end] if one else "" for one in spots))
        for text, spots in zip(texts, align(texts, rows), strict=True)
    )
    return [(text, there) for text, there in found if solid(text) != solid(there)]


def solid(text: str) -> str:
    """A text without spaces, as it reads when its file writes letters as entities or escapes."""
    return "".join(unescape(text).replace("\\", "").split())


WORDS = (
    "Staden staden hamnar **mötet** *dagen* Riga i och av 2017 14–16 (bilaga) ”citat”, EU:s kl. "
    "[4] [4,7] [rapporten](http://a.se/den/dagen) <b>fet</b> <br> sta**den**s `kod` snake_case "
    "[^1] <!--dolt--> bl.a. - – § 5 Ja. Nej! Vad? &amp; m&ouml;te \\[8\\]"
).split()
TITLES = ("Bakgrund", "Samverkan", "Egen rubrik", "Övrigt", "Profilering")
sentence = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(
    lambda words: f"Det {' '.join(words)}."
)
line = st.builds(
    lambda mark, said: mark + said,
    st.sampled_from(("", "", "", "- ", "> ", "1. ", "   ", "**Påverkan:** ", "| a | ")),
    sentence,
)
heading = st.builds(
    lambda mark, title: mark.format(title),
    st.sampled_from(("# {}", "## {}", "**{}**", "**{}:****Samverkan:**", "{}\n===", "{}")),
    st.sampled_from(TITLES),
)
wrapped = sentence.filter(lambda said: "-" not in said).map(lambda said: said.replace(" ", "\n", 3))
part = st.one_of(line, line, heading, wrapped)
texts = st.lists(st.tuples(part, st.sampled_from(("\n", "\n\n"))), min_size=1, max_size=12)


@pytest.fixture(scope="module")
def trip() -> ReportType:
    return travel_report()


@settings(
    max_examples=300,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(texts.map(lambda parts: "".join(chain.from_iterable(parts))))
def test_every_sentence_is_found_in_its_file(tmp_path: Path, trip: ReportType, text: str) -> None:
    path = written(tmp_path / "a.md", text.encode())
    assert mistaken(path, trip) == []
