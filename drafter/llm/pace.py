"""The pace that an endpoint can take: so many requests and tokens a minute, and pauses."""

import threading
import time
from collections.abc import Callable

from drafter.nouns import Limits

_MINUTE, _AHEAD = 60.0, 6.0
"""A flow may run six seconds ahead, and is that much slower, so that no minute holds too much."""


class _Flow:
    """One quantity that may not pass so much in any sixty seconds; 0: as much as anybody likes.

    The generic cell rate algorithm (ITU-T I.371): each unit moves the time at which the flow is
    due, and nobody goes more than ``_AHEAD`` before it.
    """

    def __init__(self, per_minute: int) -> None:
        self._each = (_MINUTE + _AHEAD) / per_minute if per_minute else 0.0
        self._due = 0.0

    def take(self, amount: int, now: float) -> float:
        """Take some, and tell when it may be used."""
        start = max(self._due, now)
        self._due = start + amount * self._each
        return max(now, start - _AHEAD)

    def give(self, amount: int) -> None:
        """Give back what was not used; less than nothing takes more."""
        self._due -= amount * self._each


class Pace:
    """Lets requests to one endpoint pass no faster than it can take. Safe from many threads."""

    def __init__(
        self,
        limits: Limits,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._clock, self._sleep = clock, sleep
        self._requests, self._tokens = _Flow(limits.requests), _Flow(limits.tokens)
        self._held_until = 0.0
        self._lock = threading.Lock()

    def wait(self, tokens: int) -> None:
        """Wait for one request's turn, of about so many tokens."""
        with self._lock:
            now = self._clock()
            free = max(self._requests.take(1, now), self._tokens.take(tokens, now))
        while (left := max(free, self._held_until) - self._clock()) > 0:
            self._sleep(left)

    def correct(self, tokens: int) -> None:
        """A request took this many tokens less than was thought when it waited."""
        with self._lock:
            self._tokens.give(tokens)

    def hold(self, seconds: float) -> None:
        """Let nobody pass for so many seconds, and wait them out."""
        with self._lock:
            self._held_until = max(self._held_until, self._clock() + seconds)
        self.wait_out()

    def wait_out(self) -> None:
        """Wait until nobody is held any longer."""
        while (left := self._held_until - self._clock()) > 0:
            self._sleep(left)
