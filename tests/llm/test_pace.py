"""The pace of requests, by a clock that the tests move."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.llm.pace import Pace
from drafter.nouns import Limits

CLOSE = 1e-6


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def paced(limits: Limits) -> tuple[Pace, Clock]:
    clock = Clock()
    return Pace(limits, lambda: clock.now, clock.sleep), clock


def most_in_a_minute(passed: list[tuple[float, int]]) -> int:
    """The most that passed in any sixty seconds."""
    return max(
        sum(amount for at, amount in passed if start <= at < start + 60 - CLOSE)
        for start, _ in passed
    )


PAUSES = st.one_of(st.just(0.0), st.floats(0, 90))


@given(st.integers(1, 40), st.lists(PAUSES, min_size=1, max_size=90))
def test_no_minute_holds_more_requests_than_the_limit(limit: int, pauses: list[float]) -> None:
    pace, clock = paced(Limits(requests=limit))
    passed = []
    for pause in pauses:
        clock.now += pause
        pace.wait(500)
        passed.append((clock.now, 1))
    assert most_in_a_minute(passed) <= limit


@given(st.lists(st.tuples(PAUSES, st.integers(1, 1000)), min_size=1, max_size=60))
def test_no_minute_holds_more_tokens_than_the_limit(asked: list[tuple[float, int]]) -> None:
    """Also of large questions, which no flow can make even."""
    pace, clock = paced(Limits(tokens=1000))
    passed = []
    for pause, tokens in asked:
        clock.now += pause
        pace.wait(tokens)
        passed.append((clock.now, tokens))
    assert most_in_a_minute(passed) <= 1000


@given(
    st.lists(st.tuples(PAUSES, st.integers(1, 400), st.integers(0, 600)), min_size=1, max_size=60)
)
def test_a_correction_counts_from_then_on(asked: list[tuple[float, int, int]]) -> None:
    """What has been sent cannot be called back, so one answer may come on top of the limit."""
    pace, clock = paced(Limits(tokens=1000))
    passed = []
    for pause, expected, took in asked:
        clock.now += pause
        pace.wait(expected)
        pace.correct(expected - took)
        passed.append((clock.now, took))
    assert most_in_a_minute(passed) <= 1000 + 600


@given(st.lists(st.sampled_from([0.0, 0.0, 0.0, 5.0, 70.0]), min_size=1, max_size=60))
def test_a_hold_lets_nobody_pass_and_nobody_rush_after_it(holds: list[float]) -> None:
    pace, clock = paced(Limits(requests=10))
    passed = []
    for hold in holds:
        if hold:
            until = clock.now + hold
            pace.hold(hold)
            assert clock.now >= until
        pace.wait(1)
        passed.append((clock.now, 1))
    assert most_in_a_minute(passed) <= 10


def test_a_turn_that_comes_during_a_hold_is_taken_anew() -> None:
    clock = Clock()
    naps: list[float] = []

    def sleep(seconds: float) -> None:
        naps.append(seconds)
        clock.sleep(seconds)
        if len(naps) == 1:
            pace.hold(30)  # as another thread would, while this one sleeps

    pace = Pace(Limits(requests=60), lambda: clock.now, sleep)
    for _ in range(7):
        pace.wait(1)
    pace.wait(1)
    assert clock.now >= 1031


def test_a_flow_is_even_after_its_first_six_seconds() -> None:
    pace, clock = paced(Limits(requests=60))
    times = []
    for _ in range(20):
        pace.wait(1)
        times.append(clock.now - 1000)
    assert times == pytest.approx([0.0] * 7 + list(accumulate([1.0] * 13)))


def test_the_whole_limit_can_be_used() -> None:
    pace, clock = paced(Limits(requests=60))
    for _ in range(600):
        pace.wait(1)
    assert clock.now - 1000 < 600


def test_more_than_the_limit_at_once_goes_alone() -> None:
    pace, clock = paced(Limits(tokens=1000))
    pace.wait(100)
    pace.wait(5000)
    assert clock.now >= 1060


def test_without_limits_nobody_waits() -> None:
    pace, clock = paced(Limits())
    for _ in range(1000):
        pace.wait(10**6)
    assert clock.now == 1000
