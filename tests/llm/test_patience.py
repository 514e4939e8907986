"""What is tried again, how often, and how long anybody is kept waiting."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx2
import openai
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.llm import causes, faults
from drafter.llm.faults import AttemptError, Fault
from drafter.llm.patience import LONGEST_WAIT, persist

CATALOGUE = {name: one for name, one in vars(faults).items() if isinstance(one, Fault)}

AGAIN = {
    **{"BUSY": 4, "DOWN": 2, "CONFLICT": 2, "NO_SERVER": 2, "NO_CONNECTION": 2, "TIMEOUT": 1},
}
"""The faults that pass by themselves; every other one is believed at once."""


def failing(
    fault: Fault, times: int = 1000, wait: float | None = None
) -> tuple[Callable[[], str], list[int]]:
    """Something that fails so many times, and its attempts so far."""
    attempts: list[int] = []

    def attempt() -> str:
        attempts.append(len(attempts))
        if len(attempts) > times:
            return "svar"
        raise AttemptError(fault, "HTTP 500", wait)

    return attempt, attempts


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_fault_is_tried_as_often_as_it_is_worth(name: str) -> None:
    attempt, attempts = failing(CATALOGUE[name])
    waits: list[float] = []
    with pytest.raises(AttemptError):
        persist(attempt, waits.append)
    assert len(attempts) == 1 + AGAIN.get(name, 0)
    assert len(waits) == len(attempts) - 1


def test_the_waits_grow_and_are_bounded() -> None:
    waits: list[float] = []
    attempt, _ = failing(Fault(faults.BUSY.kind, "", "", again=12))
    with pytest.raises(AttemptError):
        persist(attempt, waits.append)
    for number, wait in enumerate(waits):
        assert min(8.0, 0.5 * 2**number) * 0.75 <= wait <= min(8.0, 0.5 * 2**number)


def test_a_fault_that_passes_is_no_fault() -> None:
    waits: list[float] = []
    assert persist(failing(faults.DOWN, times=2)[0], waits.append) == "svar"
    assert len(waits) == 2


@given(st.floats(0, 1e12, allow_nan=False))
def test_nobody_is_kept_waiting_for_longer_than_a_minute(asked: float) -> None:
    waits: list[float] = []
    attempt, attempts = failing(faults.BUSY, wait=asked)
    with pytest.raises(AttemptError) as caught:
        persist(attempt, waits.append)
    if asked <= LONGEST_WAIT:
        assert waits == [asked] * 4
        assert caught.value.fault is faults.BUSY
    else:
        assert not waits
        assert len(attempts) == 1
        assert caught.value.fault is faults.BUSY_FOR_LONG


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(61, "2 minuter"), (300, "5 minuter"), (7_201, "3 timmar"), (10_000_000, "116 dygn")],
)
def test_a_long_wait_is_told_as_it_is_spoken_of(seconds: float, told: str) -> None:
    with pytest.raises(AttemptError) as caught:
        persist(failing(faults.BUSY, wait=seconds)[0], lambda _: None)
    assert caught.value.said == told


def asked_to_wait(headers: Mapping[str, str]) -> float | None:
    request = httpx2.Request("POST", "http://x.example/v1")
    response = httpx2.Response(429, headers=dict(headers), request=request)
    return causes.wait(openai.RateLimitError("", response=response, body=None))


NONSENSE = [
    *("-5", "NaN", "nan", "inf", "-inf", "1e999", "snart", "", " ", "0x10", "1,5"),
    *("Wed, 21 Oct 2015 07:28:00 GMT", "Wed, 99 Oct 2015 07:28:00 GMT", "-1.5"),
    *("1 Jan 99999999999999999999 00:00:00", "Wed, 21 Oct 2030 99999999999:28:00 GMT"),
    *("Wed, 21 Oct 99999 07:28:00 GMT", "Thu, 01 Jan 1970 00:00:00 +9999", "GMT", "0" * 5000 + "x"),
]


@pytest.mark.parametrize("header", NONSENSE)
def test_nonsense_is_not_waited_for(header: str) -> None:
    assert asked_to_wait({"retry-after": header}) is None


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), max_size=40))
def test_no_header_breaks_it(header: str) -> None:
    wait = asked_to_wait({"retry-after": header})
    assert wait is None or wait >= 0


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "3"}, 3.0),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after-ms": "250", "retry-after": "1"}, 0.25),
        ({"retry-after-ms": "snart", "retry-after": "1"}, 1.0),
        ({}, None),
    ],
)
def test_a_server_is_taken_at_its_word(headers: Mapping[str, str], seconds: float | None) -> None:
    assert asked_to_wait(headers) == seconds


@pytest.mark.parametrize("zone", [UTC, None])
def test_a_date_is_so_many_seconds_away(zone: object) -> None:
    then = datetime.now(UTC) + timedelta(seconds=40)
    header = format_datetime(then if zone else then.replace(tzinfo=None), usegmt=bool(zone))
    wait = asked_to_wait({"retry-after": header})
    assert wait is not None
    assert 0 < wait <= 40


def test_what_is_no_answer_asks_for_no_wait() -> None:
    assert causes.wait(ConnectionRefusedError()) is None
