"""The rules that hold each sentence to the lines that it stands on."""

from drafter.checks import (
    attribution,
    certainty,
    figures,
    names,
    polarity,
    quantifiers,
    reservations,
    roles,
    words,
)
from drafter.checks.registry import Rule

RULES: tuple[Rule, ...] = (
    *figures.RULES,
    *names.RULES,
    *attribution.RULES,
    *polarity.RULES,
    *reservations.RULES,
    *quantifiers.RULES,
    *certainty.RULES,
    *roles.RULES,
    *words.RULES,
)
