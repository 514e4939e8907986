"""A text as the language rules see it: its paragraphs, and what in them is left alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.text.language.english import english_spans
from drafter.text.masking import protected_spans

BLANK = "\ufffc"
"""Stands for each character that no rule may touch; it is no letter, digit or punctuation."""

_WORD = re.compile(r"[^\W_]+(?:[-’':.][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case, with its place in the passage; ``written`` has its capitals."""

    text: str
    written: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a heading, with the places of its sentences.

    ``open`` is the text with quotations, addresses, numbers of cases and English blanked; it is as
    long as ``text``, and ``words`` are the words that are left in it.
    """

    text: str
    open: str
    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]
    is_heading: bool = False

    @classmethod
    def of(cls, sentences: Iterable[str], is_heading: bool = False) -> "Passage":
        """The passage that some sentences make, parted by single spaces."""
        spans, start = [], 0
        listed = tuple(sentences)
        for sentence in listed:
            spans.append((start, start + len(sentence)))
            start += len(sentence) + 1
        text = " ".join(listed)
        left = _blanked(text)
        return cls(text, left, words_of(left), tuple(spans), is_heading)

    def words_in(self, span: tuple[int, int]) -> tuple[Word, ...]:
        """The words of one of its sentences."""
        return tuple(word for word in self.words if span[0] <= word.start < span[1])

    def opens(self, place: int) -> bool:
        """Whether a sentence begins at a place, but perhaps for a quotation mark before it."""
        return any(
            start <= place and not self.text[start:place].strip("”»\"'(– ")
            for start, _ in self.sentences
        )


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
