"""The language check as an official meets it: any text, house styles, mending, editors."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from drafter.cli import main

LETTER = """# Bjud in till möte

Mötet skall hållas den 16-17 februari 2027 på det s.k. torget. [3]
Staden kan  ej delta före kl 13:30, enligt beslut av FNs kontor.

- "Öppna städer" är temat.
- Hon sade: ”Vi skall ej komma den 3-4 maj.”
"""

MENDED = """# Bjud in till möte

Mötet ska hållas den 16–17 februari 2027 på det s.k. torget. [3]
Staden kan inte delta före kl. 13.30, enligt beslut av FN:s kontor.

- ”Öppna städer” är temat.
- Hon sade: ”Vi skall ej komma den 3-4 maj.”
"""

Found = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "brev.md"
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.fixture
def found(capsys: pytest.CaptureFixture[str]) -> Found:
    def check(path: Path, *options: str) -> list[dict[str, Any]]:
        capsys.readouterr()
        assert main(["check", str(path), "--json", *options]) in (0, 1)
        findings: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["anmarkningar"]
        return findings

    return check


def rules(findings: list[dict[str, Any]]) -> set[str]:
    return {one["regel"] for one in findings}


def test_a_finding_tells_its_words_its_place_and_its_source(letter: Path, found: Found) -> None:
    (skall,) = (one for one in found(letter) if one["regel"] == "sprak.ord.skall")
    assert skall["ord"] == "skall"
    assert skall["ersattning"] == "ska"
    assert skall["forslag"] == "Skriv ”ska”."
    assert skall["plats"] == {"rad": 3, "tecken": 7, "till": 12}
    assert "skrivregler" in skall["kalla"]


def test_places_in_word_are_paragraphs(tmp_path: Path, found: Found) -> None:
    document = docx.Document()
    document.add_paragraph("Ett stycke.")
    document.add_paragraph("").add_run("Mötet sk")
    document.paragraphs[1].add_run("all hållas.").bold = True
    document.save(str(tmp_path / "brev.docx"))
    (skall,) = found(tmp_path / "brev.docx")
    assert skall["plats"] == {"stycke": 2, "tecken": 7, "till": 12}


def test_mending_shows_what_it_would_do_and_writes_nothing(
    letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(letter), "--ratta"])
    told = capsys.readouterr().out
    assert "+Mötet ska hållas den 16–17 februari 2027" in told
    assert "Inget är skrivet" in told
    assert letter.read_text(encoding="utf-8") == LETTER


def test_mending_writes_when_asked_and_leaves_nothing_of_its_kind(
    letter: Path, found: Found, capsys: pytest.CaptureFixture[str]
) -> None:
    mendable = {one["regel"] for one in found(letter) if one["ersattning"] is not None}
    assert {"sprak.ord.ej", "sprak.tid.kolon", "sprak.tecken.citat"} <= mendable
    main(["check", str(letter), "--ratta", "--skriv"])
    assert letter.read_text(encoding="utf-8").replace("\u00a0", " ") == MENDED
    assert not mendable & rules(found(letter))
    capsys.readouterr()
    main(["check", str(letter), "--ratta", "--skriv"])
    assert "inget som kan rättas" in capsys.readouterr().out


def test_mending_keeps_the_typefaces_of_a_word_file(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Mötet sk")
    paragraph.add_run("all").bold = True
    paragraph.add_run(" hållas den 16-17 februari 2027.")
    path = tmp_path / "brev.docx"
    document.save(str(path))
    main(["check", str(path), "--ratta", "--skriv"])
    (mended,) = docx.Document(str(path)).paragraphs
    assert mended.text == "Mötet ska hållas den 16–17 februari 2027."
    assert [bool(run.bold) for run in mended.runs] == [False, True, False]


def test_mending_never_changes_what_a_text_says(tmp_path: Path) -> None:
    path = tmp_path / "brev.txt"
    path.write_text("Vi har 4.5 procent fler, 12 milj. kr och ca. 40000 platser.\n")
    main(["check", str(path), "--ratta", "--skriv"])
    text = path.read_text(encoding="utf-8").replace("\u00a0", " ")
    assert text.count("4,5 procent") == 1
    assert "40 000" in text


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--ratta", "--json"], "tillsammans"),
        (["--sarif", "--json"], "tillsammans"),
        (["--skriv"], "--ratta"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    letter: Path, options: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(letter), *options]) == 2
    assert told in capsys.readouterr().err


def test_sarif_has_regions_rules_and_fixes(
    letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(letter), "--sarif"])
    log = json.loads(capsys.readouterr().out)
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    known = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert {one["ruleId"] for one in run["results"]} <= known
    (skall,) = (one for one in run["results"] if one["ruleId"] == "sprak.ord.skall")
    place = skall["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 3, "startColumn": 7, "endColumn": 12}
    assert place["artifactLocation"]["uri"].endswith("/brev.md")
    replacement = skall["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"] == {"text": "ska"}


def test_the_house_style_is_chosen_in_the_folder(letter: Path, found: Found) -> None:
    ordinary = rules(found(letter))
    settings = letter.with_name("rapport.toml")
    settings.write_text('[sprak]\nstil = "tolerant"\n', encoding="utf-8")
    assert rules(found(letter)) < ordinary
    settings.write_text('[sprak]\nstil = "stockholm"\n', encoding="utf-8")
    strict = [one for one in found(letter) if one["ord"] == "s.k."]
    assert [one["allvar"] for one in strict] == ["varning"]
    settings.write_text('[sprak]\nstil = "vår"\n', encoding="utf-8")
    assert main(["check", str(letter)]) == 2


WORDS = """ord;krav;annat;anm
invånare;ska;medborgare / kommunmedborgare;alla är inte medborgare
kund;ska inte;brukare;
nollvision;förklaras;ingen ska dödas i trafiken;
digitaliseringsstrateg;känt;;
snabbgrova;känt;;
"""


def test_an_authority_has_its_own_words(tmp_path: Path, found: Found) -> None:
    (tmp_path / "ord.csv").write_text(WORDS, encoding="utf-8")
    (tmp_path / "rapport.toml").write_text('[sprak]\nordlista = "ord.csv"\n', encoding="utf-8")
    text = tmp_path / "brev.txt"
    text.write_text("Varje medborgare är kund. En nollvision gäller snabbgrova.\n")
    findings = found(text)
    assert [(one["regel"], one["ord"], one["forslag"]) for one in findings] == [
        ("sprak.egna.ska", "medborgare", "Skriv ”invånare”."),
        ("sprak.egna.skainte", "kund", "Skriv ”brukare”."),
        (
            "sprak.egna.forklaras",
            "nollvision",
            "Förklara ordet: ingen ska dödas i trafiken.",
        ),
    ]
    text.write_text("En nollvision (ingen ska dödas i trafiken) gäller varje invånare.\n")
    assert found(text) == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("kund;bort;;", "Kravet »bort« finns inte"),
        (";ska;;", "Kolumnen ord är tom"),
        ("kund;ska;;", "Kolumnen annat är tom"),
        ("kund;ska", "kolumner i stället för 4"),
    ],
)
def test_a_bad_row_is_told_with_its_line(
    tmp_path: Path, row: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ord.csv").write_text(f"ord;krav;annat;anm\nvi;känt;;\n{row}\n", encoding="utf-8")
    (tmp_path / "rapport.toml").write_text('[sprak]\nordlista = "ord.csv"\n', encoding="utf-8")
    (tmp_path / "brev.txt").write_text("Varje kund är kund.\n")
    assert main(["check", str(tmp_path / "brev.txt")]) == 2
    error = capsys.readouterr().err
    assert "Rad 3" in error
    assert told in error
    assert "ord.csv" in error


RULE = """[[regel]]
id = "sprak.egen.prov"
regel = "En egen regel."
allvar = "varning"
kalla = "Vi själva"
monster = '{pattern}'
slar = ["a", "b"]
tiger = ["c", "d"]
"""


def own_rule(folder: Path, text: str) -> Path:
    own = folder / "prompts" / "gemensamt" / "sprak"
    own.mkdir(parents=True)
    (own / "egna.toml").write_text(text, encoding="utf-8")
    (folder / "brev.txt").write_text(f"Ett brev om {'a' * 60}.\n", encoding="utf-8")
    return folder / "brev.txt"


def test_an_own_rule_is_a_file(tmp_path: Path, found: Found) -> None:
    text = own_rule(tmp_path, RULE.format(pattern="brev"))
    assert "sprak.egen.prov" in rules(found(text))


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (RULE.format(pattern="("), "går inte att förstå"),
        (RULE.format(pattern="x") + 'algoritm = "x"\n', "precis ett sätt"),
        (RULE.replace("monster = '{pattern}'", 'algoritm = "hittepå"'), "hittepå"),
        (RULE.format(pattern="x").replace("sprak.egen", "egen"), "börjar inte med sprak."),
        (RULE.format(pattern="x") + "om = ['\\L<namn>']\n", "listan »namn« finns inte"),
        (RULE.format(pattern="x") + "allvarr = 1\n", "allvarr"),
        (RULE.format(pattern=r"(?:(?:a|aa|a*)*)+$c|((a+)+)+\1x"), "tar för lång tid"),
    ],
)
def test_a_bad_rule_is_told_with_its_file(
    tmp_path: Path, rule: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = own_rule(tmp_path, rule)
    if "lång tid" in told:
        text.write_text(f"Ett brev om {'a' * 5000}.\n", encoding="utf-8")
    assert main(["check", str(text)]) == 2
    error = " ".join(capsys.readouterr().err.split())
    assert told in error
    assert "egna.toml" in error


def test_another_language_is_told_once(tmp_path: Path, found: Found) -> None:
    danish = "Det er godt at være med på mødet, og det bliver ikke det sidste. "
    (tmp_path / "brev.txt").write_text(danish * 20, encoding="utf-8")
    (only,) = found(tmp_path / "brev.txt")
    assert only["meddelande"] == "Texten verkar vara på danska."


@pytest.mark.parametrize("text", ["§ 41\n\n1.\n\n–\n", "x\n", "1 2 3\n"])
def test_a_text_without_sentences_is_no_trouble(tmp_path: Path, text: str, found: Found) -> None:
    (tmp_path / "brev.txt").write_text(text, encoding="utf-8")
    assert not [one for one in found(tmp_path / "brev.txt") if one["allvar"] == "fel"]
