"""The hand-written lines of tests/privacy: every name gone, every other word left, all restored."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from drafter.library.prompt_files import PromptFiles
from drafter.library.vocabulary import read_reader
from drafter.text.people import find_people
from drafter.text.pseudonyms import Pseudonyms
from drafter.text.veil import Veil
from tests.leaks import showing

FOLDER = Path(__file__).parents[1] / "privacy"
PROMPTS = PromptFiles.searched()
NAMES = read_reader(PROMPTS).names
LISTED: dict[str, Any] = tomllib.loads((FOLDER / "namn.toml").read_text(encoding="utf-8"))
OTHERS: dict[str, Any] = tomllib.loads((FOLDER / "andra.toml").read_text(encoding="utf-8"))
VEIL = Veil.of(Pseudonyms.of(LISTED["personer"], NAMES.nicknames))


@pytest.mark.parametrize("case", LISTED["rader"], ids=lambda case: case["text"])
def test_listed_people_are_hidden_and_restored(case: dict[str, Any]) -> None:
    hidden = VEIL.hide(case["text"])
    assert showing(hidden, case["borta"]) == [], hidden
    assert [one for one in case.get("kvar", ()) if one not in hidden] == [], hidden
    assert VEIL.leaks(hidden) == ()
    assert VEIL.restore(hidden).text == case["text"]


@pytest.mark.parametrize("case", OTHERS["rader"], ids=lambda case: case["text"])
def test_other_people_are_found(case: dict[str, Any]) -> None:
    assert find_people([case["text"]], [], NAMES) == tuple(case["personer"])


def test_there_are_lines_enough() -> None:
    assert len(LISTED["rader"]) >= 60
    assert len(OTHERS["rader"]) >= 40
