"""The main job, from the sample's notes to a Word file, with no model and with one."""

import json
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from drafter.cli import main
from drafter.library.participants.reader import read_participants
from drafter.text.pseudonyms import Pseudonyms
from tests.endpoint import Answer, Endpoint, Request, ok
from tests.facts import FACTS, missing_facts
from tests.onlooker import seen

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "samples" / "nordisk-huvudstadskonferens"
ANSWERS: dict[str, Any] = json.loads(
    (ROOT / "tests" / "answers" / "nordisk-huvudstadskonferens.json").read_text(encoding="utf-8")
)["svar"]

HEADINGS = [
    (1, "Deltagare"),
    (1, "Bakgrund"),
    (1, "På vilket sätt har deltagandet bidragit till något av följande områden"),
    (2, "Profilering"),
    (2, "Omvärldsbevakning"),
    (2, "Samverkan"),
    (2, "Påverkan"),
    (1, "Övriga kommentarer och reflektioner"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample as a clone has it, without what an earlier run may have left."""
    names = ("rapport.toml", "anteckningar.md", "deltagare.csv")
    (tmp_path / "resa").mkdir()
    for name in names:
        shutil.copy(SAMPLE / name, tmp_path / "resa" / name)
    return tmp_path / "resa"


def scripted(request: Request) -> Answer:
    """The hand-written example answer for the lines that are asked about."""
    task, material = (one["content"] for one in request.json["messages"][1:])
    whole = ANSWERS[next(one for one in ANSWERS if f"”{one}”" in task)]
    sent = {json.loads(line)["rad"] for line in material.split("\n")}
    said = [one for one in whole["meningar"] if one["citat"][0]["rad"] in sent]
    left_out = [one for one in whole["utelamnade"] if one["rad"] in sent]
    return ok(json.dumps({"meningar": said, "utelamnade": left_out}, ensure_ascii=False))


@pytest.fixture
def endpoint(monkeypatch: pytest.MonkeyPatch):
    with Endpoint(scripted) as server:
        monkeypatch.setenv("DRAFTER_BASE_URL", server.url)
        monkeypatch.setenv("DRAFTER_MODEL", "provmodell")
        yield server


def word_text(path: Path) -> str:
    return "\n".join(one.text for one in Document(BytesIO(path.read_bytes())).paragraphs)


def word_headings(path: Path) -> list[tuple[int, str]]:
    paragraphs = Document(BytesIO(path.read_bytes())).paragraphs
    styled = [(one.style.name, one.text) for one in paragraphs if one.style]
    return [(int(style[-1]), text) for style, text in styled if style.startswith("Heading ")]


def test_the_tests_know_all_forty_facts() -> None:
    assert len(FACTS) == 40


def test_without_a_model_every_fact_is_in_the_word_file(folder: Path) -> None:
    assert main(["draft", str(folder)]) == 0
    assert missing_facts(word_text(folder / "rapport.docx")) == []
    assert word_headings(folder / "rapport.docx") == HEADINGS


def test_without_a_model_every_line_is_accounted_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["draft", str(folder), "--json"])
    record = json.loads(capsys.readouterr().out)
    assert record["typ"] == "reserapport"
    assert record["status"] == "utkast"
    assert record["antal"]["stopp"] == record["antal"]["fel"] == 0
    assert {one["regel"].partition(".")[0] for one in record["anmarkningar"]} <= {"sprak"}
    assert record["tackning"]["oanvanda"] == []
    whole = [*record["tackning"]["anvanda"], *(a["rad"] for a in record["tackning"]["utelamnade"])]
    text = (folder / "anteckningar.md").read_text(encoding="utf-8")
    filled = {number for number, line in enumerate(text.split("\n"), 1) if line.strip()}
    assert set(whole) == filled


def test_a_model_writes_every_section(folder: Path, endpoint: Endpoint) -> None:
    assert main(["draft", str(folder)]) == 0
    text = word_text(folder / "rapport.docx")
    assert missing_facts(text) == []
    assert word_headings(folder / "rapport.docx") == HEADINGS
    assert "Ej språkbearbetad" not in text
    assert len(endpoint.requests) == len(ANSWERS) + 1  # the longest is written in two parts


def test_a_model_is_sent_its_sections_lines_and_no_others(folder: Path, endpoint: Endpoint) -> None:
    main(["draft", str(folder)])
    asked = {one.json["messages"][1]["content"]: one for one in endpoint.requests}
    (about,) = (one for one in asked if "avsnittet ”Påverkan”" in one)
    material = asked[about].json["messages"][2]["content"]
    assert [json.loads(line)["rad"] for line in material.split("\n")] == [33, 34, 35, 36]


def test_all_prompts_share_their_beginning(folder: Path, endpoint: Endpoint) -> None:
    main(["draft", str(folder)])
    assert len({one.json["messages"][0]["content"] for one in endpoint.requests}) == 1


def test_not_one_name_is_in_the_servers_log(folder: Path, endpoint: Endpoint) -> None:
    main(["draft", str(folder)])
    people = read_participants(folder / "deltagare.csv")
    assert len(people) == 9
    assert seen(endpoint.requests, [one.name for one in people], ["803-1966/2016"]) == []


def test_the_example_answers_name_nobody(folder: Path) -> None:
    """They answer notes without names, so that they need no placeholders."""
    veil = Pseudonyms.of([one.name for one in read_participants(folder / "deltagare.csv")], {})
    assert veil.leaks(json.dumps(ANSWERS, ensure_ascii=False)) == ()


def test_a_draft_survives_as_cited_markdown(
    folder: Path, endpoint: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["draft", str(folder)])
    assert main(["export", str(folder), "--format", "md"]) == 0
    text = (folder / "rapport.md").read_text(encoding="utf-8")
    assert "Konferensen hålls vartannat år. [7]" in text
    assert missing_facts(text) == []
    capsys.readouterr()
    assert main(["check", str(folder / "rapport.md"), "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert {one["allvar"] for one in record["anmarkningar"]} <= {"rad"}
    assert {one["regel"].partition(".")[0] for one in record["anmarkningar"]} <= {"sprak"}
    assert record["tackning"]["oanvanda"] == []
    told = [(one["rad"], one["text"]) for one in record["tackning"]["utelamnade"]]
    assert len(told) == len(set(told)) == 10


def test_the_word_file_can_be_checked_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["draft", str(folder)])
    capsys.readouterr()
    main(["check", str(folder / "rapport.docx"), "--json"])
    found = {one["regel"] for one in json.loads(capsys.readouterr().out)["anmarkningar"]}
    assert not {one for one in found if one.startswith(("rubrik.", "huvud.", "deltagare."))}


def test_the_same_notes_give_the_same_bytes(folder: Path) -> None:
    main(["draft", str(folder)])
    first = (folder / "rapport.docx").read_bytes()
    main(["draft", str(folder)])
    assert (folder / "rapport.docx").read_bytes() == first


def test_a_section_that_fails_says_so_and_the_rest_is_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def script(request: Request) -> Answer:
        if "”Samverkan”" in request.json["messages"][1]["content"]:
            return ok("Jag kan tyvärr inte hjälpa till med det.")
        return scripted(request)

    with Endpoint(script) as server:
        monkeypatch.setenv("DRAFTER_BASE_URL", server.url)
        monkeypatch.setenv("DRAFTER_MODEL", "provmodell")
        assert main(["draft", str(folder), "--json"]) == 1
    record = json.loads(capsys.readouterr().out)
    grave = [one["regel"] for one in record["anmarkningar"] if one["allvar"] != "rad"]
    assert grave == ["rubrik.reserv"]
    text = word_text(folder / "rapport.docx")
    assert missing_facts(text) == []
    assert text.count("Modellen kunde inte skriva avsnittet") == 1


def test_notes_alone_are_enough(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "rapport.toml").unlink()
    assert main(["draft", str(folder / "anteckningar.md"), "--typ", "reserapport", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    taken = [one for one in record["anmarkningar"] if one["regel"] == "huvud.hamtad"]
    assert len(taken) == 9
    assert missing_facts(word_text(folder / "rapport.docx")) == []


def test_a_text_without_the_facts_lacks_them_all() -> None:
    assert len(missing_facts("Staden deltog i en konferens.")) == 40
