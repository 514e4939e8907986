"""Lists of words to avoid, ``ord;hellre;ordklass;anm``, read strictly."""

from collections.abc import Iterator
from pathlib import Path

from drafter.library.table import Row, read_table
from drafter.text.language.inflection import WordClass
from drafter.text.language.words import Term

COLUMNS = ("undvik", "hellre", "ordklass", "anm")
"""The header of the file, in its order."""


_CLASSES = {one.value: one for one in WordClass}


def read_terms(path: Path) -> Iterator[Term]:
    """The terms of a semicolon-separated list.

    Alternatives in the column ``hellre`` are parted by `` / ``; a sentence in parentheses is
    advice.

    Raises:
        SettingsError: the file cannot be read, or a row says something that drafter does not
            understand; with its line.
    """
    for row in read_table(path, COLUMNS):
        yield _term(row)


def _term(row: Row) -> Term:
    avoid, instead, word_class, _ = row.cells
    if not avoid:
        raise row.wrong("Kolumnen undvik är tom.", "Skriv ordet som ska undvikas.")
    if word_class not in _CLASSES:
        known = ", ".join(one for one in WordClass if one)
        raise row.wrong(f"Ordklassen »{word_class}« finns inte.", f"Välj {known} eller lämna tomt.")
    if instead.startswith("("):
        return Term(avoid, (), _CLASSES[word_class], instead.strip("()"))
    alternatives = tuple(one.strip() for one in instead.split(" / ") if one.strip())
    return Term(avoid, alternatives, _CLASSES[word_class])
