"""Which heading of a report type a line is: in its exact wording, or as people shorten it."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from drafter.nouns import Heading

_LONGEST = 200
"""No heading is longer, in characters."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_MARKS = " *_#>•·–—-"
_NUMBERING = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|§ ?\d{1,3}\.?|[a-z]\)|[ivx]{1,4}[.)]) ")

_PIECE = re.compile(r"[^\W\d_]{3,}")
_JOINER = re.compile(r"[/&+,;]|\b(?:och|samt|o)\b")
_RELATION = re.compile(r"(\S+) (?:till|för|av|med|från|på|i|om|inför|kring) \S+")
_SMALL = frozenset("och samt för till från med inför kring den det ett etc osv".split())


def exact_heading(text: str, headings: Sequence[Heading]) -> Heading | None:
    """The heading that a line has the exact wording of.

    Case, markup, bullets, numbering, spaces and a final colon, period or question mark do not
    count; every word does.
    """
    wording = _wording(text) if headings else ""
    return next((one for one in headings if wording and wording == _title(one.title)), None)


def match_heading(text: str, headings: Sequence[Heading]) -> Heading | None:
    """The heading that a heading in somebody's notes means, or nothing when that is unclear.

    Beside the exact wording of titles and aliases it knows words cut short (``bakgr``,
    ``omv.bev.``), a heading joined with another (``Bakgrund/syfte``), and wordings of which most
    words are the heading's, in its order (``övr. kommentarer / tankar``).
    """
    wording = _wording(text) if headings else ""
    if not wording:
        return None
    for heading in headings:
        if wording in map(_title, _names(heading)):
            return heading
    theirs, lead = _pieces(wording), _pieces(_lead(wording))
    scores = [
        max(_likeness(theirs, lead, _title_pieces(name)) for name in _names(one))
        for one in headings
    ]
    best = max(scores, default=0)
    if best == 0 or scores.count(best) > 1:
        return None
    return headings[scores.index(best)]


def _names(heading: Heading) -> tuple[str, ...]:
    return (heading.title, *heading.aliases)


def _wording(text: str) -> str:
    """What is left of a heading when everything that is not wording is taken away."""
    if len(text) > _LONGEST:
        return ""
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).casefold()
    bare = " ".join(visible.replace("**", "").replace("__", "").split()).strip(_MARKS)
    return _NUMBERING.sub("", bare).strip(_MARKS + ":.?…")


@lru_cache(maxsize=1024)
def _title(title: str) -> str:
    return _wording(title)


@lru_cache(maxsize=1024)
def _title_pieces(title: str) -> tuple[str, ...]:
    return _pieces(_title(title))


def _likeness(theirs: Sequence[str], lead: Sequence[str], ours: Sequence[str]) -> int:
    """How many words of ours a wording holds, its ``lead`` first; 0 when it is not our heading."""
    if lead and len(theirs) <= len(lead) + 1 and _hits(lead, ours) == len(lead):
        return len(lead)
    hits = _hits(theirs, ours)
    if 2 * hits > len(theirs):
        return hits
    return len(theirs) if 2 * len(theirs) > len(ours) and set(theirs) <= set(ours) else 0


def _pieces(text: str) -> tuple[str, ...]:
    """The words, and the parts of abbreviations, of three letters or more."""
    return tuple(piece for piece in _PIECE.findall(text) if piece not in _SMALL)


def _lead(wording: str) -> str:
    """The heading proper of ``bakgrund/syfte`` and ``bakgrund till resan``."""
    related = _RELATION.fullmatch(wording)
    return related[1] if related else _JOINER.split(wording, maxsplit=1)[0]


def _hits(theirs: Sequence[str], ours: Sequence[str]) -> int:
    """How many of their pieces begin words of ours, in order; 0 if the first does not.

    A piece may also stand for a later part of a compound: ``omv bev`` for *omvärldsbevakning*.
    """
    if not theirs or not ours or not ours[0].startswith(theirs[0]):
        return 0
    name = " ".join(("", *ours))
    hits = place = 0
    for piece in theirs:
        found = _find(piece, name, place)
        if found >= 0:
            hits += 1
            place = found + len(piece)
    return hits


def _find(piece: str, name: str, place: int) -> int:
    """Where a piece stands from ``place`` on: inside that word, or at the start of a later one."""
    end = name.find(" ", place + 1)
    inside = name.find(piece, place, end if end >= 0 else len(name))
    return inside if inside >= 0 else name.find(f" {piece}", place)
