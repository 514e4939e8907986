"""A semicolon-separated table, read strictly: a row that is wrong is told with its line."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from drafter.errors import SettingsError
from drafter.library.encoding import read_text
from drafter.library.lines import split_lines


class Row(NamedTuple):
    """A row of a table with its place, for what has to be said about it."""

    path: Path
    line: int
    columns: tuple[str, ...]
    cells: tuple[str, ...]

    def cell(self, column: str) -> str:
        """What stands in a column."""
        return self.cells[self.columns.index(column)]

    def wrong(self, message: str, hint: str) -> SettingsError:
        """An error about the row."""
        return SettingsError(f"Rad {self.line}: {message}", hint, self.path, self.line)


def read_table(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows below the header; one line of the file is one row, and empty rows are skipped.

    Raises:
        SettingsError: the file cannot be read, its header is another, or a row has another
            number of cells or quotation marks that do not match; with its line.
    """
    lines = split_lines(read_text(path, SettingsError))
    for number, line in enumerate(lines, 1):
        cells = _cells(line, path, number) if '"' in line else line.split(";")
        row = Row(path, number, columns, tuple(map(str.strip, cells)))
        if number == 1 and row.cells != columns:
            raise row.wrong("Kolumnernas namn stämmer inte.", f"Skriv {';'.join(columns)}.")
        if number > 1 and any(row.cells):
            if len(row.cells) != len(columns):
                hint = f"Kolumnerna är {', '.join(columns)}; skilj dem åt med semikolon."
                size = f"{len(row.cells)} kolumner i stället för {len(columns)}"
                raise row.wrong(f"Raden har {size}.", hint)
            yield row


def _cells(line: str, path: Path, number: int) -> list[str]:
    """The cells of a line with quotation marks, inside which a semicolon parts nothing."""
    try:
        return next(csv.reader([line], delimiter=";", strict=True), [])
    except csv.Error as error:
        raise Row(path, number, (), ()).wrong(
            "Citattecknen går inte ihop.", "Ta bort dem eller skriv dem i par."
        ) from error
