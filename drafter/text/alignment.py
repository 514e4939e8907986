"""Where the sentences of a finished text stand in its file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from typing import NamedTuple

from drafter.text.gaps import fill_gaps
from drafter.text.readings import REACH, Glyph, Page, read_page

_WORD = re.compile(r"[^\W_]+")

_ENDS = (".", ":", "!", "?")
"""The signs that a text has to have after it when it ends in one."""

_LONG = 6
"""How many letters tell where a sentence begins that is not found whole."""

_FAR = 3_000
"""How many letters ahead such a sentence may begin."""

_NEAR = 300
"""How many letters ahead its next word may stand."""


class Spot(NamedTuple):
    """Where a character stands, counted from 0, and of how many characters it is made there."""

    row: int
    column: int
    width: int = 1

    @property
    def end(self) -> int:
        """The column after it."""
        return self.column + self.width


Spots = tuple[Spot | None, ...]
"""Where the characters of a text stand, one by one; None for those that cannot be told."""


def align(texts: Sequence[str], rows: Sequence[str]) -> tuple[Spots, ...]:
    """Where each character of each text stands in the rows that the texts were read from.

    The texts are headings and sentences, nearly always in the order of the rows; white space,
    markup and citations may have been lost. A text that stands there twice is found in order. A
    space stands where the blanks do, when they are on one row. The time is linear, nearly.
    """
    finder = _Finder(read_page(rows))
    return tuple(finder.spots(text) for text in texts)


def spans(spots: Sequence[Spot | None], start: int, end: int) -> tuple[int, int, int] | None:
    """The row, first column and end column of a stretch of a text.

    None unless it stands on one row and nothing else stands in between, so that it can be
    replaced. An empty stretch stands after the character before it, or before the one after it.
    """
    if start >= end:
        return _point(spots, start)
    found = [spot for spot in spots[start:end] if spot]
    joined = all(one.row == next_.row and one.end == next_.column for one, next_ in pairwise(found))
    if len(found) < end - start or not joined:
        return None
    return found[0].row, found[0].column, found[-1].end


def _point(spots: Sequence[Spot | None], at: int) -> tuple[int, int, int] | None:
    before = spots[at - 1] if at else None
    after = spots[at] if at < len(spots) else None
    if before:
        return before.row, before.end, before.end
    return (after.row, after.column, after.column) if after else None


@dataclass(slots=True)
class _Finder:
    """Finds one text after the other in a page.

    ``place`` is where the last one ended, ``furthest`` where the one did that ended last, and
    ``taken`` are the places that texts begin at.
    """

    page: Page
    place: int = 0
    furthest: int = 0
    taken: set[int] = field(default_factory=set)

    def spots(self, text: str) -> Spots:
        """Where the characters of a text stand; the next is looked for after it."""
        glyphs: list[Glyph | None] = [None] * len(text)
        words = [(word.start(), word[0]) for word in _WORD.finditer(text)]
        for at, glyph in self._lone(text) if not words else self._letters(text, words):
            glyphs[at] = glyph
        if words:
            fill_gaps(self.page, text, glyphs)
        ends = [glyph.end for glyph in glyphs if glyph]
        if ends:
            self.place = ends[-1]
            self.furthest = max(self.furthest, self.place)
        return _placed(self.page, glyphs)

    def _letters(self, text: str, words: Sequence[tuple[int, str]]) -> Iterator[tuple[int, Glyph]]:
        """The letters of a text, each with its number in it."""
        key = "".join(word for _, word in words)
        end = text[-1] if text.endswith(_ENDS) else ""
        letters, found = self.page.read, self._next(key, end)
        if found is None and len(key) < _LONG and self._is_literal(key):
            letters, found = self.page.literal, self.page.literal.at(self.place)
        elif found is None:
            found = self._elsewhere(key, end)
        if found is None:
            yield from self._one_by_one(words)
            return
        self.taken.add(letters.places[found])
        for start, word in words:
            yield from enumerate(letters.glyphs(found, found + len(word)), start)
            found += len(word)

    def _next(self, key: str, end: str) -> int | None:
        """The letter that a text begins with when it follows the last one, or the furthest."""
        read = self.page.read
        for at in (read.at(self.place), read.at(self.furthest)):
            if read.text.startswith(key, at) and self._fits(at, at + len(key), end):
                return at
        return None

    def _is_literal(self, key: str) -> bool:
        """Whether what follows looks like markup and is text, such as a citation in a cell."""
        literal, place = self.page.literal, self.place
        at = literal.at(place)
        if not literal.text.startswith(key, at):
            return False
        return self.page.read.next_place(place) != literal.next_place(place)

    def _elsewhere(self, key: str, end: str) -> int | None:
        """The likeliest letter further on that a text begins with, or else from the beginning."""
        read = self.page.read
        for sign, start in product(dict.fromkeys((end, "")), (read.at(self.furthest), 0)):
            found = read.find(key, start, len(read.text))
            free = [at for at in found if self._fits(at, at + len(key), sign)]
            apart = (at for at in free if self._is_apart(at, at + len(key)))
            if free:
                return next(apart, free[0])
        at = read.at(self.place)
        return at if read.text.startswith(key, at) else None

    def _fits(self, start: int, end: int, sign: str) -> bool:
        """Whether letters make whole words that no text has taken, with a sign after them."""
        read = self.page.read
        if start >= len(read.text) or read.places[start] in self.taken:
            return False
        whole = read.parted(start) and read.parted(end)
        return whole and self.page.text.find(sign, read.end(end - 1), self._after(end)) >= 0

    def _after(self, at: int) -> int:
        """Where what follows a stretch of letters ends."""
        return self.page.read.places[at] if at < len(self.page.read.text) else len(self.page.text)

    def _is_apart(self, start: int, end: int) -> bool:
        """Whether letters stand as a heading or a sentence does."""
        read = self.page.read
        before = read.end(start - 1) if start else 0
        opened = self.page.sets_off(before, read.places[start])
        return opened and self.page.sets_off(read.end(end - 1), self._after(end))

    def _one_by_one(self, words: Sequence[tuple[int, str]]) -> list[tuple[int, Glyph]]:
        """The words of a text that does not stand together, or keeps some of its markup.

        None of them when less than half of the text is there.
        """
        place = self._beginning([word for _, word in words])
        found: list[tuple[int, Glyph]] = []
        for start, word in words if place is not None else ():
            glyphs = self._word(word, found[-1][1].end if found else place or 0)
            found += enumerate(glyphs, start)
        return found if len(found) * 2 > sum(len(word) for _, word in words) else []

    def _beginning(self, words: Sequence[str]) -> int | None:
        """The place where some of the first words stand together, or a long one alone."""
        keys = ["".join(words[:number]) for number in (4, 3, 2, 1)]
        for key in (key for key in keys if len(key) >= _LONG or key == "".join(words)):
            for letters in (self.page.read, self.page.literal):
                start = letters.at(self.furthest)
                if (at := next(letters.find(key, start, start + _FAR), None)) is not None:
                    return letters.places[at]
        return self.place if self._is_literal(words[0]) else None

    def _word(self, word: str, place: int) -> list[Glyph]:
        """A word that follows a place, or comes soon after it."""
        for letters in (self.page.read, self.page.literal):
            at = letters.at(place)
            if letters.text.startswith(word, at):
                return letters.glyphs(at, at + len(word))
        read = self.page.read
        start = read.at(place)
        near = read.find(word, start, start + _NEAR)
        whole = (at for at in near if read.parted(at + len(word)))
        return next((read.glyphs(at, at + len(word)) for at in whole), [])

    def _lone(self, text: str) -> Iterator[tuple[int, Glyph]]:
        """The characters of a text without letters, which has to follow soon."""
        signs = [(at, char) for at, char in enumerate(text) if not char.isspace()]
        wanted = "".join(char for _, char in signs)
        near = self.page.glyphs(self.place, min(self.place + REACH, len(self.page.text)))
        found = "".join(glyph.char for glyph in near).find(wanted)
        if found >= 0:
            yield from zip((at for at, _ in signs), near[found:], strict=False)


def _placed(page: Page, glyphs: Sequence[Glyph | None]) -> Spots:
    spots: list[Spot | None] = []
    row, start, end = 0, 0, -1
    for glyph in glyphs:
        if glyph is None:
            spots.append(None)
            continue
        if not start <= glyph.place < end:
            row = page.row(glyph.place)
            start = page.starts[row]
            end = page.starts[row + 1] if row + 1 < len(page.starts) else len(page.text) + 1
        spots.append(Spot(row, glyph.place - start, glyph.width))
    return tuple(spots)
