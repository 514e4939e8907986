"""``hallning.motstridigt``: does a sentence take sides where the notes contradict themselves?"""

from collections.abc import Iterator

from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import Severity
from drafter.text.conflicts import Conflict
from drafter.text.facts import Facts


@rule(
    "hallning.motstridigt",
    Severity.WARNING,
    "En mening anger ett av två värden som anteckningarna motsäger varandra om.",
    "Rad 5 säger 48 användare, rad 31 säger 84; meningen säger 48.",
)
def takes_sides(case: Case) -> Iterator[Hit]:
    """A sentence on one of two lines that clash, which tells the value of one and not the other."""
    for evidence in case.evidence:
        values = _values(evidence.claims)
        for conflict in case.conflicts:
            sides = (conflict.first, conflict.second)
            cited = any(side.line in evidence.sentence.lines for side in sides)
            if cited and sum(side.value in values for side in sides) == 1:
                lines = (conflict.first.line, conflict.second.line)
                yield Hit(_told(conflict), sentence=evidence.sentence, lines=lines)


def _values(facts: Facts) -> set[str]:
    """What a sentence tells, in the normal form of a conflict's values."""
    numbers = {f"tal {count.quantity.value}" for count in facts.counts}
    return numbers | facts.moments | {f"namn {name.lower()}" for name in facts.names}


def _told(conflict: Conflict) -> str:
    first, second = conflict.first, conflict.second
    return (
        f"Anteckningarna säger ”{first.said}” på rad {first.line} "
        f"men ”{second.said}” på rad {second.line}."
    )


RULES = (takes_sides,)
