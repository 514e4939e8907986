"""Citations in a text: ``[4, 7]`` for note lines, ``[D3]`` for participants, ``[egen]``."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from drafter.nouns import Sentence, SentenceKind
from drafter.text import sentences

_OWN = "egen"
_WIDEST = 100
"""A range over more lines than this is something else, such as a span of years."""

_NUMBER = r"[0-9]{1,12}"  # a line that cannot be there is cited all the same, and found missing
_PART = rf"(?:{_OWN}|{_NUMBER}(?: ?[–-] ?{_NUMBER})?|D{_NUMBER}(?: ?[–-] ?D?{_NUMBER})?)"
_CITATION = re.compile(rf" ?\[{{1,2}}({_PART}(?: ?, ?{_PART})*)\]{{1,2}}(?!\()", re.IGNORECASE)
_SPAN = re.compile(r"(?P<row>d?)(?P<first>[0-9]+)(?: ?[–-] ?d?(?P<last>[0-9]+))?")
_ENDED = re.compile(r"[.!?…:][”\"’'»«)\]]*$")


SHIELDED = {"[": "\ue000", "]": "\ue001"}
"""What stands for an escaped bracket while a text is read: it is no citation, whatever it holds."""


class Cited(NamedTuple):
    """A sentence as read, with the note lines and participant rows that are cited for it."""

    text: str
    lines: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()
    own: bool = False


class _Mark(NamedTuple):
    """What a citation names, and how much of the text stands before it."""

    place: int
    names: tuple[str, ...]


def citation(sentence: Sentence) -> str:
    """What stands after a sentence to tell its sources; empty when it has none."""
    own = [_OWN] if sentence.kind is SentenceKind.OWN else []
    names = [*map(str, sentence.lines), *(f"D{row}" for row in sentence.rows), *own]
    return f"[{', '.join(names)}]" if names else ""


def escaped(text: str) -> str:
    """A text whose own brackets cannot be taken for citations when it stands in Markdown."""
    return _CITATION.sub(lambda match: match[0].replace("[", r"\[").replace("]", r"\]"), text)


def unshielded(text: str) -> str:
    """A text that was read, with the brackets that were escaped in it."""
    for bracket, shield in SHIELDED.items():
        text = text.replace(shield, bracket)
    return text


def read_cited(paragraph: str) -> tuple[Cited, ...]:
    """The sentences of a paragraph, each with what is cited after it or inside it.

    The inverse of writing each sentence followed by its :func:`citation`. A sentence that no
    citation follows gets none, even when the next one has some. A citation with no sentence
    before it, and brackets that hold anything else, stay in the text.
    """
    stretches = _stretches(" ".join(paragraph.split()))
    return tuple(one for text, marks in stretches for one in _sentences(text, marks))


def _stretches(flat: str) -> Iterator[tuple[str, list[_Mark]]]:
    """The text without its citations, parted where a citation ends a sentence."""
    pieces: list[str] = []
    marks: list[_Mark] = []
    length = 0
    for piece, names in _cut(flat):
        if marks and _begins_anew(pieces[-1], piece):
            yield "".join(pieces), marks
            pieces, marks, length = [], [], 0
        if piece:
            pieces.append(piece if pieces else piece.lstrip())
            length += len(pieces[-1])
        if names:
            marks.append(_Mark(length, names))
    yield "".join(pieces), marks


def _cut(flat: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The text before each citation with what it names, and at last the text after them all."""
    place = 0
    for match in _CITATION.finditer(flat):
        names = _names(match[1])
        if names and match.start() > 0:
            yield flat[place : match.start()], names
            place = match.end()
    yield flat[place:], ()


def _names(inside: str) -> tuple[str, ...]:
    """``4``, ``D3`` and ``egen`` one by one, ranges written out; none if a range is no range."""
    names: list[str] = []
    for part in inside.casefold().split(","):
        span = _SPAN.fullmatch(part.strip())
        if span is None:
            names.append(_OWN)
            continue
        first, last = int(span["first"]), int(span["last"] or span["first"])
        if not first <= last <= first + _WIDEST:
            return ()
        names += [f"{span['row']}{number}" for number in range(first, last + 1)]
    return tuple(names)


def _begins_anew(before: str, piece: str) -> bool:
    """Whether the text after a citation begins a sentence."""
    following = piece.lstrip()
    if not following or following[0] in ".,;:!?)":
        return False
    return following[0].isupper() or _ENDED.search(before) is not None


def _sentences(text: str, marks: Iterable[_Mark]) -> Iterator[Cited]:
    """Each sentence of a stretch with what the citations inside it or after it name."""
    parts = sentences.split(text)
    starts = list(accumulate((len(part) + 1 for part in parts), initial=0))
    names: list[dict[str, None]] = [{} for _ in parts]
    for mark in marks:
        index = bisect_left(starts, mark.place) - 1
        names[index].update(dict.fromkeys(mark.names))
    for part, found in zip(parts, names, strict=True):
        yield Cited(
            unshielded(part),
            lines=tuple(int(name) for name in found if name.isdigit()),
            rows=tuple(int(name[1:]) for name in found if name[0] == "d"),
            own=_OWN in found,
        )
