"""The rows of a file as they read: which characters are text, and where each of them stands."""

import html
import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple
from unicodedata import normalize

_NUMBER = r"(?:egen|D?[0-9]{1,12})"
_MARKUP = (
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<gone>!\[[^\[\]\n]{0,300}\]\([^()\n]{0,500}\)"
    r"|\[\^[^\[\]\s]{1,40}\]"
    r"|<(?![^<>\n]{0,300}(?:://|@))/?[a-zA-Z][^<>\n]{0,300}>"
    rf"|\[{{1,2}}{_NUMBER}(?:\s{{0,9}}[,–-]\s{{0,9}}{_NUMBER})*\]{{1,2}}(?!\()"
    r"|\[(?=[^\[\]\n]{1,300}\]\([^()\n]{0,500}\))|\]\([^()\n]{0,500}\)"
    r"|[*_`]+)"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?)|"
)

# A letter with its marks apart, or with something that cannot be seen after it; and the signs
# that composed text writes as letters.
_CLUSTER = (
    "(?P<cluster>[^\n][\u0300-\u036f\u00ad\u200b\u200e\u200f\u2060\ufeff]+|[\u212a\u212b\u2126])"
)
_READ = re.compile(_MARKUP + _CLUSTER, re.IGNORECASE)
_LITERAL = re.compile(_CLUSTER)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))

_WORD = re.compile(r"[^\W_]+")
_SETS_OFF = re.compile(r"[\n.!?…:;|*_<>#)\]]")
"""What stands before and after whole headings and sentences, and seldom inside them."""

REACH = 2_000
"""How many characters from a word what belongs to it may stand."""

_OPENING = 16
"""How many letters of a stretch the index knows it by."""

_MOST_TRIES = 500
"""At how many places a stretch is looked for that begins as many others do."""


class Glyph(NamedTuple):
    """A character that is read, and the stretch of the file that it is written with."""

    char: str
    place: int
    width: int = 1

    @property
    def end(self) -> int:
        """Where the next character may begin."""
        return self.place + self.width


@dataclass(frozen=True)
class Letters:
    """The letters and figures of a file in a row, without all else.

    ``places`` tells where each stands in the file, ``widths`` of how many characters it is made
    where they are more than one, and ``begins`` which ones stand apart from the one before.
    """

    text: str
    places: Sequence[int]
    widths: dict[int, int]
    begins: Sequence[int]

    def glyphs(self, start: int, end: int) -> list[Glyph]:
        """Some of them, by their numbers."""
        found = zip(self.text[start:end], self.places[start:end], strict=True)
        if not self.widths:
            return [Glyph(char, place, 1) for char, place in found]
        return [Glyph(char, place, self.widths.get(place, 1)) for char, place in found]

    def end(self, at: int) -> int:
        """Where in the file a letter ends."""
        place = self.places[at]
        return place + self.widths.get(place, 1)

    def at(self, place: int) -> int:
        """The number of the first letter that stands at a place or after it."""
        return bisect_left(self.places, place)

    def next_place(self, place: int) -> int:
        """Where the first letter from a place on stands; -1 when there is none."""
        at = self.at(place)
        return self.places[at] if at < len(self.places) else -1

    def parted(self, at: int) -> bool:
        """Whether something stands in the file between a letter and the one before it."""
        return not 0 < at < len(self.text) or self.end(at - 1) < self.places[at]

    @cached_property
    def _openings(self) -> dict[str, list[int]]:
        """The numbers of the letters that begin words, by the letters from there on."""
        found: dict[str, list[int]] = defaultdict(list)
        for at in self.begins:
            found[self.text[at : at + _OPENING]].append(at)
        return found

    def find(self, key: str, start: int, end: int) -> Iterator[int]:
        """Where words begin with some letters, from one number to another; not in all of many."""
        if len(key) >= _OPENING:
            known = self._openings.get(key[:_OPENING], [])
            first = bisect_left(known, start)
            near = (at for at in known[first : first + _MOST_TRIES] if at < end)
            yield from (at for at in near if self.text.startswith(key, at))
            return
        for _ in range(_MOST_TRIES):
            start = self.text.find(key, start, end) + 1
            if not start:
                return
            if self.parted(start - 1):
                yield start - 1


