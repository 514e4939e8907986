"""A change is taken when its sentence gets better and nothing else gets worse."""

import pytest

from drafter.nouns import Finding, Review, Severity
from drafter.steps.verdict import worse
from tests.build import draft_of


def review(*errors: str, warnings: tuple[str, ...] = ()) -> Review:
    """A review with an error in each of the sentences, and warnings in others."""
    found = [Finding("tal.avviker", Severity.ERROR, "Fel tal.", "A", one) for one in errors]
    found += [Finding("kalla.ord", Severity.WARNING, "Ord.", "A", one) for one in warnings]
    return Review(draft_of(), tuple(found))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (review("a-1"), review(), ""),
        (review("a-1", "a-1"), review("a-1"), ""),
        (review("a-1", "a-2"), review("a-2"), ""),
        (review("a-1"), review(warnings=("a-1", "a-2")), ""),
        (review("a-1"), review("a-1"), "inte färre fel. Fel tal."),
        (review("a-1", "a-1"), review("a-2"), "ett annat ställe. Fel tal."),
        (review("a-1"), review(""), "ett annat ställe"),
        (review("a-1", "a-2"), review("a-2", "a-2"), "ett annat ställe"),
    ],
)
def test_the_verdict_looks_at_the_whole_report(before: Review, after: Review, told: str) -> None:
    verdict = worse(before, after, "a-1")
    assert told in verdict if told else verdict == ""
