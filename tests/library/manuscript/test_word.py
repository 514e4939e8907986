"""Word documents as paragraphs: what shows on the page, and nothing else."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from drafter.errors import ManuscriptError
from drafter.library.manuscript.blocks import Block
from drafter.library.manuscript.word import read_word

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
Read = Callable[..., tuple[Block, ...]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a document whose body and extra styles are given as XML, with no namespaces."""

    def read_body(body: str, styles: str = "") -> tuple[Block, ...]:
        document = docx.Document()
        for parent, xml in ((document.element.body, body), (document.styles.element, styles)):
            for child in parse_xml(f"<w:r {nsdecls('w')} {MC}>{xml}</w:r>"):
                parent.append(child)
        path = tmp_path / "rapport.docx"
        document.save(str(path))
        return read_word(path)

    return read_body


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def styled(style: str, text: str = "Text") -> str:
    return paragraph(run(text), properties=f'<w:pStyle w:val="{style}"/>')


def style(style_id: str, name: str, rest: str = "") -> str:
    named = f'w:styleId="{style_id}"><w:name w:val="{name}"/>'
    return f'<w:style w:type="paragraph" {named}{rest}</w:style>'


KEPT = run("Staden ")
CONTENT = [
    (f"<w:ins w:id='1' w:author='a'>{run('kom.')}</w:ins>", "Staden kom."),
    (f"<w:moveTo w:id='1' w:author='a'>{run('kom.')}</w:moveTo>", "Staden kom."),
    ("<w:del w:id='1' w:author='a'><w:r><w:delText>for</w:delText></w:r></w:del>", "Staden"),
    (f"<w:moveFrom w:id='1' w:author='a'>{run('for')}</w:moveFrom>", "Staden"),
    (f"<w:hyperlink>{run('kom.')}</w:hyperlink>", "Staden kom."),
    (f"<w:smartTag><w:smartTag>{run('kom.')}</w:smartTag></w:smartTag>", "Staden kom."),
    (f"<w:sdt><w:sdtContent>{run('kom.')}</w:sdtContent></w:sdt>", "Staden kom."),
    (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{run('Klicka här')}</w:sdtContent></w:sdt>",
        "Staden",
    ),
    ("<w:r><w:instrText>PAGE</w:instrText><w:footnoteReference w:id='2'/></w:r>", "Staden"),
    (run("dolt", "<w:vanish/>"), "Staden"),
    (
        "<w:r><w:t>EU</w:t><w:noBreakHyphen/><w:t>land</w:t><w:tab/><w:t>x</w:t></w:r>",
        "Staden EU-land x",
    ),
    (run("Mo\u0308te om sam\u00advers\u200bkan"), "Staden Möte om samverskan"),
    ("<!-- en kommentar i filen -->", "Staden"),
]


@pytest.mark.parametrize(("xml", "text"), CONTENT)
def test_a_paragraph_reads_as_it_shows(read: Read, xml: str, text: str) -> None:
    assert [block.text for block in read(paragraph(KEPT, xml))] == [text]


def test_line_breaks_part_lines(read: Read) -> None:
    (block,) = read(paragraph(run("Ett"), "<w:r><w:br/></w:r>", run("Två")))
    assert [line.text for line in block.lines] == ["Ett", "Två"]


