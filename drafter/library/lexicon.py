"""The word list, ``lexikon.csv``: read strictly, because every row rewrites somebody's notes."""

from collections.abc import Iterator
from pathlib import Path

from drafter.library.prompt_files import SHARED, PromptFiles
from drafter.library.table import Row, read_table
from drafter.text.entries import STRUCK, Entry, Kind
from drafter.text.lexicon import Lexicon
from drafter.text.neighbours import SIGNS, Beside

COLUMNS = ("anteckning", "formellt", "typ", "villkor", "sakert", "anm")
"""The header of the file, in its order."""

_KINDS = frozenset(Kind)
_ANSWERS = {"ja": True, "nej": False}
_CONDITIONS = {
    "efter": "after",
    "före": "before",
    "ej efter": "not_after",
    "ej före": "not_before",
}


def read_shared_lexicon(prompts: PromptFiles) -> Lexicon:
    """The lexicon of the prompts folder.

    Raises:
        SettingsError: as ``read_lexicon``.
    """
    return read_lexicon(prompts.find(f"{SHARED}/lexikon.csv"))


def read_lexicon(path: Path) -> Lexicon:
    """The lexicon of a semicolon-separated file with the columns of ``COLUMNS``.

    Raises:
        SettingsError: the file cannot be read, or a row says something that drafter does not
            understand; with its line.
    """
    return Lexicon(tuple(_entries(path)))


def _entries(path: Path) -> Iterator[Entry]:
    """The entries in the order of the file, none of them given twice."""
    seen: dict[tuple[str, Beside], int] = {}
    for row in read_table(path, COLUMNS):
        entry = _entry(row)
        first = seen.setdefault((entry.note, entry.beside), row.line)
        if first != row.line:
            message = f"»{entry.note}« står redan på rad {first} med samma villkor."
            raise row.wrong(message, "Ta bort den ena raden eller skilj dem åt med villkor.")
        yield entry


def _entry(row: Row) -> Entry:
    note, formal, kind, condition, safe, remark = row.cells
    if not note.strip("-(.)")[:1].isalpha():
        raise row.wrong("Kolumnen anteckning måste börja med en bokstav.", "Rätta raden.")
    if not formal:
        raise row.wrong(
            "Kolumnen formellt är tom.", f"Skriv ordet, eller {STRUCK} om det ska bort."
        )
    if kind not in _KINDS:
        raise row.wrong(f"Typen »{kind}« finns inte.", f"Välj {', '.join(Kind)}.")
    if safe not in _ANSWERS:
        raise row.wrong(f"sakert är »{safe}«.", "Skriv ja eller nej.")
    beside = _beside(row) if condition else Beside()
    entry = Entry(note, formal, Kind(kind), beside, _ANSWERS[safe], remark)
    _check_safe(entry, row)
    return entry


def _check_safe(entry: Entry, row: Row) -> None:
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


def _beside(row: Row) -> Beside:
    """The conditions of a row: ``efter: TAL per, ej före: ordf``."""
    found: dict[str, frozenset[str]] = {}
    for part in filter(None, row.cell("villkor").split(",")):
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
