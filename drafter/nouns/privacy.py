"""What the official has decided about names, and about lines with sensitive matter."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What becomes of a sensitive line: its words blacked out, kept out whole, or let through."""

    MASK = "maska"
    LEAVE_OUT = "utelamna"
    CONFIRM = "bekrafta"


@dataclass(frozen=True, slots=True)
class Choice:
    """A verdict on the notes that have a certain fingerprint, and the reason given for it."""

    fingerprint: str
    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Privacy:
    """The official's own decisions for one report.

    ``hide`` are words that are names, ``show`` words that are none, and ``choices`` her verdicts
    on sensitive lines.
    """

    hide: tuple[str, ...] = ()
    show: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()

    def verdict(self, text: str) -> Verdict | None:
        """The verdict on a text of the notes, if there is one."""
        mark = fingerprint(text)
        return next((one.verdict for one in self.choices if one.fingerprint == mark), None)


def fingerprint(text: str) -> str:
    """What a text of the notes is known by in ``rapport.toml``, so that the choice is for no other.

    The first eight hexadecimal digits of its SHA-256: the text itself is not repeated there.
    """
    return hashlib.sha256(text.encode()).hexdigest()[:8]
