"""The file of a finished text as it stands, to show where something is or to mend it."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from drafter.errors import ManuscriptError
from drafter.library.encoding import decode, read_text
from drafter.library.files import read_bytes
from drafter.library.lines import split_lines
from drafter.library.manuscript.edits import Edit, edited_rows
from drafter.library.manuscript.refusals import textless, unreadable

__all__ = ["Edit", "Source", "edited_rows", "read_source"]

# How text may be written, by what stands before it; the first that gives the text is right.
_CODECS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
    (b"", "utf-8"),
    (b"", "cp1252"),
    (b"", "mac_roman"),
    (b"", "cp850"),
    (b"", "utf-16-le"),
    (b"", "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file row by row: the lines of a text file, or the paragraphs of a Word document.

    ``unit`` is the Swedish word for a row.
    """

    rows: tuple[str, ...]
    unit: str
    _rewrite: Callable[[Iterable[Edit]], bytes] = field(repr=False, compare=False)

    def rewritten(self, edits: Iterable[Edit]) -> bytes:
        """The file with some stretches replaced and all else as it was.

        Text is written in the encoding that it had, or in UTF-8 when that lacks a new character.

        Raises:
            ValueError: two edits overlap, or one lies where there is no text.
        """
        return self._rewrite(edits)


def read_source(path: Path) -> Source:
    """A .docx, .md or .txt file as it stands.

    The rows of a text file are those of ``split_lines``; those of a Word document are the
    paragraphs that are read, with the insertions of tracked changes. Nothing in them is mended:
    they may hold letters in several parts, and characters that cannot be seen.

    Raises:
        ManuscriptError: the file cannot be read, is of another kind, or holds no text.
    """
    match path.suffix.lower():
        case ".docx":
            from drafter.library.manuscript.word_source import rewritten_word, word_rows

            data = read_bytes(path, ManuscriptError)
            source = Source(word_rows(path, data), "stycke", partial(rewritten_word, path, data))
        case ".md" | ".markdown" | ".txt":
            read_text(path, ManuscriptError)  # says what is wrong with a file that is no text
            data = read_bytes(path, ManuscriptError)
            rows = tuple(split_lines(decode(data)))
            source = Source(rows, "rad", partial(_rewritten_text, data))
        case _:
            raise unreadable(path)
    if not any(row.strip() for row in source.rows):
        raise textless(path)
    return source


def _rewritten_text(data: bytes, edits: Iterable[Edit]) -> bytes:
    text = decode(data)
    rows = split_lines(text)
    ends = _line_ends(text, rows)
    new = "".join(map("".join, zip(edited_rows(rows, edits), ends, strict=True)))
    mark, codec = _written_in(data, text)
    try:
        return mark + new.encode(codec)
    except UnicodeEncodeError:
        return new.encode("utf-8")


def _line_ends(text: str, rows: list[str]) -> list[str]:
    """What stands after each row; nothing after the last."""
    ends: list[str] = []
    place = 0
    for row in rows:
        place += len(row)
        ends.append("\r\n" if text.startswith("\r\n", place) else text[place : place + 1])
        place += len(ends[-1])
    return ends


def _written_in(data: bytes, text: str) -> tuple[bytes, str]:
    """The byte order mark and the encoding that a text has in its file."""
    return next(
        (mark, codec)
        for mark, codec in _CODECS
        if data.startswith(mark) and _encoded(text, codec) == data[len(mark) :]
    )


def _encoded(text: str, codec: str) -> bytes | None:
    try:
        return text.encode(codec)
    except UnicodeEncodeError:
        return None