@dataclass(frozen=True)
class Page:
    """A file as one text, its rows parted by line feeds, and as letters.

    ``shown`` is the text with its comments blotted out, ``read`` are the letters without markup
    and citations.
    """

    text: str
    shown: str
    starts: Sequence[int]
    read: Letters

    @cached_property
    def literal(self) -> Letters:
        """All letters that stand there."""
        return _letters(self.text, _LITERAL)

    def row(self, place: int) -> int:
        """The row that a place is on."""
        return bisect_right(self.starts, place) - 1

    def sets_off(self, start: int, end: int) -> bool:
        """Whether what stands from one place to another parts headings or sentences."""
        at_edge = start <= 0 or end >= len(self.text)
        return at_edge or _SETS_OFF.search(self.text, start, end) is not None

    def glyphs(self, start: int, end: int) -> list[Glyph]:
        """The characters from one place to another that are read, without spaces."""
        found = _glyphs(self.shown, _READ, start, end)
        return [glyph for glyph in found if not glyph.char.isspace()]


def read_page(rows: Sequence[str]) -> Page:
    """The rows of a file, read."""
    text = "\n".join(rows)
    shown = _without_comments(text)
    starts = [0, *accumulate(len(row) + 1 for row in rows)]
    return Page(text, shown, starts[: len(rows)], _letters(shown, _READ))


def _without_comments(text: str) -> str:
    """The text with spaces for HTML comments, as long as it was."""
    parts, place = [], 0
    while (start := text.find("<!--", place)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts += [text[place:start], " " * (end + len("-->") - start)]
        place = end + len("-->")
    return "".join((*parts, text[place:]))


def _letters(text: str, markup: re.Pattern[str]) -> Letters:
    parts: list[str] = []
    places = array("l")
    widths: dict[int, int] = {}
    begins = array("l")
    end = -1
    for part, place, width in _parts(text, markup):
        if place != end:
            begins.append(len(places))
        parts.append(part)
        places.extend(range(place, place + len(part)))
        if width != len(part):
            widths[place] = width
        end = place + width
    return Letters("".join(parts), places, widths, begins)


def _parts(text: str, markup: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    """The words between pieces of markup, and the letters in these: with place and width."""
    start = 0
    for token in (*markup.finditer(text), None):
        for word in _WORD.finditer(text, start, token.start() if token else len(text)):
            yield word[0], word.start(), len(word[0])
        if token:
            start = token.end()
            yield from (glyph for glyph in _token_glyphs(token) if glyph.char.isalnum())


def _glyphs(text: str, markup: re.Pattern[str], start: int, end: int) -> Iterator[Glyph]:
    for token in markup.finditer(text, start, end):
        yield from (Glyph(text[place], place) for place in range(start, token.start()))
        yield from _token_glyphs(token)
        start = token.end()
    yield from (Glyph(text[place], place) for place in range(start, end))


def _token_glyphs(token: re.Match[str]) -> Iterator[Glyph]:
    """What a piece of markup, or a letter in several parts, leaves for the reader."""
    kind, place = token.lastgroup, token.start()
    if kind == "escape":
        yield Glyph(token[0][1], place, 2)
    elif kind != "gone":
        told = html.unescape(token[0]) if kind == "entity" else token[0].translate(_INVISIBLE)
        yield from _spread(normalize("NFC", told), place, token.end())


def _spread(told: str, start: int, end: int) -> Iterator[Glyph]:
    """Characters over the stretch they are written with: the first takes what the rest leave."""
    wide = max(end - start - len(told) + 1, 1)
    for at, char in enumerate(told):
        yield Glyph(char, start, wide) if not at else Glyph(char, start + wide + at - 1)
