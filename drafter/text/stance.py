"""What the words of some clauses do to what they say: how open it is, and how far it has come."""

from collections.abc import Iterable

from drafter.text.clauses import Clause
from drafter.text.denials import SURE, VAGUE

OPEN = {
    "forbehall.preliminar": "preliminärt",
    "forbehall.mojlig": "möjligen",
    "forbehall.trolig": "troligen",
    "forbehall.skenbar": "det verkar",
    "forbehall.uppges": "det uppges",
    "forbehall.oklar": "oklart",
    "forbehall.villkor": "på villkor",
}
"""Reservations that leave a thing open; one of them may stand for another."""

_STEPS = (0, 1, 1, 1, 2, 3, 4, 5, 6)
"""The scale of status as it is compared: a wish, a proposal and a recommendation are one step."""

PLANNED = 2
"""Up to this step a thing is not settled."""

DONE = 6
"""The last step."""


def all_tags(clauses: Iterable[Clause]) -> frozenset[str]:
    """What all words of some clauses do."""
    return frozenset[str]().union(*(clause.tags for clause in clauses))


def steps(tags: Iterable[str]) -> list[int]:
    """How far some words say that a matter has come, from a thought (0) to done (6)."""
    return [_STEPS[int(tag.split(".")[1])] for tag in tags if tag.startswith("status.")]


def is_planned(tags: Iterable[str]) -> bool:
    """Whether any of some words says that a matter is only thought of, wished or planned."""
    return any(step <= PLANNED for step in steps(tags))


def is_settled(tags: Iterable[str]) -> bool:
    """Whether any of some words says that a matter is promised, agreed, decided or done."""
    return any(step > PLANNED for step in steps(tags))


def leaves_open(tags: frozenset[str]) -> bool:
    """Whether some words plan, doubt or deny."""
    return bool(tags & (OPEN.keys() | SURE | VAGUE)) or is_planned(tags)
