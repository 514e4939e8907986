"""``kalla.roller`` and ``kalla.hopfogad``: does a sentence keep apart what its lines keep apart?"""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations

from drafter.checks.evidence import Evidence
from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import Severity
from drafter.text.clauses import Clause
from drafter.text.facts import Facts
from drafter.text.kinship import akin
from drafter.text.vocabulary import Word


@rule(
    "kalla.roller",
    Severity.ERROR,
    "Två saker på raderna har bytt plats i meningen.",
    "Raden säger »mässan rörig, seminarierna bra«, meningen tvärtom.",
)
def crossed(case: Case) -> Iterator[Hit]:
    """Two clauses that each mix what two clauses of the lines keep apart."""
    for evidence in case.evidence:
        mixed = [pair for claim in evidence.claims.clauses for pair in _mixes(claim, evidence)]
        if len(set(mixed)) < len(mixed):
            yield Hit("Raderna håller isär det som meningen för ihop.", sentence=evidence.sentence)


def _mixes(claim: Clause, evidence: Evidence) -> Iterator[tuple[int, int]]:
    """The pairs of clauses of the lines, by position, from each of which a clause takes its own.

    That is a word or a figure that the one clause has and the other lacks, both ways.
    """
    taken = [(at, _taken(claim, ground)) for at, ground in enumerate(evidence.lines)]
    held = [(at, items) for at, items in taken if items]
    for (one, first), (other, second) in combinations(held, 2):
        if first - second and second - first:
            yield one, other


def _taken(claim: Clause, ground: Clause) -> set[Fraction | str]:
    """What of a clause a clause of the lines has: figures, and words by their stems."""
    words = {word.stem for word in claim.content if _has(ground, word)}
    return {*words, *(claim.figures & ground.figures)}


def _has(clause: Clause, word: Word) -> bool:
    if word.frame:
        return word.stem in clause.kin
    return bool(word.kin & clause.kin) or any(akin(word, one) for one in clause.content)


@rule(
    "kalla.hopfogad",
    Severity.WARNING,
    "En mening fogar ihop uppgifter från två rader som inte hör ihop.",
    "Rad 4 säger att resan kostade 88 tkr, rad 9 att nämnden beslutade i juni.",
)
def joined(case: Case) -> Iterator[Hit]:
    """One statement out of two lines that each make a statement of their own.

    That is a clause with words that only the one has and words that only the other has, or two
    such clauses tied by *vilket*, *varav*, *på grund av* and the like.
    """
    for evidence in case.evidence:
        if len(evidence.cited) > 1 and (_is_mixed(evidence) or _is_tied(evidence)):
            lines = " och ".join(str(number) for number in evidence.sentence.lines)
            message = f"Raderna {lines} säger inte att uppgifterna hör ihop."
            yield Hit(message, sentence=evidence.sentence)


def _is_mixed(evidence: Evidence) -> bool:
    whole = _statements(evidence)
    return any(
        len(_owners(clause.content, clause.figures, evidence) & whole) > 1
        for clause in evidence.claims.clauses
    )


def _is_tied(evidence: Evidence) -> bool:
    """Whether what stands before a tie is one line's, and what stands after it another's."""
    whole = _statements(evidence)
    for tie in _TIE.finditer(evidence.claims.text):
        sides = [
            _owners(*_side(evidence, part), evidence)
            for part in (slice(None, tie.start()), slice(tie.start(), None))
        ]
        if (
            all(len(side) == 1 for side in sides)
            and sides[0] != sides[1]
            and sides[0] | sides[1] <= whole
        ):
            return True
    return False


_TIE = re.compile(
    r"(?<=.{8})\b(?:vilket|varav|på grund av|eftersom|genom|då|där|till följd av|tack vare|varpå"
    r"|som|därför)\b"
)


def _side(evidence: Evidence, part: slice) -> tuple[list[Word], set[Fraction]]:
    """The words and the figures of a sentence in one part of its text."""
    start, end = part.start or 0, part.stop or len(evidence.claims.text)
    words = [
        word
        for clause in evidence.claims.clauses
        for word, place in zip(clause.words, clause.places, strict=True)
        if start <= place < end and not word.light
    ]
    counts = (count.quantity for count in evidence.claims.counts)
    return words, {one.value for one in counts if start <= one.start < end}


def _statements(evidence: Evidence) -> set[int]:
    """The cited lines, by position, that say enough to be statements of their own."""
    return {at for at, facts in enumerate(evidence.cited) if len(_weighty(facts)) >= _ENOUGH}


_ENOUGH = 4
"""How many words about the matter make a line more than a heading, a date or a name."""


def _weighty(facts: Facts) -> list[Word]:
    return [word for clause in facts.clauses for word in clause.content if not word.frame]


def _owners(words: Iterable[Word], figures: Iterable[Fraction], evidence: Evidence) -> set[int]:
    """The cited lines, by position, that alone have one of some words or figures."""
    holders = [
        [at for at, facts in enumerate(evidence.cited) if word.kin & facts.kin]
        for word in words
        if not word.frame and not _is_name(word, evidence)
    ]
    holders += [
        [
            at
            for at, facts in enumerate(evidence.cited)
            if any(figure in clause.figures for clause in facts.clauses)
        ]
        for figure in figures
    ]
    return {found[0] for found in holders if len(found) == 1}


_ANYWHERE = ("sagesman", "matt", "status", "tro")
"""Words of these tags stand with names and measures, and are at home on every line."""


def _is_name(word: Word, evidence: Evidence) -> bool:
    forms = {word.text, word.text.removesuffix("s")}
    names = evidence.names | {name.lower() for name in evidence.claims.names}
    return bool(forms & names) or any(tag.startswith(_ANYWHERE) for tag in word.tags)


RULES = (crossed, joined)
