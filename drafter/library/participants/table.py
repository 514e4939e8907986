"""A table of participants, whatever columns it has."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile

from drafter.errors import ParticipantsError
from drafter.library.participants.attendance import TICKS, attendance_told, is_away
from drafter.library.participants.cells import Cells, header_at
from drafter.library.participants.columns import Column, guessed_columns, header_columns
from drafter.library.participants.entry import Found
from drafter.library.participants.names import (
    has_surnames_first,
    is_footer,
    is_name,
    is_nobody,
    names_somebody,
    surname_last,
)
from drafter.library.participants.row import Row, person_of

Columns = tuple[Column, ...]

_NO = "nej"


def read_table(table: Sequence[Cells]) -> tuple[Found, ...]:
    """The persons of a table, with or without a header.

    A cell that is alone in its row and says ``Frånvarande`` or ``Närvarande`` is a heading for
    the rows below it.

    Raises:
        ParticipantsError: a row tells of somebody without a name (with its line).
    """
    columns, body = _laid_out(table)
    found = _found(columns, _ticked(columns, _turned(columns, body)))
    return tuple(one for one in found if not is_nobody(one.person.name))


def _laid_out(table: Sequence[Cells]) -> tuple[Columns, list[Cells]]:
    """The columns by their header or by a guess, and the rows fitted to them."""
    header = header_at(table)
    if header >= 0:
        columns = header_columns(table[header].values)
    else:
        table = list(dropwhile(_is_title, table))
        wide = [row.values for row in table if row.filled > 1]
        columns = guessed_columns(wide or [row.values for row in table])
    return columns, [_fitted(row, len(columns)) for row in table[header + 1 :]]


def _is_title(row: Cells) -> bool:
    """Whether a row is one cell that names nobody, first in it or alone."""
    text = "".join(row.values)
    return row.filled == 1 and not is_name(text.split(",")[0]) and not names_somebody(text)


def _fitted(row: Cells, width: int) -> Cells:
    """A row with just so many cells; an unquoted comma in the last one made it longer."""
    kept, last = row.values[: width - 1], row.values[width - 1 :]
    values = (*kept, ", ".join(filter(None, last)))
    return row._replace(values=values + ("",) * (width - len(values)))


def _turned(columns: Columns, rows: Sequence[Cells]) -> list[Cells]:
    """The rows with ``Ek, Dag`` as ``Dag Ek``, where the column of names is written so."""
    at = columns.index(Column.NAME) if Column.NAME in columns else -1
    with_comma = [row.values[at] for row in rows if at >= 0 and "," in row.values[at]]
    if not with_comma or not has_surnames_first(with_comma):
        return list(rows)
    return [row.with_cell(at, surname_last(row.values[at])) for row in rows]


def _ticked(columns: Columns, rows: Sequence[Cells]) -> list[Cells]:
    """The rows with a no in the empty cells of columns where a tick is the only yes."""
    ticked = list(rows)
    for at, column in enumerate(columns):
        said = {row.values[at].casefold() for row in rows} - {""}
        yes = {cell for cell in said if not is_away(cell)}
        if column is Column.PRESENT and yes and yes <= TICKS:
            ticked = [row.with_cell(at, row.values[at] or _NO) for row in ticked]
    return ticked


def _found(columns: Columns, rows: Sequence[Cells]) -> Iterator[Found]:
    absent = False
    for cells in rows:
        told = attendance_told("".join(cells.values)) if cells.filled == 1 else None
        row = _row(columns, cells)
        person = person_of(row)
        if told is not None:
            absent = not told
        elif is_footer(" ".join(filter(None, cells.values))):
            continue
        elif person.name:
            yield Found(cells.line, replace(person, present=person.present and not absent))
        elif _says_something(row):
            raise nameless(cells.line)


def nameless(line: int) -> ParticipantsError:
    """What to say of a row that tells of somebody without a name."""
    message = f"Rad {line} i deltagarlistan saknar namn."
    return ParticipantsError(message, "Fyll i namnet eller ta bort raden.", line=line)


def _row(columns: Columns, cells: Cells) -> Row:
    """The filled cells by what their columns hold."""
    pairs = list(zip(columns, cells.values, strict=True))
    return {one: [value for column, value in pairs if column is one and value] for one in Column}


def _says_something(row: Row) -> bool:
    return any(row[column] for column in Column if column is not Column.OTHER)
