"""The rules for a text that stands alone, in the order that they run."""

from drafter.checks import header, headings, language, participants, protection
from drafter.checks.registry import Rule

FREE_RULES: tuple[Rule, ...] = (*language.RULES, *protection.RULES)
"""The rules for a text that is no report: language, and what is nobody's business."""

FORM_RULES: tuple[Rule, ...] = (
    *headings.RULES,
    *header.RULES,
    *participants.RULES,
    *language.RULES,
    *protection.RULES,
)
"""The rules for a report without its notes."""
