"""One entry of a participant list: ``Elin Sundin, borgarrådssekreterare, finansroteln (S)``."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from drafter.library.participants.attendance import is_absence, is_remark
from drafter.library.participants.parties import (
    PARTIES,
    bracketed_party,
    local_party,
    unless_initials,
)
from drafter.library.participants.words import is_role, is_unit
from drafter.nouns import Participant

_MARKERS = re.compile(
    r"\A(?:(?:\(?\d{1,3}(?:[.)]\s*|\s+)|--?\s+|[–—*+•·▪●○□✓✔☐☑\uf0b7]\s*)(?=\W*[^\W\d_]))+"
)
_ADDRESS = re.compile(
    r"<[^<>]*>|\[[^\[\]]*@[^\[\]]*\]|[^\s,;]+@[^\s,;]+|"
    r"(?:\b(?:tel|tfn|telefon|mobil)\b[.:]*\s*)?(?<!\w)(?!\d{4}-\d\d-\d\d\b)"
    r"\+?\d(?:[ ()/-]{0,3}\d){5,}",
    re.IGNORECASE,
)
_COLUMN = re.compile(r"\t+| {4,}|\s*[;|]\s*")
_PAIR = re.compile(r"\(([^(),]+),([^(),]+)\)")
_BRACKETS = re.compile(r"\(([^()]*)(?:\)|$)")
_LAST_BRACKETS = re.compile(r"(.*?)\s*\(([^()]*)\)")
_COMMA = re.compile(r",(?![^()]*\))")
_DASHES = frozenset({"–", "—", "-", "--"})
_AFTER_NAME = re.compile(r"(?:\s+[–—-]+)+\s+|\s*:\s+")

# The others are roles too (kommundirektör, stadsdirektör), so alone they tell no party.
_CLEAR_PARTIES = PARTIES - {"KD", "SD", "D"}


class Found(NamedTuple):
    """A person and the physical line of the list that she stands on."""

    line: int
    person: Participant


class Sifted(NamedTuple):
    """A text taken apart: what is printed of it, the party, and what tells of attendance."""

    parts: tuple[str, ...]
    party: str = ""
    remarks: tuple[str, ...] = ()


def parse_person(entry: str, row: int = 0) -> Participant:
    """The person of one entry, with its number or bullet taken off; ``row`` is hers in the list.

    It undoes ``Participant.entry``. The first part is the name, the second the role and the rest
    the unit; a single part that looks like an organisation is the unit. Addresses and telephone
    numbers are left out. What tells of attendance becomes ``present`` and ``note``, and so does a
    parenthesis that names no party. The name is empty when there is none.
    """
    whole = _split(without_marker(entry))
    head, *rest = whole.parts or ("",)
    name, told, remarks = _name(head)
    sifted = _sorted(Sifted((*told, *rest), whole.party, (*whole.remarks, *remarks)))
    role, unit = _role_and_unit(sifted.parts)
    party = unless_initials(sifted.party, name)
    return attending(Participant(row, name, role, unit, party), sifted.remarks)


def without_marker(entry: str) -> str:
    """An entry without its number or bullet."""
    return _MARKERS.sub("", entry.strip(), count=1)


def without_addresses(text: str) -> str:
    """A text with a comma for each address, telephone number and personal number."""
    return _ADDRESS.sub(", ", text)


def sift(cell: str) -> Sifted:
    """Take apart a cell that holds a role or a unit, just as an entry is taken apart."""
    return _sorted(_split(cell))


def attending(person: Participant, remarks: Sequence[str]) -> Participant:
    """The person with what the remarks say of her attendance."""
    present = not any(map(is_absence, remarks))
    told = (remark for remark in remarks if any(map(str.isalnum, remark)))
    return replace(person, present=present, note="; ".join(told))


def bare_party(parts: Sequence[str]) -> str:
    """A party that stands without parentheses among the parts after a name; empty for none."""
    first = [part for part in parts[:1] if part in _CLEAR_PARTIES]
    return next((part for part in (*first, *parts[1:]) if part in PARTIES), "")


def _split(text: str) -> Sifted:
    """A text at its commas, without the brackets that hold a party or tell of attendance."""
    text = _COLUMN.sub(", ", without_addresses(text))
    text = _PAIR.sub(_unpaired, text)
    held = [" ".join(inner.split()) for inner in _BRACKETS.findall(text)]
    parts = (" ".join(part.split()) for part in _COMMA.split(_BRACKETS.sub(_emptied, text)))
    return Sifted(
        parts=tuple(part for part in parts if part),
        party=next(filter(None, map(bracketed_party, held)), ""),
        remarks=tuple(inner for inner in held if is_remark(inner)),
    )


def _unpaired(found: re.Match[str]) -> str:
    """``(S, ordf.)`` as two pairs of brackets, the party last."""
    first, second = found.groups()
    if bracketed_party(first):
        return f"({second}) ({first})"
    return f"({first}) ({second})" if bracketed_party(second) else found[0]


def _emptied(found: re.Match[str]) -> str:
    """A comma for brackets that are read; other ones as they stand."""
    inner = " ".join(found[1].split())
    return ", " if not inner or bracketed_party(inner) or is_remark(inner) else found[0]


def _name(head: str) -> tuple[str, list[str], list[str]]:
    """A name, then what is told of its bearer without a comma, then what her brackets remark."""
    text, *told = _name_first(head)
    name, brackets = (text, []) if is_remark(text) else _peeled(text)
    roles = [one for one in brackets if is_role(one)]
    remarks = [one for one in brackets if not is_role(one)]
    name = without_marker(name) if any(map(str.isalpha, name)) else ""
    return name, [*roles, *told], remarks


def _name_first(head: str) -> list[str]:
    """The name, then what stands after a dash or before a colon: ``Ordf.: Anna Ek – digitalt``."""
    name, *told = _AFTER_NAME.split(head, maxsplit=1)
    if told and is_role(name) and any(map(str.isalpha, told[0])) and not is_role(told[0]):
        return [*_name_first(told[0]), name]
    return [name, *told]


def _role_and_unit(parts: Sequence[str]) -> tuple[str, str]:
    if len(parts) == 1 and is_unit(parts[0]) and parts[0] not in PARTIES:
        return "", parts[0]
    return "".join(parts[:1]), ", ".join(parts[1:])


def _sorted(sifted: Sifted) -> Sifted:
    """Move what tells of attendance to the remarks, and a party to its place."""
    *parts, last = sifted.parts or ("",)
    if not sifted.party and (local := local_party(last)):
        sifted = Sifted((*parts, _BRACKETS.sub("", last).strip()), local, sifted.remarks)
    peeled = [_peeled(part) for part in sifted.parts]
    printed = [part for part, _ in peeled if part]
    remarks = (*sifted.remarks, *chain.from_iterable(told for _, told in peeled))
    party = bare_party(printed)
    if party and not sifted.party:
        printed.remove(party)
    return Sifted(tuple(printed), sifted.party or party, remarks)


def _peeled(part: str) -> tuple[str, list[str]]:
    """A part without the remarks and brackets that it ends with or consists of, and those."""
    if is_remark(part):
        return "", [part]
    if found := _LAST_BRACKETS.fullmatch(part):
        head, told = found[1], found[2].strip()
    else:
        head, told = _cut(part)
    if not told:
        return part, []
    head, more = _peeled(head)
    return head, [*more, told]


def _cut(part: str) -> tuple[str, str]:
    """A part and the remark at its end: after a dash, or one on absence; empty for none."""
    words = part.split()
    for at, word in enumerate(words):
        dashed = word in _DASHES
        told = " ".join(words[at + dashed :])
        if is_absence(told) or (dashed and is_remark(told)):
            return " ".join(words[:at]), told
    return part, ""
