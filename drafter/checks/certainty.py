"""``hallning.forbehall`` …: is what is open, reserved or proposed still so in the sentence?"""

from collections.abc import Iterator
from fractions import Fraction

from drafter.checks.evidence import Evidence
from drafter.checks.registry import Case, Hit, rule
from drafter.checks.words import is_carried
from drafter.nouns import Severity
from drafter.text.clauses import Clause
from drafter.text.denials import SURE, VAGUE
from drafter.text.vocabulary import Word

_OPEN = {
    "forbehall.preliminar": "preliminärt",
    "forbehall.mojlig": "möjligen",
    "forbehall.trolig": "troligen",
    "forbehall.skenbar": "det verkar",
    "forbehall.uppges": "det uppges",
    "forbehall.oklar": "oklart",
    "forbehall.villkor": "på villkor",
}
"""Reservations that leave a thing open; one of them may stand for another."""

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
            yield _lost_hit(evidence, {**_OPEN, **_NEAR, **_ENDS}[tag])


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
        lost = _tags(evidence.used) & _LIMITS.keys() - _tags(evidence.claims.clauses)
        if lost:
            yield _lost_hit(evidence, _LIMITS[min(lost)])


def _lost(evidence: Evidence) -> Iterator[str]:
    """The reservations of the clauses used that no word of the sentence keeps."""
    kept = _tags(evidence.claims.clauses)
    for clause in evidence.used:
        for tag in sorted(clause.tags - kept):
            if tag in _ENDS or (tag in _OPEN and not _is_open(tag, clause, kept)):
                yield tag
    if not kept & _NEAR.keys():
        yield from _bare(evidence)


def _is_open(tag: str, clause: Clause, kept: frozenset[str]) -> bool:
    """Whether a sentence leaves open what a reservation does, or the reservation is denied."""
    if kept & _OPEN.keys() or (tag == "forbehall.mojlig" and SURE & clause.tags):
        return True
    if tag == "forbehall.oklar" and SURE & kept:
        return True
    return tag != "forbehall.preliminar" and any(map(_is_planned, kept))


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


def _tags(clauses: tuple[Clause, ...]) -> frozenset[str]:
    return frozenset[str]().union(*(clause.tags for clause in clauses))


@rule(
    "hallning.status",
    Severity.ERROR,
    "Något är längre kommet i meningen än på raderna: ett förslag har blivit ett beslut.",
    "Raden säger »föreslog«, meningen »beslutade«.",
)
def raised_status(case: Case) -> Iterator[Hit]:
    """A status further up the scale than the lines have, where they have one."""
    for evidence in case.evidence:
        for clause in evidence.claims.clauses:
            if not clause.tags & SURE and not any(map(_is_planned, clause.tags)):
                for word in clause.words:
                    if _is_settled(word) and _is_planned_in(word, evidence):
                        message = f"Statusen är högre än på raderna (»{word.told}«)."
                        yield Hit(message, sentence=evidence.sentence)


def _is_settled(word: Word) -> bool:
    return any(_is_step(tag) and _step(tag) > _PLANNED for tag in word.tags)


def _is_planned_in(word: Word, evidence: Evidence) -> bool:
    """Whether the lines only propose what a word says is settled, or plan and lack the word."""
    holding = [clause for clause in evidence.lines if word.kin & clause.kin]
    if holding:
        return all(
            any(map(_is_planned, clause.tags)) and not _is_label(clause) for clause in holding
        )
    return max(_steps(evidence.used), default=_DONE) <= _PLANNED and not is_carried(word, evidence)


def _is_label(clause: Clause) -> bool:
    """Whether a clause is a single word such as *beslut*, which tells what follows."""
    return len(clause.words) == 1


_STEPS = (0, 1, 1, 1, 2, 3, 4, 5, 6)
"""The scale of status as it is compared: a wish, a proposal and a recommendation are one step."""

_DONE = 6

_PLANNED = 2
"""Up to this step a thing is not settled."""


def _is_step(tag: str) -> bool:
    return tag.startswith("status.")


def _is_planned(tag: str) -> bool:
    return _is_step(tag) and _step(tag) <= _PLANNED


def _step(tag: str) -> int:
    return _STEPS[int(tag.split(".")[1])]


def _steps(clauses: tuple[Clause, ...]) -> list[int]:
    return [_step(tag) for tag in _tags(clauses) if _is_step(tag)]


@rule(
    "hallning.visshet",
    Severity.ERROR,
    "Något är säkrare i meningen än på raderna.",
    "Raden säger att Ek tror det, meningen att det är bevisat.",
)
def raised_certainty(case: Case) -> Iterator[Hit]:
    """A word that vouches for something, and that the lines do not have.

    Where the lines only believe, *visade* and *konstaterade* vouch too.
    """
    for evidence in case.evidence:
        believed = "tro" in _tags(evidence.used) and "tro" not in _tags(evidence.claims.clauses)
        vouching = {"visshet", "slutsats"} if believed else {"visshet"}
        for clause in evidence.claims.clauses:
            for word in () if SURE & clause.tags else clause.words:
                if vouching & word.tags and not is_carried(word, evidence):
                    message = f"Raderna är inte så säkra (»{word.told}«)."
                    yield Hit(message, sentence=evidence.sentence)


@rule(
    "hallning.oppet",
    Severity.ERROR,
    "Något som är öppet på raderna är avgjort i meningen.",
    "Raden säger att Ek vill pröva kortet, meningen att kortet prövas.",
)
def closed(case: Case) -> Iterator[Hit]:
    """A proposal, wish or plan on the lines, and nothing of that in the sentence."""
    for evidence in case.evidence:
        known = _steps(evidence.used)
        tags = _tags(evidence.claims.clauses)
        if known and max(known) <= _PLANNED and not _leaves_open(tags):
            yield Hit("Raderna säger bara att det är tänkt så.", sentence=evidence.sentence)


def _leaves_open(tags: frozenset[str]) -> bool:
    """Whether a sentence plans or doubts, or denies something."""
    return bool(tags & (_OPEN.keys() | SURE | VAGUE)) or any(map(_is_planned, tags))


RULES = (lost_reservation, lost_limit, raised_status, raised_certainty, closed)
