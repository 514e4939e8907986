"""Sentences as Swedish officials write them; a bar marks where one ends."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.sentences import split

PARTED = [
    "Staden bjöds in. | Elva städer kom.",
    "Vem bestämmer? | Ingen vet! | Alla frågade.",
    "Vi mötte bl.a. Oslo och t.ex. Bergen. | Sedan kom fler, s.k. Vänorter, dvs. Åbo m.fl. | Slut.",
    "Mötet började kl. 9.30. | Det slutade kl. 17. | Alla åkte hem.",
    "Dnr. 12-345/2020 gäller. | Se även nr. 7.",
    "Bussen till St. Göran gick. | Vi köpte 5 st. | Alla var nöjda.",
    "A. Ek och J.P. Berg talade. | Carl-E. Lind lyssnade.",
    "Se bilaga A. | Därefter tog mötet slut.",
    "Den 3. maj hölls mötet. | År 2003. | Nio kom.",
    "Avgiften höjs den 1 feb. 2027 enligt 5 kap. 2 § lagen. | Så står det på s. 14.",
    "Kostnaden var 3,5 mkr. | Resan kostade 4.500 kr. | Budgeten höll.",
    "§ 12. Nämnden antog planen. | Beslutet finns i § 12. | Nämnden var enig.",
    "1. Anna Ek, ordf. Berg kom. | 2. Bo Lind.",
    "Läs www.dn.se. | Skriv till a.b@exempel.se. | Ring sedan.",
    "Hon sade: ”Det går bra. Vi ses.” | Därefter gick hon.",
    "”Kommer du?” frågade han. | ”Ja!” | Hon kom.",
    "Han kom (jfr bilaga 2. Där finns mer) och gick. | (Se bilaga 3. Där finns resten.) | Slut.",
    "Oslo (?) Stad var med. | Tiden var kl. 9 (prel.) Sedan ändrades den.",
    "Oslo … Bergen … Åbo. | Ja… | Sedan gick vi. | Nej... | Sedan kom vi.",
    "Enligt KL. | Nämnden får besluta. | Salen var tom. | Alla hade gått.",
    "Uppgiften saknas [uppgift saknas: t.ex. Dnr. Se arkivet] ännu. | Den söks.",
    "Förhandlingarna leddes av ordf. Anna Ek och gen.sekr. Bo Lind.",
    "Årets tema var AI. | EU:s roll togs upp. | Även FN:s.",
    "Det hände 2017. | 30 personer kom, ca. 20 gick.",
]


@pytest.mark.parametrize("parted", PARTED)
def test_text_is_split_where_a_reader_would(parted: str) -> None:
    assert split(parted.replace(" | ", " ")) == tuple(parted.split(" | "))


@pytest.mark.parametrize("text", ["", "   \n\t "])
def test_no_text_has_no_sentences(text: str) -> None:
    assert split(text) == ()


def test_line_breaks_and_no_break_spaces_are_spaces() -> None:
    assert split("Staden\nbjöds  in.\r\n\tElva\u00a0kom. ") == ("Staden bjöds in.", "Elva kom.")


@given(st.text(alphabet='aÅ1.!?… ”"()[]§\n', max_size=200) | st.text(max_size=200))
def test_joined_sentences_are_the_text_again(text: str) -> None:
    assert " ".join(split(text)) == " ".join(text.split())


@given(st.text(alphabet="aÅ. ”(", max_size=80))
def test_no_sentence_is_empty(text: str) -> None:
    assert all(part == part.strip() != "" for part in split(text))


@pytest.mark.parametrize("unit", [".", ". ", "A. ", "(a. ", "”A. ", '" a. A', "a ", "§ 1. "])
def test_the_time_is_linear(unit: str) -> None:
    started = time.perf_counter()
    assert split(unit * 100_000)
    assert time.perf_counter() - started < 5
