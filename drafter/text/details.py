"""The details of a note line that a reader would miss: its figures, its days, its names."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.text.facts import Count, Reader
from drafter.text.quantities import Quantity

REFERENCE = re.compile(
    r"(?:§+|\b(?:nr|nummer|dnr|bil|bilag\w{1,4}|sid\w{0,4}|s|punkt(?:en)?|p|kap|kapitel|artikel"
    r"|avsnitt\w{0,2}|tabell\w{0,2}|figur\w{0,2}|bild\w{0,3}|fotnot|rad|stycke|art|alt|alternativ"
    r"|dag|session|pass|steg|etapp|version|modell|variant|linje|spår)\.?:?)\s?"
    r"(?:(?:ett|två|tre|fyra|fem)\b|\d+(?:[.:/–-]\d+)*(?:\s?(?:och|o|,|&)\s?\d+(?![\d.]))*)",
    re.IGNORECASE,
)
"""A number that names a place in a document, a paragraph or a step, and counts nothing."""

_ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,100}|(?:https?://|www\.)\S+"
    r"|(?<![\d/-])(?:\+\d{2}|0\d{1,3})[ -]\d{2,3}(?:[ -]?\d{2,3}){1,3}"
)
_NUMBERING = re.compile(r"^\W*\d{1,2}/\s")
_PRICE = re.compile(r"(?<![\d.,:/])\d{1,3}:[6-9]\d(?!\d)")
_MONTHS_LONG = re.compile(r"(?:\d\s?|/)mån\b", re.IGNORECASE)
_OPENING_TIME = re.compile(
    r"^\W*(?:[01]?\d|2[0-4])[.:][0-5]\d(?:\s?[-–]\s?(?:[01]?\d|2[0-4])[.:][0-5]\d)?(?!\d)"
)
_CAPITAL = re.compile(r"[A-ZÅÄÖÉ][\w’'&-]*\w")
_TO_NEXT = re.compile(r" (?:av |de |von |van )?")
_CALENDAR = re.compile(
    r"(?:mån|tis|ons|tors?|fre|lör|sön)(?:s?dag\w*|sd?)?|q[1-4]"
    r"|(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w{0,7}",
    re.IGNORECASE,
)
_SHOUTED = 6
"""A word in capitals with as many letters is an emphasis; shorter ones may be an acronym."""


class Details(NamedTuple):
    """The details of a line: what it counts, its points in time, and its names.

    Of a name in several words the last tells it: ``Hanna Ek`` is ``Ek``.
    """

    counts: tuple[Count, ...]
    moments: frozenset[str]
    names: tuple[str, ...]


def opens_with_time(text: str) -> bool:
    """Whether a line begins with a clock time and nothing before it, as in a programme."""
    return bool(_OPENING_TIME.match(text))


def find_details(text: str, reader: Reader, in_programme: bool) -> Details:
    """What of a note line must not get lost.

    References, addresses and numbering are no details, nor is one of anything, a weekday beside
    its date, and ``in_programme`` the clock time that a line opens with.
    """
    bare = _blanked(text, in_programme)
    facts = reader.sentence(bare)
    moments = reader.sentence(_MONTHS_LONG.sub("", bare)).moments
    return Details(
        counts=tuple(one for one in facts.counts if _is_detail(bare, one.quantity)),
        moments=frozenset(_moments(moments)),
        names=tuple(dict.fromkeys(_names(bare, facts.names))),
    )


def _is_detail(text: str, quantity: Quantity) -> bool:
    """Whether a number is more than one of something, or a few."""
    return quantity.value != 1 and said_in(text, quantity).lower() != "par"


def said_in(text: str, quantity: Quantity) -> str:
    """A quantity as the line has it."""
    return text[quantity.start : quantity.end].strip(" .-")


def _blanked(text: str, in_programme: bool) -> str:
    """The text, equally long, without what only looks like details."""
    patterns = (_ADDRESS, _NUMBERING, _PRICE, REFERENCE, *([_OPENING_TIME] if in_programme else []))
    for pattern in patterns:
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text


def _moments(found: frozenset[str]) -> Iterator[str]:
    """The points in time that stand for themselves: a date says its month and its weekday."""
    days = {moment for moment in found if moment.startswith("dag ")}
    for moment in found:
        if not days or not moment.startswith(("månad ", "veckodag ")):
            yield moment


def _names(text: str, capitalised: tuple[str, ...]) -> Iterator[str]:
    """The names among the capitalised words; of words that stand together, the last."""
    known = set(capitalised)
    matches = [match for match in _CAPITAL.finditer(text) if match[0] in known]
    for match, after in zip(matches, [*matches[1:], None], strict=False):
        joined = after and _TO_NEXT.fullmatch(text, match.end(), after.start())
        shouted = match[0].isupper() and len(match[0]) >= _SHOUTED
        if not joined and not shouted and not _CALENDAR.fullmatch(match[0]):
            yield match[0]
