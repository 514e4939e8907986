from fractions import Fraction

import pytest

from drafter.text.quantities import find_quantities

FORMS = [
    ("4,5 miljoner", [(4_500_000, "")]),
    ("12 500 kr", [(12_500, "kr")]),
    ("12.500 kr", [(12_500, "kr")]),
    ("85 tkr", [(85_000, "kr")]),
    ("2,3 mkr", [(2_300_000, "kr")]),
    ("tre städer", [(3, "")]),
    ("tjugofem personer", [(25, "")]),
    ("ett sjuttiotal", [(70, "")]),
    ("2/3 av dem", [(Fraction(2, 3), ""), (2, ""), (3, "")]),
    ("1 000/5 av dem", [(200, ""), (1000, ""), (5, "")]),
    ("12.500/0", [(12_500, ""), (12_500, ""), (0, "")]),
    ("två tredjedelar", [(Fraction(2, 3), "")]),
    ("9 %", [(9, "procent")]),
    ("1:a pris", [(1, "")]),
    ("1 av 5", [(1, ""), (5, "")]),
    ("ett av fem", [(1, ""), (5, "")]),
    ("ett avtal", []),
    ("en och en halv timme", [(Fraction(3, 2), "timme")]),
    ("sex månaders pilot", [(6, "månad")]),
    ("190 tkr/år", [(190_000, "kr")]),
    ("10–15 personer", [(10, ""), (15, "")]),
    ("prognos -350 tkr", [(350_000, "kr")]),
    ("COP21 och B12", []),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_numbers_are_brought_to_one_value_and_unit(
    text: str, expected: list[tuple[Fraction, str]]
) -> None:
    assert [(one.value, one.unit) for one in find_quantities(text)] == expected


CARRIED = [
    ("85 000 kronor", "85 tkr", True),
    ("58 000 kronor", "85 tkr", False),
    ("85 000 euro", "85 tkr", False),
    ("2,8 miljoner kronor", "budget 2,8", True),
    ("sex månader", "6 mån", True),
    ("sex veckor", "6 mån", False),
]


@pytest.mark.parametrize(("claim", "line", "carried"), CARRIED)
def test_a_number_is_carried_by_the_same_number(claim: str, line: str, carried: bool) -> None:
    (quantity,) = find_quantities(claim)
    assert quantity.carried_by(find_quantities(line)) is carried


def test_a_long_run_of_figures_is_a_code_and_no_number() -> None:
    assert list(find_quantities("1" * 5000)) == []
