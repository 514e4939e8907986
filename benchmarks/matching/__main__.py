"""``python -m benchmarks.matching``; 1 if a floor is not reached."""

import sys
from collections.abc import Iterator

from benchmarks.grounding.data import load
from benchmarks.grounding.measure import Share
from benchmarks.grounding.nouns import Part
from benchmarks.matching.measure import Result, run

RECALL, PRECISION, STRANGE, FALSE_ERRORS = 0.85, 0.86, 0.98, 0.12
"""What must be reached; of the false errors, not exceeded."""


def main() -> int:
    """Print the figures, each with its 95 % Wilson interval."""
    result = run(load(Part.TUNED))
    for title, share in _rows(result):
        print(f"{title:<52}{_cell(share)}")
    missed = tuple(_missed(result))
    print("All floors reached." if not missed else f"Floors not reached: {', '.join(missed)}.")
    return 1 if missed else 0


def _missed(result: Result) -> Iterator[str]:
    if result.recall.value < RECALL:
        yield "cited lines that are found"
    if result.precision.value < PRECISION:
        yield "found lines that are cited"
    if result.strange.value < STRANGE:
        yield "sentences on other notes with nothing found"
    if result.false_errors[1].value > FALSE_ERRORS:
        yield "false errors"


def _rows(result: Result) -> tuple[tuple[str, Share], ...]:
    return (
        ("cited lines that are found", result.recall),
        ("found lines that are cited", result.precision),
        ("sentences with a cited line found", result.some),
        ("sentences with every cited line found", result.every),
        ("sentences with nothing found", result.unfound),
        ("sentences on other notes with nothing found", result.strange),
        ("false errors, lines given", result.false_errors[0]),
        ("false errors, lines looked up", result.false_errors[1]),
        ("untrue sentences, errors, lines given", result.found_errors[0]),
        ("untrue sentences, errors, lines looked up", result.found_errors[1]),
        ("untrue sentences, errors + warnings, given", result.found_all[0]),
        ("untrue sentences, errors + warnings, looked up", result.found_all[1]),
    )


def _cell(share: Share) -> str:
    low, high = share.interval
    return f"{share.value:.3f} ({low:.3f}–{high:.3f})  n = {share.n}"


if __name__ == "__main__":
    sys.exit(main())
