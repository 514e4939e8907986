"""``hallning.*``: is what is denied, reserved, proposed and attributed still so in the sentence?"""

import re
from collections.abc import Iterable, Iterator

from drafter.checks.evidence import Evidence
from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import Severity
from drafter.text.facts import Clause

DENIES = frozenset({"nekande", "utan_nekande"})
"""The tags of words that turn a statement."""

WITHOUT = frozenset({"utan"})
"""The tag of a word that turns one only sometimes: enough to answer a denial, not to make one."""


@rule(
    "hallning.nekande",
    Severity.WARNING,
    "En mening nekar det som raderna säger, eller säger det som de nekar.",
    "Raden säger att delegationen inte kunde fastställas, meningen att den fastställdes.",
)
def turned_negation(case: Case) -> Iterator[Hit]:
    """A sentence that denies where its lines do not, or does not where the clauses it uses do.

    A word for its opposite denies too: *otillräcklig* is *inte tillräcklig*.
    """
    for evidence in case.evidence:
        if message := _turned(evidence):
            yield Hit(message, sentence=evidence.sentence)


def _turned(evidence: Evidence) -> str:
    """What is wrong with the signs of a sentence; empty when nothing is."""
    claims, carried = evidence.claims.clauses, evidence.carried.clauses
    if _has_opposites(evidence):
        return ""
    if _has(claims, DENIES) and not _has(carried, DENIES | WITHOUT):
        return "Meningen nekar något som raderna inte nekar."
    if _has(_used(evidence), DENIES) and not _has(claims, DENIES | WITHOUT):
        return "Raderna nekar något som meningen inte nekar."
    return ""


def _has(clauses: Iterable[Clause], tags: frozenset[str]) -> bool:
    return any(tags & clause.tags for clause in clauses)


def _has_opposites(evidence: Evidence) -> bool:
    return any(_opposites(evidence))


def _opposites(evidence: Evidence) -> Iterator[str]:
    """The words that say something by the opposite of a word that the lines have."""
    carried = evidence.carried.kin
    for clause in evidence.claims.clauses:
        for word in clause.content:
            if word.opposite & carried and not word.kin & carried:
                yield word.text


@rule(
    "hallning.motsats",
    Severity.WARNING,
    "Ett ord i en mening betyder motsatsen till vad som står på raderna.",
    "Raden säger att kostnaden ökar, meningen att den minskar.",
)
def turned_word(case: Case) -> Iterator[Hit]:
    """A word whose opposite the lines have, while they do not have the word, and nothing denies."""
    for evidence in case.evidence:
        denied = _has(evidence.claims.clauses, DENIES) + _has(_used(evidence), DENIES)
        word = next(_opposites(evidence), "")
        if word and denied % 2 == 0:
            yield Hit(f"»{word}« säger emot raderna.", sentence=evidence.sentence)


@rule(
    "hallning.forbehall",
    Severity.WARNING,
    "Ett förbehåll på raderna har försvunnit i meningen.",
    "Raden säger »prel. 2027«, meningen »2027«.",
)
def lost_reservation(case: Case) -> Iterator[Hit]:
    """A reservation in a clause that the sentence uses, and none of its class in the sentence."""
    for evidence in case.evidence:
        kept = _tags(evidence.claims.clauses, "forbehall")
        lost = (_tags(_used(evidence), "forbehall") & _NAMES.keys()) - kept
        for tag in sorted(lost):
            message = f"Raderna har ett förbehåll ({_NAMES[tag]}) som saknas i meningen."
            yield Hit(message, sentence=evidence.sentence)


