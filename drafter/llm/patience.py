"""How long a fault that may pass is waited out before it is believed."""

import random
from collections.abc import Callable
from itertools import count
from typing import TypeVar

from drafter.llm import faults
from drafter.llm.faults import AttemptError

LONGEST_WAIT = 60.0
"""Seconds that anybody is kept waiting at a server's request; a longer wait is left to her."""

_FIRST_WAIT, _GROWTH, _WAIT_UNASKED = 0.5, 2.0, 8.0

T = TypeVar("T")


def persist(attempt: Callable[[], T], hold: Callable[[float], None]) -> T:
    """What an attempt comes to, made again where its failure may pass.

    ``hold`` waits so many seconds, and lets nobody else ask the same endpoint meanwhile.

    Raises:
        AttemptError: it does not pass, has been tried as often as it is worth, or would take long.
    """
    for number in count(1):
        try:
            return attempt()
        except AttemptError as failure:
            if number > failure.fault.again:
                raise
            hold(_wait(failure, number))
    raise AssertionError("the last attempt returns or raises")


def _wait(failure: AttemptError, number: int) -> float:
    """Seconds before the next attempt: what the server asks for, else longer for each attempt.

    The unasked waits differ at random, so that parallel questions do not all come back at once.
    """
    if failure.wait is None:
        return min(_WAIT_UNASKED, _FIRST_WAIT * _GROWTH ** (number - 1)) * random.uniform(0.75, 1)
    if failure.wait > LONGEST_WAIT:
        raise AttemptError(faults.BUSY_FOR_LONG, _told(failure.wait)) from failure
    return failure.wait


def _told(seconds: float) -> str:
    """A wait as it is spoken of: ``5 minuter``, ``2 timmar``."""
    minutes = -int(-seconds // 60)
    if minutes < 120:
        return f"{minutes} minuter"
    hours = -(-minutes // 60)
    return f"{hours} timmar" if hours < 48 else f"{-(-hours // 24)} dygn"
