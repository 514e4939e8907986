import pytest

from drafter.library.prompt_files import PromptFiles
from drafter.library.vocabulary import read_reader
from drafter.text.facts import merged

PROMPTS = PromptFiles.searched()
READER = read_reader(PROMPTS)

MOMENTS = [
    ("16-17 feb 2017", {"dag 16-2", "dag 17-2", "månad feb", "år 2017"}),
    ("den 16–17 februari 2017", {"dag 16-2", "dag 17-2", "månad feb", "år 2017"}),
    ("fre 9 okt", {"veckodag fre", "dag 9-10", "månad okt"}),
    ("fredagen den 9 oktober", {"veckodag fre", "dag 9-10", "månad okt"}),
    ("på tisdagar", {"veckodag tis"}),
    ("v. 23-31", {"vecka 23", "vecka 31"}),
    ("vecka 38", {"vecka 38"}),
    ("varje vecka 1 240 elever", set()),
    ("kl 14:20", {"tid 14.20"}),
    ("klockan 15.00–17.40", {"tid 15.00", "tid 17.40"}),
    ("08:45 buss", {"tid 8.45"}),
    ("Q4 2026", {"kvartal 4", "år 2026"}),
    ("fjärde kvartalet 2026", {"kvartal 4", "år 2026"}),
    ("i april", {"månad apr"}),
    ("60-talet", {"årtionde 60"}),
    ("1960-talet", {"årtionde 60"}),
    ("avtal 2027-2031", {"år 2027", "år 2031"}),
    ("dnr 803-1966/2016", set()),
]


@pytest.mark.parametrize(("text", "expected"), MOMENTS)
def test_points_in_time_have_one_form(text: str, expected: set[str]) -> None:
    assert READER.sentence(text).moments == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mötet leddes av Anna Ek i Oslo.", ["Anna", "Ek", "Oslo"]),
        ("Staden bjöds in.", []),
        ("KFO deltog. Det var bra.", ["KFO"]),
    ],
)
def test_names_are_capitals_that_open_no_sentence(text: str, expected: list[str]) -> None:
    assert list(READER.sentence(text).names) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bjöds", "inbjuden"),
        ("huvudstäder", "huvudstad"),
        ("ökade", "öka"),
        ("arrangera", "anordnade"),
    ],
)
def test_forms_and_kin_of_a_word_meet(one: str, other: str) -> None:
    first, second = READER.vocabulary.word(one), READER.vocabulary.word(other)
    assert first.kin & second.kin or second.stem.endswith(first.stem)


def test_opposites_know_each_other() -> None:
    rise, fall = READER.vocabulary.word("ökade"), READER.vocabulary.word("minskade")
    assert rise.opposite & fall.kin
    assert fall.opposite & rise.kin


def test_the_facts_of_several_texts_are_those_of_one() -> None:
    both = merged([READER.line("58 tkr i maj"), READER.line("möte i Oslo")])
    assert {count.quantity.value for count in both.counts} == {58_000}
    assert "Oslo" in both.names
    assert "månad maj" in both.moments
