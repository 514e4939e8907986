"""What no calendar, clock or sum allows."""

from datetime import date

import pytest

from drafter.text.mistakes import find_mistakes

DAYS = (date(2026, 10, 6),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tis 14 okt 2026", "den 14 oktober 2026 är en onsdag, inte en tisdag"),
        ("möte tis 14/10 kl 9", "den 14 oktober är en onsdag, inte en tisdag"),
        ("klart 30 februari", "den 30 februari finns inte"),
        ("senast 31/4", "den 31 april finns inte"),
        ("29 feb 2025", "den 29 februari 2025 finns inte"),
        ("35 mars", "den 35 mars finns inte"),
        ("stängt vecka 54", "vecka 54 finns inte"),
        ("klockan 25.10", "klockan 25.10 finns inte"),
        ("kl 9.75", "klockan 9.75 finns inte"),
        ("kl 15-13", "”kl 15-13” slutar innan det börjar"),
        ("v. 33–27", "”v. 33–27” slutar innan det börjar"),
        ("17–16 feb 2017", "”17–16 feb 2017” slutar innan det börjar"),
        ("åren 2019–2017", "”2019–2017” slutar innan det börjar"),
        ("60 % ja, 50 % nej", "delarna blir tillsammans 110 procent"),
        ("12 av 10 svarade", "”12 av 10” är mer än alla"),
    ],
)
def test_what_cannot_be_is_told(text: str, told: str) -> None:
    assert find_mistakes(text, DAYS) == (told,)


@pytest.mark.parametrize(
    "text",
    [
        "ons 14 okt 2026",
        "ons 14/10 kl 9.00–10.50",
        "29 feb 2024",
        "v. 53",
        "v. 51–2",
        "kl 22–06",
        "28/2–2/3",
        "2027–2031",
        "62 % flickor, 38 % pojkar",
        "33 % ja, 33 % nej och 34 % vet ej",
        "80 % av kvinnorna, 75 % av männen",
        "7 av 10",
        "dnr 2016-2015/1998",
        "tis 31 mars",
    ],
)
def test_what_may_be_is_left_alone(text: str) -> None:
    assert find_mistakes(text, DAYS) == ()
