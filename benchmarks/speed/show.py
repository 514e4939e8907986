"""The figures as tables."""

from collections.abc import Iterable, Iterator
from typing import Any

from benchmarks.speed import log
from benchmarks.speed.measure import Measured

LABELS = {"sections": "(a) section by section", "whole": "(b) one prompt"}
_HEAD = (
    *("reports", "way", "wall s", "path s", "over s", "questions", "sent", "answered"),
    *("busy", "cached", "shared", "CPU s", "MB"),
)
_PARTS = ("requests", "system", "question", "lines", "schema", "written")


def figures(one: Measured, slots: int) -> dict[str, Any]:
    """All figures of a run, for another program."""
    path = log.critical_path(one.entries)
    return {
        "way": one.way,
        "reports": one.reports,
        "wall": one.run.wall,
        "path": path,
        "over": one.run.wall - path,
        "busy": log.busy(one.entries, slots),
        "questions": len(one.entries),
        "sent": one.sent,
        "answered": one.answered,
        "cached": one.cached,
        "shared": one.shared,
        "cpu": one.run.cpu,
        "megabytes": one.run.memory / 1e6,
        "start": one.start,
        "waiting": log.waiting(one.entries),
        "close": one.close,
        "spent": {kind: dict(counts) for kind, counts in one.spent().items()},
    }


def row(told: dict[str, Any]) -> str:
    """One run as a line of the table."""
    seconds = (f"{told[name]:.2f}" for name in ("wall", "path", "over"))
    counts = (str(told[name]) for name in ("questions", "sent", "answered"))
    shares = (f"{told[name]:.0%}" for name in ("busy", "cached", "shared"))
    each = told["cpu"] / told["reports"]
    label = LABELS.get(told["way"], told["way"])
    memory = f"{told['megabytes']:.0f}"
    return _line((str(told["reports"]), label, *seconds, *counts, *shares, f"{each:.2f}", memory))


def head() -> str:
    """The names of the columns."""
    return _line(_HEAD)


def _line(cells: Iterable[str]) -> str:
    widths = (7, 22, 9, 9, 8, 10, 10, 10, 6, 7, 7, 7, 6)
    return " ".join(
        f"{cell:<{width}}" if at == 1 else f"{cell:>{width}}"
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )


def ratios(told: list[dict[str, Any]]) -> Iterator[str]:
    """drafter's wall time and tokens as shares of each chain's, for each number of reports."""
    ways = {(one["reports"], one["way"]): one for one in told}
    for (count, way), other in ways.items():
        own = ways[count, "drafter"]
        if way in LABELS:
            wall, sent = own["wall"] / other["wall"], own["sent"] / other["sent"]
            yield f"{count} reports, drafter to {LABELS[way]}: wall {wall:.2f}, sent {sent:.2f}"


def details(told: dict[str, Any]) -> Iterator[str]:
    """Where the time and the tokens of one of drafter's runs went."""
    yield (
        f"{told['reports']} reports: {told['start']:.2f} s to the first question, "
        f"{told['waiting']:.2f} s without any, {told['close']:.2f} s after the last answer"
    )
    yield f"  {'tokens':<10}" + "".join(f"{part:>10}" for part in _PARTS)
    for kind, counts in told["spent"].items():
        yield f"  {kind:<10}" + "".join(f"{counts[part]:>10}" for part in _PARTS)
