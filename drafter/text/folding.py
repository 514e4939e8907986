"""Fold a text so that one name has one form, with the way back to where it stands.

Folded text is compatibility-composed and in lower case; invisible characters are gone; every
blank, line break or control character is a space, every dash a hyphen and every apostrophe
``'``. A word that was divided at the end of a line is whole again.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

_PLAIN = r"\t\n\r -~åäöÅÄÖéÉ"
_SPECIAL = re.compile(
    # a divided word goes on in lower case; before a capital the hyphen is the name's own
    r"(?P<divided>(?<=[^\W\d_])[-\u2010\u2011\u00ad][ \t\u00a0]*\r?\n[ \t\u00a0]*(?=[^\W\d_]))"
    rf"|[^{_PLAIN}]+|[{_PLAIN}](?=[^{_PLAIN}])[^{_PLAIN}]+"
)
_APOSTROPHES = frozenset("’‘ʼ´`′")
_MINUS = "\u2212"
_BLANK = "\ufffc"


class Folded(NamedTuple):
    """A folded text; character ``i`` of it stands for ``original[starts[i]:ends[i]]``."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text that a filled span of the folded one stands for."""
        return self.starts[start], self.ends[end - 1]

    def blanked(self, spans: Iterable[tuple[int, int]]) -> "Folded":
        """The same with a sign that is no letter and no digit for some spans of the original."""
        parts: list[str] = []
        at = 0
        for start, end in spans:
            first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
            parts += [self.text[at:first], _BLANK * (last - first)]
            at = last
        return self._replace(text="".join((*parts, self.text[at:])))


def fold(text: str) -> Folded:
    """The text as names are compared in it."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for special in _SPECIAL.finditer(text):
        _add_plain(text, (at, special.start()), (parts, starts, ends))
        at = special.end()
        if special["divided"] is None:
            _add_clusters(text, special.span(), (parts, starts, ends))
        elif not text[at].islower():
            parts.append("-")
            starts.append(special.start())
            ends.append(at)
    _add_plain(text, (at, len(text)), (parts, starts, ends))
    return Folded("".join(parts), tuple(starts), tuple(ends))


_Into = tuple[list[str], list[int], list[int]]


def _add_plain(text: str, span: tuple[int, int], into: _Into) -> None:
    """Characters of which each folds into one."""
    parts, starts, ends = into
    plain = text[span[0] : span[1]].lower()
    parts.append(plain.replace("\n", " ").replace("\t", " ").replace("\r", " "))
    starts.extend(range(*span))
    ends.extend(range(span[0] + 1, span[1] + 1))


def _add_clusters(text: str, span: tuple[int, int], into: _Into) -> None:
    """Each character together with the marks and invisible ones after it."""
    parts, starts, ends = into
    start = span[0]
    while start < span[1]:
        end = start + 1
        while end < span[1] and unicodedata.category(text[end]) in ("Mn", "Mc", "Me", "Cf"):
            end += 1
        folded = _folded_cluster(text[start:end])
        parts.append(folded)
        starts.extend([start] * len(folded))
        ends.extend([end] * len(folded))
        start = end


def _folded_cluster(cluster: str) -> str:
    composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", cluster).casefold())
    return "".join(_folded_character(one) for one in composed)


def _folded_character(one: str) -> str:
    kind = unicodedata.category(one)
    if one.isspace() or kind == "Cc":
        return " "
    if kind in ("Cf", "Mn", "Me"):
        return ""
    if one in _APOSTROPHES:
        return "'"
    return "-" if kind == "Pd" or one == _MINUS else one
