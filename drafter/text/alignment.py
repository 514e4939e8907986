"""Which clauses of the notes a clause of a sentence stands on, by the words that they share."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter.text.clauses import Clause
from drafter.text.facts import Facts
from drafter.text.kinship import carries
from drafter.text.vocabulary import Word

_NEAR = 0.75
"""A clause that shares so much of what the best one does may be meant as well."""

_FRAME = 0.3
"""What a word of the report's own frame weighs beside one that is about the matter."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A clause of a sentence and those of the lines that say most of the same.

    ``weight`` is how many of its words the best of them carries, and ``share`` how large a part
    of all its words that is.
    """

    claim: Clause
    grounds: tuple[Clause, ...]
    weight: float
    share: float


def align(claims: Facts, carried: Iterable[Facts]) -> tuple[Pair, ...]:
    """Each clause of a sentence beside its grounds; the grounds are empty where none fits."""
    clauses = [clause for facts in carried for clause in facts.clauses]
    return tuple(_pair(claim, clauses) for claim in claims.clauses if claim.content)


def _pair(claim: Clause, clauses: list[Clause]) -> Pair:
    scores = [(_shared(claim, clause), clause) for clause in clauses]
    best = max((score for score, _ in scores), default=0.0)
    whole = sum(map(_weight, claim.content))
    if not best:
        return Pair(claim, (), 0.0, 0.0)
    grounds = tuple(clause for score, clause in scores if score >= _NEAR * best)
    return Pair(claim, grounds, best, best / whole)


def _shared(claim: Clause, clause: Clause) -> float:
    return sum(_weight(word) for word in shared_words(claim, clause))


def shared_words(claim: Clause, clause: Clause) -> Iterator[Word]:
    """The words of content in one clause that another carries."""
    stems = {word.stem for word in clause.content}
    for word in claim.content:
        if word.kin & clause.kin or carries(stems, word):
            yield word


def _weight(word: Word) -> float:
    return _FRAME if word.frame else 1.0
