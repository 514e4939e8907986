"""Where sentences stand in their file: whatever markup the file has, and however often."""

import random
import time
from collections.abc import Sequence

import pytest

from drafter.text.alignment import Spots, align, spans


def shown(rows: Sequence[str], spots: Spots) -> str:
    """What stands in the rows where the characters of a text are said to stand."""
    return "".join(rows[one.row][one.column : one.end] if one else "?" for one in spots)


def places(text: str, *rows: str) -> str:
    (spots,) = align([text], rows)
    return shown(rows, spots)


SENTENCE = "Mötet hölls i Riga."
SAME = [
    "Mötet hölls i Riga.",
    "- Mötet hölls i Riga.",
    "> Mötet hölls i Riga. [4, 7]",
    "3. **Mötet** hölls _i_ Riga. Sedan åt alla.",
    "| Riga | Mötet hölls i Riga. |",
    "## Mötet hölls i Riga.",
    "Förra mötet hölls i Oslo. Mötet hölls i Riga.",
    "<!-- Mötet hölls i Riga. --> Mötet hölls i Riga.",
    "<b>Mötet</b> hölls i Riga.",
]


@pytest.mark.parametrize("row", SAME)
def test_markup_around_words_does_not_disturb(row: str) -> None:
    (spots,) = align([SENTENCE], [row])
    assert shown([row], spots) == SENTENCE
    last = spots[-1]
    assert last is not None
    assert last.column == row.rindex(SENTENCE[-6:]) + 5


WRITTEN = [
    ("Mötet hölls [4] i Riga [7].", "Mötet hölls i Riga."),
    ("M&ouml;tet hölls &amp; slöts.", "M&ouml;tet hölls &amp; slöts."),
    ("Mo\u0308tet om sam\u00advers\u200bkan.", "Mo\u0308tet om sam\u00advers\u200bkan."),
    (r"Punkt \[4\] och \* i listan.", r"Punkt \[4\] och \* i listan."),
    ("Se [rapporten](http://x.se/den/dagen) den dagen.", "Se rapporten den dagen."),
    ("Se [4] 4 personer [5].", "Se 4 personer."),
    ("Filen snake_case är 5 * 3.", "Filen snake_case är 5 * 3."),
    ("Ordet[^1] i ![en bild](bild.png) sta**den**s namn.", "Ordet i stadens namn."),
]
READ = {
    "M&ouml;tet hölls &amp; slöts.": "Mötet hölls & slöts.",
    "Mo\u0308tet om sam\u00advers\u200bkan.": "Mötet om samverskan.",
    r"Punkt \[4\] och \* i listan.": "Punkt [4] och * i listan.",
}


@pytest.mark.parametrize(("row", "stands"), WRITTEN)
def test_markup_between_words_does_not_disturb(row: str, stands: str) -> None:
    assert places(READ.get(stands, stands), row) == stands


def test_what_keeps_its_markup_is_found_too() -> None:
    assert places("[4] Staden kom till Riga.", "[4] Staden kom [5] till Riga.") == (
        "[4] Staden kom till Riga."
    )
    assert places("[4] Riga.", "[4] <b>Riga</b>.") == "[4] Riga."
    assert places("Skriv &amp; och <b> i koden.", "Skriv &amp; och <b> i koden.") == (
        "Skriv &amp; och <b> i koden."
    )


def test_a_sentence_may_stand_on_several_rows() -> None:
    rows = ("Staden kom till", "> den stora mässan", "  i Riga.")
    (spots,) = align(["Staden kom till den stora mässan i Riga."], rows)
    assert shown(rows, spots) == "Staden kom till?den stora mässan?i Riga."
    assert places("Staden kom.", "Staden kom [4,", "7].") == "Staden kom."
    assert [spot.row for spot in spots if spot] == [0] * 15 + [1] * 16 + [2] * 7


def test_the_same_words_are_found_in_order() -> None:
    rows = ("Ja.", "- Nej. Ja.", "Ja. Ja.")
    found = align(["Ja.", "Nej.", "Ja.", "Ja.", "Ja."], rows)
    starts = [spots[0] for spots in found]
    assert [spot and spot[:2] for spot in starts] == [(0, 0), (1, 2), (1, 7), (2, 0), (2, 4)]


def test_a_cell_with_nothing_but_a_citation_is_found() -> None:
    rows = ("| Källa | Fel [4] |", "| Riga kom 4 ggr [4]. | [4] |")
    found = align(["Källa", "Fel", "Riga kom 4 ggr.", "[4]"], rows)
    assert [shown(rows, spots) for spots in found][2:] == ["Riga kom 4 ggr.", "[4]"]


