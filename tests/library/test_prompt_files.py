"""The search for a prompt file."""

from pathlib import Path

import pytest

from drafter.errors import SettingsError
from drafter.library.prompt_files import PromptFiles
from drafter.library.vocabulary import read_reader

NAME = "gemensamt/skriv.md"


def test_a_file_of_the_users_hides_the_shipped_one(tmp_path: Path) -> None:
    shipped = PromptFiles.searched(tmp_path).find(NAME)
    assert tmp_path not in shipped.parents
    own = tmp_path / NAME
    own.parent.mkdir()
    own.touch()
    assert PromptFiles.searched(tmp_path).find(NAME) == own


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=NAME):
        PromptFiles((tmp_path,)).find(NAME)


def test_words_are_read_once_until_a_file_is_changed(tmp_path: Path) -> None:
    prompts = PromptFiles.searched(tmp_path)
    first = read_reader(prompts)
    assert read_reader(PromptFiles.searched(tmp_path)) is first
    own = tmp_path / "gemensamt" / "lexikon.csv"
    own.parent.mkdir()
    own.write_text("anteckning;formellt;typ;villkor;sakert;anm\nkfm;kaffe;uttryck;;ja;\n")
    assert read_reader(prompts).lexicon.expand("kfm") == "kaffe"
    own.write_text("anteckning;formellt;typ;villkor;sakert;anm\nkfm;fika;uttryck;;ja;\n")
    assert read_reader(prompts).lexicon.expand("kfm") == "fika"
    own.unlink()
    assert read_reader(prompts).lexicon.expand("kfm") == "kfm"
