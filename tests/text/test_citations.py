"""Citations read from a text, and written so that they can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.nouns import Quote, Sentence, SentenceKind
from drafter.text.citations import Cited, citation, read_cited

READ = [
    ("Staden bjöds in. [4]", [Cited("Staden bjöds in.", (4,))]),
    ("Ett. [12, 14] Två. [D3]", [Cited("Ett.", (12, 14)), Cited("Två.", (), (3,))]),
    ("Ett. [4, D3] Två. [egen]", [Cited("Ett.", (4,), (3,)), Cited("Två.", own=True)]),
    ("Ett. [4–6] Två. [D2-D4]", [Cited("Ett.", (4, 5, 6)), Cited("Två.", (), (2, 3, 4))]),
    ("Ett. Två. [3] Tre.", [Cited("Ett."), Cited("Två.", (3,)), Cited("Tre.")]),
    ("Ett. [3] [d1][Egen] Två.", [Cited("Ett.", (3,), (1,), own=True), Cited("Två.")]),
    ("Ett [4]. Två [5], sade hon. [6]", [Cited("Ett.", (4,)), Cited("Två, sade hon.", (5, 6))]),
    ("Oslo m.m. [4] därefter Åbo. [5]", [Cited("Oslo m.m.", (4,)), Cited("därefter Åbo.", (5,))]),
    ("Ett.[4]Två.", [Cited("Ett.", (4,)), Cited("Två.")]),
    ("Ett utan punkt [4] Två. [5]", [Cited("Ett utan punkt", (4,)), Cited("Två.", (5,))]),
    ("Ett. [4, 4]", [Cited("Ett.", (4,))]),
    ("Ett. [0] Två. [99999999999]", [Cited("Ett.", (0,)), Cited("Två.", (99999999999,))]),
    ("Ett. [D0] Två. [[12]] Tre.", [Cited("Ett.", (), (0,)), Cited("Två.", (12,)), Cited("Tre.")]),
    ("", []),
]
NOT_CITATIONS = [
    "Numret är [uppgift saknas: Dnr] ännu.",
    "Hon är [1:e vice] KFO.",
    "Läs [4](https://exempel.se) först.",
    "Rad [4 st] och [9–3] och [8-] och [] och [٨] finns inte.",
    f"Rad [{'9' * 13}] finns inte.",
    "Åren [1–900] var långa.",
    "[4] Först kommer ingen mening.",
]


@pytest.mark.parametrize(("text", "cited"), READ)
def test_a_citation_belongs_to_the_sentence_before_it(text: str, cited: list[Cited]) -> None:
    assert list(read_cited(text)) == cited


@pytest.mark.parametrize("text", NOT_CITATIONS)
def test_other_brackets_stay_in_the_text(text: str) -> None:
    assert read_cited(text) == (Cited(text),)


def test_a_sentence_is_cited_by_lines_rows_and_the_official_herself() -> None:
    quotes = (Quote(7, "a"), Quote(9, "b"), Quote(7, "c"))
    assert citation(Sentence("s", "X.", quotes)) == "[7, 9]"
    assert citation(Sentence("s", "X.", rows=(3,))) == "[D3]"
    assert citation(Sentence("s", "X.", quotes[:1], SentenceKind.OWN, (3,))) == "[7, D3, egen]"
    assert citation(Sentence("s", "X.")) == ""


numbers = st.lists(st.integers(1, 99999), max_size=4, unique=True).map(tuple)
words = st.sampled_from(["Staden kom.", "Gick det?", "Oslo m.fl.", "”Ja.”", "Åbo (S) deltog!"])
cited = st.builds(Cited, words, numbers, numbers, st.booleans())


@given(st.lists(cited, max_size=6))
def test_what_is_written_is_read_back(written: list[Cited]) -> None:
    paragraph = " ".join(f"{one.text} {citation(_sentence(one))}".strip() for one in written)
    assert list(read_cited(paragraph)) == written


def _sentence(one: Cited) -> Sentence:
    quotes = tuple(Quote(line, "") for line in one.lines)
    kind = SentenceKind.OWN if one.own else SentenceKind.FACT
    return Sentence("s", one.text, quotes, kind, one.rows)


@given(st.text(alphabet="aÅ.[]4D–, egn", max_size=120))
def test_no_word_is_lost_with_a_citation(text: str) -> None:
    read = "".join(one.text for one in read_cited(text))
    assert [read.count(letter) for letter in "aÅ"] == [text.count(letter) for letter in "aÅ"]
