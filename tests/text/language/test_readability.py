import pytest

from drafter.text.language.readability import readability

SENTENCE = "Nämnden beslutade att godkänna förslaget och att återkomma med en plan."
"""Eleven words, of which nämnden, beslutade, godkänna, förslaget and återkomma are long."""


def test_lix_is_words_a_sentence_plus_the_share_of_long_words() -> None:
    figures = readability([SENTENCE] * 10)
    assert figures is not None
    assert figures.words == 110
    assert figures.lix == round(11 + 100 * 5 / 11)
    assert figures.told == "svår"


def test_a_short_text_has_no_figures() -> None:
    assert readability([SENTENCE] * 9) is None
    assert readability([]) is None


@pytest.mark.parametrize(("words", "low", "high"), [(["en"] * 200, 0, 20), (None, 0, 1)])
def test_ovix_grows_with_variety(words: list[str] | None, low: int, high: int) -> None:
    many = words or [f"ord{'abcdefghij'[n // 10]}{'abcdefghij'[n % 10]}" for n in range(100)]
    figures = readability([" ".join(many)])
    assert figures is not None
    assert low <= figures.ovix <= high
