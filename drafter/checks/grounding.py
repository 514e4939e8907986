"""The rules that hold each sentence to the lines that it stands on."""

from drafter.checks import figures, names, stance, words
from drafter.checks.registry import Rule

RULES: tuple[Rule, ...] = (*figures.RULES, *names.RULES, *stance.RULES, *words.RULES)
