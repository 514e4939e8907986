"""The word list: read strictly, and the one that is shipped held to its promises."""

import re
from pathlib import Path

import pytest

from drafter.errors import SettingsError
from drafter.library.lexicon import COLUMNS, read_lexicon
from drafter.text.lexicon import Beside, Entry, Kind

SHIPPED = read_lexicon(Path(__file__).parents[2] / "prompts" / "gemensamt" / "lexikon.csv")
HEADER = ";".join(COLUMNS)


def write(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "lexikon.csv"
    path.write_text("\n".join((header, *rows)), encoding="utf-8")
    return path


def test_a_row_becomes_an_entry(tmp_path: Path) -> None:
    path = write(tmp_path, "v.;veckor;mått;efter: TAL par, ej före: 14;ja;tid", "", ";;;;;")
    beside = Beside(after=frozenset({"TAL", "par"}), not_before=frozenset({"14"}))
    entry = Entry("v.", "veckor", Kind.MEASURE, beside, remark="tid")
    assert read_lexicon(path).entries == (entry,)


def test_a_row_that_is_not_safe_is_advice_only(tmp_path: Path) -> None:
    lexicon = read_lexicon(write(tmp_path, "va;var / vad;talspråk;;nej;"))
    assert not lexicon.entries[0].safe
    assert lexicon.expand("va bra") == "va bra"


def test_a_spreadsheet_may_save_it_as_windows_text(tmp_path: Path) -> None:
    path = tmp_path / "lexikon.csv"
    path.write_bytes(f"{HEADER}\r\nnåt;något;talspråk;;ja;\r\n".encode("cp1252"))
    assert read_lexicon(path).expand("nåt nytt") == "något nytt"


WRONG = [
    ("va;var;talspråk;ja;", "5 kolumner"),
    (";var;talspråk;;ja;", "börja med en bokstav"),
    ("12;tolv;talspråk;;ja;", "börja med en bokstav"),
    ("va;;talspråk;;ja;", "formellt är tom"),
    ("va;var;slang;;ja;", "»slang«"),
    ("va;var;talspråk;;kanske;", "»kanske«"),
    ("va;var / vad;talspråk;;ja;", "inte ett enda uttryck"),
    ("va;(roll);talspråk;;ja;", "inte ett enda uttryck"),
    ("va;var;talspråk;när: TAL;ja;", "»när: TAL«"),
    ("va;var;talspråk;efter:;ja;", "»efter:«"),
    ("va;var;talspråk;efter: Tal;ja;", "»Tal«"),
    ("-va;var;talspråk;efter: TAL;ja;", "sammansatt ord"),
    ('"va;var;talspråk;;ja;', "Citattecknen"),
]


@pytest.mark.parametrize(("row", "message"), WRONG)
def test_a_wrong_row_is_told_with_its_line(tmp_path: Path, row: str, message: str) -> None:
    path = write(tmp_path, "nåt;något;talspråk;;ja;", row)
    with pytest.raises(SettingsError, match=re.escape(message)) as caught:
        read_lexicon(path)
    assert (caught.value.path, caught.value.line) == (path, 3)
    assert caught.value.hint


def test_the_same_row_twice_is_an_error(tmp_path: Path) -> None:
    rows = ("va;var;talspråk;;ja;", "va;vad;talspråk;efter: TAL;ja;", "va;vad;talspråk;;ja;")
    with pytest.raises(SettingsError, match="rad 2") as caught:
        read_lexicon(write(tmp_path, *rows))
    assert caught.value.line == 4


@pytest.mark.parametrize("header", ["", "anteckning;formellt;typ;anm"])
def test_other_columns_are_an_error(tmp_path: Path, header: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_lexicon(write(tmp_path, header=header))
    assert caught.value.line == 1


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        read_lexicon(tmp_path / "lexikon.csv")


SAFE = [entry for entry in SHIPPED.entries if entry.safe]
SIGNS = {"TAL": "14", "TID": "10.30", "NAMN": "Ask", "BÖRJAN": "", "SLUT": ""}
NEGATION = re.compile(r"\b(?:inte|ej|aldrig|ingen|inget|inga|ingenting|varken|utan)\b", re.I)


def beside(entry: Entry, text: str) -> str:
    """A form between neighbours that its entry asks for, in a compound if it is part of one."""
    left = next((one for one in sorted(entry.beside.after)), "zon")
    right = next((one for one in sorted(entry.beside.before)), "zon")
    form = f"{'xyzzy' * entry.closes}{text}{'xyzzy' * entry.opens}"
    return " ".join(filter(None, (SIGNS.get(left, left), form, SIGNS.get(right, right))))


def test_the_shipped_list_is_long() -> None:
    assert len(SHIPPED.entries) > 450


@pytest.mark.parametrize("entry", SAFE, ids=lambda entry: f"{entry.note}-{entry.formal}")
def test_every_shipped_row_does_what_it_says(entry: Entry) -> None:
    for text, formal in entry.spellings():
        wanted = beside(entry, "" if entry.strikes else formal)
        got = SHIPPED.expand(beside(entry, text))
        assert " ".join(got.split()).rstrip(".") == " ".join(wanted.split()).rstrip(".")


def test_no_shipped_row_changes_a_negation() -> None:
    turned = [
        entry.note
        for entry in SAFE
        if len(NEGATION.findall(entry.note)) != len(NEGATION.findall(entry.formal))
    ]
    assert turned == []


def test_no_shipped_row_brings_a_figure() -> None:
    assert [one.note for one in SAFE if re.search(r"\d", one.formal)] == []


def test_no_reservation_is_struck() -> None:
    reserved = re.compile(r"^(?:ca|ev|prel|ung|trol|möjl|typ|nog|väl)\b")
    assert [one.note for one in SAFE if one.strikes and reserved.match(one.note)] == []
