"""The rules that hold each sentence to the lines that it stands on."""

from drafter.checks import attribution, certainty, figures, names, polarity, roles, stance, words
from drafter.checks.registry import Rule

RULES: tuple[Rule, ...] = (
    *figures.RULES,
    *names.RULES,
    *attribution.RULES,
    *polarity.RULES,
    *stance.RULES,
    *certainty.RULES,
    *roles.RULES,
    *words.RULES,
)
