"""What a file that is no text seems to be, told from its first bytes, and what to do about it."""

from typing import NamedTuple


class FileKind(NamedTuple):
    """A kind of file as a message names it (``en Word-fil``) and what its owner can do."""

    name: str
    hint: str


_SAVE_AS_TEXT = "Spara innehållet som ren text (.txt eller .md) och försök igen."
_SAVE_AS_CSV = "Spara bladet som CSV (.csv) och försök igen."
_COPY_TEXT = "Kopiera texten till en textfil (.txt eller .md) och försök igen."
_TYPE_TEXT = "Skriv av innehållet i en textfil (.txt eller .md) och försök igen."

WORD = FileKind("en Word-fil", _SAVE_AS_TEXT)
NOT_TEXT = FileKind("något annat än text", _SAVE_AS_TEXT)

_IMAGE = FileKind("en bild", _TYPE_TEXT)

# What lies uncompressed inside a zip file: the names of its parts.
_PACKED = (
    (b"word/", WORD),
    (b"xl/", FileKind("en Excel-fil", _SAVE_AS_CSV)),
    (b"ppt/", FileKind("en PowerPoint-fil", _COPY_TEXT)),
    (b"opendocument.text", FileKind("en OpenDocument-fil", _SAVE_AS_TEXT)),
    (b"opendocument.spreadsheet", FileKind("ett OpenDocument-kalkylblad", _SAVE_AS_CSV)),
    (b"Index/Document.iwa", FileKind("en Pages- eller Numbers-fil", _SAVE_AS_TEXT)),
)
_ZIP = FileKind("en zip-fil", "Packa upp filen och ange textfilen som ligger i den.")

_OPENINGS = (
    (b"%PDF-", FileKind("en PDF-fil", _COPY_TEXT)),
    (b"{\\rtf", FileKind("en RTF-fil", _SAVE_AS_TEXT)),
    (b"\xd0\xcf\x11\xe0", FileKind("en äldre Word- eller Excel-fil", _SAVE_AS_TEXT)),
    (b"\x89PNG", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF87a", _IMAGE),
    (b"GIF89a", _IMAGE),
    (b"II*\0", _IMAGE),
    (b"MM\0*", _IMAGE),
)
_PAGES = (b"<!doctype html", b"<html")
_RECORDING = FileKind(
    "en ljud- eller bildinspelning", "Skriv ner det som sägs i en textfil (.txt eller .md)."
)


def file_kind(data: bytes) -> FileKind | None:
    """What a file seems to be when it is no text; nothing when it may well be one."""
    if data.startswith(b"PK\x03\x04"):
        return next((kind for mark, kind in _PACKED if mark in data), _ZIP)
    if data[4:8] == b"ftyp":
        return _IMAGE if data[8:12] in (b"heic", b"heix", b"mif1", b"avif") else _RECORDING
    if data.lstrip()[:14].lower().startswith(_PAGES):
        return FileKind("en webbsida", _COPY_TEXT)
    return next((kind for mark, kind in _OPENINGS if data.startswith(mark)), None)
