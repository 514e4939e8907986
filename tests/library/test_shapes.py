from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import pytest

from drafter.errors import FolderError, SettingsError
from drafter.library.shapes import STRICT, read_json, read_toml, write_json


@dataclass(frozen=True, slots=True)
class Chapter:
    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    niva: int = 2


@dataclass(frozen=True, slots=True)
class Book:
    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    namn: str
    kapitel: tuple[Chapter, ...] = ()


WRONG = [
    ('nam = "x"\n', 1, "»nam« är okänd", "»namn«"),
    ('namn = "x"\n\n[[kapitel]]\nid = "a"\n[[kapitel]]\nnivaa = 3\n', 6, "okänd", "»niva«"),
    ('namn = "x"\n[[kapitel]]\nid = "a"\n\n[[kapitel]]\nniva = 3\n', 5, "»id« saknas", ""),
    ('namn = "x"\n[[kapitel]]\nid = "a"\nniva = "tre"\n', 4, "heltal", ""),
    ("namn = 4\n", 1, "text inom citattecken", ""),
    ('namn = "x\n', 1, "går inte att tolka", "citattecken"),
    ('namn = "x"\nhejsan\n', 2, "går inte att tolka", ""),
]


@pytest.mark.parametrize(("text", "line", "message", "hint"), WRONG)
def test_a_faulty_file_is_an_error_with_its_line(
    text: str, line: int, message: str, hint: str, tmp_path: Path
) -> None:
    path = tmp_path / "bok.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_toml(path, Book)
    assert caught.value.line == line
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_a_file_in_another_encoding_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "bok.toml"
    path.write_bytes('namn = "å"\n'.encode("cp1252"))
    with pytest.raises(SettingsError, match="UTF-8"):
        read_toml(path, Book)


def test_a_byte_order_mark_is_no_part_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "bok.toml"
    path.write_text('namn = "x"\n', encoding="utf-8-sig")
    assert read_toml(path, Book) == Book("x")


def test_json_is_read_as_it_was_written() -> None:
    book = Book("Å", (Chapter("a", 3),))
    assert read_json(write_json(book), Book, FolderError) == book


def test_json_of_another_shape_is_the_callers_error() -> None:
    with pytest.raises(FolderError, match="namn"):
        read_json('{"namnet": "x"}', Book, FolderError)
