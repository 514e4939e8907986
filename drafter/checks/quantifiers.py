"""``hallning.mangd`` and ``hallning.allman``: does a sentence say it of more than its lines do?"""

from collections.abc import Iterable, Iterator

from drafter.checks.registry import Case, Hit, rule
from drafter.checks.words import is_carried
from drafter.nouns import Severity
from drafter.text.clauses import Clause
from drafter.text.denials import SURE
from drafter.text.stance import all_tags


@rule(
    "hallning.mangd",
    Severity.ERROR,
    "En mängd är större i meningen än på raderna.",
    "Raden säger »några«, meningen »alla«.",
)
def raised_quantity(case: Case) -> Iterator[Hit]:
    """A word for how many, or how often, further up the scale than any that the lines have."""
    for evidence in case.evidence:
        for family in ("mangd", "frekvens"):
            said = _ranks(evidence.claims.clauses, family)
            known = _ranks(evidence.carried.clauses, family)
            if _NEARLY in said:
                said = [_NEARLY]
            few = all_tags(evidence.claims.clauses) & SURE and max(said, default=0) <= _SEVERAL
            if said and not few and max(said) > max(known, default=_FROM):
                yield Hit("Mängden är större än på raderna.", sentence=evidence.sentence)


_NEARLY = 6
"""Nearly all, which *alla så när som på* says with the word for all in it."""

_SEVERAL = 3
"""Up to here on the scale a denial makes it none: *inte några*."""

_FROM = 4
"""Without any quantifier on the lines, only one for most or all of something says more."""


@rule(
    "hallning.allman",
    Severity.ERROR,
    "En enskild uppfattning framställs i meningen som allmän.",
    "Raden säger att Ek är tveksam, meningen att det råder bred tveksamhet.",
)
def generalised(case: Case) -> Iterator[Hit]:
    """A word for general agreement that no line has."""
    for evidence in case.evidence:
        words = [word for clause in evidence.claims.clauses for word in clause.words]
        for word in words:
            if "allman" in word.tags and not is_carried(word, evidence):
                message = f"Raderna säger inte att det är allmänt (»{word.told}«)."
                yield Hit(message, sentence=evidence.sentence)


def _ranks(clauses: Iterable[Clause], family: str) -> list[int]:
    """The places on an ordered scale that the words of some clauses have."""
    tags = (tag for tag in all_tags(clauses) if tag.startswith(f"{family}."))
    return [int(tag.split(".")[1]) for tag in tags]


RULES = (raised_quantity, generalised)
