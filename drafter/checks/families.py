"""All rules, in the order that they run; one family a file."""

from drafter.checks import (
    conflicts,
    coverage,
    details,
    grounding,
    header,
    headings,
    holding,
    language,
    participants,
    protection,
    sources,
    staleness,
)
from drafter.checks.registry import Rule

RULES: tuple[Rule, ...] = (
    *headings.RULES,
    *header.RULES,
    *participants.RULES,
    *sources.RULES,
    *staleness.RULES,
    *holding.RULES,
    *language.RULES,
    *grounding.RULES,
    *conflicts.RULES,
    *coverage.RULES,
    *details.RULES,
    *protection.RULES,
)

AGEING: tuple[Rule, ...] = (*staleness.RULES, *holding.RULES, participants.differing)
"""The rules that can come to hit a saved draft when what it was made from is changed."""
