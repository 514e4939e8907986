"""``hallning.status`` …: is what was open, believed or proposed still so in the sentence?"""

from collections.abc import Iterator

from drafter.checks.evidence import Evidence
from drafter.checks.registry import Case, Hit, rule
from drafter.checks.words import is_carried
from drafter.nouns import Severity
from drafter.text.clauses import Clause
from drafter.text.denials import SURE
from drafter.text.stance import DONE, PLANNED, all_tags, is_planned, is_settled, leaves_open, steps
from drafter.text.vocabulary import Word


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
            if not clause.tags & SURE and not is_planned(clause.tags):
                for word in clause.words:
                    if is_settled(word.tags) and _is_planned_in(word, evidence):
                        message = f"Statusen är högre än på raderna (»{word.told}«)."
                        yield Hit(message, sentence=evidence.sentence)


def _is_planned_in(word: Word, evidence: Evidence) -> bool:
    """Whether the lines only propose what a word says is settled, or plan and lack the word."""
    holding = [clause for clause in evidence.lines if word.kin & clause.kin]
    if holding:
        return all(is_planned(clause.tags) and not _is_label(clause) for clause in holding)
    return max(steps(all_tags(evidence.used)), default=DONE) <= PLANNED and not is_carried(
        word, evidence
    )


def _is_label(clause: Clause) -> bool:
    """Whether a clause is a single word such as *beslut*, which tells what follows."""
    return len(clause.words) == 1


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
        believed = "tro" in all_tags(evidence.used) and "tro" not in all_tags(
            evidence.claims.clauses
        )
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
        known = steps(all_tags(evidence.used))
        tags = all_tags(evidence.claims.clauses)
        if known and max(known) <= PLANNED and not leaves_open(tags):
            yield Hit("Raderna säger bara att det är tänkt så.", sentence=evidence.sentence)


RULES = (raised_status, raised_certainty, closed)
