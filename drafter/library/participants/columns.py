"""What the columns of a participant table hold: told by its header, or guessed from its cells."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import Enum, auto

from drafter.library.participants.attendance import DASHES, is_away, is_remark, is_yes
from drafter.library.participants.entry import without_addresses
from drafter.library.participants.parties import PARTIES
from drafter.library.participants.words import is_role, is_unit


class Column(Enum):
    """What a column says of a person. ``OTHER`` is left out: nobody asked for it."""

    NAME = auto()
    FIRST_NAME = auto()
    LAST_NAME = auto()
    ROLE = auto()
    TITLE = auto()
    UNIT = auto()
    PARTY = auto()
    PRESENT = auto()
    ABSENT = auto()
    NOTE = auto()
    OTHER = auto()


NAMES = frozenset({Column.NAME, Column.FIRST_NAME, Column.LAST_NAME})

# Without å, ä, ö, spaces and signs, so that "Förvaltning/bolag" and "forvaltning_bolag" agree.
_HEADERS = {
    Column.NAME: "namn name fullname fullstandigtnamn forochefternamn fornamnochefternamn "
    "fornamnefternamn namnpadeltagare deltagare deltagarnamn deltagarensnamn person participant",
    Column.FIRST_NAME: "fornamn firstname givenname tilltalsnamn",
    Column.LAST_NAME: "efternamn lastname surname familyname",
    Column.ROLE: "roll role uppdrag funktion function position befattning",
    Column.TITLE: "titel title tjanstetitel yrke yrkestitel yrkesroll tjanst jobtitle jobbtitel",
    Column.UNIT: "organisation organization org enhet unit forvaltning avdelning department "
    "arbetsplats arbetsgivare bolag foretag company kommun region myndighet namnd rotel kontor "
    "sektion verksamhet tillhorighet representerar organisationstillhorighet",
    Column.PARTY: "parti party partibeteckning partitillhorighet partiforkortning",
    Column.PRESENT: "narvaro narvarande deltar deltog deltagit deltagande status svar paplats "
    "attended attending attendance present",
    Column.ABSENT: "franvaro franvarande forhinder aterbud absent",
    Column.NOTE: "anmarkning anmarkningar anm kommentar kommentarer not notering noteringar "
    "ovrigt information comment comments note notes remark",
}
_KNOWN = {name: column for column, names in _HEADERS.items() for name in names.split()}


def column_of(header: str) -> Column:
    """The column that a header cell names; ``OTHER`` for one that is not known."""
    words = re.sub(r"\([^()]*\)", "", header)
    for candidate in (words, *re.split(r"[/&]|\boch\b|\beller\b", words)):
        if column := _KNOWN.get(_plain(candidate)):
            return column
    return Column.OTHER


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in letters if char.isascii() and char.isalnum())


def header_columns(cells: Sequence[str]) -> tuple[Column, ...]:
    """The columns of a header row; empty when the row is no header.

    Two known names make a header, or ``Namn`` beside one that is not known. Where no column is
    for names, the first unknown one is, or else the one of those present.
    """
    columns = tuple(map(column_of, cells))
    known = sum(column is not Column.OTHER for column in columns)
    named = any("nam" in _plain(cell) for cell in cells) and NAMES.intersection(columns)
    if known < 2 and not (named and sum(map(bool, cells)) > 1):
        return ()
    if NAMES.intersection(columns):
        return columns
    stand_ins = [one for one in (Column.OTHER, Column.PRESENT) if one in columns]
    at = columns.index(stand_ins[0]) if stand_ins else len(columns)
    return (*columns[:at], Column.NAME, *columns[at + 1 :])


def guessed_columns(rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """The columns of a table without a header: names first, then role and unit, by their cells."""
    width = max(map(len, rows), default=0)
    values = [[row[at].strip() for row in rows if row[at : at + 1]] for at in range(width)]
    sorts = [_sort(cells) for cells in values]
    texts = [at for at, sort in enumerate(sorts) if sort is None]
    expected = [Column.NAME, Column.ROLE]
    if len(texts) > 1 and all(map(_are_single_names, (values[texts[0]], values[texts[1]]))):
        expected = [Column.FIRST_NAME, Column.LAST_NAME, Column.ROLE]
    named = dict(zip(texts, expected, strict=False))
    return tuple(sort or named.get(at, Column.UNIT) for at, sort in enumerate(sorts))


def _sort(cells: Sequence[str]) -> Column | None:
    """The column that cells alone can tell; nothing for one of plain text."""
    told = (without_addresses(cell).strip(" ,") for cell in cells)
    cells = [cell for cell in told if cell and cell not in DASHES]
    if not cells:
        return Column.OTHER
    if _are_parties(cells):
        return Column.PARTY
    if all(is_yes(cell) or is_away(cell) for cell in cells):
        return Column.PRESENT
    if all(map(is_remark, cells)):
        return Column.NOTE
    return None if any(_has_letter(cell) for cell in cells) else Column.OTHER


def _are_parties(cells: Sequence[str]) -> bool:
    """Whether all cells can be parties, and one surely is."""
    codes = [cell.strip("()") for cell in cells]
    known = [code.upper() in PARTIES for code in codes]
    likely = [len(code) <= 4 and code.isupper() for code in codes]
    return any(known) and all(map(max, known, likely))


def _has_letter(cell: str) -> bool:
    return any(map(str.isalpha, cell))


def _are_single_names(cells: Iterable[str]) -> bool:
    """Whether all cells are one capitalised word, as in a column of first names or surnames."""
    return all(
        len(cell.split()) == 1 and cell.istitle() and not is_role(cell) and not is_unit(cell)
        for cell in cells
    )