def test_what_ends_a_text_tells_it_from_another() -> None:
    rows = ("# Bakgrund", "Bakgrund:", "Staden kom.")
    found = align(["Bakgrund:", "Staden kom."], rows)
    assert [shown(rows, spots) for spots in found] == ["Bakgrund:", "Staden kom."]


def test_a_heading_is_not_found_in_what_is_skipped() -> None:
    rows = ("## Deltagare", "1. Anna Ek, Bakgrund AB", "2. Samverkan Riga", "## Bakgrund", "Text.")
    found = align(["Deltagare", "Bakgrund", "Text."], rows)
    assert [spots[0] and spots[0].row for spots in found] == [0, 3, 4]


def test_what_stands_in_another_order_is_found() -> None:
    rows = ("Ett möte i Riga.", "Två resor till Oslo.", "Tre dagar i Bergen.")
    found = align([rows[2], rows[0], rows[1]], rows)
    assert [shown(rows, spots) for spots in found] == [rows[2], rows[0], rows[1]]


def test_what_does_not_stand_there_is_nowhere() -> None:
    rows = ("Ett möte i Riga.", "Två resor till Oslo.")
    first, missing, empty, last = align([rows[0], "Något helt annat sades.", "", rows[1]], rows)
    assert set(missing) == {None}
    assert empty == ()
    assert [shown(rows, first), shown(rows, last)] == list(rows)
    assert set(align(["Ord."], [])[0]) == {None}


def test_signs_alone_are_found() -> None:
    rows = ("Slut”.", "", "…", "Nytt.")
    found = align(["Slut”.", "…", "Nytt."], rows)
    assert [shown(rows, spots) for spots in found] == ["Slut”.", "…", "Nytt."]


def stretch(text: str, words: str, *rows: str) -> str | None:
    """What is replaced in the rows for some words of a text."""
    (spots,) = align([text], rows)
    found = spans(spots, text.index(words), text.index(words) + len(words))
    return found and rows[found[0]][found[1] : found[2]]


STRETCHES = [
    ("Mötet hölls.", "Mötet hölls", "- Mötet hölls.", "Mötet hölls"),
    ("Mötet hölls.", "Mötet", "M&ouml;tet hölls.", "M&ouml;tet"),
    ("Mötet hölls.", "Mötet hölls", "Mötet   hölls.", "Mötet   hölls"),
    ("Mötet hölls.", " ", "Mötet   hölls.", "   "),
    ("Mötet hölls.", " ", "Mötet [4] hölls.", " "),
    ("Mötet [hölls].", "[hölls]", r"Mötet \[hölls\].", r"\[hölls\]"),
    ("Mötet hölls.", "Mötet hölls", "**Mötet** hölls.", None),
    ("Mötet hölls.", "Mötet hölls", "Mötet [4] hölls.", None),
    ("Mötet hölls.", "Mötet hölls", "Mötet\thölls.", None),
    ("Mötet hölls.", "Mötet hölls", "Mötet\nhölls.", None),
    ("Mötet hölls.", "hölls", "Inget alls.", None),
]


@pytest.mark.parametrize(("text", "words", "row", "found"), STRETCHES)
def test_a_stretch_is_what_can_be_replaced(
    text: str, words: str, row: str, found: str | None
) -> None:
    assert stretch(text, words, *row.split("\n")) == found


def test_an_empty_stretch_stands_after_what_is_before_it() -> None:
    (spots,) = align(["Mötet hölls."], ["**Mötet** hölls."])
    assert spans(spots, 5, 5) == (0, 7, 7)
    assert spans(spots, 0, 0) == (0, 2, 2)
    assert spans((None,), 0, 0) is None
    assert spans((), 0, 0) is None
    assert spans(spots, 5, 90) is None


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("turned", [False, True])
def test_the_time_is_nearly_linear(order: int, turned: bool) -> None:
    words = "staden mötet riga hamnen beslut resa *dagen* [4] &amp; <b> <!-- [x](".split()
    draw = random.Random(1)
    rows = [" ".join(draw.choices(words, k=12)) + "." for _ in range(6_000)]
    texts = [row[::-1] if turned else row for row in rows][::order]
    started = time.perf_counter()
    align(texts, rows)
    assert time.perf_counter() - started < 20


@pytest.mark.parametrize("unit", ["[", "](", "<!--", "<a", "![", "&", "*", "[4", "\\", "ab cd "])
def test_no_markup_takes_long(unit: str) -> None:
    started = time.perf_counter()
    align(["Ett.", "Två.", unit], [unit * (200_000 // len(unit))])
    assert time.perf_counter() - started < 5
