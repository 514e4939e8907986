"""The cells of a participant table: CSV in any of its dialects, or a Markdown table."""

import csv
import io
import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from drafter.errors import ParticipantsError
from drafter.library.lines import split_lines
from drafter.library.participants.columns import header_columns
from drafter.library.participants.names import is_person

_TITLES = 5
"""A header row stands among the first so many rows, under titles at most."""

_DECLARED = re.compile(r"sep=(.)\n")
_RULE = re.compile(r"[\s|:+=-]*")
_QUOTED = re.compile(r'"[^"]*"')


class Cells(NamedTuple):
    """A row of a table and the physical line that it begins on."""

    line: int
    values: tuple[str, ...]

    @property
    def filled(self) -> int:
        """How many cells say something."""
        return sum(bool(value) for value in self.values)

    def with_cell(self, at: int, value: str) -> "Cells":
        """The row with another value in one cell."""
        return self._replace(values=(*self.values[:at], value, *self.values[at + 1 :]))


def read_cells(text: str) -> tuple[Cells, ...]:
    """The rows of a table that say something; empty when the text is no table.

    Raises:
        ParticipantsError: the quotation marks are in such disorder that cells cannot be told.
    """
    text = "\n".join(split_lines(text))
    if rows := _markdown(text):
        return rows
    if declared := _DECLARED.match(text):
        return csv_rows("\n" + text[declared.end() :], declared[1])
    by_delimiter = {delimiter: csv_rows(text, delimiter) for delimiter in ";\t,"}
    headed = [rows for rows in by_delimiter.values() if header_at(rows) >= 0]
    bare = (rows for one, rows in by_delimiter.items() if _is_table(rows, text, one))
    return min(headed, key=header_at) if headed else next(bare, ())


def header_at(rows: Iterable[Cells]) -> int:
    """The index of the header row, with nothing but titles above it; -1 where there is none."""
    for at, row in enumerate(rows):
        if header_columns(row.values):
            return at
        if row.filled > 1 or at >= _TITLES:
            break
    return -1


def _markdown(text: str) -> tuple[Cells, ...]:
    """The rows of a Markdown table below nothing but titles."""
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"), 1)]
    drawn = [line.startswith("|") for _, line in lines if line]
    if sum(drawn) < 2 or sorted(drawn) != drawn:
        return ()
    rows = [row for row in lines if row[1].startswith("|") and not _RULE.fullmatch(row[1])]
    return tuple(_cells(number, line.strip("|").split("|")) for number, line in rows)


def csv_rows(text: str, delimiter: str) -> tuple[Cells, ...]:
    """The rows as CSV has them; with an odd quotation mark they are all taken as they stand."""
    quoting: Literal[0, 3] = csv.QUOTE_NONE if text.count('"') % 2 else csv.QUOTE_MINIMAL
    lines = io.StringIO(text, newline="\n")
    reader = csv.reader(lines, delimiter=delimiter, quoting=quoting, skipinitialspace=True)
    rows: list[Cells] = []
    line = 1
    try:
        for values in reader:
            rows.append(_cells(line, values))
            line = reader.line_num + 1
    except csv.Error as error:
        message = f"Deltagarlistan går inte att läsa som en tabell från rad {line}."
        hint = "Spara om den som CSV, eller skriv en person per rad."
        raise ParticipantsError(message, hint, line=line) from error
    return tuple(row for row in rows if row.filled)


def _cells(line: int, values: Iterable[str]) -> Cells:
    return Cells(line, tuple(" ".join(value.split()) for value in values))


def _is_table(rows: tuple[Cells, ...], text: str, delimiter: str) -> bool:
    """Whether a text without a header is a table with that delimiter.

    People put commas between name and role as well, so with them it takes three cells or more,
    equally many in each row, and no space after any comma. Otherwise half of the rows must have
    words in more than one cell, and not a person in every one of them.
    """
    if all(is_person(cell) for row in rows for cell in row.values if cell):
        return False
    if delimiter == ",":
        widths = {len(row.values) for row in rows}
        return len(widths) == 1 and min(widths) > 2 and ", " not in _QUOTED.sub("", text)
    wide = sum(sum(any(map(str.isalpha, cell)) for cell in row.values) > 1 for row in rows)
    return wide > 0 and wide * 2 >= len(rows)
