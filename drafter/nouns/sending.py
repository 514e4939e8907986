"""What left the machine, for the log that a data protection officer reads."""

from dataclasses import dataclass
from datetime import UTC, datetime


def now() -> str:
    """The time as the log tells it: ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Sent:
    """One request as it left, written down before it does.

    ``time`` is ISO 8601 in UTC, ``hosting`` the class of the host (``eu``) and ``about`` what was
    asked for: the heading of a section. ``sha256`` and ``size`` (bytes) are those of ``body``.
    """

    time: str
    host: str
    hosting: str
    model: str
    about: str
    sha256: str
    size: int
    body: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A whole answer that came back: its size in characters, and tokens used (0: not told)."""

    time: str
    about: str
    size: int
    input_tokens: int
    output_tokens: int
