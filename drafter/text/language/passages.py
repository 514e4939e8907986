"""A text as the language rules see it: its paragraphs, and what in them is left alone."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from drafter.text.language.english import english_spans
from drafter.text.masking import protected_spans

BLANK = "\ufffc"
"""Stands for each character that no rule may touch; it is no letter, digit or punctuation."""

_WORD = re.compile(r"[^\W_]+(?:[-’':.][^\W_]+)*")


class Word(NamedTuple):
    """A word in lower case, with its place in the passage; ``written`` has its capitals."""

    text: str
    written: str
    start: int
    end: int


class Passage(NamedTuple):
    """A paragraph, or a heading, with the places of its sentences.

    ``open`` is the text with quotations, addresses, numbers of cases and English blanked; it is as
    long as ``text``, and ``words`` are the words that are left in it. ``plain`` is what the
    signs of patterns are looked for in.
    """

    text: str
    open: str
    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]
    is_heading: bool = False
    plain: str = ""

    def __hash__(self) -> int:
        return hash((self.text, self.is_heading))

    @classmethod
    def of(cls, sentences: Iterable[str], is_heading: bool = False) -> "Passage":
        """The passage that some sentences make, parted by single spaces."""
        return _passage(tuple(sentences), is_heading)

    def words_in(self, span: tuple[int, int]) -> tuple[Word, ...]:
        """The words of one of its sentences."""
        first, last = (bisect_left(self.words, end, key=_start) for end in span)
        return self.words[first:last]

    def opens(self, place: int) -> bool:
        """Whether a sentence begins at a place, but perhaps for a quotation mark before it."""
        at = bisect_right(self.sentences, (place, len(self.text)))
        start = self.sentences[at - 1][0] if at else 0
        return not self.text[start : min(place, start + _MARKS)].strip("”»\"'(– ") and (
            place <= start + _MARKS
        )

    def ends(self, place: int) -> bool:
        """Whether one of its sentences ends at a place."""
        at = bisect_left(self.sentences, place, key=_end)
        return at < len(self.sentences) and self.sentences[at][1] == place


@lru_cache(maxsize=1000)
def _passage(sentences: tuple[str, ...], is_heading: bool) -> Passage:
    spans, start = [], 0
    for sentence in sentences:
        spans.append((start, start + len(sentence)))
        start += len(sentence) + 1
    text = " ".join(sentences)
    left = _blanked(text)
    return Passage(text, left, words_of(left), tuple(spans), is_heading, _plain(left))


def _plain(text: str) -> str:
    """A text in lower case and then as it is: a space for every blank, 0 for every digit."""
    plain = _DIGIT.sub("0", _SPACE.sub(" ", text))
    return f" {plain.lower()} \n {plain} "


_DIGIT = re.compile(r"\d")
_SPACE = re.compile(r"\s")

_MARKS = 4
"""How many marks may stand before the first word of a sentence."""


def _start(word: Word) -> int:
    return word.start


def _end(span: tuple[int, int]) -> int:
    return span[1]


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text; hyphens, apostrophes, colons and points may stand inside them."""
    return tuple(
        Word(match[0].lower(), match[0], match.start(), match.end())
        for match in _WORD.finditer(text)
    )


def _blanked(text: str) -> str:
    parts, place = [], 0
    for start, end in sorted((*protected_spans(text), *english_spans(text))):
        begin = max(start, place)
        if begin < end:
            parts += [text[place:begin], BLANK * (end - begin)]
            place = end
    return "".join((*parts, text[place:]))
