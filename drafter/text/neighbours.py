"""What stands beside a word: how an entry of the lexicon tells one use of a form from another."""

import re
from typing import NamedTuple

NUMBER = "TAL"
TIME = "TID"
NAME = "NAMN"
START = "BÖRJAN"
END = "SLUT"
SIGNS = frozenset({NUMBER, TIME, NAME, START, END})
"""What a condition may ask for besides words: a number, a clock time, a capital letter, and the
start and end of a clause."""

REACH = 80
"""How many characters away a neighbour is looked for."""

_WORD_BEFORE = re.compile(r"[^\s/(\[”\"»]+$")
_WORD_AFTER = re.compile(r"[^\s,;:!?()\[\]/]+")
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")


class Beside(NamedTuple):
    """Which neighbours a form must have and must not have.

    Each set holds words in lower case and signs of ``SIGNS``; one of them is enough. An empty
    set asks for nothing.
    """

    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()

    def fits(self, left: frozenset[str], right: frozenset[str]) -> bool:
        """Whether a form between these neighbours is meant."""
        wanted = (not self.after or self.after & left) and (not self.before or self.before & right)
        return bool(wanted) and not (self.not_after & left or self.not_before & right)


def left_of(text: str) -> frozenset[str]:
    """The word that a text ends with, and the sign that it is."""
    bare = text.rstrip()
    if not bare or bare[-1] in '.!?:;–…([”"»':
        return frozenset({START})
    if bare[-1] in ",/":
        return frozenset({bare[-1]})
    word = _WORD_BEFORE.search(bare[-REACH:])
    return _labels(word[0]) if word else frozenset()


def right_of(text: str) -> frozenset[str]:
    """The word that a text begins with, and the sign that it is."""
    bare = text.lstrip()
    if not bare or bare[0] in ".,;:!?)]–…":
        return frozenset({END})
    word = _WORD_AFTER.match(bare)
    return _labels(word[0].rstrip(".")) if word else frozenset()


def _labels(word: str) -> frozenset[str]:
    labels = {word.lower()}
    if word[:1].isupper():
        labels.add(NAME)
    if _CLOCK.fullmatch(word):
        labels.add(TIME)
    elif word[:1].isdecimal() or word[-1:].isdecimal():
        labels.add(NUMBER)
    return frozenset(labels)
