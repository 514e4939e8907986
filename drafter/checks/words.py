"""``kalla.stod`` and ``kalla.ord``: do the cited lines carry what the words say?"""

from collections.abc import Iterator
from itertools import takewhile

from drafter.checks.evidence import Evidence
from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import Severity
from drafter.text.clauses import Clause
from drafter.text.kinship import carries
from drafter.text.vocabulary import Word


@rule(
    "kalla.stod",
    Severity.ERROR,
    "En sats i en mening har inget stöd på de rader som anges.",
    "»… vilket stärkte samsynen« står inte på raden.",
)
def unsupported_clause(case: Case) -> Iterator[Hit]:
    """A statement about the matter, none of whose words and figures the lines carry."""
    for evidence in case.evidence:
        for clause in evidence.claims.clauses:
            if len(clause.content) > 1 and not _is_supported(clause, evidence):
                said = evidence.sentence.text[clause.start : clause.end].strip(" ,;:–.")
                message = f"Raderna säger inget om »{said}«."
                yield Hit(message, sentence=evidence.sentence)


def _is_supported(clause: Clause, evidence: Evidence) -> bool:
    """Whether a clause holds a figure, nothing about the matter, or a word that the lines carry."""
    if clause.digits or clause.figures or not any(map(_is_weighty, clause.content)):
        return True
    return any(is_carried(word, evidence) or _is_meant(word, evidence) for word in clause.content)


def _is_meant(word: Word, evidence: Evidence) -> bool:
    """Whether a word is a name of somebody whom the lines mean, by initials or a pet name too."""
    return word.text in evidence.names and f" {word.text}" in evidence.text


@rule(
    "kalla.ord",
    Severity.WARNING,
    "Ord i en mening finns inte på de rader som anges.",
    "Meningen säger »… på grund av sjukdom«, raden »räddningstjänsten frånvarande«.",
)
def unsupported_words(case: Case) -> Iterator[Hit]:
    """Two words about the matter that the lines do not carry, or the last one of the sentence.

    Another single word is left alone: notes are put in other words all the time, while what is
    made up is put at the end.
    """
    for evidence in case.evidence:
        content = [word for clause in evidence.claims.clauses for word in clause.content]
        stray = [word for word in content if _is_stray(word, evidence)]
        if len(stray) > 1 or (stray and stray[-1] is content[-1]):
            listed = ", ".join(f"»{word}«" for word in dict.fromkeys(one.told for one in stray))
            yield Hit(f"Raderna säger inte {listed}.", sentence=evidence.sentence)


@rule(
    "kalla.tillagg",
    Severity.ERROR,
    "En mening slutar med något som inte finns på de rader som anges.",
    "Meningen säger »avgiften höjs, främst till följd av ökade elpriser«, raden »avgiften höjs«.",
)
def added(case: Case) -> Iterator[Hit]:
    """Two words or more about the matter, last in a sentence, that the lines do not carry.

    Words of the report's frame may stand between them.
    """
    for evidence in case.evidence:
        stray = [word.told for word in _tail(evidence) if _is_weighty(word)]
        if len(stray) > 1:
            message = f"Raderna säger inget om det sista i meningen (»{' … '.join(stray)}«)."
            yield Hit(message, sentence=evidence.sentence)


def _tail(evidence: Evidence) -> list[Word]:
    """The last words of a sentence, back to the last that the lines carry."""
    content = [word for clause in evidence.claims.clauses for word in clause.content]
    return list(takewhile(lambda word: _is_adrift(word, evidence), reversed(content)))[::-1]


def _is_adrift(word: Word, evidence: Evidence) -> bool:
    """Whether a word is stray, or of the frame and not carried either."""
    return _is_stray(word, evidence) or (word.frame and not is_carried(word, evidence))


def _is_stray(word: Word, evidence: Evidence) -> bool:
    return _is_weighty(word) and not _is_name(word, evidence) and not is_carried(word, evidence)


def _is_weighty(word: Word) -> bool:
    """Whether a word is about the matter, and no other rule's business by its tags."""
    return not word.frame and not word.tags


def _is_name(word: Word, evidence: Evidence) -> bool:
    names = {part for name in evidence.claims.names for part in name.lower().split("-")}
    return word.text in evidence.names or bool(
        {word.text, word.text.removesuffix("s"), *word.text.split("-")} & names
    )


def is_carried(word: Word, evidence: Evidence) -> bool:
    """Whether the lines have the word, a word of its kin, or a part or the beginning of it."""
    carried = evidence.carried
    return (
        bool(word.kin & carried.kin)
        or (len(word.text) > _SHORT and word.text.removesuffix("s") in evidence.text)
        or carries(carried.stems, word)
        or any(word.text.startswith(short) for short in carried.cut)
    )


_SHORT = 5
"""A word of no more letters than these stands in others by chance."""

RULES = (unsupported_clause, added, unsupported_words)
