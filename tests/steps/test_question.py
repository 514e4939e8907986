"""What is asked of the official: doubts, contradictions, impossibilities and odd spellings."""

import pytest

from drafter.library.prompt_files import PromptFiles
from drafter.library.vocabulary import read_reader
from drafter.nouns import HeaderValue, Question
from drafter.steps.question import ask
from drafter.text.conflicts import find_conflicts
from tests.build import notes_of

READER = read_reader(PromptFiles.searched())
PEOPLE = "namn\nAmira Youssef\nKjell Aronsson\n"


def questions_of(text: str, *header: str) -> tuple[Question, ...]:
    notes = notes_of(text, PEOPLE)
    values = [HeaderValue("datum", value) for value in header]
    return ask(notes, values, find_conflicts(notes, READER))


def test_the_authors_doubts_become_questions() -> None:
    (question,) = questions_of("## bakgrund\n- första mötet hölls 2003??\n")
    assert question.lines == (2,)
    assert "2003??" in question.text


def test_lines_that_contradict_each_other_become_one_question() -> None:
    (question,) = questions_of("pilot med 48 användare\nlunch\npiloten hade 84 användare\n")
    assert question.lines == (1, 3)
    assert "48 användare" in question.text
    assert "84 användare" in question.text


def test_what_cannot_be_is_asked_about_and_not_corrected() -> None:
    (question,) = questions_of("mötet är tis 14 okt\n", "2026-10-06")
    assert "den 14 oktober är en onsdag, inte en tisdag" in question.text
    assert question.text.endswith("mötet är tis 14 okt")


def test_without_a_header_year_a_weekday_is_not_judged() -> None:
    assert questions_of("mötet är tis 14 okt\n") == ()


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("Amira Yousef var skeptisk", "Amira Yousef"),
        ("skeptisk: Yousseff.", "Yousseff"),
        ("enligt Arnossons roll", "Arnosson"),
        ("Kjel Aronsson tog bilen", "Kjel Aronsson"),
    ],
)
def test_a_name_spelt_otherwise_than_on_the_list_is_asked_about(line: str, written: str) -> None:
    (question,) = questions_of(f"{line}\n")
    assert f"”{written}”" in question.text
    assert "deltagarlistan" in question.text


@pytest.mark.parametrize(
    "line", ["Amira Youssefs fråga", "Bo Aronson talade", "Amir talade", "Aron och Amira kom"]
)
def test_other_names_are_left_alone(line: str) -> None:
    assert questions_of(f"{line}\n") == ()


def test_questions_stand_in_the_order_of_the_notes() -> None:
    text = "svar senast 3/11\nkanske 2003??\nsvar senast 13/11\nvecka 54\n"
    assert [one.lines for one in questions_of(text)] == [(1, 3), (2,), (4,)]
