"""How a house writes: its style, and its own list of words, ``ord;krav;annat;anm``."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from drafter.library.language import read_language
from drafter.library.profiles import wordings
from drafter.library.prompt_files import PromptFiles
from drafter.library.settings import Wording
from drafter.library.table import Row, read_table
from drafter.nouns import HouseStyle, Severity
from drafter.text.language.algorithms.terms import unexplained
from drafter.text.language.inflection import Grammar
from drafter.text.language.rules import Detect, LanguageRule, LanguageRules
from drafter.text.language.words import Term, WordList
from drafter.text.lexicon import Lexicon

COLUMNS = ("ord", "krav", "annat", "anm")
"""The header of the file, in its order."""

DEMANDS = ("ska", "ska inte", "förklaras", "känt")
"""What may be demanded of a word: it replaces others, is never used, is explained the first time,
or is just spelled as it is."""


def language_for(
    folder: Path, own: Wording, prompts: PromptFiles, lexicon: Lexicon
) -> LanguageRules:
    """The language rules of a house: the report's own settings go before those of drafter.toml.

    Raises:
        SettingsError: a rule, or a word list, cannot be read; with its line.
    """
    asked = ((folder / "rapport.toml", own), *wordings(folder))
    style = next((one.stil for _, one in asked if one.stil), HouseStyle.MSR)
    language = read_language(prompts, lexicon, style)
    listed = word_list(folder, own)
    return _with_words(language, listed) if listed else language


def word_list(folder: Path, own: Wording) -> Path | None:
    """The list of the house's own words: the report's, or that of drafter.toml."""
    asked = ((folder / "rapport.toml", own), *wordings(folder))
    return next((path.parent / one.ordlista for path, one in asked if one.ordlista), None)


def _with_words(language: LanguageRules, path: Path) -> LanguageRules:
    """The rules with those that a house's own words make."""
    rows = tuple(_checked(row) for row in read_table(path, COLUMNS))
    words = frozenset(word for row in rows for word in row.cell("ord").lower().split())
    detects = {
        "ska": _words(rows, "ska", _replaced),
        "skainte": _words(rows, "ska inte", _avoided),
        "forklaras": unexplained(
            {row.cell("ord"): row.cell("annat") for row in rows if row.cell("krav") == "förklaras"}
        ),
    }
    own = (_rule(name, detect, path) for name, detect in detects.items())
    return replace(language, rules=(*language.rules, *own), terms=words)


def _checked(row: Row) -> Row:
    if not row.cell("ord"):
        raise row.wrong("Kolumnen ord är tom.", "Skriv ordet som raden handlar om.")
    if row.cell("krav") not in DEMANDS:
        raise row.wrong(f"Kravet »{row.cell('krav')}« finns inte.", f"Välj {', '.join(DEMANDS)}.")
    if row.cell("krav") == "ska" and not row.cell("annat"):
        raise row.wrong("Kolumnen annat är tom.", "Skriv de ord som ordet ska ersätta.")
    return row


def _words(rows: tuple[Row, ...], demand: str, terms: Callable[[Row], tuple[Term, ...]]) -> Detect:
    found = (term for row in rows if row.cell("krav") == demand for term in terms(row))
    return WordList.of(found, _NO_GRAMMAR)


def _replaced(row: Row) -> tuple[Term, ...]:
    return tuple(Term(one.strip(), (row.cell("ord"),)) for one in row.cell("annat").split(" / "))


def _avoided(row: Row) -> tuple[Term, ...]:
    instead = tuple(one.strip() for one in row.cell("annat").split(" / ") if one.strip())
    return (Term(row.cell("ord"), instead),)


_NO_GRAMMAR = Grammar({}, frozenset())
"""An authority lists the very forms that it means."""

_SUMMARIES = {
    "ska": "Myndigheten har ett annat ord för det här.",
    "skainte": "Myndigheten använder inte det här ordet.",
    "forklaras": "Ordet ska förklaras första gången.",
}


def _rule(name: str, detect: Detect, path: Path) -> LanguageRule:
    return LanguageRule(
        id=f"sprak.egna.{name}",
        summary=_SUMMARIES[name],
        severity=Severity.WARNING,
        source=f"Myndighetens ordlista, {path.name}",
        detect=detect,
    )
