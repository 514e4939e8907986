"""Any encoding that occurs, and a clear word about what is no text."""

import codecs
import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import NotesError, ParticipantsError
from drafter.library.encoding import decode, read_text
from drafter.library.lines import split_lines

SWEDISH = "Mötet i Åre: ”smörgås” – på ön\nÄrendet var färdigt… idé\n"

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman")

CP850_WORDS = ["Anna Björk", "Ådal", "år", "för", "på", "Malmö", "Öberg", "Ärende", "idé", "ÅTGÄRD"]


def saved(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "anteckningar.txt"
    path.write_bytes(data)
    return path


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x" * 50)
    return buffer.getvalue()


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_swedish_text_is_read_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    assert read_text(saved(tmp_path, SWEDISH.encode(encoding)), NotesError) == SWEDISH


def test_big_endian_utf_16_with_its_mark_is_read(tmp_path: Path) -> None:
    data = codecs.BOM_UTF16_BE + SWEDISH.encode("utf-16-be")
    assert read_text(saved(tmp_path, data), NotesError) == SWEDISH


@pytest.mark.parametrize("word", ["Anna Öberg", "Åsa", "för", "café", "ÅRSMÖTE", "kvar… sedan"])
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_a_single_word_tells_windows_from_mac(tmp_path: Path, word: str, encoding: str) -> None:
    assert read_text(saved(tmp_path, word.encode(encoding)), NotesError) == word


@pytest.mark.parametrize("encoding", ["cp850", "cp437"])
@pytest.mark.parametrize("word", CP850_WORDS)
def test_a_single_word_tells_ms_dos_from_the_rest(tmp_path: Path, word: str, encoding: str) -> None:
    assert read_text(saved(tmp_path, word.encode(encoding)), NotesError) == word


WINDOWS = [
    "10 €", "São Paulo", "a “b” – c", "10 § …", "Anna ”Annie” Ek", "”Hej.” – ”Hopp”", "„Hej“",
    "24” och 27”", "det är ”bra”", "Word™", "Mötet”", "Nils’ hund",
]  # fmt: skip


@pytest.mark.parametrize("text", WINDOWS)
def test_windows_1252_is_taken_where_nothing_speaks_against_it(tmp_path: Path, text: str) -> None:
    assert read_text(saved(tmp_path, text.encode("cp1252")), NotesError) == text


def test_letters_written_in_two_parts_become_one(tmp_path: Path) -> None:
    data = "mo\u0308te på A\u030aland".encode()
    assert read_text(saved(tmp_path, data), NotesError) == "möte på Åland"


def test_controls_become_spaces_and_invisible_marks_go(tmp_path: Path) -> None:
    data = "ett\ftvå\vtre\u2028fyra\x85fem kom\u00admun\ufeff\x1a".encode()
    assert read_text(saved(tmp_path, data), NotesError) == "ett två tre fyra fem kommun "


def test_only_real_line_ends_make_lines() -> None:
    assert split_lines("a\nb\r\nc\rd\u2028e\x85f\vg\fh") == ["a", "b", "c", "d\u2028e\x85f\vg\fh"]


def test_an_empty_file_is_an_empty_text(tmp_path: Path) -> None:
    assert read_text(saved(tmp_path, b""), NotesError) == ""


BINARIES = [
    (zipped("[Content_Types].xml", "word/document.xml"), "en Word-fil"),
    (zipped("xl/workbook.xml"), "en Excel-fil"),
    (zipped("ppt/presentation.xml"), "en PowerPoint-fil"),
    (zipped("bilder/katt.jpg"), "en zip-fil"),
    (b"%PDF-1.7\n%\xe2\xe3", "en PDF-fil"),
    (b"{\\rtf1\\ansi Hej}", "en RTF-fil"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "en äldre Word- eller Excel-fil"),
    (b"\x89PNG\r\n\x1a\n\0\0", "en bild"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF", "en bild"),
    (b"\0\0\0\x18ftypheic\0\0", "en bild"),
    (b"\0\0\0\x18ftypM4A \0\0", "en ljud- eller bildinspelning"),
    (b"\n<!DOCTYPE html><p>Hej", "en webbsida"),
    (b"a\0b\0\0c", "något annat än text"),
    (bytes(range(1, 32)) * 4, "något annat än text"),
]


@pytest.mark.parametrize(("data", "name"), BINARIES, ids=[name for _, name in BINARIES])
def test_a_file_that_is_no_text_is_named(tmp_path: Path, data: bytes, name: str) -> None:
    with pytest.raises(NotesError, match=f"anteckningar.txt ser ut som {name}") as caught:
        read_text(saved(tmp_path, data), NotesError)
    assert caught.value.hint


def test_a_mixed_file_is_refused_with_its_line(tmp_path: Path) -> None:
    data = "första\nmöte på ön\n".encode() + "tredje är fel".encode("cp1252")
    with pytest.raises(NotesError, match="inte går att tyda på rad 3") as caught:
        read_text(saved(tmp_path, data), NotesError)
    assert caught.value.line == 3


def test_a_cut_utf_16_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotesError, match="inte går att tyda"):
        read_text(saved(tmp_path, SWEDISH.encode("utf-16") + b"\x41"), NotesError)


def test_a_missing_file_is_an_error_of_the_wanted_type(tmp_path: Path) -> None:
    with pytest.raises(ParticipantsError, match=r"deltagare\.csv finns inte"):
        read_text(tmp_path / "deltagare.csv", ParticipantsError)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotesError, match="är en mapp"):
        read_text(tmp_path, NotesError)


def test_a_file_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotesError, match="kan inte läsas"):
        read_text(tmp_path / ("x" * 300), NotesError)


def test_a_file_without_permission_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)  # root, who may run this, reads everything
    with pytest.raises(NotesError, match="får inte läsas"):
        read_text(tmp_path / "hemligt.txt", NotesError)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_not_to_be_read(data: bytes) -> None:
    with suppress(UnicodeDecodeError):
        assert len(decode(data)) <= len(data)
