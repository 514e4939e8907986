"""A review as a Word file: our own template, filled."""

from datetime import datetime, time
from importlib.resources import files
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from drafter.export.archive import packed, unpacked
from drafter.export.characters import one_line
from drafter.export.frame import (
    MISSING,
    header_lines,
    origin_line,
    section_remark,
    status_line,
)
from drafter.export.metadata import LANGUAGE, Metadata, custom_properties, metadata
from drafter.nouns import Draft, Heading, HeadingKind, ReportType, Review, Section, Status, missing
from drafter.text.language.english import english_spans

ENGLISH = "en-GB"

# The styles of template.docx, by the names that Word shows.
BODY = "Body Text"
HEADER_LINE = "Ärendehuvud"
HEADER_LINE_BOLD = "Ärendehuvud fet"
MISSING_TEXT = "Uppgift saknas"
PARTICIPANT = "List Number"
REMARK = "Utkastnotering"
STATUS = "Utkaststatus"
STATUS_MARK = "Utkastmärke"
TITLE = "Title"


def word_document(review: Review, report_type: ReportType) -> bytes:
    """The report as a DOCX file; the same review gives the same bytes.

    Header, title, participants and headings are set here and never by a model. Until the text
    is approved, every page says that it is a draft.
    """
    document = _template()
    _write_page_header(document, review, report_type)
    _write_status(document, review)
    _write_header(document, review.draft, report_type)
    for section in review.draft.sections:
        _write_section(document, section, review, report_type.heading(section.heading))
    _write_properties(document, metadata(review, report_type))
    return _saved(document)


def _template() -> Document:
    template = files("drafter.export") / "template.docx"
    return docx.Document(BytesIO(template.read_bytes()))


def _saved(document: Document) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return packed(unpacked(buffer.getvalue()))


def _write_page_header(document: Document, review: Review, report_type: ReportType) -> None:
    """The line at the top of every page, which the template leaves empty."""
    line = document.sections[0].header.paragraphs[0]
    line.add_run(one_line(report_type.name))
    if review.status is not Status.APPROVED:
        line.add_run(f"\t{status_line(review)}", STATUS_MARK)


def _write_status(document: Document, review: Review) -> None:
    if review.status is not Status.APPROVED:
        _write(document, STATUS, status_line(review))
        _write(document, REMARK, origin_line(review))


def _write_header(document: Document, draft: Draft, report_type: ReportType) -> None:
    for line in header_lines(report_type, draft):
        _write(document, HEADER_LINE_BOLD if line.bold else HEADER_LINE, line.text)
    _write(document, TITLE, draft.title or missing("Titel"))


def _write_section(
    document: Document, section: Section, review: Review, heading: Heading | None
) -> None:
    """A heading and what stands under it; ``heading`` is nothing when the type lacks it."""
    _write(document, _heading_style(section), section.title)
    if review.status is not Status.APPROVED:
        _write(document, REMARK, section_remark(section))
    if heading and heading.kind is HeadingKind.PARTICIPANTS:
        _write_participants(document, section, review.draft)
    _write_paragraphs(document, section, heading)


def _write_participants(document: Document, section: Section, draft: Draft) -> None:
    for person in draft.participants:
        _write(document, PARTICIPANT, person.entry)
    if not draft.participants:
        _write(document, BODY, missing(section.title))


def _write_paragraphs(document: Document, section: Section, heading: Heading | None) -> None:
    """The section's text; a section that should have one and has not says so."""
    texts = [one_line(" ".join(one.text for one in group)) for group in section.paragraphs]
    for text in texts:
        _write(document, BODY, text)
    if not any(texts) and heading and heading.kind is HeadingKind.TEXT:
        _write(document, BODY, missing(section.title))


def _heading_style(section: Section) -> str:
    """Word counts headings from 1 under the title; a report counts the title itself as 1."""
    return f"Heading {min(max(section.level - 1, 1), 3)}"


def _write(document: Document, style: str, text: str) -> None:
    """One paragraph. An empty text makes none: space is the business of styles."""
    line = one_line(text)
    if line:
        _fill(document.add_paragraph(style=style), line)


def _fill(paragraph: Paragraph, line: str) -> None:
    for part in MISSING.split(line):
        if MISSING.fullmatch(part):
            paragraph.add_run(part, MISSING_TEXT)
        else:
            _add_text(paragraph, part)


def _add_text(paragraph: Paragraph, text: str) -> None:
    """The text in runs; English says that it is, so that it is spelled and read aloud as such."""
    place = 0
    for start, end in english_spans(text):
        _add_run(paragraph, text[place:start])
        _add_run(paragraph, text[start:end], ENGLISH)
        place = end
    _add_run(paragraph, text[place:])


def _add_run(paragraph: Paragraph, text: str, language: str = "") -> None:
    """One run, or none; without a language it has the template's own, which is Swedish."""
    if text:
        run = paragraph.add_run(text)
        if language:
            mark = OxmlElement("w:lang")
            mark.set(qn("w:val"), language)
            run.element.get_or_add_rPr().append(mark)


def _write_properties(document: Document, known: Metadata) -> None:
    core = document.core_properties
    core.title = known.title
    core.author = known.author
    core.subject = known.subject
    core.keywords = known.keywords
    core.comments = known.description
    core.content_status = known.status
    core.language = LANGUAGE
    if known.day:
        core.created = core.modified = datetime.combine(known.day, time())
    _add_custom_properties(document, custom_properties(known.record))


def _add_custom_properties(document: Document, xml: bytes) -> None:
    """The part for properties of one's own, which python-docx does not know."""
    package = document.part.package
    name = PackURI("/docProps/custom.xml")
    part = Part(name, CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, xml, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
