"""What the server wrote down of each request, and what can be reckoned from it."""

import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.speed.tokens import Parts


@dataclass(frozen=True, slots=True)
class Entry:
    """One answered request; times in seconds of the machine's monotonic clock.

    It came at ``arrival``, had a slot from ``start`` and its first token at ``first``, and was
    answered at ``end``. ``cached`` of its ``prompt`` tokens cost nothing; ``shared`` had been the
    beginning of a request that came before, whether the server had read that yet or not.
    """

    kind: str
    arrival: float
    start: float
    first: float
    end: float
    prompt: int = 0
    cached: int = 0
    shared: int = 0
    completion: int = 0
    parts: Parts = field(default_factory=Parts)

    @property
    def service(self) -> float:
        """Seconds in a slot."""
        return self.end - self.start

    def as_line(self) -> str:
        """The entry as a line of JSON."""
        return json.dumps(asdict(self))


def read(path: Path) -> tuple[Entry, ...]:
    """The entries of a log, in the order in which they were answered."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return tuple(Entry(**{**row, "parts": Parts(**row["parts"])}) for row in rows)


def span(entries: Sequence[Entry]) -> float:
    """Seconds from the first arrival to the last answer; 0 where nothing was asked."""
    if not entries:
        return 0.0
    return max(one.end for one in entries) - min(one.arrival for one in entries)


def busy(entries: Sequence[Entry], slots: int) -> float:
    """The share of all slots' time, from the first arrival to the last answer, that was used."""
    return share(sum(one.service for one in entries), slots * span(entries))


def critical_path(entries: Iterable[Entry]) -> float:
    """Seconds of the heaviest chain of requests that came one after the other.

    In a chain each request came when the one before had been answered: a sentence to mend after
    the section that it stands in, a new attempt after a failed one, a question that the client
    held back after the one that it waited for. A request weighs from its arrival to its answer;
    that is its own service, and the wait for a slot where all were taken. The client's time
    between the requests of a chain weighs nothing: it is what is measured against the path.

    A client that asks one thing at a time makes one long chain, so the path says nothing of
    whether more could have been asked at once. Wall time against the chain (a) says that.
    """
    ordered = sorted(entries, key=lambda one: one.end)
    ends = [one.end for one in ordered]
    best = [0.0]
    for one in ordered:
        before = best[bisect_right(ends, one.arrival)]
        best.append(max(best[-1], before + one.end - one.arrival))
    return best[-1]


def waiting(entries: Sequence[Entry]) -> float:
    """Seconds between the first arrival and the last answer when the server had nothing to do."""
    idle, known = 0.0, min((one.arrival for one in entries), default=0.0)
    for one in sorted(entries, key=lambda one: one.arrival):
        idle += max(0.0, one.arrival - known)
        known = max(known, one.end)
    return idle


def share(part: float, whole: float) -> float:
    """A part of a whole; 0 of nothing."""
    return part / whole if whole else 0.0
