"""The lines of tests/privacy/kansligt.toml: what is somebody's secret, and what is a subject."""

import tomllib
from pathlib import Path

import pytest

from drafter.library.prompt_files import PromptFiles
from drafter.library.vocabulary import read_reader

WORDS = read_reader(PromptFiles.searched()).sensitive
LINES = tomllib.loads(
    (Path(__file__).parents[1] / "privacy" / "kansligt.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", LINES["slar"], ids=lambda case: case["text"])
def test_secrets_are_found(case: dict[str, str]) -> None:
    assert {one.kind for one in WORDS.find(case["text"])} == {case["slag"]}


@pytest.mark.parametrize("text", LINES["tiger"])
def test_subjects_are_left_alone(text: str) -> None:
    assert [(text[one.start : one.end], one.kind) for one in WORDS.find(text)] == []


def test_both_words_of_a_pair_are_found_so_that_a_mask_covers_them() -> None:
    text = "portkoden till serverrummet är 4711"
    assert [text[one.start : one.end] for one in WORDS.find(text)] == ["portkoden", "4711"]


def test_a_span_is_what_the_text_says() -> None:
    text = "Bra möte.\nTyvärr: portkod 4711, skrev jag. Sen hem."
    (one,) = WORDS.find(text)
    assert text[one.start : one.end] == "portkod 4711"


def test_every_kind_has_a_line() -> None:
    assert {case["slag"] for case in LINES["slar"]} == set(WORDS.lists)
