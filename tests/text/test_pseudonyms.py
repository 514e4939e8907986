import pytest

from drafter.text.pseudonyms import Pseudonyms
from drafter.text.veil import Veil

PEOPLE = ("Anna Berg", "Anna Ström", "Fredrik Ek", "Jonas Åberg", "Björn Dag")
NICKNAMES = {"fredrik": ("Fredde",)}
PSEUDONYMS = Pseudonyms.of(PEOPLE, NICKNAMES)


def test_names_are_hidden_and_come_back() -> None:
    text = "FE och Anna Bergs chef Jonas åkte; fredde körde ANNA\nSTRÖM hem."
    hidden = PSEUDONYMS.hide(text)
    assert PSEUDONYMS.leaks(hidden) == ()
    assert PSEUDONYMS.restore(hidden).text == text


def test_the_order_of_people_does_not_matter() -> None:
    turned = Pseudonyms.of(reversed(PEOPLE), NICKNAMES)
    assert turned == PSEUDONYMS
    assert turned.hide("Anna Berg och Jonas") == PSEUDONYMS.hide("Anna Berg och Jonas")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("⟦P1⟧s bil", "Anna Bergs bil"),
        ("⟦P1⟧:s bil", "Anna Bergs bil"),
        ("⟦P5.2⟧s bil", "Jonas bil"),
    ],
)
def test_genitives_come_back_as_swedish_has_them(answer: str, expected: str) -> None:
    assert PSEUDONYMS.restore(answer).text == expected


@pytest.mark.parametrize("answer", ["⟦ P1 ⟧ talade", "⟦p1⟧ talade", "⟦⟦P1⟧⟧ talade"])
def test_a_careless_placeholder_is_understood(answer: str) -> None:
    assert PSEUDONYMS.restore(answer).text == "Anna Berg talade"


@pytest.mark.parametrize("text", ["⟦ P1 ⟧", "⟦p1⟧", "⟦⟦P1⟧⟧", "⟦Anna Berg⟧", "⟦⟦Anna Berg⟧⟧"])
def test_the_notes_own_brackets_stay_as_they_are(text: str) -> None:
    assert PSEUDONYMS.restore(PSEUDONYMS.hide(text)).text == text


def test_a_placeholder_of_nobody_is_told() -> None:
    restored = PSEUDONYMS.restore("⟦P77⟧ talade")
    assert restored.text == "⟦P77⟧ talade"
    assert restored.unknown == ("⟦P77⟧",)


def test_what_looks_like_a_placeholder_stays_as_it_is() -> None:
    text = "⟦P1⟧ och ⟦⟧ och ⟦"
    assert PSEUDONYMS.restore(PSEUDONYMS.hide(text)).text == text


def test_a_veil_hides_numbers_too() -> None:
    text = "Anna Ström, 0701-23 45 67, anna.strom@exempel.se"
    veil = Veil.of(PSEUDONYMS, [text])
    hidden = veil.hide(text)
    assert hidden == "⟦P2⟧, ⟦N1⟧, ⟦N2⟧"
    assert veil.restore(hidden).text == text
    assert veil.leaks(hidden) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ström" * 5000,
        "Anna Berg " * 3000,
        "a" * 50_000,
        "Anna\u00ad" * 5000,
        "⟦" * 20_000,
        "1" * 50_000,
    ],
    ids=["glued", "many", "one word", "invisible", "brackets", "digits"],
)
def test_no_text_is_too_strange(text: str) -> None:
    veil = Veil.of(PSEUDONYMS)
    hidden = veil.hide(text)
    assert veil.leaks(hidden) == ()
    assert veil.restore(hidden).text == text
