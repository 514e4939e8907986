"""A draft whose notes or participants have been changed since it was written."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import main
from tests.folders import HEADER, TYPE, report_folder

NOTES = """# Klimatmötet 2026, Bergen, Norge 3-4 maj 2026
dnr 803-1966/2026

## bakgrund
- staden var inbjuden
- 12 städer deltog

## samverkan
- ett nytt möte hålls i Malmö

## påverkan
- mötet ledde till ett upprop (skriv snällare)
"""
PEOPLE = "namn;roll\nAnna Ek;ordförande\nBo Alm;jurist\n"


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with a draft of its notes, as Word and as cited Markdown."""
    path = report_folder(tmp_path, NOTES, PEOPLE, TYPE + HEADER)
    assert main(["draft", str(path)]) == 0
    assert main(["export", str(path), "--format", "md"]) == 0
    capsys.readouterr()
    return path


def change(folder: Path, old: str, new: str, name: str = "anteckningar.md") -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


Told = Callable[[], str]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    return lambda: " ".join(capsys.readouterr().out.split())


@pytest.fixture
def found(capsys: pytest.CaptureFixture[str]) -> Callable[[Path], list[dict[str, Any]]]:
    def check(folder: Path) -> list[dict[str, Any]]:
        main(["check", str(folder / "rapport.md"), "--json"])
        record = json.loads(capsys.readouterr().out)
        beside = ("huvud.hamtad", "sprak.")
        return [one for one in record["anmarkningar"] if not one["regel"].startswith(beside)]

    return check


def test_a_draft_of_unchanged_notes_is_exported_without_a_word(folder: Path, told: Told) -> None:
    assert main(["export", str(folder)]) == 0
    assert re.fullmatch(r"Skrev \S+/rapport\.docx \(UTKAST\)", told())


def test_an_export_names_the_sections_that_are_stale_moved_and_untouched(
    folder: Path, told: Told
) -> None:
    change(folder, "12 städer deltog\n", "13 städer deltog\n- en till rad\n")
    assert main(["export", str(folder)]) == 1
    said = told()
    assert "Anteckningarna har ändrats sedan utkastet skrevs." in said
    assert "Inaktuella avsnitt: Bakgrund Flyttade rader: Samverkan, Påverkan" in said
    assert "Orörda avsnitt: inga" in said
    assert "Bakgrund bygger på rader som har ändrats: 6." in said
    assert "rad 6 ”13 städer deltog”" in said
    assert "Samverkan hänvisar till rader som har flyttats: rad 9 är nu rad 10." in said


def test_a_line_that_only_moved_is_told_as_moved_and_nothing_is_wrong(
    folder: Path, told: Told, found: Callable[[Path], list[dict[str, Any]]]
) -> None:
    change(folder, "## samverkan\n", "## samverkan\n- en till rad\n")
    assert main(["export", str(folder)]) == 0
    assert "Inaktuella avsnitt: inga Flyttade rader: Samverkan, Påverkan" in told()
    findings = found(folder)
    assert {one["regel"] for one in findings} == {"kalla.flyttad", "tackning.oanvand"}
    assert [one["rader"] for one in findings] == [[10], [13], [9]]


def test_a_line_that_is_added_last_touches_no_section(folder: Path, told: Told) -> None:
    change(folder, "(skriv snällare)\n", "(skriv snällare)\n- en till rad\n")
    assert main(["export", str(folder)]) == 0
    said = told()
    assert "Inaktuella avsnitt: inga Flyttade rader: inga" in said
    assert "Orörda avsnitt: Bakgrund, Samverkan, Påverkan" in said


def test_a_header_value_from_a_changed_line_is_stale(folder: Path, told: Told) -> None:
    change(folder, "dnr 803-1966/2026", "dnr 803-1999/2026")
    assert main(["export", str(folder)]) == 1
    assert "Uppgiften »803-1966/2026« i huvudet är hämtad från en rad som har ändrats" in told()


def test_a_changed_participant_list_is_told_at_export(folder: Path, told: Told) -> None:
    change(folder, "Bo Alm;jurist", "Bo Alm;notarie\nEva Lo;tolk", "deltagare.csv")
    assert main(["export", str(folder)]) == 1
    said = told()
    assert "Bo Alm står i rapporten som »Bo Alm, jurist«. Bo Alm, notarie" in said
    assert "Eva Lo finns i deltagarlistan men inte i rapporten." in said


def test_a_checked_text_is_stale_where_its_sentences_are_those_of_the_draft(
    folder: Path, found: Callable[[Path], list[dict[str, Any]]], told: Told
) -> None:
    change(folder, "12 städer", "13 städer")
    rules = {one["regel"]: one for one in found(folder)}
    assert rules.keys() >= {"kalla.inaktuell", "tal.avviker"}
    assert rules["kalla.inaktuell"]["avsnitt"] == "Bakgrund"
    main(["check", str(folder / "rapport.md")])
    assert "Inaktuella avsnitt: Bakgrund" in told()
    change(folder, "12 städer deltog.", "Deltog gjorde 13 städer.", "rapport.md")
    assert found(folder) == []


def test_a_word_file_is_stale_too_though_it_cites_nothing(folder: Path, told: Told) -> None:
    change(folder, "12 städer", "13 städer")
    assert main(["check", str(folder / "rapport.docx")]) == 1
    said = told()
    assert "Inaktuella avsnitt: Bakgrund" in said
    assert "Orörda avsnitt: Samverkan, Påverkan" in said


def test_a_new_draft_is_of_the_new_notes(folder: Path, told: Told) -> None:
    change(folder, "12 städer", "13 städer")
    assert main(["draft", str(folder)]) == 0
    told()
    assert main(["export", str(folder)]) == 0
    assert "ändrats" not in told()


def test_notes_that_are_gone_are_told_and_the_draft_is_still_exported(
    folder: Path, told: Told
) -> None:
    (folder / "anteckningar.md").unlink()
    assert main(["export", str(folder)]) == 0
    assert "anteckningar.md finns inte kvar" in told()


def test_other_notes_than_the_drafts_are_not_taken_for_changed_ones(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = folder / "andra.md"
    other.write_text("# Annat möte\n", encoding="utf-8")
    main(["check", str(folder / "rapport.md"), "--anteckningar", str(other), "--json"])
    rules = {one["regel"] for one in json.loads(capsys.readouterr().out)["anmarkningar"]}
    assert "kalla.okand" in rules
    assert "kalla.inaktuell" not in rules


def test_a_quote_that_was_wrong_from_the_start_is_not_called_stale(
    folder: Path, told: Told
) -> None:
    saved = json.loads((folder / "utkast.json").read_text(encoding="utf-8"))
    sections = saved["granskning"]["draft"]["sections"]
    sentence = next(one for one in sections if one["heading"] == "samverkan")["paragraphs"][0][0]
    sentence["quotes"][0]["text"] = "alla var överens"
    finding = {"rule": "kalla.citat", "severity": "fel", "message": "Fel.", "lines": [9]}
    saved["granskning"]["findings"].append(finding | {"sentence": sentence["id"]})
    (folder / "utkast.json").write_text(json.dumps(saved), encoding="utf-8")
    change(folder, "12 städer", "13 städer")
    main(["export", str(folder), "--skriv-over"])
    assert "Inaktuella avsnitt: Bakgrund Flyttade" in told()
