"""Note lines that cannot both be right, and lines that only look so."""

import pytest

from drafter.library.prompt_files import PromptFiles
from drafter.library.vocabulary import read_reader
from drafter.text.conflicts import find_conflicts
from tests.build import notes_of

READER = read_reader(PromptFiles.searched())


def said(text: str) -> list[tuple[str, str]]:
    found = find_conflicts(notes_of(text), READER)
    return [(one.first.said, one.second.said) for one in found]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("6 mån pilot, 48 användare\n84 användare var med", ("48 användare", "84 användare")),
        (
            "tre kommuner är med i försöket\nförsöket omfattar fyra kommuner",
            ("tre kommuner", "fyra kommuner"),
        ),
        (
            "driftkostn 190 tkr/år\ndriftkostnaden blir 290 tkr",
            ("190 tusen kronor", "290 tusen kronor"),
        ),
        ("svarsfrekv. 38 %\nsvarsfrekvensen var 83 %", ("38 %", "83 %")),
        ("svar senast 3/11\nsvar senast 13/11", ("den 3 november", "den 13 november")),
        (
            "remissvar senast 3/11\nsista dag för remissvar 13/11",
            ("den 3 november", "den 13 november"),
        ),
        ("nästa möte 5 maj\nnästa möte den 6 maj", ("den 5 maj", "den 6 maj")),
        ("start kl 9\nmötet startar kl 9.30", ("klockan 9.00", "klockan 9.30")),
        (
            "ordf Anna Berg öppnade\nordf. Bo Ek avslutade",
            ("ordförande Anna Berg", "ordförande Bo Ek"),
        ),
    ],
)
def test_lines_that_cannot_both_be_right(text: str, pair: tuple[str, str]) -> None:
    assert said(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "48 användare i piloten\npiloten: 48 användare",
        "2024: 48 användare i piloten\n2025: 84 användare i piloten",
        "piloten hade tidigare 48 användare\npiloten har 84 användare",
        "piloten ökade från 12 till 15 användare\npiloten hade 12 användare",
        "piloten: 48 användare, varav 12 chefer\npiloten: 48 användare",
        "totalt 84 användare i piloten\n48 användare i piloten i Oslo",
        "Oslo: 48 användare i piloten\nBergen: 84 användare i piloten",
        "konferensen hade ca 300 deltagare\n312 deltagare på konferensen",
        "kommunen har sökt tillstånd för 6 kameror\nkommunen vill ha 10 kameror",
        "resan får kosta max 95 tkr\nresan kostade 88 tkr",
        "piloten sparar 35 minuter\npiloten har 48 användare",
        "svar senast 3/11 från Oslo\nsvar senast 13/11 från Bergen",
        "workshop 3/10\nworkshop 5/10",
        "3/10 avresa\n5/10 hemresa",
        "projektledare Sara Wik\nvice projektledare Bo Ek",
        "ungdomsrådet (ordf Tilde Ring)\nordf Britt Sander öppnade",
        "ordf Anna Berg\nordföranden Berg avslutade",
        "i höst har 612 elever skjuts\ntaxi: 23 elever, upphandlas i höst",
        "boendet var fullt 200 dygn av 365\nboendet var fullt 200 av årets 365 dygn",
        "bidraget till jouren höjdes 2025\njourens bidrag är oförändrat 2026",
        "kl 13.15 om meröppet 6–22\nmeröppet klockan 6–22 visades",
        "reningen räcker 4 dygn\ntankbilen räcker 2 dygn",
    ],
)
def test_lines_that_may_both_be_right(text: str) -> None:
    assert said(text) == []


def test_a_list_of_many_values_is_no_contradiction() -> None:
    assert said("försök med 12 användare\nförsök med 15 användare\nförsök med 18 användare") == []
