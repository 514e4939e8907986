"""The search for a prompt file."""

from pathlib import Path

import pytest

from drafter.errors import SettingsError
from drafter.library.prompt_files import PromptFiles

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
