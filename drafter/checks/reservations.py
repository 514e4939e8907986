"""``hallning.forbehall``, ``hallning.inskrankning``: is what was reserved still so?"""

from collections.abc import Iterator
from fractions import Fraction

from drafter.checks.evidence import Evidence
from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import Severity
from drafter.text.clauses import Clause
from drafter.text.denials import SURE
from drafter.text.stance import OPEN, all_tags, is_planned

_ENDS = {"forbehall.tidigast": "tidigast", "forbehall.senast": "senast"}
"""Reservations about a day."""

_NEAR = {
    "forbehall.ungefar": "ungefär",
    "forbehall.drygt": "drygt",
    "forbehall.knappt": "knappt",
    "forbehall.minst": "minst",
    "forbehall.hogst": "högst",
}
"""Reservations about a figure."""

_LIMITS = {
    "forbehall.endast": "endast",
    "forbehall.utom": "utom",
    "forbehall.snitt": "i genomsnitt",
    "forbehall.begransad": "delvis",
    "forbehall.huvudsaklig": "i huvudsak",
    "forbehall.egen_del": "för egen del",
}
"""Reservations about how far a thing goes."""


@rule(
    "hallning.forbehall",
    Severity.ERROR,
    "Ett förbehåll på raderna har försvunnit i meningen.",
    "Raden säger »prel. 2027«, meningen »2027«.",
)
def lost_reservation(case: Case) -> Iterator[Hit]:
    """A reservation in a clause that the sentence uses, and none of its kind in the sentence."""
    for evidence in case.evidence:
        if tag := next(_lost(evidence), ""):
            yield _lost_hit(evidence, {**OPEN, **_NEAR, **_ENDS}[tag])


def _lost_hit(evidence: Evidence, name: str) -> Hit:
    message = f"Raderna har ett förbehåll ({name}) som saknas i meningen."
    return Hit(message, sentence=evidence.sentence)


@rule(
    "hallning.inskrankning",
    Severity.WARNING,
    "En inskränkning på raderna har försvunnit i meningen.",
    "Raden säger »funkar, utom på elskåpen«, meningen att det fungerar.",
)
def lost_limit(case: Case) -> Iterator[Hit]:
    """A word for how far a thing goes, in a clause that the sentence uses, and none of its kind."""
    for evidence in case.evidence:
        lost = all_tags(evidence.used) & _LIMITS.keys() - all_tags(evidence.claims.clauses)
        if lost:
            yield _lost_hit(evidence, _LIMITS[min(lost)])


def _lost(evidence: Evidence) -> Iterator[str]:
    """The reservations of the clauses used that no word of the sentence keeps."""
    kept = all_tags(evidence.claims.clauses)
    for clause in evidence.used:
        for tag in sorted(clause.tags - kept):
            if tag in _ENDS or (tag in OPEN and not _is_open(tag, clause, kept)):
                yield tag
    if not kept & _NEAR.keys():
        yield from _bare(evidence)


def _is_open(tag: str, clause: Clause, kept: frozenset[str]) -> bool:
    """Whether a sentence leaves open what a reservation does, or the reservation is denied."""
    if kept & OPEN.keys() or (tag == "forbehall.mojlig" and SURE & clause.tags):
        return True
    if tag == "forbehall.oklar" and SURE & kept:
        return True
    return tag != "forbehall.preliminar" and is_planned(kept)


def _bare(evidence: Evidence) -> Iterator[str]:
    """The reservations about figures that the sentence gives without any."""
    said = {count.quantity.value for count in evidence.claims.counts}
    for clause in evidence.lines:
        for word, place in zip(clause.words, clause.places, strict=True):
            near = word.tags & _NEAR.keys()
            if near and _next_figure(clause, place) in said:
                yield from near


def _next_figure(clause: Clause, place: int) -> Fraction | None:
    """The first figure of a clause after a place, if it is close."""
    after = (one for one in clause.quantities if 0 < one.start - place <= _REACH)
    return next((one.value for one in after), None)


_REACH = 24
"""How many characters may stand between a reservation and its figure."""


RULES = (lost_reservation, lost_limit)
