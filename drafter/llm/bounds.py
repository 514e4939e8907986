"""An end to every answer: a server that never stops is stopped."""

import time
from collections.abc import Iterator

import httpx2

from drafter.llm import faults
from drafter.llm.faults import AttemptError
from drafter.nouns import Profile

MOST_BYTES = 4_000_000
"""A long section is some ten thousand bytes; streamed, each token comes in some two hundred."""

MOST_TIMEOUTS = 10
"""How many times the profile's timeout a whole answer may take, however steadily it comes."""


class Bounded(httpx2.SyncByteStream):
    """A response's bytes, no more than there can be sense in."""

    def __init__(self, stream: object, profile: Profile) -> None:
        # The gate's way out is a synchronous one, and so is all that comes through it.
        assert isinstance(stream, httpx2.SyncByteStream)
        self._stream = stream
        self._profile = profile

    def __iter__(self) -> Iterator[bytes]:
        """The bytes as they come.

        Raises:
            AttemptError: there are too many, or they have been coming for too long.
        """
        count, end = 0, time.monotonic() + MOST_TIMEOUTS * self._profile.timeout
        for part in self._stream:
            count += len(part)
            if count > MOST_BYTES:
                raise AttemptError(faults.ENDLESS, f"mer än {MOST_BYTES // 10**6} MB")
            if time.monotonic() > end:
                raise AttemptError(faults.ENDLESS, _told(MOST_TIMEOUTS * self._profile.timeout))
            yield part

    def close(self) -> None:
        """Close the stream beneath."""
        self._stream.close()


def _told(seconds: float) -> str:
    """A time as it is spoken of: ``mer än 20 minuter``."""
    told = f"{seconds / 60:.0f} minuter" if seconds >= 120 else f"{seconds:.0f} sekunder"
    return f"mer än {told}"
