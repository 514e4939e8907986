"""The rules, in the order that they run; one family a file."""

from drafter.checks import (
    conflicts,
    coverage,
    details,
    grounding,
    header,
    headings,
    language,
    participants,
    protection,
    sources,
    staleness,
)
from drafter.checks.coverage import cover
from drafter.checks.details import find_lost
from drafter.checks.evidence import gather
from drafter.checks.registry import Case, Hit, Rule, run

RULES: tuple[Rule, ...] = (
    *headings.RULES,
    *header.RULES,
    *participants.RULES,
    *sources.RULES,
    *staleness.RULES,
    *language.RULES,
    *grounding.RULES,
    *conflicts.RULES,
    *coverage.RULES,
    *details.RULES,
    *protection.RULES,
)

AGEING: tuple[Rule, ...] = (*staleness.RULES, participants.differing)
"""The rules that can come to hit a saved draft when what it was made from is changed."""

__all__ = ["AGEING", "RULES", "Case", "Hit", "Rule", "cover", "find_lost", "gather", "run"]
