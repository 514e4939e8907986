"""The participants of finished texts: lists, plain lines and tables."""

import pytest

from drafter.library.manuscript.attendance import read_attendance
from drafter.library.manuscript.markdown import read_markdown
from drafter.library.manuscript.outline import outline

LISTS = [
    "1. Anna Ek, ordförande (S)\n2. Bo Berg, ledamot, SLK",
    "- Anna Ek, ordförande (S)\n- **Bo Berg**, ledamot, SLK",
    "Anna Ek, ordförande (S)\nBo Berg, ledamot, SLK",
    "Anna Ek, ordförande (S)\n\nBo Berg, ledamot, SLK",
    "| Namn | Roll | Parti | Enhet |\n|---|---|---|---|\n"
    "| Anna Ek | ordförande | S | |\n| Bo Berg | ledamot | | SLK |",
    "| 1 | Anna Ek | ordförande (S) |\n| 2 | Bo Berg | ledamot, SLK |",
    "Stockholms stad:\n\n1. Anna Ek, ordförande (S)\n\nTjänstemän\n\n2. Bo Berg, ledamot, SLK",
    "1. Anna Ek, ordförande (S) [D1]\n2. Bo Berg, ledamot, SLK [D2]",
]
PROSE = "Delegationen bestod av följande personer."


def people(markdown: str) -> list[str]:
    return [person.entry for person in read_attendance(outline(read_markdown(markdown), ()))[0]]


def prose(markdown: str) -> list[str]:
    return [piece.text for piece in read_attendance(outline(read_markdown(markdown), ()))[1]]


@pytest.mark.parametrize("markdown", LISTS)
def test_everyone_in_a_list_is_found(markdown: str) -> None:
    assert people(markdown) == ["Anna Ek, ordförande (S)", "Bo Berg, ledamot, SLK"]
    assert prose(markdown) == []


def test_several_people_on_a_line_are_found() -> None:
    assert people("Anna Ek (S), Bo Berg (M) och Cia Dal (V)") == [
        "Anna Ek (S)",
        "Bo Berg (M)",
        "Cia Dal (V)",
    ]


@pytest.mark.parametrize("line", ["ordförande Anna Ek (S)", "Anna Ek ordförande (S)"])
def test_a_line_with_a_party_is_a_person(line: str) -> None:
    assert len(people(line)) == 1


@pytest.mark.parametrize("line", ["Stockholms Stad", "Tjänstemän:", "| 1 | 2 |", "9 st"])
def test_labels_and_figures_are_nobody(line: str) -> None:
    assert people(line) == prose(line) == []


@pytest.mark.parametrize("before", ["", "1. Anna Ek\n\n", "- Anna Ek\n- "])
def test_a_sentence_is_not_a_person(before: str) -> None:
    assert prose(before + PROSE) == [PROSE]
    assert people(before + PROSE) == ["Anna Ek"] * bool(before)


def test_a_sentence_after_the_names_is_kept() -> None:
    markdown = "Anna Ek, ordförande\noch tre tjänstemän från staden kom."
    assert people(markdown) == ["Anna Ek, ordförande"]
    assert prose(markdown) == ["och tre tjänstemän från staden kom."]


def test_a_wrapped_sentence_with_a_name_in_it_names_nobody() -> None:
    markdown = "Delegationen leddes av\nAnna Ek, som även talade på mötet."
    assert people(markdown) == []
    assert len(prose(markdown)) == 1
