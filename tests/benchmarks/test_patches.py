import pytest

from benchmarks.grounding.patches import apply

FAITHFUL = "Enligt Bo Ek kostar bron cirka 4 miljoner kronor."


@pytest.mark.parametrize(
    ("patch", "expected"),
    [
        ("bron => vägen", "Enligt Bo Ek kostar vägen cirka 4 miljoner kronor."),
        ("cirka => ", "Enligt Bo Ek kostar bron 4 miljoner kronor."),
        ("Enligt Bo Ek kostar bron => bron kostar", "Bron kostar cirka 4 miljoner kronor."),
        ("Ek => Al | 4 => 5", "Enligt Bo Al kostar bron cirka 5 miljoner kronor."),
        ("+ om året", "Enligt Bo Ek kostar bron cirka 4 miljoner kronor om året."),
        ("+ , exklusive moms", "Enligt Bo Ek kostar bron cirka 4 miljoner kronor, exklusive moms."),
        (" cirka => minst", "Enligt Bo Ek kostar bron minst 4 miljoner kronor."),
        ("Bron är dyr.", "Bron är dyr."),
    ],
)
def test_a_patch_makes_a_sentence(patch: str, expected: str) -> None:
    assert apply(patch, FAITHFUL) == expected


@pytest.mark.parametrize("patch", ["tunneln => bron", "o => a"])
def test_what_is_replaced_stands_exactly_once(patch: str) -> None:
    with pytest.raises(ValueError, match="stands"):
        apply(patch, FAITHFUL)
