"""A Word document as paragraphs, with the insertions of its tracked changes."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import count
from pathlib import Path
from unicodedata import normalize

import docx

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

_CHARACTERS: dict[object, str] = {
    f"{WORD}tab": " ",
    f"{WORD}br": "\n",
    f"{WORD}cr": "\n",
    f"{WORD}noBreakHyphen": "-",
}

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


def read_word(path: Path) -> tuple[Block, ...]:
    """The paragraphs of a .docx file, in order: as they read when every tracked change is taken.

    Table cells and text boxes are included; footnotes, comments, page headers, tables of contents
    and drafter's own remarks are not.

    Raises:
        ManuscriptError: the file is missing, is no Word document, is locked, or is damaged.
    """
    data = read_bytes(path, ManuscriptError)
    _check_kind(path, data)
    try:
        _check_size(path, data)
        document = docx.Document(BytesIO(data))
        styles = read_styles(document.styles.element)
        return tuple(_blocks(document.element.body, styles, count(1)))
    except ManuscriptError:
        raise
    except Exception as error:  # a damaged part makes python-docx raise whatever it stumbles on
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


def _blocks(container: Element, styles: Styles, rows: Iterator[int]) -> Iterator[Block]:
    """The paragraphs of a body, a cell or a text box."""
    for child in container:
        if child.tag == f"{WORD}p":
            yield from _paragraph(child, styles)
            for box in _boxes(child):
                yield from _blocks(box, styles, rows)
        elif child.tag == f"{WORD}tr":
            yield from _row(child, styles, rows)
        elif _is_read(child):
            yield from _blocks(child, styles, rows)


def _is_read(element: Element) -> bool:
    """Whether there is text in an element; a content control may just ask for some."""
    prompts = element.find(f"{WORD}sdtPr/{WORD}showingPlcHdr") is not None
    return element.tag not in _SKIPPED and not prompts


def _row(row: Element, styles: Styles, rows: Iterator[int]) -> Iterator[Block]:
    if row.find(f"{WORD}trPr/{WORD}del") is None:
        number = next(rows)
        for cell in row:
            for block in _blocks(cell, styles, rows):
                yield block if block.row else replace(block, row=number)


def _boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes that are anchored in a paragraph, each once."""
    for box in paragraph.iter(f"{WORD}txbxContent"):
        anchor = next(box.iterancestors(f"{WORD}p"))
        fallback = next(box.iterancestors(f"{_COMPATIBILITY}Fallback"), None)
        if anchor is paragraph and fallback is None:
            yield box


def _paragraph(paragraph: Element, styles: Styles) -> Iterator[Block]:
    style = styles.of_paragraph(paragraph.find(f"{WORD}pPr"))
    lines = lines_of(_spans(paragraph, styles, style))
    if lines and not style.silent:
        level = style.level or 0
        yield Block(lines, level, item=bool(style.item) and not level)


def _spans(parent: Element, styles: Styles, paragraph: Style) -> Iterator[Span]:
    for child in parent:
        if child.tag == f"{WORD}r":
            properties = child.find(f"{WORD}rPr")
            style = styles.of_run(properties, paragraph)
            if properties is None or properties.find(f"{WORD}vanish") is None:
                yield Span(_text(child), bool(style.bold), bool(style.underlined))
        elif _is_read(child):
            yield from _spans(child, styles, paragraph)


def _text(run: Element) -> str:
    parts = (part.text if part.tag == f"{WORD}t" else _CHARACTERS.get(part.tag) for part in run)
    return normalize("NFC", "".join(part or "" for part in parts)).translate(_INVISIBLE)
