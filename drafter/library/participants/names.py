"""Names as lists have them: one or several on a line, the surname first or last."""

import re
from collections.abc import Sequence

from drafter.library.participants.attendance import attendance_told
from drafter.library.participants.entry import without_addresses
from drafter.library.participants.parties import bracketed_party
from drafter.library.participants.words import is_role, is_unit

_PARTICLES = "af|al|ben|bin|da|dal|de|del|den|der|di|do|dos|du|el|ibn|la|le|of|ten|ter|van|von|y|zu"
_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’´.-]*"
_FULL_NAME = re.compile(rf"{_WORD}(?: (?:{_PARTICLES}|{_WORD}))+")
_SURNAME_FIRST = re.compile(
    rf"((?:(?:{_PARTICLES}) )*{_WORD}(?: {_WORD})?), *([^\W\d_][^,;()\d]*?) *(?=[,;(]|$)"
)
_LONGEST = 4
"""So many words a name has at most where it is told from an organisation by its look alone."""

_BETWEEN = re.compile(r"\s*(?:[,;\t]|\boch\b|\bsamt\b)\s*")
_SEMICOLON = re.compile(r"\s*;\s*")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_LAST_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")
_FOOTER = re.compile(r"(?i:totalt|summa|antal)(?![\w-]| [A-ZÅÄÖ])")

_NOBODY = frozenset(
    "vakant vakans politiker tjänstepersoner tjänstemän förtroendevalda ledamöter ersättare gäster "
    "föreläsare observatörer övriga adjungerade sekreterare ordförande".split()
)
"""What stands where a name would, above a group of people or for an empty seat."""


def is_nobody(text: str) -> bool:
    """Whether what stands for a name is a group of people, an empty seat, or a sum at the end."""
    return text.casefold() in _NOBODY or is_footer(text)


def is_footer(text: str) -> bool:
    """Whether a line opens as a sum does: ``Totalt``, ``Antal deltagare``."""
    return bool(_FOOTER.match(text))


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
    """The entries of a line that lists several people.

    Its parts are people when all of them look like names (``Anna Ek (S), Bo Berg och Eva Ö``), or
    from one party to the next: ``Anna Ek, KFO (S), Bo Berg, utredare (M)``. Otherwise the line
    describes one person.
    """
    for separator in (_SEMICOLON, _BETWEEN):
        parts = [part.strip(" ,") for part in separator.split(without_addresses(text))]
        people = [part for part in parts if part]
        if len(people) > 1 and all(map(is_person, people)):
            return people
    return _parted_by_party(text)


def is_person(text: str) -> bool:
    """Whether a text is a full name, be it with a party or an address, and nothing else."""
    name = _LAST_BRACKETS.sub("", without_addresses(text).strip(" ,"))
    if turned := _SURNAME_FIRST.fullmatch(name):
        return _is_given(turned[2])
    full = len(name.split()) <= _LONGEST and _FULL_NAME.fullmatch(name)
    return bool(full) and not is_role(name) and not is_unit(name)


def names_somebody(text: str) -> bool:
    """Whether any part of a line is a full name."""
    return any(map(is_person, _BETWEEN.split(text)))


def _parted_by_party(text: str) -> list[str]:
    """The entries of a line that begin with a name after somebody else's party."""
    entries = []
    start = 0
    for gap in _BETWEEN.finditer(text):
        before = text[start : gap.start()]
        name = _BETWEEN.split(text[gap.end() :], maxsplit=1)[0]
        close = _has_party(_LAST_BRACKETS, before) or _has_party(_LAST_BRACKETS, name)
        if close and _has_party(_BRACKETS, before) and is_person(name):
            entries.append(before)
            start = gap.end()
    return [*entries, text[start:]]


def _has_party(brackets: re.Pattern[str], text: str) -> bool:
    return any(map(bracketed_party, brackets.findall(text)))


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
