import pytest

from benchmarks.grounding.wilson import interval


# Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17
# (1998), table I, method 3.
@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_that_of_the_literature(hits: int, n: int, low: float, high: float) -> None:
    assert interval(hits, n) == pytest.approx((low, high), abs=5e-5)


def test_the_interval_of_all_is_the_mirror_of_that_of_none() -> None:
    none, every = interval(0, 20), interval(20, 20)
    assert every == pytest.approx((1 - none[1], 1 - none[0]))


def test_nothing_tells_nothing() -> None:
    assert interval(0, 0) == (0.0, 1.0)