HEADINGS = [
    (style("Rubrik1", "heading 1"), 2),
    (style("Rubrik3", "heading 3"), 4),
    (style("Rubrik1", "Rubrik 1"), 2),
    (style("Rubrik", "Title"), 1),
    (style("Egen", "Min rubrik", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'), 3),
    (style("Egen", "Min rubrik", '<w:basedOn w:val="Heading2"/>'), 3),
    (
        style("A", "Text", '<w:basedOn w:val="Heading1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
        0,
    ),
    (style("Egen", "Rund", '<w:basedOn w:val="Egen"/>'), 0),
]


@pytest.mark.parametrize(("xml", "level"), HEADINGS)
def test_heading_styles_have_levels(read: Read, xml: str, level: int) -> None:
    style_id = xml.partition('styleId="')[2].partition('"')[0]
    (block,) = read(styled(style_id), xml)
    assert block.level == level


def test_an_outline_level_of_its_own_makes_a_heading(read: Read) -> None:
    (block,) = read(paragraph(run("Text"), properties='<w:outlineLvl w:val="0"/>'))
    assert block.level == 2


BOLD = "<w:rPr><w:b/></w:rPr>"
BOLD_TEXTS = [
    (paragraph(run("Bak", "<w:b/>"), run("grund", "<w:b/>"), run(":")), True),
    (paragraph(run("Bakgrund", '<w:b w:val="0"/>')), False),
    (styled("Fet", "Bakgrund"), True),
    (paragraph(run("Bakgrund", '<w:rStyle w:val="Strong"/>')), True),
    (paragraph(run("Bakgrund", "<w:b/>"), run(" till resan")), False),
]


@pytest.mark.parametrize(("xml", "bold"), BOLD_TEXTS)
def test_bold_is_known_by_style_and_by_hand(read: Read, xml: str, bold: bool) -> None:
    (block,) = read(xml, style("Fet", "Fet stil", BOLD))
    assert block.lines[0].wholly_bold is bold


def test_underlined_lines_are_known(read: Read) -> None:
    (block,) = read(paragraph(run("Bakgrund", '<w:u w:val="single"/>')))
    assert block.lines[0].underlined


NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'


@pytest.mark.parametrize(
    ("xml", "item"),
    [
        (paragraph(run("Anna"), properties=NUMBERED.format(3)), True),
        (styled("ListNumber"), True),
        (styled("ListBullet"), True),
        (paragraph(run("Anna"), properties=NUMBERED.format(0)), False),
        (
            paragraph(run("A"), properties='<w:pStyle w:val="Heading1"/>' + NUMBERED.format(3)),
            False,
        ),
    ],
)
def test_numbered_paragraphs_are_list_items(read: Read, xml: str, item: bool) -> None:
    assert [block.item for block in read(xml)] == [item]


SILENT = [
    style("TOC1", "toc 1"),
    style("Inneh1", "Innehåll 1"),
    style("Notering", "Utkastnotering"),
    style("Status", "Utkaststatus"),
]


@pytest.mark.parametrize("xml", SILENT)
def test_contents_and_remarks_are_no_text(read: Read, xml: str) -> None:
    style_id = xml.partition('styleId="')[2].partition('"')[0]
    assert read(styled(style_id), xml) == ()


def cell(text: str) -> str:
    return f"<w:tc>{paragraph(run(text))}</w:tc>"


def test_tables_are_read_cell_by_cell(read: Read) -> None:
    rows = f"<w:tr>{cell('a')}{cell('b')}</w:tr><w:tr>{cell('c')}{cell('')}</w:tr>"
    gone = f"<w:tr><w:trPr><w:del w:id='1' w:author='a'/></w:trPr>{cell('x')}</w:tr>"
    blocks = read(f"<w:tbl>{rows}{gone}</w:tbl>{paragraph(run('d'))}")
    assert [(block.text, block.row) for block in blocks] == [("a", 1), ("b", 1), ("c", 2), ("d", 0)]


def test_text_boxes_are_read_once(read: Read) -> None:
    box = f"<w:txbxContent>{paragraph(run('I rutan'))}</w:txbxContent>"
    new = f"<mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
    old = f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    both = f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"
    blocks = read(paragraph(run("Ankare"), both))
    assert [block.text for block in blocks] == ["Ankare", "I rutan"]


BROKEN = [
    (b"", "något annat än ett Word-dokument"),
    (b"Bara text", "något annat än ett Word-dokument"),
    (b"%PDF-1.7", "en PDF-fil"),
    (b"PK\x03\x04trasig", "en zip-fil"),
    (b"PK\x03\x04word/trasig", "går inte att läsa"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "lösenord"),
]


@pytest.mark.parametrize(("data", "told"), BROKEN)
def test_a_file_that_is_no_word_document_is_told(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "rapport.docx"
    path.write_bytes(data)
    with pytest.raises(ManuscriptError, match=told) as caught:
        read_word(path)
    assert caught.value.hint
    assert caught.value.path == path


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(ManuscriptError, match="finns inte"):
        read_word(tmp_path / "rapport.docx")
    with pytest.raises(ManuscriptError, match="är en mapp"):
        read_word(tmp_path)


@pytest.fixture
def parts(tmp_path: Path) -> dict[str, bytes]:
    """The parts of a small document."""
    docx.Document().save(str(tmp_path / "hel.docx"))
    with zipfile.ZipFile(tmp_path / "hel.docx") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def written(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize("name", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
def test_a_damaged_part_is_told(tmp_path: Path, parts: dict[str, bytes], name: str) -> None:
    path = written(tmp_path / "trasig.docx", {**parts, name: parts[name][:40]})
    with pytest.raises(ManuscriptError, match="går inte att läsa som Word-dokument"):
        read_word(path)


def test_a_document_that_unpacks_without_end_is_told(
    tmp_path: Path, parts: dict[str, bytes]
) -> None:
    path = written(tmp_path / "bomb.docx", {**parts, "word/media/a.bin": bytes(301_000_000)})
    with pytest.raises(ManuscriptError, match="för stor"):
        read_word(path)
