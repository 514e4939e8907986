"""The rules, in the order that they run; one family a file."""

from drafter.checks import coverage, grounding, header, headings, participants, protection, sources
from drafter.checks.coverage import cover
from drafter.checks.evidence import gather
from drafter.checks.registry import Case, Hit, Rule, run

RULES: tuple[Rule, ...] = (
    *headings.RULES,
    *header.RULES,
    *participants.RULES,
    *sources.RULES,
    *grounding.RULES,
    *coverage.RULES,
    *protection.RULES,
)

__all__ = ["RULES", "Case", "Hit", "Rule", "cover", "gather", "run"]
