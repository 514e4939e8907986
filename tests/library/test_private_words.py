"""The name lists and kansligt.toml: clean, consistent, and read with errors that point."""

from collections import Counter
from pathlib import Path

import pytest

from drafter.errors import SettingsError
from drafter.library.prompt_files import SHARED, PromptFiles, shipped
from drafter.library.vocabulary import read_reader

FOLDER = shipped() / SHARED
LISTS = ("fornamn.txt", "efternamn.txt", "namnord.txt", "ej_namn.txt")


def words(name: str) -> list[str]:
    return (FOLDER / name).read_text(encoding="utf-8").split()


@pytest.mark.parametrize("name", LISTS)
def test_no_word_is_listed_twice(name: str) -> None:
    times = Counter(word.casefold() for word in words(name))
    assert [word for word, count in times.items() if count > 1] == []


def test_words_that_are_also_names_are_names() -> None:
    names = {word.casefold() for name in LISTS[:2] for word in words(name)}
    assert set(words("namnord.txt")) <= names


def wrong(tmp_path: Path, name: str, text: str) -> SettingsError:
    own = tmp_path / SHARED / name
    own.parent.mkdir()
    own.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_reader(PromptFiles.searched(tmp_path))
    return caught.value


@pytest.mark.parametrize(
    ("name", "text", "line", "said"),
    [
        ("smeknamn.csv", "namn;smeknamn\nAnna\n", 2, "»Anna«"),
        ("smeknamn.csv", "namn;smeknamn\nBo;Bosse\n\nBO;Bobo\n", 4, "»BO«"),
        ("kansligt.toml", "[halsa]\nalltid = []\n[vader]\nalltid = []\n", 3, "»vader«"),
        ("kansligt.toml", '[halsa]\nibland = ["snuva"]\n', 2, "»ibland«"),
        ("kansligt.toml", '[halsa]\nalltid = "snuva"\n', 2, "»alltid«"),
        ("kansligt.toml", "personer = 3\n", 1, "»personer«"),
    ],
)
def test_what_cannot_be_read_is_told(
    tmp_path: Path, name: str, text: str, line: int, said: str
) -> None:
    error = wrong(tmp_path, name, text)
    assert error.line == line
    assert said in error.message


def test_own_pet_names_take_the_place_of_those_that_ship(tmp_path: Path) -> None:
    own = tmp_path / SHARED / "smeknamn.csv"
    own.parent.mkdir()
    own.write_text("namn;smeknamn\nFredrik;Frasse\n", encoding="utf-8")
    names = read_reader(PromptFiles.searched(tmp_path)).names
    assert names.nicknames == {"fredrik": ("Frasse",)}
