"""Sensitive lines: what stops a draft, what a person can decide, and what reaches the report."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import main
from tests.endpoint import Endpoint
from tests.folders import quoting, report_folder, use

NOTES = """\
# Klimatmötet 2026, Bergen, Norge 3-4 maj 2026

## Bakgrund
- staden inbjuden till mötet
- Tove berättade att hon är gravid och går i februari
- leverantören Nordlogik bjöd på middag för 1 250 kr
- mötet var bra
"""
SENSITIVE = {5: "gravid", 6: "middag"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return report_folder(tmp_path, NOTES, "namn;roll\nTove Alm;arkivarie\n")


@pytest.fixture
def server() -> Iterator[Endpoint]:
    with Endpoint(quoting) as endpoint:
        yield endpoint


def stopped(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What a draft that is stopped says."""
    capsys.readouterr()
    assert main(["draft", str(folder)]) == 2
    return capsys.readouterr().err


def choices_in(told: str) -> list[dict[str, str]]:
    """The choices that a message offers to be pasted."""
    lines = [line.strip() for line in told.splitlines()]
    kept = [line for line in lines if re.match(r"\[\[|kontroll|val|skal", line)]
    chosen: list[dict[str, str]] = tomllib.loads("\n".join(kept))["kansligt"]
    return chosen


def choose(folder: Path, told: str, **verdicts: str) -> None:
    """Paste the choices with a verdict for each line: ``rad5="maska"``."""
    text = 'typ = "reserapport"\n'
    for number, choice in zip(SENSITIVE, choices_in(told), strict=True):
        if verdict := verdicts.get(f"rad{number}"):
            text += f'[[kansligt]]\nkontroll = "{choice["kontroll"]}"\n'
            text += f'val = "{verdict}"\nskal = "Beslutat med chefen."\n'
    (folder / "rapport.toml").write_text(text, encoding="utf-8")


def record_of(folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["draft", str(folder), "--skriv-over", "--json", *options]) in (0, 1)
    record: dict[str, Any] = json.loads(capsys.readouterr().out)
    return record


def report_of(folder: Path) -> str:
    main(["export", str(folder), "--format", "md", "--skriv-over"])
    return (folder / "rapport.md").read_text(encoding="utf-8")


def sent_by(server: Endpoint) -> str:
    return "".join(request.text for request in server.requests)


