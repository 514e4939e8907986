"""Find the forms of the lexicon in a text and put the formal ones in their place.

A form is matched as a whole word: not inside another, not as a part of a compound or of a dotted
abbreviation, unless it is an entry's first or last part of a compound. The longest form that fits
its neighbours wins, the first of equals. Time is linear in the length of the text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from drafter.text.entries import Entry, Kind
from drafter.text.fitting import Form, after_hyphen, begins, ends, keeps_point, spelled
from drafter.text.neighbours import NAME, REACH, START, left_of, right_of

_PASSES = 6
"""A formal form can make another entry fit, as in ``huvudst.konf``; never more often than this."""

_WORD = re.compile(r"[^\W\d_]+")
_NEVER_NAMES = frozenset({Kind.SMALL, Kind.TITLE, Kind.SHORTENED, Kind.SPELLING})
"""Kinds of which no form with a capital is a first name, as ``Kass`` and ``Jan`` may be."""

_HEAD = 3
"""How many letters of a compound must stand before its last part."""


class Index(NamedTuple):
    """Forms by their first letters, and last parts of compounds by theirs; longest first."""

    words: Mapping[str, tuple[Form, ...]]
    endings: Mapping[str, tuple[Form, ...]]
    tails: Mapping[str, tuple[int, ...]]
    """The last two letters of the last parts, and how long those that end so are."""


class Hit(NamedTuple):
    """A stretch of a text, and what stands there instead."""

    start: int
    end: int
    text: str


def index_of(entries: Iterable[Entry]) -> Index:
    """The safe entries, arranged for finding."""
    words: dict[str, list[Form]] = {}
    endings: dict[str, list[Form]] = {}
    for entry in entries:
        for text, formal in entry.spellings() if entry.safe else ():
            form = Form(text, _fold(text), formal, entry)
            first = _WORD.match(form.folded)
            shelf = endings if entry.closes else words
            shelf.setdefault(first[0] if first else "", []).append(form)
    for forms in (*words.values(), *endings.values()):
        forms.sort(key=lambda form: -len(form.text))
    sizes = sorted(endings, key=lambda ending: -len(ending))
    return Index(
        {key: tuple(forms) for key, forms in words.items()},
        {key: tuple(forms) for key, forms in endings.items()},
        {one[-2:]: tuple(len(other) for other in sizes if other[-2:] == one[-2:]) for one in sizes},
    )


def replace_forms(text: str, index: Index) -> str:
    """The text with formal forms for note forms; applied again it changes nothing more."""
    for _ in range(_PASSES):
        replaced = _Reading(text, index).text()
        if replaced == text:
            break
        text = replaced
    return text


def find_forms(text: str, index: Index) -> Iterator[Hit]:
    """Where note forms stand in a text, each with what is written there instead."""
    yield from _Reading(text, index).hits()


def _fold(text: str) -> str:
    """In lower case, with plain spaces, and as long as before."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    return lowered.replace("\u00a0", " ")


class _Reading:
    """One reading of a text from left to right; what is done is a neighbour to what comes."""

    def __init__(self, text: str, index: Index) -> None:
        self.old = text
        self.folded = _fold(text)
        self.index = index
        self.shouted = text.isupper()
        self.done: list[str] = []
        self.at = 0
        self.tail = ""

    def hits(self) -> Iterator[Hit]:
        """Each stretch that is written in another way, in order."""
        for word in _WORD.finditer(self.folded):
            if word.start() >= self.at and (hit := self.whole(word) or self.ending(word)):
                self.put(hit)
                yield hit

    def text(self) -> str:
        """The text as it reads afterwards."""
        for _ in self.hits():
            pass
        return "".join((*self.done, self.old[self.at :]))

    def put(self, hit: Hit) -> None:
        """Write what came before a hit, and what stands in its place."""
        piece = self.old[self.at : hit.start] + hit.text
        self.done.append(piece)
        self.tail = (self.tail + piece)[-REACH:]
        self.at = hit.end

    def before(self, start: int) -> str:
        """What will stand before a place, as far as neighbours are looked for."""
        return (self.tail + self.old[max(self.at, start - REACH) : start])[-REACH:]

    def whole(self, word: re.Match[str]) -> Hit | None:
        """What a form that begins with this word becomes."""
        start = word.start()
        for form in self.index.words.get(word[0], ()):
            end = start + len(form.text)
            if (
                self.folded.startswith(form.folded, start)
                and begins(self.old, start, form.entry)
                and ends(self.old, end, form)
                and self.fits(form, start, end)
            ):
                return self.hit(form, start, end)
        return None

    def ending(self, word: re.Match[str]) -> Hit | None:
        """What the last part of this compound becomes."""
        start, stop = word.span()
        for size in self.index.tails.get(self.folded[stop - 2 : stop], ()):
            for form in self.index.endings.get(self.folded[max(stop - size, start) : stop], ()):
                end = stop - size + len(form.text)
                if (
                    self.old.startswith(form.text, stop - size)
                    and (size <= stop - start - _HEAD or after_hyphen(self.old, start))
                    and ends(self.old, end, form)
                ):
                    return self.hit(form, stop - size, end)
        return None

    def fits(self, form: Form, start: int, end: int) -> bool:
        """Whether spelling and neighbours are those that the entry asks for."""
        left = left_of(self.before(start))
        right = right_of(self.old[end : end + REACH])
        if form.entry.kind is Kind.EMPHASIS and self.shouted:
            return False
        opening = START in left and (NAME not in right or form.entry.kind in _NEVER_NAMES)
        return spelled(self.old[start:end], form, opening) and form.entry.beside.fits(left, right)

    def hit(self, form: Form, start: int, end: int) -> Hit:
        """The formal form, fitted into its place."""
        found = self.old[start:end]
        if form.formal == form.text:
            return Hit(start, end, found)
        if form.entry.strikes:
            return self.struck(start, end)
        new = form.formal
        if found[0].isupper() and found[1:] == form.text[1:] and form.text[0].islower():
            new = new[0].upper() + new[1:]
        if form.text[-1] == "." and keeps_point(self.old[end : end + REACH], form.entry):
            new += "."
        if self.old[start - 1 : start].isdigit():
            new = f" {new}"
        if self.old[end : end + 1].isdigit():
            new += " "
        return Hit(start, end, new)

    def struck(self, start: int, end: int) -> Hit:
        """The word taken out, with one of the spaces beside it."""
        if start > self.at and self.old[start - 1] == " ":
            return Hit(start - 1, end, "")
        return Hit(start, end + (self.old[end : end + 1] == " "), "")
