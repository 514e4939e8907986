"""The attendance report of a meeting in Microsoft Teams, in any of its languages.

It has sections; that of the participants is headed by the only row with a column of ids (``UPN``)
and lasts as long as its rows have more than one cell. Of the columns a report needs the name alone,
which comes first: the role is one in the meeting (``Organizer``), and nobody's office.
"""

from collections.abc import Iterator
from itertools import dropwhile, takewhile

from drafter.library.participants.cells import Cells, csv_rows
from drafter.library.participants.entry import Found, parse_person
from drafter.library.participants.table import nameless

_ID = " (UPN)"


def read_meeting(text: str) -> tuple[Found, ...]:
    """The persons of such a report, each once however often they joined; empty for other texts.

    Raises:
        ParticipantsError: a row has no name (with its line).
    """
    if _ID not in text:
        return ()
    sections = (_section(csv_rows(text, delimiter)) for delimiter in "\t;,")
    return tuple(_found(next(filter(None, sections), [])))


def _section(rows: tuple[Cells, ...]) -> list[Cells]:
    """The rows of the participants, their header first; empty where no row is that header."""
    from_header = dropwhile(lambda row: _id_column(row) < 0, rows)
    return list(takewhile(lambda row: row.filled > 1, from_header))


def _id_column(row: Cells) -> int:
    return next((at for at, cell in enumerate(row.values) if at and cell.endswith(_ID)), -1)


def _found(section: list[Cells]) -> Iterator[Found]:
    """The persons below the header; the same name with the same id is the same person."""
    seen = set()
    for row in section[1:]:
        person = parse_person(row.values[0])
        if not person.name:
            raise nameless(row.line)
        key = (person.name, row.values[_id_column(section[0]) :][:1])
        if key not in seen:
            yield Found(row.line, person)
        seen.add(key)
