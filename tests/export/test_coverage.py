"""The table of what became of every note line."""

import csv
from pathlib import Path

import pytest

from drafter.cli import main

NOTES = (
    "# Möte\n\n## bakgrund\n- staden inbjuden (skriv snällare!)\n- => 48 användare\n"
    "- första mötet 2003??\n\n## xyz\nlunchen var god\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rapport.toml").write_text('typ = "reserapport"\n', encoding="utf-8")
    (tmp_path / "anteckningar.md").write_text(NOTES, encoding="utf-8")
    main(["draft", str(tmp_path)])
    return tmp_path


def rows(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["Rad"]: row for row in csv.DictReader(file, delimiter=";")}


def test_every_line_of_the_notes_has_its_row(folder: Path) -> None:
    main(["export", str(folder), "--tackning"])
    table = rows(folder / "tackning.csv")
    assert {number: row["Utfall"] for number, row in table.items()} == {
        "1": "utelämnad",
        "3": "utelämnad",
        "4": "använd, utom en del",
        "5": "använd",
        "6": "använd",
        "8": "utelämnad",
        "9": "oanvänd",
    }
    assert table["4"]["Skäl"] == "instruktion"
    assert table["4"]["Meningar"] == "Bakgrund: ”Staden inbjuden.”"
    assert "2003??" in table["6"]["Att pröva"]


def test_no_cell_begins_as_a_formula(folder: Path) -> None:
    main(["export", str(folder), "--tackning"])
    cells = [cell for row in rows(folder / "tackning.csv").values() for cell in row.values()]
    assert "”=> 48 användare”" in cells
    assert not any(cell[:1] in ("=", "+", "-", "@") for cell in cells)


def test_the_table_is_not_made_from_other_notes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "anteckningar.md").write_text(NOTES + "en rad till\n", encoding="utf-8")
    assert main(["export", str(folder), "--tackning"]) == 2
    assert "har ändrats" in capsys.readouterr().err
    assert not (folder / "tackning.csv").exists()


@pytest.mark.parametrize("options", [["--format", "md"], ["-o", "tackning.docx"]])
def test_the_table_has_one_format(
    folder: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(folder), "--tackning", *options]) == 2
    assert ".csv" in capsys.readouterr().err


def test_a_table_that_was_edited_is_left_alone(folder: Path) -> None:
    main(["export", str(folder), "--tackning"])
    (folder / "tackning.csv").write_text("mina egna anteckningar", encoding="utf-8")
    assert main(["export", str(folder), "--tackning"]) == 2
    assert main(["export", str(folder), "--tackning", "--skriv-over"]) == 1
