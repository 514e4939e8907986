"""The rules, in the order that they run; one family a file."""

from drafter.checks import coverage, header, headings, participants, sources
from drafter.checks.coverage import cover
from drafter.checks.registry import Case, Hit, Rule, run

RULES: tuple[Rule, ...] = (
    *headings.RULES,
    *header.RULES,
    *participants.RULES,
    *sources.RULES,
    *coverage.RULES,
)

__all__ = ["RULES", "Case", "Hit", "Rule", "cover", "run"]
