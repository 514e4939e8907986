"""The pace that an endpoint can take: so many requests and tokens a minute, and pauses."""

import threading
import time
from collections import deque
from collections.abc import Callable

from drafter.nouns import Limits

_MINUTE, _AHEAD = 60.0, 6.0
"""A flow may run six seconds ahead of an even one: endpoints count by the second too."""


class _Flow:
    """One quantity that may not pass so much in any sixty seconds; 0: as much as anybody likes.

    It is made even by the generic cell rate algorithm (ITU-T I.371): each unit moves the time at
    which the flow is due, and nobody goes more than ``_AHEAD`` before it. What was taken in the
    last minute is remembered too, as a large amount is not even. More than the whole limit at
    once goes alone.
    """

    def __init__(self, per_minute: int) -> None:
        self._most = per_minute
        self._each = _MINUTE / per_minute if per_minute else 0.0
        self._due = 0.0
        self._taken: deque[tuple[float, int]] = deque()

    def take(self, amount: int, now: float) -> float:
        """Take some, and tell when it may be used: after all that was taken before."""
        if not self._most:
            return now
        due = max(self._due, now)
        self._due = due + amount * self._each
        while self._taken and self._taken[0][0] <= now - _MINUTE:
            self._taken.popleft()
        when = max(now, due - _AHEAD, self._room_for(amount))
        self._taken.append((when, amount))
        return when

    def _room_for(self, amount: int) -> float:
        """When so much of what was taken lies a minute back that there is room for some more."""
        last = self._taken[-1][0] if self._taken else 0.0
        for when, taken in reversed(self._taken):
            amount += taken
            if amount > self._most:
                return max(last, when + _MINUTE)
        return last

    def give(self, amount: int) -> None:
        """Give back what was not used; less than nothing takes more.

        The oldest is given back, and more is taken of the newest, which is remembered longest.
        """
        self._due -= amount * self._each
        if amount < 0 and self._taken:
            when, taken = self._taken.pop()
            self._taken.append((when, taken - amount))
        while amount > 0 and self._taken:
            when, taken = self._taken.popleft()
            if taken > amount:
                self._taken.appendleft((when, taken - amount))
            amount -= taken


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
        self._sleep_until(self._turn(tokens))
        # Whose turn came while all were held takes another one, or all would go at once.
        while self._held_until > self._clock():
            self.wait_out()
            self._sleep_until(self._turn(tokens))

    def _turn(self, tokens: int) -> float:
        with self._lock:
            now = self._clock()
            return max(self._requests.take(1, now), self._tokens.take(tokens, now))

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

    def _sleep_until(self, when: float) -> None:
        while (left := when - self._clock()) > 0:
            self._sleep(left)
