"""The statements that a Swedish text is made of: its clauses, with what their words do."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from drafter.text.quantities import Quantity
from drafter.text.vocabulary import Vocabulary, Word

TOKEN = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?|_")
"""A word, or what stands for a phrase of stance."""

CLAUSE = re.compile(
    r"[;:()–]|,(?!\d)| - |(?<=[^\W\d_]{3})\.(?=\s)|(?<=\d\d)\.(?=\s[^\W\d_])"
    r"|\b(?:och|samt|mot|men|utan|eftersom|medan|vilket|vilka|därför|varav|så att|för att)\b"
)
"""Where a new statement may begin."""

_DIGITS = re.compile(r"\d+")
_IN_YEAR = re.compile(r"\bår (?=(?:19|20)\d\d)")


class Clause(NamedTuple):
    """A part of a text with a statement of its own, from ``start`` up to ``end``.

    ``places`` tells where each word begins, ``content`` are the words that say something by
    themselves, ``digits`` its figures as written and ``quantities`` its numbers, ``kin`` all that
    its words may stand for, and ``tags`` what they do to the statement.
    """

    words: tuple[Word, ...]
    places: tuple[int, ...]
    start: int
    end: int
    content: tuple[Word, ...]
    digits: frozenset[str]
    kin: frozenset[str]
    tags: frozenset[str]
    quantities: tuple[Quantity, ...] = ()

    @classmethod
    def of(cls, found: tuple[tuple[Word, int], ...], text: str, span: tuple[int, int]) -> "Clause":
        """The clause that some words make, each with the place where it begins in a text."""
        start, end = span
        words = tuple(word for word, _ in found)
        return cls(
            words,
            tuple(place for _, place in found),
            start,
            end,
            content=tuple(word for word in words if not word.light),
            digits=frozenset(_DIGITS.findall(text, start, end)),
            kin=frozenset[str]().union(*(word.kin for word in words)),
            tags=frozenset[str]().union(*(word.tags for word in words)),
        )

    @property
    def figures(self) -> frozenset[Fraction]:
        """What its numbers are worth."""
        return frozenset(one.value for one in self.quantities)

    def tagged(self, family: str) -> frozenset[str]:
        """Its tags of one family: ``mangd``, ``forbehall``, ``matt.langd``."""
        return frozenset(tag for tag in self.tags if tag.startswith(f"{family}."))


def find_clauses(text: str, vocabulary: Vocabulary) -> Iterator[Clause]:
    """The clauses of a text in order; one without words is none."""
    joined = vocabulary.joined(_IN_YEAR.sub(_blank, text.lower()))
    ends = [match.start() for match in CLAUSE.finditer(joined)] + [len(joined)]
    start = 0
    for end in ends:
        found = tuple(
            (vocabulary.word(match[0]), match.start())
            for match in TOKEN.finditer(joined, start, end)
        )
        if found:
            yield Clause.of(found, joined, (start, end))
        start = end


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
