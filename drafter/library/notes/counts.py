"""Bare numbers before lines: the markers of a list, or amounts."""

from collections.abc import Iterator, Sequence

from drafter.library.notes.rows import Row, count_at, without_count

SHORTEST = 3
"""So many lines must count from one; two may well be amounts (``1 buss``, ``2 bilar``)."""


def settle_counts(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Make bullets of the rows that count 1, 2, 3 … (``1 testa``, ``2 laga``, ``3 mät``)."""
    runs = [run for run in _runs(rows) if len(run) >= SHORTEST]
    counted = {row.number for run in runs for row in run}
    return tuple(without_count(row) if row.number in counted else row for row in rows)


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The runs of counting rows in a block; deeper rows may stand between their members."""
    run: list[Row] = []
    for row in rows:
        if run and row.block == run[0].block:
            if row.indent > run[0].indent:
                continue
            if row.indent == run[0].indent and count_at(row) == len(run) + 1:
                run.append(row)
                continue
        yield run
        run = [row] if count_at(row) == 1 else []
    yield run
