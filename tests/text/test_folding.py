import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.folding import fold

FOLDED = [
    ("Anna Berg", "anna berg"),
    ("ANNA\tBERG\n", "anna berg "),
    ("Anna\u00a0Berg", "anna berg"),
    ("Bjo\u0308rn", "björn"),
    ("Lind\u00adqvist", "lindqvist"),
    ("A\u200bn\u200dna\ufeff", "anna"),
    ("Ｅｋ", "ek"),
    ("Ståhl–Nyqvist−1", "ståhl-nyqvist-1"),
    ("O’Brien", "o'brien"),
    ("Lind-\n  qvist", "lindqvist"),
    ("Eva-\nLouise", "eva-louise"),
    ("\ufb01n", "fin"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), FOLDED)
def test_a_name_has_one_form(text: str, expected: str) -> None:
    assert fold(text).text == expected


def test_the_way_back_takes_marks_and_invisible_signs_along() -> None:
    text = "se Bjo\u0308r\u00adn\u200b!"
    folded = fold(text)
    start, end = folded.original(3, 8)
    assert text[start:end] == "Bjo\u0308r\u00adn\u200b"


def test_a_blanked_span_has_no_letters() -> None:
    text = "An\u00adna och Bo"
    assert fold(text).blanked([(0, 5)]).text == "\ufffc\ufffc\ufffc\ufffc och bo"


@given(st.text())
def test_every_character_knows_its_place(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    assert all(0 <= a < b <= len(text) for a, b in zip(folded.starts, folded.ends, strict=True))
