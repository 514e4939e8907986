"""Find the forms of the lexicon in a text and put the formal ones in their place.

A form is matched as a whole word: not inside another, not as a part of a compound or of a dotted
abbreviation, unless it is an entry's first or last part of a compound. The longest form that fits
its neighbours wins, the first of equals. Time is linear in the length of the text.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drafter.text.entries import Entry, Kind
from drafter.text.neighbours import NAME, NUMBER, REACH, START, TIME, left_of, right_of

_PASSES = 6
"""A formal form can make another entry fit, as in ``huvudst.konf``; never more often than this."""

_WORD = re.compile(r"[^\W\d_]+")
_REST = re.compile(r"[a-zåäöé]{3}")
_BELONGS = re.compile(
    r"(?:19|20)\d\d\b"
    r"|\d[\d ,.]{0,12}(?:till \d[\d ,.]{0,12})?(?:[tm]?kr|mnkr|kronor|tusen|milj|mdr|procent)"
)
_NEVER_NAMES = frozenset({Kind.SMALL, Kind.TITLE, Kind.SHORTENED, Kind.SPELLING})
"""Kinds of which no form with a capital is a first name, as ``Kass`` and ``Jan`` may be."""

_HEAD = 3
"""How many letters of a compound must stand before its last part."""

_STARTERS = frozenset(
    """alla allt andra av bara beslut bra de den denna deras det detta dock du där därefter därför
    då efter en ett flera fler frågan från följd följden för förslag genom han hela hon här i ingen
    inga inget innan inför inte jag kan kl kommer man med men mer många ni nu när nästa nöjda och
    också om oss på samma samtidigt sedan ska skäl som så särskilt till tyvärr under ungefär ut var
    vi vid viktigt vissa vår våra åtgärd även är över övriga""".split()
)
"""Words that in capitals more often begin a sentence than name somebody."""


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of an entry's note form, as written and in lower case (``folded``)."""

    text: str
    folded: str
    formal: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Index:
    """Forms by their first letters, and last parts of compounds by theirs; longest first."""

    words: Mapping[str, tuple[Form, ...]]
    endings: Mapping[str, tuple[Form, ...]]
    tails: Mapping[str, tuple[int, ...]]
    """The last two letters of the last parts, and how long those that end so are."""


@dataclass(frozen=True, slots=True)
class Hit:
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

    def text(self) -> str:
        """The text as it reads afterwards."""
        for word in _WORD.finditer(self.folded):
            if word.start() >= self.at and (hit := self.whole(word) or self.ending(word)):
                self.put(hit)
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
                and _begins(self.old, start, form.entry)
                and _ends(self.old, end, form)
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
                    and (size <= stop - start - _HEAD or _after_hyphen(self.old, start))
                    and _ends(self.old, end, form)
                ):
                    return self.hit(form, stop - size, end)
        return None

    def fits(self, form: Form, start: int, end: int) -> bool:
        """Whether spelling and neighbours are those that the entry asks for."""
        left = left_of(self.before(start))
        right = right_of(self.old[end : end + REACH])
        if form.entry.kind is Kind.EMPHASIS and self.shouted:
            return False
        begins = START in left and (NAME not in right or form.entry.kind in _NEVER_NAMES)
        return _spelled(self.old[start:end], form, begins) and form.entry.beside.fits(left, right)

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
        if form.text[-1] == "." and _keeps_point(self.old[end : end + REACH], form.entry):
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


def _begins(text: str, start: int, entry: Entry) -> bool:
    """Whether a word of its own can begin here."""
    before, further = text[start - 1 : start], text[max(start - 2, 0) : max(start - 1, 0)]
    if start == 0 or before.isspace():
        return True
    if before.isdigit():
        return NUMBER in entry.beside.after
    if before in ".:":
        return not further.isalnum()
    if before == "-":
        return not further.isalnum() or (entry.kind is Kind.PLACE and text[start].isupper())
    return before not in "_@#&\\'’"


def _ends(text: str, end: int, form: Form) -> bool:
    """Whether the word can end here; the first part of a compound needs the rest of it."""
    if form.entry.opens:
        return bool(_REST.match(text, end))
    after, further = text[end : end + 1], text[end + 1 : end + 2]
    if after.isdigit():
        return NUMBER in form.entry.beside.before
    if after.isalnum() or after == "_":
        return False
    if after == "-":
        return not further.isalnum() or further.isupper()
    return not (after and after in ".:'’@&" and further.isalnum())


def _after_hyphen(text: str, start: int) -> bool:
    return text[start - 1 : start] == "-" and text[max(start - 2, 0) : start - 1].isalnum()


def _spelled(found: str, form: Form, begins: bool) -> bool:
    """Whether the capitals are those of the form, or a sentence's, or emphasis."""
    if found == form.text:
        return True
    if form.entry.kind is Kind.PLACE:
        return found[0].isupper() or found.islower()
    if form.entry.kind is Kind.EMPHASIS:
        return False
    capital = form.text[0].upper() + form.text[1:]
    single = len(form.text.rstrip(".")) == 1
    return (begins and found == capital and not single) or (
        len(found) > 4 and found == form.text.upper()
    )


def _keeps_point(after: str, entry: Entry) -> bool:
    """Whether the point of a shortened word also ends the sentence."""
    rest = after.lstrip()
    if not rest:
        return True
    if rest == after or entry.kind is Kind.SMALL or entry.opens:
        return False
    word = _WORD.match(rest)
    if word and word[0][0].isupper():
        return entry.kind is not Kind.TITLE or word[0].lower() in _STARTERS
    numbered = entry.beside.before & {NUMBER, TIME}
    return rest[0].isdigit() and not numbered and not _BELONGS.match(rest)
