"""The word list, ``lexikon.csv``: read strictly, because every row rewrites somebody's notes."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import SettingsError
from drafter.library.encoding import read_text
from drafter.library.lines import split_lines
from drafter.text.entries import STRUCK, Entry, Kind
from drafter.text.lexicon import Lexicon
from drafter.text.neighbours import SIGNS, Beside

COLUMNS = ("anteckning", "formellt", "typ", "villkor", "sakert", "anm")
"""The header of the file, in its order."""

_ANSWERS = {"ja": True, "nej": False}
_CONDITIONS = {
    "efter": "after",
    "före": "before",
    "ej efter": "not_after",
    "ej före": "not_before",
}


def read_lexicon(path: Path) -> Lexicon:
    """The lexicon of a semicolon-separated file with the columns of ``COLUMNS``.

    Raises:
        SettingsError: the file cannot be read, or a row says something that drafter does not
            understand; with its line.
    """
    lines = split_lines(read_text(path, SettingsError))
    return Lexicon(tuple(_entries(lines, path)))


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the file with its place, for what has to be said about it."""

    path: Path
    line: int
    cells: tuple[str, ...]

    def __getitem__(self, column: str) -> str:
        return self.cells[COLUMNS.index(column)]

    def wrong(self, message: str, hint: str) -> SettingsError:
        return SettingsError(f"Rad {self.line}: {message}", hint, self.path, self.line)


def _entries(lines: list[str], path: Path) -> Iterator[Entry]:
    """The entries in the order of the file, none of them given twice."""
    seen: dict[tuple[str, Beside], int] = {}
    for row in _rows(lines, path):
        entry = _entry(row)
        first = seen.setdefault((entry.note, entry.beside), row.line)
        if first != row.line:
            message = f"»{entry.note}« står redan på rad {first} med samma villkor."
            raise row.wrong(message, "Ta bort den ena raden eller skilj dem åt med villkor.")
        yield entry


def _rows(lines: list[str], path: Path) -> Iterator[_Row]:
    """The rows below the header; one line of the file is one row, and empty rows are skipped."""
    for number, line in enumerate(lines, 1):
        row = _Row(path, number, tuple(cell.strip() for cell in _cells(line, path, number)))
        if number == 1 and row.cells != COLUMNS:
            raise row.wrong("Kolumnernas namn stämmer inte.", f"Skriv {';'.join(COLUMNS)}.")
        if number > 1 and any(row.cells):
            if len(row.cells) != len(COLUMNS):
                hint = f"Kolumnerna är {', '.join(COLUMNS)}; skilj dem åt med semikolon."
                raise row.wrong(f"Raden har {len(row.cells)} kolumner i stället för 6.", hint)
            yield row


def _cells(line: str, path: Path, number: int) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=";", strict=True), [])
    except csv.Error as error:
        row = _Row(path, number, ())
        raise row.wrong(
            "Citattecknen går inte ihop.", "Ta bort dem eller skriv dem i par."
        ) from error


def _entry(row: _Row) -> Entry:
    note, formal = row["anteckning"], row["formellt"]
    if not note.strip("-(.)")[:1].isalpha():
        raise row.wrong("Kolumnen anteckning måste börja med en bokstav.", "Rätta raden.")
    if not formal:
        raise row.wrong(
            "Kolumnen formellt är tom.", f"Skriv ordet, eller {STRUCK} om det ska bort."
        )
    if row["typ"] not in set(Kind):
        raise row.wrong(f"Typen »{row['typ']}« finns inte.", f"Välj {', '.join(Kind)}.")
    if row["sakert"] not in _ANSWERS:
        raise row.wrong(f"sakert är »{row['sakert']}«.", "Skriv ja eller nej.")
    entry = Entry(note, formal, Kind(row["typ"]), _beside(row), _ANSWERS[row["sakert"]], row["anm"])
    _check_safe(entry, row)
    return entry


def _check_safe(entry: Entry, row: _Row) -> None:
    """A row that code applies by itself must leave nothing to choose."""
    if not entry.safe:
        return
    if " / " in entry.formal or (entry.formal.startswith("(") and not entry.strikes):
        raise row.wrong(
            f"»{entry.formal}« är inte ett enda uttryck, men raden är säker.",
            "Skriv bara det uttryck som alltid passar, eller nej i kolumnen sakert.",
        )
    if (entry.opens or entry.closes) and entry.beside != Beside():
        hint = "Skriv hela ordet, utan bindestreck, om det behöver ett villkor."
        raise row.wrong("En del av ett sammansatt ord kan inte ha villkor.", hint)


def _beside(row: _Row) -> Beside:
    """The conditions of a row: ``efter: TAL per, ej före: ordf``."""
    found: dict[str, frozenset[str]] = {}
    for part in filter(None, row["villkor"].split(",")):
        name, _, words = part.partition(":")
        key = _CONDITIONS.get(name.strip())
        if not key or not words.split():
            hint = f"Skriv {', '.join(_CONDITIONS)} följt av kolon och ord."
            raise row.wrong(f"Villkoret »{part.strip()}« går inte att förstå.", hint)
        for word in words.split():
            if word not in SIGNS and word != word.lower():
                hint = f"Ord skrivs med gemener; tecken är {', '.join(sorted(SIGNS))}."
                raise row.wrong(f"»{word}« i villkoret går inte att förstå.", hint)
        found[key] = found.get(key, frozenset()) | frozenset(words.split())
    return Beside(**found)
