"""Text as it lies on Swedish disks: any of its encodings in, clean Unicode out."""

import re
import unicodedata
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from drafter.errors import DrafterError
from drafter.library.encoding_kinds import NOT_TEXT, FileKind, file_kind
from drafter.library.files import read_bytes
from drafter.library.lines import split_lines

# Word's page and line breaks, NEL and U+2028 become spaces: an editor that numbers lines does
# not break at them. Marks that cannot be seen would only keep equal words from being equal.
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), " ")
_KEPT = {ord("\t"): "\t", ord("\n"): "\n", ord("\r"): "\r"}
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"), "")
_CLEAN = _CONTROLS | _KEPT | _INVISIBLE
_UNCLEAN = re.compile(f"[{''.join(map(re.escape, map(chr, _CLEAN.keys() - _KEPT.keys())))}]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")

_MARKS = ((BOM_UTF8, "utf-8-sig"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))

# Swedish letters as UTF-8 writes them, seen as bytes: no Swedish text in another encoding has
# such pairs, so a file with them that is not UTF-8 is a damaged or a mixed one.
_UTF8_PAIRS = re.compile(rb"\xc3[\xa5\xa4\xb6\x85\x84\x96]")

_SWEDISH = frozenset("åäöÅÄÖéÉ")
_TYPOGRAPHY = frozenset("–—”“’‘‚„…•·«»§°½¼¾€£×±´¨²³µ\u00a0")
_JOINING = frozenset("–’´")  # typography that may stand between two letters

# ISO-8859-1 needs no reading of its own: it differs only in control characters. The Swedish
# letters of code page 437 are those of 850.
_SINGLE_BYTE = ("cp1252", "mac_roman", "cp850")

# What Windows-1252 reads as a pair of quotation marks would be ä and ö at word ends in 850.
_LETTER = rb"[A-Za-z\x80-\xff]"
_QUOTATION = re.compile(
    rb"(?<!%b)[\x84\x93\x94]([^\x84\x93\x94]*)[\x93\x94](?!%b)" % (_LETTER, _LETTER)
)


def read_text(path: Path, error: type[DrafterError]) -> str:
    """The text of a file in composed form (NFC).

    It may be in UTF-8, UTF-16, Windows-1252, Mac Roman or the code page 850 of MS-DOS.

    Control characters become spaces and invisible ones disappear, so that a physical line is
    always what ``split_lines`` says and what an editor shows.

    Raises:
        DrafterError: of the type ``error``: the file is missing, is a folder, must not be read,
            is no text, or holds bytes that no likely encoding explains.
    """
    data = read_bytes(path, error)
    if kind := file_kind(data):
        raise _no_text(path, kind, error)
    try:
        text = decode(data)
    except UnicodeDecodeError as cause:
        line = len(split_lines(data[: cause.start].decode("latin-1")))
        hint = "Öppna filen i det program där den skrevs och spara om den som UTF-8."
        message = f"{path.name} har tecken som inte går att tyda på rad {line}."
        raise error(message, hint, path, line) from cause
    if _is_binary(text):
        raise _no_text(path, NOT_TEXT, error)
    # looked for first: nearly all files are clean, and searching is quicker than translating
    return unicodedata.normalize("NFC", text.translate(_CLEAN) if _UNCLEAN.search(text) else text)


def decode(data: bytes) -> str:
    """Bytes as text, by byte order mark, by their zeros, as UTF-8, or by what reads as Swedish.

    Raises:
        UnicodeDecodeError: no encoding fits; ``start`` is the first byte that is not UTF-8.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding)
    if wide := _wide_encoding(data):
        return data.decode(wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        if not _UTF8_PAIRS.search(data) and (text := _best_single_byte(data)):
            return text
        raise


def _no_text(path: Path, kind: FileKind, error: type[DrafterError]) -> DrafterError:
    return error(f"{path.name} ser ut som {kind.name}.", kind.hint, path)


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark: in Swedish text nearly every second byte is zero, and no other."""
    low, high = data[0::2], data[1::2]
    if high.count(0) * 2 > len(high) and not low.count(0):
        return "utf-16-le"
    if low.count(0) * 2 > len(low) and not high.count(0):
        return "utf-16-be"
    return ""


def _best_single_byte(data: bytes) -> str:
    """Windows-1252, unless another encoding gives more Swedish letters inside words.

    Empty when the bytes are not Windows-1252 and look like Swedish in no other.
    """
    encodings = [one for one in _SINGLE_BYTE if _decodes(data, one)]
    evidence = _QUOTATION.sub(rb" \1 ", data)
    likeness = {one: _likeness(evidence.decode(one)) for one in encodings}
    best = max(encodings, key=likeness.__getitem__)
    return data.decode(best) if "cp1252" in encodings or likeness[best] >= 0 else ""


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _likeness(text: str) -> int:
    """How much a decoding looks like Swedish: letters in words count for it, oddities against."""
    padded = f" {text} "
    triples = zip(padded, padded[1:], padded[2:], strict=False)
    return sum(_weight(*triple) for triple in triples if triple[1] > "\x7f")


def _weight(before: str, char: str, after: str) -> int:
    inside = before.isalpha() and after.isalpha()
    if char in _TYPOGRAPHY:
        return -1 if inside and char not in _JOINING else 0
    if char not in _SWEDISH or (char.isupper() and before.islower()):
        return -1
    if char == "é" and not before.isalpha():
        return -1  # no Swedish word begins with it
    return int(before.isalpha() or after.isalpha())


def _is_binary(text: str) -> bool:
    """A zero, or more than one control character in fifty, is nothing that a person writes."""
    return "\0" in text or len(_CONTROL.findall(text)) * 50 > len(text)
