"""Names as lists have them: one or several on a line, the surname first or last."""

import re
from collections.abc import Sequence

from drafter.library.participants.attendance import attendance_told
from drafter.library.participants.parties import bracketed_party
from drafter.library.participants.words import is_role, is_unit

_PARTICLES = "af|al|ben|bin|da|dal|de|del|den|der|di|do|dos|du|el|ibn|la|le|of|ten|ter|van|von|y|zu"
_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’´.-]*"
_FULL_NAME = re.compile(rf"{_WORD}(?: (?:{_PARTICLES}|{_WORD}))+")
_SURNAME_FIRST = re.compile(
    rf"((?:(?:{_PARTICLES}) )*{_WORD}(?: {_WORD})?), *([^\W\d_][^,;()\d]*?) *(?=[,;(]|$)"
)
_BETWEEN = re.compile(r"\s*(?:[,;]|\boch\b|\bsamt\b)\s*")
_PARTY_LAST = re.compile(r"\s*\(([^()]*)\)\s*$")

NOBODY = frozenset(
    "vakant vakans politiker tjänstepersoner tjänstemän förtroendevalda ledamöter ersättare gäster "
    "föreläsare observatörer övriga adjungerade sekreterare ordförande".split()
)
"""What stands where a name would, above a group of people or for an empty seat."""


def is_name(text: str) -> bool:
    """Whether a text can be a person's name, and not a sentence, a title or a date."""
    words = text.split()
    letters = text.lstrip("\"”’'")[:1].isalpha() and not any(map(str.isdigit, text))
    if not letters or len(words) > 6 or attendance_told(text) is not None:
        return False
    if text.islower():
        return len(words) <= 3
    return all(re.fullmatch(_PARTICLES, word) for word in words[1:] if word[0].islower())


def names_on(text: str) -> list[str]:
    """The entries of a line that lists several people (``Anna Ek (S), Bo Berg och Eva Ö``).

    A line that describes one person is one entry.
    """
    parts = [part for part in _BETWEEN.split(text) if part]
    are_people = all(_is_person(part) for part in parts)
    return parts if len(parts) > 1 and are_people else [text]


def _is_person(part: str) -> bool:
    name = _PARTY_LAST.sub("", part)
    return bool(_FULL_NAME.fullmatch(name)) and not is_role(name) and not is_unit(name)


def lists_parties(text: str) -> bool:
    """Whether a line names more than one party in parentheses, as only several people do."""
    return sum(bool(bracketed_party(found)) for found in re.findall(r"\(([^()]*)\)", text)) > 1


def has_surnames_first(entries: Sequence[str]) -> bool:
    """Whether all entries open with surname, comma and given name (``Ek, Dag``).

    Most of the surnames must be of one word, so that ``Anna Ek, Oslo`` is left alone.
    """
    found = [_SURNAME_FIRST.match(entry) for entry in entries]
    single = [
        one for one in found if one and " " not in re.sub(rf"\b(?:{_PARTICLES}) ", "", one[1])
    ]
    return all(one and _is_given(one[2]) for one in found) and len(single) * 2 > len(entries)


def _is_given(text: str) -> bool:
    """Whether a text can be given names: one to three capitalised words, no role and no unit."""
    words = text.split()
    capitalised = all(word[0].isupper() and not word.isupper() for word in words)
    return len(words) <= 3 and capitalised and not is_role(text) and not is_unit(text)


def surname_last(entry: str) -> str:
    """``Ek, Dag; utredare`` as ``Dag Ek; utredare``."""
    return _SURNAME_FIRST.sub(r"\2 \1", entry, count=1)
