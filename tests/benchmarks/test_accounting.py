"""The benchmark of accounting for the notes: what it plants and counts."""

from benchmarks.accounting.measure import DETAILS, VALUES, run
from benchmarks.grounding.data import load
from benchmarks.grounding.nouns import Part


def test_each_operator_is_planted_and_counted() -> None:
    result = run(load(Part.TUNED)[:1])
    assert tuple(result.lost) == DETAILS
    assert tuple(result.conflicts) == VALUES
    assert all(share.n for share in (*result.lost.values(), result.false_conflicts))
    assert result.lost["number"].hits
