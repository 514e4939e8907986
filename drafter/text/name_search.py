"""Find where names stand in a text, however they are written there."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from drafter.text.folding import Folded
from drafter.text.name_forms import WORD, Form
from drafter.text.placeholders import Span

GLUED = 5
"""From so many letters a name is found inside a longer word. Twelve people's names then meet 48
of 138 000 dictionary words."""

_BETWEEN = re.compile(r" {1,6}|[-']|, {0,4}")
_AFTER_INITIAL = re.compile(r"\.?[ -]{0,2}|'")
_SPEAKS = re.compile(r"\s*:")

Hit = tuple[int, int, str]
"""A start and an end, and the owner of the name between them."""


class NameSearch(NamedTuple):
    """The forms to look for, by their words, and what the search needs to be quick.

    ``reach`` tells how many words the longest form has that begins with a word; ``glued`` the
    long names by their first letters, the longest first.
    """

    owners: Mapping[tuple[str, ...], str]
    initials: frozenset[tuple[str, ...]]
    reach: Mapping[str, int]
    glued: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, forms: Mapping[str, tuple[Form, ...]]) -> "NameSearch":
        """A search for the forms of each owner; no two owners share a form."""
        owners = {form.words: owner for owner, own in forms.items() for form in own}
        every = [form for own in forms.values() for form in own]
        names = {form.words for form in every if not form.initials}
        initials = frozenset(form.words for form in every) - names
        reach: dict[str, int] = {}
        glued: dict[str, list[str]] = {}
        for words in owners:
            reach[words[0]] = max(reach.get(words[0], 0), len(words))
            if len(words) == 1 and len(words[0]) >= GLUED and words not in initials:
                glued.setdefault(words[0][:GLUED], []).append(words[0])
        longest = {head: tuple(sorted(own, key=len, reverse=True)) for head, own in glued.items()}
        return cls(owners, initials, reach, longest)

    def find(self, text: str, folded: Folded) -> tuple[Span, ...]:
        """The names of a text from left to right, the longest form at each place."""
        page = _Page.of(text, folded)
        spans: list[Span] = []
        for start, end, owner in self._hits(page):
            first, last = page.folded.original(start, end)
            if not spans or first >= spans[-1].end:
                spans.append(Span(first, last, owner))
        return tuple(spans)

    def _hits(self, page: "_Page") -> Iterator[Hit]:
        inside: dict[str, tuple[Hit, ...]] = {}
        at = 0
        while at < len(page.words):
            word, start, _ = page.words[at]
            taken = self._longest(page, at)
            if taken:
                count, hit = taken
                yield hit
                at += count
                continue
            if word not in inside:
                inside[word] = tuple(self._inside(word))
            for first, last, owner in inside[word]:
                if self._is_meant(page, (word[first:last],), (start + first, start + last)):
                    yield start + first, start + last, owner
            at += 1

    def _longest(self, page: "_Page", at: int) -> tuple[int, Hit] | None:
        """The longest form that begins with a word, and of how many words it is."""
        first = page.words[at][0]
        for count in range(self.reach.get(first) or self.reach.get(first[:-1], 0), 0, -1):
            window = page.words[at : at + count]
            words = tuple(word for word, _, _ in window)
            cut = 0 if words in self.owners else 1
            if cut and words[-1].endswith("s"):
                words = (*words[:-1], words[-1][:-1])
            owner = self.owners.get(words)
            end = window[-1][2] - cut
            if owner and page.joins(window) and self._is_meant(page, words, (window[0][1], end)):
                return count, (window[0][1], end, owner)
        return None

    def _is_meant(self, page: "_Page", words: tuple[str, ...], span: tuple[int, int]) -> bool:
        """Whether initials are in capitals, or tell who speaks (``fe: vi väntar``)."""
        if words in self.initials:
            return page.is_upper(span) or page.speaks(span)
        return all(len(word) > 1 for word in words) or page.has_capital_initials(span)

    def _inside(self, word: str) -> Iterator[Hit]:
        """The long names in a longer word, and any name that is left beside one of them."""
        last = start = 0
        while start <= len(word) - GLUED:
            longest = self.glued.get(word[start : start + GLUED], ())
            name = next((one for one in longest if word.startswith(one, start)), "")
            if name:
                yield from self._beside(word[last:start], last)
                last = start + len(name)
                yield start, last, self.owners[name,]
            start = last if name else start + 1
        if last:
            yield from self._beside(word[last:], last)

    def _beside(self, rest: str, start: int) -> Iterator[Hit]:
        """The name that what is left of a word is, genitives included."""
        for words in ((rest,), (rest.removesuffix("s"),)):
            if words in self.owners:
                yield start, start + len(words[0]), self.owners[words]
                return


class _Page(NamedTuple):
    """A text, its folded form, and the words of that with their places."""

    text: str
    folded: Folded
    words: tuple[tuple[str, int, int], ...]

    @classmethod
    def of(cls, text: str, folded: Folded) -> "_Page":
        found = WORD.finditer(folded.text)
        return cls(text, folded, tuple((one[0], one.start(), one.end()) for one in found))

    def written(self, span: tuple[int, int]) -> str:
        start, end = self.folded.original(*span)
        return self.text[start:end]

    def joins(self, window: tuple[tuple[str, int, int], ...]) -> bool:
        """Whether a blank, a hyphen, an apostrophe or an initial's point parts the words."""
        for (word, _, end), (_, start, _) in pairwise(window):
            between = _AFTER_INITIAL if len(word) == 1 else _BETWEEN
            if not between.fullmatch(self.folded.text, end, start):
                return False
        return self.written((window[0][1], window[-1][2])).count("\n") < 2

    def is_upper(self, span: tuple[int, int]) -> bool:
        return self.written(span).isupper()

    def has_capital_initials(self, span: tuple[int, int]) -> bool:
        letters = WORD.finditer(self.folded.text, *span)
        return not any(self.written(one.span()).islower() for one in letters if len(one[0]) == 1)

    def speaks(self, span: tuple[int, int]) -> bool:
        """Whether a colon comes after, and nothing but a mark of a list before on the line."""
        start, end = self.folded.original(*span)
        line = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        return bool(_SPEAKS.match(self.text, end)) and not WORD.search(line)