@pytest.mark.parametrize("klass", ["se", "eu"])
def test_a_model_elsewhere_is_sent_nothing_before_a_person_has_decided(
    klass: str, folder: Path, server: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    use(server, folder, klass)
    told = stopped(folder, capsys)
    assert not server.requests
    assert not (folder / "utkast.json").exists()
    assert "Rad 5, uppgift om någons hälsa: ”Tove berättade att hon är gravid" in told
    assert "Rad 6, gåva eller förmån: ”leverantören Nordlogik" in told
    assert {"maska", "utelamna", "bekrafta"} <= set(re.findall(r'"(\w+)"', told))
    assert "--ja-kansligt" in told
    assert len(choices_in(told)) == 2


@pytest.mark.parametrize("klass", ["lokal", "ingen"])
def test_on_the_own_machine_sensitive_lines_stay_out_of_the_report(
    klass: str, folder: Path, server: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    if klass == "lokal":
        use(server, folder, klass)
    record = record_of(folder, capsys)
    reasons = {one["rad"]: one["skal"] for one in record["tackning"]["utelamnade"]}
    assert (reasons[5], reasons[6]) == ("kanslig", "kanslig")
    asked = {tuple(one["rader"]): one["text"] for one in record["oppna_fragor"]}
    assert "mutor" in asked[6,]
    assert set(asked) == {(5,), (6,)}
    report = report_of(folder)
    assert "mötet var bra" in report.casefold()
    assert not [word for word in ("gravid", "middag", "Nordlogik") if word in report]
    assert not [word for word in ("gravid", "middag", "Nordlogik") if word in sent_by(server)]


def test_secret_matter_is_set_aside_as_secret(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (folder / "anteckningar.md").open("a", encoding="utf-8") as file:
        file.write("- portkod 4711\n")
    record = record_of(folder, capsys)
    reasons = {one["rad"]: one["skal"] for one in record["tackning"]["utelamnade"]}
    assert reasons[8] == "sekretess"


def test_masked_words_are_neither_sent_nor_printed(
    folder: Path, server: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    use(server, folder)
    choose(folder, stopped(folder, capsys), rad5="maska", rad6="utelamna")
    record = record_of(folder, capsys)
    assert "gravid" not in sent_by(server)
    assert "hon är [maskerat]" in sent_by(server)
    report = report_of(folder)
    assert "gravid" not in report
    assert "hon är [maskerat]" in report.replace("\\", "")
    assert not [one for one in record["anmarkningar"] if one["regel"].startswith("kalla.")]


def test_a_line_left_out_is_accounted_for_and_its_reason_kept(
    folder: Path, server: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    use(server, folder)
    choose(folder, stopped(folder, capsys), rad5="utelamna", rad6="utelamna")
    record = record_of(folder, capsys)
    assert {5, 6} <= {one["rad"] for one in record["tackning"]["utelamnade"]}
    assert not [word for word in SENSITIVE.values() if word in sent_by(server)]


def test_a_confirmed_line_is_sent(
    folder: Path, server: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    use(server, folder)
    choose(folder, stopped(folder, capsys), rad5="utelamna", rad6="bekrafta")
    record_of(folder, capsys)
    assert "bjöd på middag" in sent_by(server)
    assert "gravid" not in sent_by(server)
    assert "bjöd på middag" in report_of(folder)


def test_one_undecided_line_is_enough_to_stop(
    folder: Path, server: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    use(server, folder)
    choose(folder, stopped(folder, capsys), rad5="utelamna")
    told = stopped(folder, capsys)
    assert "Rad 6" in told
    assert "Rad 5" not in told
    assert not server.requests


def test_a_choice_does_not_hold_for_other_words(
    folder: Path, server: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    use(server, folder)
    choose(folder, stopped(folder, capsys), rad5="bekrafta", rad6="bekrafta")
    changed = NOTES.replace("går i februari", "har blivit sjuk")
    (folder / "anteckningar.md").write_text(changed, encoding="utf-8")
    told = stopped(folder, capsys)
    assert "Raden kan ha ändrats" in told
    assert "rad 2" in told
    assert not server.requests


def test_a_choice_follows_its_line_when_lines_are_added_above(
    folder: Path, server: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    use(server, folder)
    choose(folder, stopped(folder, capsys), rad5="utelamna", rad6="utelamna")
    moved = NOTES.replace("## Bakgrund\n", "## Bakgrund\n- tre städer deltog i mötet\n")
    (folder / "anteckningar.md").write_text(moved, encoding="utf-8")
    record = record_of(folder, capsys)
    assert {6, 7} <= {one["rad"] for one in record["tackning"]["utelamnade"]}


MISTAKES = {
    "no reason": ('val = "maska"\nskal = " "', "saknar skäl"),
    "an unknown verdict": ('val = "kanske"\nskal = "x"', "»val«"),
    "no verdict": ('skal = "x"', "»val« saknas"),
    "an unknown key": ('val = "maska"\nskal = "x"\nrader = 5', "»rader« är okänd"),
}


@pytest.mark.parametrize(("choice", "told"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_choice_is_read_strictly(
    choice: str, told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f'typ = "reserapport"\n[[kansligt]]\nkontroll = "0"\n{choice}\n'
    (folder / "rapport.toml").write_text(text, encoding="utf-8")
    assert told in " ".join(stopped(folder, capsys).split())


def test_a_reason_on_the_command_line_confirms_all_and_is_written_down(
    folder: Path, server: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    use(server, folder)
    record_of(folder, capsys, "--ja-kansligt", "Godkänt av dataskyddsombudet")
    assert "gravid" in sent_by(server)
    first = json.loads((folder / ".drafter" / "sant.jsonl").read_text("utf-8").splitlines()[0])
    assert (first["handelse"], first["rader"]) == ("bekraftat", [5, 6])
    assert first["skal"] == "Godkänt av dataskyddsombudet"


def test_show_tells_what_waits_for_a_decision(
    folder: Path, server: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    use(server, folder)
    assert main(["show", str(folder)]) == 0
    before, _, messages = capsys.readouterr().out.partition("=== ")
    assert "Rad 5, uppgift om någons hälsa" in before
    assert len(choices_in(before)) == 2
    assert "gravid" not in messages
    assert not server.requests


def test_lines_that_are_out_anyway_stop_nothing(folder: Path, server: Endpoint) -> None:
    use(server, folder)
    notes = NOTES.replace("- Tove", "- Mellan oss: Tove").replace("- leverantören", "- PRIVAT: ")
    (folder / "anteckningar.md").write_text(notes, encoding="utf-8")
    assert main(["draft", str(folder)]) in (0, 1)
    assert "gravid" not in sent_by(server)
