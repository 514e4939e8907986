"""The lines of tests/privacy/uppgifter.toml: what points at somebody, and what only looks so."""

import tomllib
from pathlib import Path

import pytest

from drafter.text.personal import find_personal

LINES = tomllib.loads(
    (Path(__file__).parents[1] / "privacy" / "uppgifter.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", LINES["slar"], ids=lambda case: case["del"])
def test_what_points_at_somebody_is_found(case: dict[str, str]) -> None:
    found = [(case["text"][one.start : one.end], one.kind) for one in find_personal(case["text"])]
    assert found == [(case["del"], case["slag"])]


@pytest.mark.parametrize("text", LINES["tiger"])
def test_what_only_looks_so_is_left(text: str) -> None:
    assert [text[one.start : one.end] for one in find_personal(text)] == []


def test_there_are_lines_enough() -> None:
    assert len(LINES["slar"]) >= 40
    assert len(LINES["tiger"]) >= 40
