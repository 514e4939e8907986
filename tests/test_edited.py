"""A draft that a person has edited by hand, or spoilt, and has checked again."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from drafter.cli import main

SAMPLE = Path(__file__).parents[1] / "samples" / "nordisk-huvudstadskonferens"
FIRST = "Första gången: Reykjavik 2003. [8]"
LAST = "Hela konferensen präglades av en viss osäkerhet, gynnade inte utfallet. [47]"

Finding = tuple[str, str]
"""A rule, and the sentence or else the section that it hits."""


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's draft in the notes' own words, as Word and as cited Markdown."""
    folder = tmp_path_factory.mktemp("resa")
    for name in ("rapport.toml", "anteckningar.md", "deltagare.csv"):
        shutil.copy(SAMPLE / name, folder / name)
    assert main(["draft", str(folder), "--modell", "ingen"]) == 0
    assert main(["export", str(folder), "--format", "md"]) == 0
    return folder


@pytest.fixture
def folder(drafted: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(drafted, tmp_path / "resa"))


@pytest.fixture
def found(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[[str], list[dict[str, Any]]]:
    """What a check of one of the folder's files finds beside language; its code fits its errors."""

    def check(name: str) -> list[dict[str, Any]]:
        capsys.readouterr()
        code = main(["check", str(folder / name), "--json"])
        record = json.loads(capsys.readouterr().out)
        assert code == int(record["antal"]["stopp"] + record["antal"]["fel"] > 0)
        return [one for one in record["anmarkningar"] if not one["regel"].startswith("sprak.")]

    return check


def edit(folder: Path, old: str, new: str) -> None:
    text = (folder / "rapport.md").read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / "rapport.md").write_text(text.replace(old, new), encoding="utf-8")


def short(findings: list[dict[str, Any]]) -> set[Finding]:
    return {(one["regel"], one["mening"] or one["avsnitt"]) for one in findings}


UNUSED = ("tackning.oanvand", "")
EDITS: dict[str, tuple[str, str, set[Finding]]] = {
    "a year changed": (FIRST, FIRST.replace("2003", "2004"), {("datum.avviker", "bakgrund-4")}),
    "a citation removed": (
        FIRST,
        FIRST.removesuffix(" [8]"),
        {("kalla.saknas", "bakgrund-4"), UNUSED},
    ),
    "a sentence added": (FIRST, f"{FIRST} Alla var glada.", {("kalla.saknas", "bakgrund-5")}),
    "a sentence on her own word": (FIRST, f"{FIRST} Alla var glada. [egen]", set()),
    "a sentence made her own": (FIRST, FIRST.replace("[8]", "[8, egen]"), set()),
    "a sentence struck": (FIRST, "", {UNUSED}),
    "another line cited": (FIRST, FIRST.replace("[8]", "[9]"), {("datum.avviker", "bakgrund-4")}),
    "one more line cited": (FIRST, FIRST.replace("[8]", "[8–9]"), set()),
    "a sentence moved to another section": (LAST, f"{LAST} {FIRST}", set()),
    "a participant cited": (FIRST, f"{FIRST} Marc Zetterblom deltog. [D9]", set()),
    "a heading renamed": (
        "### Profilering",
        "### Marknadsföring",
        {("rubrik.saknas", "Profilering"), ("rubrik.okand", "Marknadsföring")},
    ),
    "line 0": (FIRST, FIRST.replace("8", "0"), {("kalla.okand", "bakgrund-4")}),
    "a line far away": (
        FIRST,
        FIRST.replace("8", "99999999999"),
        {("kalla.okand", "bakgrund-4")},
    ),
    "row 0 of the list": (FIRST, FIRST.replace("8", "D0"), {("kalla.okand", "bakgrund-4")}),
    "double brackets": (FIRST, FIRST.replace("[8]", "[[8]]"), set()),
    "brackets in brackets": (
        FIRST,
        FIRST.replace("[8]", "[8, [9]]"),
        {("kalla.saknas", "bakgrund-4")},
    ),
    "a range over heading and blank lines": (
        LAST,
        LAST.replace("[47]", "[36-47]"),
        {("kalla.okand", "ovrigt-13")},
    ),
    "a range that falls": (FIRST, FIRST.replace("8", "14-12"), {("kalla.saknas", "bakgrund-4")}),
    "a range without end": (FIRST, FIRST.replace("8", "1-9999"), {("kalla.saknas", "bakgrund-4")}),
    "figures without end": (
        FIRST,
        FIRST.replace("8", "9" * 6000),
        {("kalla.saknas", "bakgrund-4")},
    ),
    "brackets without end": (FIRST, f"{FIRST[:-3]}{'[' * 9000}8{']' * 9000}", set()),
}


@pytest.mark.parametrize(("old", "new", "expected"), EDITS.values(), ids=EDITS.keys())
def test_an_edit_is_found_where_it_was_made(
    old: str,
    new: str,
    expected: set[Finding],
    folder: Path,
    found: Callable[[str], list[dict[str, Any]]],
) -> None:
    edit(folder, old, new)
    findings = short(found("rapport.md"))
    assert findings >= expected
    assert bool(findings) == bool(expected)


def test_sections_in_another_order_are_told_and_their_sentences_still_checked(
    folder: Path, found: Callable[[str], list[dict[str, Any]]]
) -> None:
    text = (folder / "rapport.md").read_text(encoding="utf-8")
    before, background = text.split("## Bakgrund")
    background, rest = background.split("## På vilket sätt")
    moved = f"{before}## På vilket sätt{rest}\n## Bakgrund{background.replace('2003', '2004')}"
    (folder / "rapport.md").write_text(moved, encoding="utf-8")
    findings = short(found("rapport.md"))
    rules = {rule for rule, _ in findings}
    assert rules == {"rubrik.ordning", "datum.avviker", "tackning.detalj"}
    assert ("datum.avviker", "bakgrund-4") in findings


def test_a_word_file_edited_by_hand_is_held_to_the_template(
    folder: Path, found: Callable[[str], list[dict[str, Any]]]
) -> None:
    document = Document(str(folder / "rapport.docx"))
    for paragraph in document.paragraphs:
        if paragraph.text == "Samverkan":
            paragraph.text = "Samarbeten och sådant"
        elif paragraph.text.startswith("Marc Zetterblom"):
            paragraph.text = "Marc Zetterblom, chef, SLK"
        elif paragraph.text.startswith("Första gången"):
            paragraph.text = "Alla var mycket nöjda. [8] 😀 | tabell | ```"
        elif paragraph.text.startswith("Dnr."):
            paragraph.text = ""
    document.save(str(folder / "rapport.docx"))
    rules = {one["regel"] for one in found("rapport.docx")}
    assert rules >= {"rubrik.saknas", "deltagare.avviker", "huvud.saknas"}
