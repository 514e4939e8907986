"""Plain lists: captions and labels, several people on a line, and what may be either."""

import pytest

from drafter.errors import ParticipantsError
from drafter.library.participants.reader import parse_participants


def entries(text: str) -> list[str]:
    return [person.entry for person in parse_participants(text)]


def came(text: str) -> dict[str, bool]:
    return {person.name: person.present for person in parse_participants(text)}


@pytest.mark.parametrize("label", ["Förhinder:", "Frånvarande –", "**Frånvarande:**", "Sjuk:"])
def test_a_label_beside_a_name_holds_for_its_line_alone(label: str) -> None:
    assert came(f"{label} Bo Berg\nAnna Ek") == {"Bo Berg": False, "Anna Ek": True}


def test_a_label_alone_holds_until_the_next_one() -> None:
    text = "Förhinder:\nBo Berg\nNärvarande: Anna Ek\nCia Dal\nNärvarande:\nDan Öst"
    assert came(text) == {"Bo Berg": False, "Anna Ek": True, "Cia Dal": False, "Dan Öst": True}


SEVERAL = [
    ("Närvarande: Eva Ek (S), Bo Berg (M) och Cia Ask", ["Eva Ek (S)", "Bo Berg (M)", "Cia Ask"]),
    ("Närvarande: Anna Ek, Bo Berg", ["Anna Ek", "Bo Berg"]),
    ("Tjänstemän: Anna Ek, Bo Berg", ["Anna Ek", "Bo Berg"]),
    ("Ordförande: Anna Ek\nBo Berg", ["Anna Ek, Ordförande", "Bo Berg"]),
    ("Ersättare: Anna Ek (S), Bo Berg", ["Anna Ek, Ersättare (S)", "Bo Berg, Ersättare"]),
    ("Eva Ek (S), Bo Berg (M), Cia Ask (V)", ["Eva Ek (S)", "Bo Berg (M)", "Cia Ask (V)"]),
    ("Eva Ek och Bo Berg (S)\nCia Ask", ["Eva Ek", "Bo Berg (S)", "Cia Ask"]),
    ("Anna Ek, Bo Berg, Cia Dal", ["Anna Ek", "Bo Berg", "Cia Dal"]),
    ("Anna Ek; Bo Berg; Cia Dal", ["Anna Ek", "Bo Berg", "Cia Dal"]),
    ("Anna Ek, Kari Grimstad", ["Anna Ek", "Kari Grimstad"]),
    ("Anna Lund, Bo Bergen", ["Anna Lund", "Bo Bergen"]),
    ("Ek Anna; Berg Bo; Dal Cia", ["Ek Anna", "Berg Bo", "Dal Cia"]),
    ("Ek, Anna; Berg, Bo", ["Anna Ek", "Bo Berg"]),
    ("Anna Ek <a@x.se>; Bo Berg <b@x.se>;", ["Anna Ek", "Bo Berg"]),
    ("Anna Ek, KFO (S), Bo Berg, utredare (M)", ["Anna Ek, KFO (S)", "Bo Berg, utredare (M)"]),
    ("Anna Ek (S), KFO, Bo Berg (M), jurist", ["Anna Ek, KFO (S)", "Bo Berg, jurist (M)"]),
]


@pytest.mark.parametrize(("text", "people"), SEVERAL, ids=[text for text, _ in SEVERAL])
def test_several_people_on_a_line_are_several(text: str, people: list[str]) -> None:
    assert entries(text) == people


ONE = [
    "Anna Ek, Region Väst", "Anna Ek, Stockholm Business Region", "Anna Ek, Svenska Kyrkan",
    "Ek, Anna", "Anna Ek, ledamot och ersättare, SLK (S)", "Anna Ek, jurist, Lund",
    "Anna Ek, Kultur- och fritidsnämnden (S)", "Anna Ek, Rådet",
    "Anna Ek, Karolinska Sjukhuset", "Anna Ek, City of Oslo", "Anna Ek, Lunds Domkyrka",
]  # fmt: skip


@pytest.mark.parametrize("line", ONE)
def test_a_line_that_describes_one_person_is_one(line: str) -> None:
    assert entries(line) == [line]


CAPTIONED = [
    "Stockholm\nAnna Ek\nOslo\nBo Berg, jurist",
    "Förtroendevalda\nAnna Ek\nTjänstemän\nBo Berg, jurist",
    "Anna Ek\n\nOslo\nBo Berg, jurist",
    "- Anna Ek\nOslo\n- Bo Berg, jurist",
    "Stockholms stad\nAnna Ek\nOslo kommun\nBo Berg, jurist",
    "Konferens i Oslo 2017\nStockholm\nAnna Ek\nBo Berg, jurist",
]


@pytest.mark.parametrize("text", CAPTIONED)
def test_a_word_above_full_names_is_a_caption(text: str) -> None:
    assert entries(text) == ["Anna Ek", "Bo Berg, jurist"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Anna\nBo", ["Anna", "Bo"]),
        ("Anna Ek\nBo", ["Anna Ek", "Bo"]),
        ("Anna\nBo Berg\nCia", ["Anna", "Bo Berg", "Cia"]),
        ("1. Anna\n2. Bo Berg", ["Anna", "Bo Berg"]),
        ("Anna, chef\nBo Berg", ["Anna, chef", "Bo Berg"]),
    ],
)
def test_a_person_may_have_one_name(text: str, people: list[str]) -> None:
    assert entries(text) == people


def test_a_word_that_may_be_caption_or_person_is_asked_about() -> None:
    with pytest.raises(ParticipantsError, match=r"Rad 2 .* rubrik eller en person: ”Bo”") as caught:
        parse_participants("Anna Ek\nBo\nCia Dal")
    assert caught.value.line == 2


def test_people_that_cannot_be_parted_are_no_title() -> None:
    with pytest.raises(ParticipantsError, match=r"Rad 1 .* går inte att läsa som en person"):
        parse_participants("Anna Ek och Bo Berg, KSF\nCia Dal")