_NAMES = {
    "forbehall.ungefar": "ungefär",
    "forbehall.drygt": "drygt",
    "forbehall.knappt": "knappt",
    "forbehall.minst": "minst",
    "forbehall.hogst": "högst",
    "forbehall.preliminar": "preliminärt",
    "forbehall.mojlig": "möjligen",
    "forbehall.trolig": "troligen",
    "forbehall.skenbar": "det verkar",
    "forbehall.uppges": "det uppges",
    "forbehall.oklar": "oklart",
    "forbehall.begransad": "delvis",
    "forbehall.huvudsaklig": "i huvudsak",
    "forbehall.egen_del": "för egen del",
}
"""The classes of reservations that must be kept; words such as *över* are too common to tell."""


@rule(
    "hallning.mangd",
    Severity.WARNING,
    "En mängd är större i meningen än på raderna.",
    "Raden säger »några«, meningen »alla«.",
)
def raised_quantity(case: Case) -> Iterator[Hit]:
    """A word for how many, or how often, further up the scale than any that the lines have."""
    for evidence in case.evidence:
        for family in ("mangd", "frekvens"):
            said = _ranks(evidence.claims.clauses, family)
            known = _ranks(evidence.carried.clauses, family)
            few = _has(evidence.claims.clauses, DENIES) and max(said, default=0) <= _SEVERAL
            if said and not few and max(said) > max(known, default=_FROM):
                yield Hit("Mängden är större än på raderna.", sentence=evidence.sentence)


_SEVERAL = 3
"""Up to here on the scale a denial makes it none: *inte några*."""

_FROM = 4
"""Without any quantifier on the lines, only one for most or all of something says more."""


@rule(
    "hallning.status",
    Severity.WARNING,
    "Något är längre kommet i meningen än på raderna: ett förslag har blivit ett beslut.",
    "Raden säger »föreslog«, meningen »beslutade«.",
)
def raised_status(case: Case) -> Iterator[Hit]:
    """A status further up the scale than the lines have, where they have one."""
    for evidence in case.evidence:
        said = _ranks(evidence.claims.clauses, "status")
        known = _ranks(_used(evidence), "status")
        if said and known and max(said) > max(known):
            yield Hit("Statusen är högre än på raderna.", sentence=evidence.sentence)


@rule(
    "hallning.tillskrivning",
    Severity.WARNING,
    "Det framgår inte i meningen vem som har sagt det som raderna låter någon säga.",
    "Raden säger »Wik: rektorerna måste äga frågan«, meningen att rektorerna måste äga frågan.",
)
def lost_attribution(case: Case) -> Iterator[Hit]:
    """A sentence that names none of those who speak in its lines, by name or by role.

    A sentence before it may do so, when they stand on the same lines.
    """
    said: set[str] = set()
    lines: set[int] = set()
    for evidence in case.evidence:
        if not lines & set(evidence.sentence.lines):
            said = set()
        said |= {word.removesuffix("s") for word in _WORD.findall(evidence.sentence.text.lower())}
        lines = set(evidence.sentence.lines)
        if evidence.speakers and not any(said & speaker for speaker in evidence.speakers):
            yield Hit("Meningen säger inte vem som har sagt det.", sentence=evidence.sentence)


_WORD = re.compile(r"[^\W\d_][\w’-]*")


def _used(evidence: Evidence) -> tuple[Clause, ...]:
    """The clauses of the lines at least half of whose content the sentence carries on."""
    kin = evidence.claims.kin
    return tuple(
        clause
        for clause in evidence.carried.clauses
        if clause.content
        and 2 * sum(bool(word.kin & kin) for word in clause.content) >= len(clause.content)
    )


def _tags(clauses: tuple[Clause, ...], family: str) -> frozenset[str]:
    return frozenset[str]().union(*(clause.tagged(family) for clause in clauses))


def _ranks(clauses: tuple[Clause, ...], family: str) -> list[int]:
    """The places on an ordered scale that the words of some clauses have."""
    return [int(tag.split(".")[1]) for tag in _tags(clauses, family)]


RULES = (
    lost_attribution,
    turned_negation,
    turned_word,
    lost_reservation,
    raised_quantity,
    raised_status,
)
