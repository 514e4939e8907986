"""``kalla.stod`` and ``kalla.ord``: do the cited lines carry what the words say?"""

from collections.abc import Iterator

from drafter.checks.evidence import Evidence
from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import Severity
from drafter.text.clauses import Clause
from drafter.text.kinship import carries
from drafter.text.vocabulary import Word


@rule(
    "kalla.stod",
    Severity.WARNING,
    "En sats i en mening har inget stöd på de rader som anges.",
    "»… vilket stärkte samsynen« står inte på raden.",
)
def unsupported_clause(case: Case) -> Iterator[Hit]:
    """A statement none of whose words the lines carry."""
    for evidence in case.evidence:
        for clause in evidence.claims.clauses:
            content = clause.content
            if len(content) > 1 and not _is_supported(clause, evidence):
                said = evidence.sentence.text[clause.start : clause.end].strip(" ,;:–.")
                message = f"Raderna säger inget om »{said}«."
                yield Hit(message, sentence=evidence.sentence)


def _is_supported(clause: Clause, evidence: Evidence) -> bool:
    """Whether the lines carry any word of a clause, or a number that stands in it."""
    if any(is_carried(word, evidence) for word in clause.content):
        return True
    return any(
        clause.start <= count.quantity.start <= clause.end for count in evidence.claims.counts
    )


@rule(
    "kalla.ord",
    Severity.WARNING,
    "De flesta orden i en mening finns inte på de rader som anges.",
    "Meningen säger »samsynen stärktes påtagligt«, raden »vi sågs i Oslo«.",
)
def unsupported_words(case: Case) -> Iterator[Hit]:
    """At least two words of content, and half of all, that the lines do not carry.

    A single strange word is left alone: notes are put in other words all the time.
    """
    for evidence in case.evidence:
        content = [word for clause in evidence.claims.clauses for word in clause.content]
        stray = [word.text for word in content if not is_carried(word, evidence)]
        if len(stray) > 1 and 2 * len(stray) >= len(content):
            listed = ", ".join(f"»{word}«" for word in dict.fromkeys(stray))
            yield Hit(f"Raderna säger inte {listed}.", sentence=evidence.sentence)


def is_carried(word: Word, evidence: Evidence) -> bool:
    """Whether the lines have the word, a word of its kin, or a part or the beginning of it."""
    carried = evidence.carried
    return (
        bool(word.kin & carried.kin)
        or word.text.removesuffix("s") in evidence.text
        or carries(carried.stems, word)
        or any(word.text.startswith(short) for short in carried.cut)
    )


RULES = (unsupported_clause, unsupported_words)
