"""``tal.*`` and ``datum.*``: do the cited lines carry every number, day and time?"""

import re
from collections.abc import Iterator

from drafter.checks.evidence import Evidence
from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import Severity
from drafter.text.date_patterns import MONTHS, WEEKDAYS
from drafter.text.facts import Count


@rule(
    "tal.avviker",
    Severity.ERROR,
    "Ett tal i en mening finns inte på de rader som anges, eller har en annan enhet där.",
    "Meningen säger 85 000 kronor, raden 58 tkr.",
)
def stray_number(case: Case) -> Iterator[Hit]:
    """A number, or its unit, that neither the cited lines nor the header carry."""
    for evidence in case.evidence:
        carried = tuple(count.quantity for count in evidence.carried.counts)
        for quantity in (count.quantity for count in evidence.claims.counts):
            said = evidence.sentence.text[quantity.start : quantity.end].strip(" .")
            if not quantity.carried_by(carried) and not _is_clock(said, evidence):
                message = f"Talet {said} finns inte på raderna."
                yield Hit(message, sentence=evidence.sentence)


def _is_clock(said: str, evidence: Evidence) -> bool:
    """Whether the lines have an amount that looks like a time: ``13:40 per portion``."""
    amount = _AMOUNT.match(said)
    if amount is None:
        return False
    return f"tid {int(amount[1])}.{amount[2]}" in evidence.carried.moments


_AMOUNT = re.compile(r"(\d{1,2}),(\d\d)(?!\d)")


@rule(
    "tal.koppling",
    Severity.WARNING,
    "Ett tal gäller något annat i meningen än på raderna.",
    "Raden säger 48 användare och 35 minuter, meningen 35 användare.",
)
def misplaced_number(case: Case) -> Iterator[Hit]:
    """A number that counts something which the lines count with another number."""
    for evidence in case.evidence:
        for count in evidence.claims.counts:
            if count.counted and _belongs_elsewhere(count, evidence):
                quantity = count.quantity
                said = evidence.sentence.text[quantity.start : quantity.end].strip()
                message = f"Talet {said} gäller något annat på raderna."
                yield Hit(message, sentence=evidence.sentence)


def _belongs_elsewhere(count: Count, evidence: Evidence) -> bool:
    """Whether the lines count the same thing, but only with other numbers."""
    same = [one for one in evidence.carried.counts if one.counted & count.counted]
    return bool(same) and all(one.quantity.value != count.quantity.value for one in same)


@rule(
    "datum.avviker",
    Severity.ERROR,
    "En dag, ett år, en vecka eller ett klockslag finns inte på de rader som anges.",
    "Meningen säger den 16 mars, raden 16 feb.",
)
def stray_moment(case: Case) -> Iterator[Hit]:
    """A point in time that neither the cited lines nor the header carry."""
    for evidence in case.evidence:
        for moment in sorted(evidence.claims.moments - evidence.carried.moments):
            if moment in _bare_hours(evidence) or _is_short(moment, evidence):
                continue
            yield Hit(f"{told(moment)} finns inte på raderna.", sentence=evidence.sentence)


@rule(
    "tal.matt",
    Severity.ERROR,
    "Ett mått, en valuta eller en tid på året är en annan i meningen än på raderna.",
    "Meningen säger per månad, raden per år.",
)
def other_measure(case: Case) -> Iterator[Hit]:
    """A word of a closed class where the lines have other words of that class, but not it."""
    for evidence in case.evidence:
        measures = evidence.claims.tagged("matt")
        for family in {tag.rsplit(".", 1)[0] for tag in measures}:
            said, known = evidence.claims.tagged(family), evidence.carried.tagged(family)
            if known and said - known:
                message = "Raderna har ett annat mått eller en annan tid."
                yield Hit(message, sentence=evidence.sentence)


def _bare_hours(evidence: Evidence) -> set[str]:
    """The full hours that a line may mean by a number alone: ``9-11 workshop``."""
    return {f"tid {count.quantity.value}.00" for count in evidence.carried.counts}


def _is_short(moment: str, evidence: Evidence) -> bool:
    """Whether the lines have a year in two figures: ``28–34``, ``aug 25``."""
    if not moment.startswith("år "):
        return False
    pattern = _TWO_FIGURES.replace("NN", moment[-2:])
    return bool(re.search(pattern, evidence.carried.text))


_TWO_FIGURES = (
    r"(?<![\d.,])NN\s?[-–]\s?\d\d(?!\d)|(?<!\d)\d\d\s?[-–]\s?NN(?![\d%])"
    rf"|\b(?:{'|'.join(month[:3] for month in MONTHS)})\w* NN(?!\d)"
)


def told(moment: str) -> str:
    """A point in time as a person says it: ``dag 16-3`` is *Den 16 mars*."""
    kind, _, value = moment.partition(" ")
    if kind == "dag":
        day, month = value.split("-")
        return f"Den {day} {MONTHS[int(month) - 1]}"
    if kind == "månad":
        return next(month for month in MONTHS if month.startswith(value)).capitalize()
    if kind == "veckodag":
        return next(name for short, name in WEEKDAYS.items() if short == value).capitalize()
    return _SAYINGS[kind].format(value)


_SAYINGS = {
    "år": "Året {}",
    "tid": "Klockslaget {}",
    "vecka": "Vecka {}",
    "kvartal": "Kvartal {}",
    "årtionde": "{}-talet",
    "säsong": "{}",
}

RULES = (stray_number, misplaced_number, stray_moment, other_measure)
