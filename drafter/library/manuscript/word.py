"""A Word document as paragraphs, with the insertions of its tracked changes."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

import docx
from docx.document import Document

from drafter.errors import ManuscriptError
from drafter.library.encoding_kinds import WORD as WORD_FILE
from drafter.library.encoding_kinds import file_kind
from drafter.library.files import read_bytes
from drafter.library.manuscript.blocks import Block, Span, lines_of
from drafter.library.manuscript.word_styles import WORD, Element, Style, Styles, read_styles

_LARGEST = 300_000_000
"""The most bytes that a document may unpack to: more is no report but an attack or an accident."""

_OLD_WORD = b"\xd0\xcf\x11\xe0"
"""How Word's older format begins, and every Office file that is locked with a password."""

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

# Deleted or moved away, told twice for older programs, or no text.
_SKIPPED = {f"{WORD}del", f"{WORD}moveFrom", f"{WORD}pPr", f"{_COMPATIBILITY}Fallback"}

TEXT = f"{WORD}t"
"""The elements that hold the text of a run."""

_CHARACTERS: dict[object, str] = {
    f"{WORD}tab": "\t",
    f"{WORD}br": "\n",
    f"{WORD}cr": "\n",
    f"{WORD}noBreakHyphen": "-",
}

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


class Paragraph(NamedTuple):
    """A paragraph that is read: its element and style, and its table row's number (0 outside)."""

    element: Element
    style: Style
    row: int = 0


class WordFile(NamedTuple):
    """A document as it was opened, with the paragraphs that are read, in order."""

    data: bytes
    paragraphs: tuple[Paragraph, ...]
    styles: Styles
    document: Document

    def packed(self) -> bytes:
        """The file with the body as it now is; every other part has the bytes that it had."""
        body = self.document.part.partname.lstrip("/")
        buffer = BytesIO()
        with zipfile.ZipFile(BytesIO(self.data)) as old, zipfile.ZipFile(buffer, "w") as new:
            for part in old.infolist():
                data = self.document.part.blob if part.filename == body else old.read(part)
                new.writestr(part, data)
        return buffer.getvalue()


def read_word(path: Path) -> tuple[Block, ...]:
    """The paragraphs of a .docx file, in order: as they read when every tracked change is taken.

    Table cells and text boxes are included; footnotes, comments, page headers, tables of contents
    and drafter's own remarks are not.

    Raises:
        ManuscriptError: the file is missing, is no Word document, is locked, or is damaged.
    """
    file = open_word(path, read_bytes(path, ManuscriptError))
    with _damage_told(path):
        return tuple(block for one in file.paragraphs for block in _block(one, file.styles))


def open_word(path: Path, data: bytes) -> WordFile:
    """The bytes of a .docx file as a document.

    Raises:
        ManuscriptError: they are no Word document, or it is locked or damaged.
    """
    _check_kind(path, data)
    with _damage_told(path):
        _check_size(path, data)
        document = docx.Document(BytesIO(data))
        styles = read_styles(document.styles.element)
        paragraphs = tuple(_paragraphs(document.element.body, styles, count(1)))
        return WordFile(data, paragraphs, styles, document)


@contextmanager
def _damage_told(path: Path) -> Iterator[None]:
    """A damaged part makes python-docx raise whatever it stumbles on."""
    try:
        yield
    except ManuscriptError:
        raise
    except Exception as error:
        raise ManuscriptError(
            f"{path.name} går inte att läsa som Word-dokument.",
            "Öppna filen i Word och spara den på nytt som .docx.",
            path,
        ) from error


def _check_kind(path: Path, data: bytes) -> None:
    if data.startswith(_OLD_WORD):
        raise ManuscriptError(
            f"{path.name} är låst med lösenord eller sparad i Words äldre format.",
            "Öppna filen i Word, ta bort lösenordet och spara den på nytt som .docx.",
            path,
        )
    kind = file_kind(data)
    if kind is not WORD_FILE:
        name = kind.name if kind else "något annat än ett Word-dokument"
        hint = "Öppna texten i Word och spara den som .docx, eller ange en .md- eller .txt-fil."
        raise ManuscriptError(f"{path.name} ser ut som {name}.", hint, path)


def _check_size(path: Path, data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        size = sum(part.file_size for part in archive.infolist())
    if size > _LARGEST:
        hint = "Ta bort inklistrade bilder och annat som inte är text, och spara filen på nytt."
        raise ManuscriptError(f"{path.name} är för stor för att läsas.", hint, path)


def _paragraphs(
    container: Element, styles: Styles, rows: Iterator[int], row: int = 0
) -> Iterator[Paragraph]:
    """The paragraphs of a body, a cell or a text box that are text."""
    for child in container:
        if child.tag == f"{WORD}p":
            style = styles.of_paragraph(child.find(f"{WORD}pPr"))
            if not style.silent:
                yield Paragraph(child, style, row)
            for box in _boxes(child):
                yield from _paragraphs(box, styles, rows, row)
        elif child.tag == f"{WORD}tr":
            yield from _row(child, styles, rows)
        elif _is_read(child):
            yield from _paragraphs(child, styles, rows, row)


def _is_read(element: Element) -> bool:
    """Whether there is text in an element; a content control may just ask for some."""
    prompts = element.find(f"{WORD}sdtPr/{WORD}showingPlcHdr") is not None
    return element.tag not in _SKIPPED and not prompts


def _row(row: Element, styles: Styles, rows: Iterator[int]) -> Iterator[Paragraph]:
    if row.find(f"{WORD}trPr/{WORD}del") is None:
        number = next(rows)
        for cell in row:
            yield from _paragraphs(cell, styles, rows, number)


def _boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes that are anchored in a paragraph, each once."""
    for box in paragraph.iter(f"{WORD}txbxContent"):
        anchor = next(box.iterancestors(f"{WORD}p"))
        fallback = next(box.iterancestors(f"{_COMPATIBILITY}Fallback"), None)
        if anchor is paragraph and fallback is None:
            yield box


def _block(paragraph: Paragraph, styles: Styles) -> Iterator[Block]:
    style = paragraph.style
    if lines := lines_of(_spans(paragraph, styles)):
        level = style.level or 0
        yield Block(lines, level, item=bool(style.item) and not level, row=paragraph.row)


def _spans(paragraph: Paragraph, styles: Styles) -> Iterator[Span]:
    for run in runs_of(paragraph.element):
        style = styles.of_run(run.find(f"{WORD}rPr"), paragraph.style)
        text = "".join(text for _, text in characters_of(run))
        shown = normalize("NFC", text).translate(_INVISIBLE)
        yield Span(shown, bool(style.bold), bool(style.underlined))


def runs_of(parent: Element) -> Iterator[Element]:
    """The runs of a paragraph that are read, in order."""
    for child in parent:
        if child.tag == f"{WORD}r":
            properties = child.find(f"{WORD}rPr")
            if properties is None or properties.find(f"{WORD}vanish") is None:
                yield child
        elif _is_read(child):
            yield from runs_of(child)


def characters_of(run: Element) -> Iterator[tuple[Element, str]]:
    """The parts of a run that make characters, each with its text."""
    for part in run:
        text = part.text if part.tag == TEXT else _CHARACTERS.get(part.tag)
        if text:
            yield part, text
