"""``hallning.nekande`` and ``hallning.motsats``: does a sentence say the opposite of its lines?"""

from collections.abc import Iterator
from itertools import chain

from drafter.checks.evidence import Evidence
from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import Severity
from drafter.text.clauses import Clause
from drafter.text.denials import SURE, VAGUE, Denial, find_denials
from drafter.text.kinship import akin
from drafter.text.vocabulary import Word


@rule(
    "hallning.nekande",
    Severity.ERROR,
    "En mening nekar det som raderna säger, eller säger det som de nekar.",
    "Raden säger att delegationen inte kunde fastställas, meningen att den fastställdes.",
)
def turned_negation(case: Case) -> Iterator[Hit]:
    """A denial of something that the lines say without denying it, or the other way round.

    A word for the opposite denies too: *otillräcklig* is *inte tillräcklig*.
    """
    for evidence in case.evidence:
        claims, lines = evidence.claims.clauses, evidence.lines
        extra, lost = _unanswered(claims, lines), _unanswered(lines, claims)
        false = [one for one in extra if _says(lines, one)]
        gone = [one for one in lost if _says(claims, one) and not _is_others(one, evidence)]
        if false and (gone or not lost):
            message = f"Raderna nekar inte det som meningen nekar (»{false[0].word.told}«)."
            yield Hit(message, sentence=evidence.sentence)
        elif gone and (false or not extra):
            message = f"Meningen nekar inte det som raderna nekar (»{gone[0].word.told}«)."
            yield Hit(message, sentence=evidence.sentence)


def _says(clauses: tuple[Clause, ...], denial: Denial) -> bool:
    """Whether some clause holds at least half of what a denial reaches."""
    need = (len(denial.focus) + 1) // 2
    return bool(denial.focus) and any(
        sum(_holds(clause, word) for word in denial.focus) >= need for clause in clauses
    )


def _holds(clause: Clause, word: Word) -> bool:
    """Whether a clause has a word; one of the frame in so many letters."""
    if word.frame:
        return word.stem in clause.kin
    return any(akin(word, one) for one in clause.content)


def _is_others(denial: Denial, evidence: Evidence) -> bool:
    """Whether the lines deny something of somebody else, or elsewhere say it without denying it."""
    names = {name.lower() for name in evidence.carried.names}
    said = evidence.claims
    if any(
        word.text in names and word.text not in said.text and not word.kin & said.kin
        for word in denial.focus
    ):
        return True
    denied = denial.word
    return any(
        denied not in clause.words and all(_holds(clause, word) for word in denial.focus)
        for clause in evidence.lines
    )


def _unanswered(clauses: tuple[Clause, ...], others: tuple[Clause, ...]) -> list[Denial]:
    """The sure denials to which the others have none that answers."""
    answers = tuple(find_denials(others))
    return [
        denial
        for denial in find_denials(clauses)
        if denial.sure
        and not any(denial.meets(one) for one in answers)
        and not any(_opposites(word, others) for word in denial.focus)
        and not _is_in_the_word(denial, others)
    ]


def _is_in_the_word(denial: Denial, clauses: tuple[Clause, ...]) -> bool:
    """Whether a word denies by its beginning what a denial reaches: *oräknad*, *inte räknad*."""
    stems = [word.stem[:_HEAD] for word in denial.focus if len(word.stem) >= _HEAD]
    return any(
        word.text.startswith("o") and any(stem in word.text[1:] for stem in stems)
        for clause in clauses
        for word in clause.content
    )


_HEAD = 4
"""How many letters tell that a word is made of another."""


@rule(
    "hallning.motsats",
    Severity.ERROR,
    "Ett ord i en mening betyder motsatsen till vad som står på raderna.",
    "Raden säger att kostnaden ökar, meningen att den minskar.",
)
def turned_word(case: Case) -> Iterator[Hit]:
    """A word whose opposite the lines have, while they do not have the word, and nothing denies."""
    for evidence in case.evidence:
        if word := next(chain(_turned(evidence), _relations(evidence)), None):
            yield Hit(f"»{word.text}« säger emot raderna.", sentence=evidence.sentence)


def _relations(evidence: Evidence) -> Iterator[Word]:
    """The small words whose opposites stand before the same word on the lines: *före*, *efter*."""
    said = tuple(_leading(evidence.lines))
    for small, head in _leading(evidence.claims.clauses):
        same = [one for one, other in said if akin(head, other)]
        turned = any(small.opposite & one.kin for one in same)
        if turned and not any(small.kin & one.kin for one in same):
            yield small


def _leading(clauses: tuple[Clause, ...]) -> Iterator[tuple[Word, Word]]:
    """The small words that have an opposite, each with the word of content that it leads."""
    for clause in clauses:
        for at, word in enumerate(clause.words):
            if word.light and word.opposite:
                head = next((one for one in clause.words[at + 1 : at + 4] if not one.light), None)
                if head:
                    yield word, head


def _turned(evidence: Evidence) -> Iterator[Word]:
    """The words of a sentence that turn its lines, where no denial turns them back."""
    denied = [
        word
        for denial in find_denials((*evidence.claims.clauses, *evidence.lines))
        for word in denial.focus
    ]
    for clause in evidence.claims.clauses:
        for word in clause.content:
            if word.kin & evidence.carried.kin or (SURE | VAGUE) & word.tags:
                continue
            if word.opposite & evidence.claims.kin or word.text in evidence.names:
                continue
            if not _opposites(word, tuple(one for one in evidence.lines if not SURE & one.tags)):
                continue
            if not any(akin(word, one) or word.opposite & one.kin for one in denied):
                yield word


def _opposites(word: Word, clauses: tuple[Clause, ...]) -> bool:
    return any(
        word.opposite & one.kin and not word.text.startswith(one.stem)
        for clause in clauses
        for one in clause.content
    )


RULES = (turned_negation, turned_word)
