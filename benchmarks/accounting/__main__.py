"""``python -m benchmarks.accounting``."""

from collections.abc import Iterator

from benchmarks.accounting.measure import Result, run
from benchmarks.grounding.data import load
from benchmarks.grounding.measure import Share
from benchmarks.grounding.nouns import Part


def main() -> None:
    """Print the figures, each with its 95 % Wilson interval."""
    result = run(load(Part.TUNED))
    for title, share in _rows(result):
        low, high = share.interval
        print(f"{title:<52}{share.value:.3f} ({low:.3f}–{high:.3f})  n = {share.n}")
    print(f"{'questions that the notes alone give rise to':<52}{result.questions}")


def _rows(result: Result) -> Iterator[tuple[str, Share]]:
    for name, share in result.lost.items():
        yield f"lost detail noticed, {name}", share
    yield "lines with a detail that the sentences leave out", result.lost_lines
    for name, share in result.conflicts.items():
        yield f"contradiction noticed, {name}", share
    yield "contradiction between lines that agree", result.false_conflicts


if __name__ == "__main__":
    main()
