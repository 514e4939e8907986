"""Whether some words carry another: as its kin, cut short, or as a part of a compound."""

import re
from collections.abc import Iterable
from functools import cache

from drafter.text.vocabulary import Word

_CUT = re.compile(r"([^\W\d_]{2,})\.")


def cut_short(text: str) -> frozenset[str]:
    """The words of a lower-case text that a point cuts short: ``inst.``, ``belysn.``."""
    return frozenset(_CUT.findall(text))


def carries(stems: Iterable[str], word: Word) -> bool:
    """Whether words, by their stems, carry a word that is not their kin.

    A compound is carried by its beginning, its end, or by both its parts; a simple word by a
    compound that it begins or ends.
    """
    return any(_is_part(word.stem, stem) for stem in stems)


@cache
def _is_part(stem: str, other: str) -> bool:
    """Whether one of two stems is a part of the other that says most of it."""
    short, long = sorted((stem, other), key=len)
    if len(short) > 3 and (long.startswith(short) or _is_cut(short, long)):
        return True
    return len(short) > (2 if short == stem else 3) and (
        len(long) >= len(short) + 3 and long.endswith(short)
    )


def akin(one: Word, other: Word) -> bool:
    """Whether two words may stand for each other, or one is a part of the other."""
    return bool(one.kin & other.kin) or _is_part(one.stem, other.stem)


def _is_cut(short: str, long: str) -> bool:
    """Whether a word is another without some of its letters: *miljöktr*, *miljökontoret*."""
    letters = iter(long)
    return short[:_HEAD] == long[:_HEAD] and all(letter in letters for letter in short)


_HEAD = 5
"""How many letters a shortened word begins with before any is left out."""
