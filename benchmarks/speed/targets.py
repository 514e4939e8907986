"""What must be reached, held to the figures of a run at the server's own pace."""

from collections.abc import Iterator, Sequence
from typing import Any

START = 1.3
"""Seconds that a draft may add for starting and closing."""
OVER = 1.05
"""How many times the server's critical path a draft may take beside that."""
WALL, SENT = 0.35, 0.5
"""drafter's wall time and prompt tokens for one report, as shares of chain (a)'s."""
RERUN = 1.0
"""Seconds that a draft may take where nothing has changed; nothing may be asked."""
MANY, BUSY, MEGABYTES = 100, 0.95, 400
"""From so many reports on, the server's slots are busy for this share, in so much memory."""
GROWTH = 1.05
"""How many times the tokens for each report of the smallest run the largest may take."""

Figures = dict[str, Any]


def missed(told: Sequence[Figures]) -> Iterator[str]:
    """One line for each thing that is not as it must be."""
    own = [one for one in told if one["way"] == "drafter"]
    for one in own:
        if one["reports"] == 1:
            yield from _slow(one)
            yield from _beside(one, [other for other in told if other["way"] == "sections"])
        elif one["reports"] >= MANY:
            yield from _idle(one)
    yield from (f"a rerun {said}" for one in told for said in _again(one))
    each = [one["sent"] / one["reports"] for one in sorted(own, key=lambda one: one["reports"])]
    if each[-1] > GROWTH * each[0]:
        yield f"tokens for each report grow from {each[0]:.0f} to {each[-1]:.0f}"


def _slow(one: Figures) -> Iterator[str]:
    allowed = OVER * one["path"] + START
    if one["wall"] > allowed:
        yield f"wall {one['wall']:.1f} s is over {allowed:.1f} s: {OVER} paths and {START} s"


def _again(one: Figures) -> Iterator[str]:
    """What a second run does that is not needed."""
    if one["way"] == "rerun" and one["questions"]:
        yield f"asks {one['questions']} questions"
    if one["way"] == "rerun" and one["wall"] > RERUN:
        yield f"takes {one['wall']:.2f} s, over {RERUN}"


def _beside(one: Figures, others: Sequence[Figures]) -> Iterator[str]:
    """What takes too much of what chain (a) takes for one report."""
    for other in others:
        for name, most in (("wall", WALL), ("sent", SENT)):
            share = one[name] / other[name]
            if other["reports"] == 1 and share > most:
                yield f"{name} is {share:.2f} of (a), over {most}"


def _idle(one: Figures) -> Iterator[str]:
    if one["busy"] < BUSY:
        share = f"{one['busy']:.0%}, under {BUSY:.0%}"
        yield f"{one['reports']} reports: the server is busy for {share}"
    if one["megabytes"] > MEGABYTES:
        yield f"{one['reports']} reports: {one['megabytes']:.0f} MB, over {MEGABYTES}"
