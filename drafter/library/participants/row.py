"""One row of a participant table as a person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from drafter.library.participants.attendance import (
    is_absence,
    is_away,
    is_partial,
    is_plain_no,
    is_yes,
)
from drafter.library.participants.columns import Column
from drafter.library.participants.entry import attending, bare_party, parse_person, sift
from drafter.library.participants.parties import party_of, unless_initials
from drafter.nouns import Participant

Row = Mapping[Column, Sequence[str]]
"""The filled cells of a row by what their columns hold."""

_ABSENT = "frånvarande"


def person_of(row: Row) -> Participant:
    """The person of a row; her cells are read as the parts of an entry are.

    A title is her role where no role is given, else it is kept in the note. Her name is empty
    when the row has no letter for it.
    """
    base = parse_person(_name(row))
    role = sift(", ".join(row[Column.ROLE] or row[Column.TITLE]))
    unit = sift(", ".join(row[Column.UNIT]))
    parts = [part for part in (base.role, *role.parts, base.unit, *unit.parts) if part]
    parties = (*map(party_of, row[Column.PARTY]), base.party, role.party, unit.party)
    party = unless_initials(next(filter(None, (*parties, bare_party(parts))), ""), base.name)
    person = Participant(
        row=0,
        name=base.name,
        role=_joined(base.role, *(part for part in role.parts if part != party)),
        unit=_joined(base.unit, *(part for part in unit.parts if part != party)),
        party=party,
    )
    remarks = (base.note, *role.remarks, *unit.remarks, *_remarks(row))
    person = attending(person, [remark for remark in remarks if remark])
    return replace(person, present=person.present and base.present)


def _name(row: Row) -> str:
    """The name as its cell has it, or first name and surname together."""
    parts = row[Column.NAME][:1] or (*row[Column.FIRST_NAME], *row[Column.LAST_NAME])
    return " ".join(parts)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _remarks(row: Row) -> Iterator[str]:
    """What the row says beside name, role, unit and party."""
    for cell in row[Column.PRESENT]:
        if not is_yes(cell):
            yield _ABSENT if is_away(cell) and not is_absence(cell) else cell
    for cell in row[Column.ABSENT]:
        if not is_plain_no(cell):
            yield _absence(cell)
    yield from (cell for cell in row[Column.PARTY] if not party_of(cell))
    yield from row[Column.TITLE] if row[Column.ROLE] else ()
    yield from row[Column.NOTE]


def _absence(cell: str) -> str:
    """A mark, a cause or a time in a column of absence, as a remark."""
    if is_yes(cell):
        return _ABSENT
    return f"{_ABSENT} {cell}" if is_partial(cell) else f"{_ABSENT}, {cell}"
