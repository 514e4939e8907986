"""Many folders under one limit, and the same work by way of files."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import main
from drafter.errors import LeakError
from drafter.llm.batch import Outbox
from drafter.llm.watch import Watch
from drafter.nouns import Hosting, Message, Profile, Prompt
from tests.endpoint import Answer, Endpoint, Request, delay, status
from tests.folders import HEADER, TYPE, quoting, use
from tests.processes import posix

NOTES = """\
## Bakgrund
- Staden bjöds in av Bergens kommun i mars
- Freja Ek ledde delegationen nummer {}

## Samverkan
- Anna Ek föreslog ett nytt möte i Malmö
"""
PEOPLE = "namn;roll\nAnna Ek;ordförande\nFreja Ek;ledamot\n"


def reports(parent: Path, number: int) -> list[Path]:
    """Report folders that differ in one line."""
    folders = [parent / f"resa-{at:04}" for at in range(number)]
    for at, folder in enumerate(folders):
        folder.mkdir(parents=True)
        texts = {
            "anteckningar.md": NOTES.format(at + 1),
            "deltagare.csv": PEOPLE,
            "rapport.toml": TYPE + HEADER,
        }
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
    return folders


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    return reports(tmp_path / "resor", 3)


class Busy:
    """A model that takes a while, and remembers how many it answered at the same time."""

    def __init__(self) -> None:
        self.most = self.now = 0
        self._lock = threading.Lock()

    def __call__(self, request: Request) -> Answer:
        with self._lock:
            self.now += 1
            self.most = max(self.most, self.now)
        threading.Event().wait(0.02)
        with self._lock:
            self.now -= 1
        return quoting(request)


@pytest.fixture
def server(folders: list[Path]) -> Iterator[Endpoint]:
    with Endpoint(quoting) as endpoint:
        for folder in folders:
            use(endpoint, folder)
        yield endpoint


def batch(*arguments: object) -> int:
    return main(["batch", *map(str, arguments)])


def test_every_folder_is_drafted_under_one_limit(folders: list[Path]) -> None:
    model = Busy()
    with Endpoint(model) as server:
        for folder in folders:
            use(server, folder, more="samtidiga = 2\n")
        assert batch(*folders) == 1
    assert len(server.requests) == 6
    assert model.most == 2
    assert all((folder / "rapport.docx").is_file() for folder in folders)


def test_one_bad_folder_stops_no_other_and_a_rerun_does_what_is_left(
    folders: list[Path], server: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = folders[1] / "anteckningar.md"
    text = notes.read_bytes()
    notes.write_bytes(b"\x00\x01")
    assert batch(*folders) == 2
    told = capsys.readouterr().out
    assert "2 av 3 mappar klara" in told
    assert f"{folders[1]}: " in told
    assert len(server.requests) == 4
    notes.write_bytes(text)
    assert batch(*folders) == 1
    assert len(server.requests) == 6
    assert capsys.readouterr().out.count("oförändrad") == 2


def test_folders_come_from_a_list_or_from_the_folder_that_holds_them(
    folders: list[Path], server: Endpoint, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = tmp_path / "lista.txt"
    listed.write_text("# resor\nresor/resa-0000\n\nresor/resa-0002\n", encoding="utf-8")
    batch("--lista", listed, "--json")
    assert [one["mapp"] for one in json.loads(capsys.readouterr().out)] == [
        str(tmp_path / "resor" / "resa-0000"),
        str(tmp_path / "resor" / "resa-0002"),
    ]
    batch(tmp_path / "resor", "--json")
    told = json.loads(capsys.readouterr().out)
    assert [one["oforandrad"] for one in told] == [True, False, True]
    assert [one["tokens_in"] for one in told] == [0, 62, 0]


def test_a_folder_with_several_names_is_drafted_once(
    folders: list[Path], server: Endpoint, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = tmp_path / "lista.txt"
    text = '\ufeff  # resor\r\n"resor/resa-0000"\r\nresor/../resor/resa-0000\r\n'
    listed.write_bytes(text.encode())
    batch(folders[0], "--lista", listed, "--json")
    assert [one["mapp"] for one in json.loads(capsys.readouterr().out)] == [str(folders[0])]


def test_which_model_writes_is_said_and_a_type_can_be_given_to_all(
    folders: list[Path], server: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in folders:
        (folder / "rapport.toml").write_text(HEADER, encoding="utf-8")
    assert batch(*folders) == 2
    assert batch(*folders, "--typ", "reserapport") == 1
    assert capsys.readouterr().err.startswith("Modell: provmodell hos 127.0.0.1 (inom EU).")
    batch(*folders, "--modell", "ingen", "--typ", "reserapport")
    assert capsys.readouterr().err.startswith("Modell: ingen.")


def test_a_failing_endpoint_is_soon_left_alone(folders: list[Path]) -> None:
    with Endpoint(lambda _: status(401)) as server:
        for folder in folders:
            use(server, folder, more="samtidiga = 1\n")
        assert batch(*folders) == 2
    assert len(server.requests) == 3
    assert not any((folder / "utkast.json").exists() for folder in folders)


def test_all_share_one_budget(folders: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    def costly(request: Request) -> Answer:
        return Answer(
            quoting(request).body.replace(b'"prompt_tokens": 31', b'"prompt_tokens": 2500')
        )

    with Endpoint(costly) as server:
        for folder in folders:
            use(server, folder, more="samtidiga = 1\nmax_tokens_totalt = 12000\n")
        batch(*folders)
        asked = len(server.requests)
        assert 0 < asked < 6
        assert "Kör samma kommando igen" in capsys.readouterr().out
        for folder in folders:
            use(server, folder, more="samtidiga = 1\n")
        batch(*folders)
        assert len(server.requests) == 6


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_a_folder_that_must_not_be_read_is_told_and_stops_no_other(
    folders: list[Path], server: Endpoint, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for sources in (folders, [tmp_path / "resor"]):
        folders[1].chmod(0)
        try:
            assert batch(*sources) == 2
        finally:
            folders[1].chmod(0o700)
        told = capsys.readouterr().out
        assert "2 av 3 mappar klara" in told
        assert f"{folders[1]} får inte läsas" in told


def test_a_folder_that_holds_no_report_is_said_to_lack_notes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tom").mkdir()
    assert batch(tmp_path / "tom") == 2
    assert "Det finns inga anteckningar i" in capsys.readouterr().out


def test_a_server_that_counts_below_zero_fills_no_purse(
    folders: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    def cheap(request: Request) -> Answer:
        return Answer(quoting(request).body.replace(b'"prompt_tokens": 31', b'"prompt_tokens": -9'))

    with Endpoint(cheap) as server:
        for folder in folders:
            use(server, folder, more="samtidiga = 1\nmax_tokens_totalt = 7000\n")
        batch(*folders)
    assert 0 < len(server.requests) < 6
    assert "-" not in capsys.readouterr().out.rpartition("mappar klara. ")[2]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "inga rapportmappar"),
        (["--lista", "finns-inte.txt"], "finns-inte.txt finns inte"),
        (["x", "--exportera", "a", "--importera", "b"], "går inte att använda tillsammans"),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert batch(*arguments) == 2
    assert told in capsys.readouterr().err


@posix
def test_a_batch_that_is_broken_off_says_how_to_go_on(folders: list[Path]) -> None:
    reached = threading.Event()

    def stalling(request: Request) -> Answer:
        if "nummer 1" in request.text:
            return quoting(request)
        reached.set()
        return delay(30, quoting(request))

    with Endpoint(stalling) as server:
        for folder in folders:
            use(server, folder, more="samtidiga = 1\n")
        command = [sys.executable, "-m", "drafter", "batch", *map(str, folders)]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as run:
            assert reached.wait(60)
            run.send_signal(signal.SIGINT)
            _, told = run.communicate(timeout=60)
    assert run.returncode == 2
    assert "av 3 mappar hann bli klara" in told
    assert "Kör samma kommando igen" in told
    assert "Traceback" not in told


# By way of files


def elsewhere(questions: Path, **changes: Any) -> Path:
    """What an engine that runs such files would have answered; ``changes`` goes into each."""
    lines = []
    for line in questions.read_text(encoding="utf-8").splitlines():
        asked = json.loads(line)
        request = Request(asked["method"], asked["url"], {}, json.dumps(asked["body"]).encode())
        body = json.loads(quoting(request).body)
        body["choices"][0] |= changes
        response = {"status_code": 200, "request_id": "1", "body": body}
        lines.append({"id": "x", "custom_id": asked["custom_id"], "response": response})
    path = questions.with_name("svar.jsonl")
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return path


def questions_in(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_questions_go_out_and_answers_come_in_by_file(
    folders: list[Path], server: Endpoint, tmp_path: Path
) -> None:
    path = tmp_path / "fil.jsonl"
    assert batch(*folders, "--exportera", path) == 0
    asked = questions_in(path)
    assert len({one["custom_id"] for one in asked}) == len(asked) == 6 - 2  # two are the same
    assert {(one["method"], one["url"]) for one in asked} == {("POST", "/v1/chat/completions")}
    assert set(asked[0]["body"]) == {"model", "messages", "temperature", "response_format"}
    text = path.read_text(encoding="utf-8")
    assert not [name for name in ("Freja", "Anna") if name in text]
    assert not any((folder / "utkast.json").exists() for folder in folders)

    assert batch(*folders, "--importera", elsewhere(path)) == 1
    assert batch(*folders, "--exportera", path) == 0
    assert questions_in(path) == []
    assert not server.requests
    by_file = (folders[2] / "rapport.docx").read_bytes()
    batch(*folders)
    assert not server.requests
    assert (folders[2] / "rapport.docx").read_bytes() == by_file


def test_every_report_that_asks_has_it_in_its_log(
    folders: list[Path], server: Endpoint, tmp_path: Path
) -> None:
    batch(*folders, "--exportera", tmp_path / "fil.jsonl")
    for folder in folders:
        log = (folder / ".drafter" / "sant.jsonl").read_text(encoding="utf-8")
        asked = sorted(json.loads(line)["avsnitt"] for line in log.splitlines())
        assert asked == ["Bakgrund", "Samverkan"]


def test_a_question_with_a_name_in_it_is_not_taken_down() -> None:
    logged: list[object] = []
    watch = Watch(lambda text: ("Freja",) if "Freja" in text else (), logged.append)
    box = Outbox(Profile("prov", "http://127.0.0.1:1/v1", "m", Hosting.LOCAL))
    messages = Message("user", "Skriv."), Message("user", '{"rad": 1, "text": "Freja kom"}')
    with pytest.raises(LeakError, match="Freja"):
        box.model(watch).complete(Prompt("svar", messages, {"type": "object"}))
    assert (box.lines, logged) == ({}, [])


def test_what_is_exported_is_what_would_be_sent(
    folders: list[Path], server: Endpoint, tmp_path: Path
) -> None:
    path = tmp_path / "fil.jsonl"
    batch(folders[0], "--exportera", path)
    batch(folders[0])
    sent = [request.json for request in server.requests]
    for one in sent:
        assert one.pop("stream") is False
        assert one in [asked["body"] for asked in questions_in(path)]
    assert len(sent) == len(questions_in(path)) == 2


@pytest.mark.parametrize("name", ["anteckningar.md", "rapport.toml", "drafter.toml"])
def test_an_export_replaces_nobodys_work(
    name: str, folders: list[Path], server: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folders[0] / name
    before = path.read_bytes()
    assert batch(*folders, "--exportera", path) == 2
    assert f"{name} finns redan" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_an_answer_that_was_too_long_is_asked_for_in_parts(
    folders: list[Path], server: Endpoint, tmp_path: Path
) -> None:
    path = tmp_path / "fil.jsonl"
    batch(folders[0], "--exportera", path)
    batch(folders[0], "--importera", elsewhere(path, finish_reason="length"))
    batch(folders[0], "--exportera", path)
    while parts := questions_in(path):
        assert not [one for one in parts if "\n" in one["body"]["messages"][2]["content"]]
        batch(folders[0], "--importera", elsewhere(path), "--skriv-over")
        batch(folders[0], "--exportera", path)
    assert not server.requests
    draft = json.loads((folders[0] / "utkast.json").read_text(encoding="utf-8"))
    (background,) = (
        one for one in draft["granskning"]["draft"]["sections"] if one["heading"] == "bakgrund"
    )
    assert (background["state"], background["parts"]) == ("skriven", 2)


def test_what_the_file_cannot_answer_is_said_and_asked_again(
    folders: list[Path], server: Endpoint, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "fil.jsonl"
    batch(folders[0], "--exportera", path)
    before = questions_in(path)
    batch(folders[0], "--importera", elsewhere(path, finish_reason="content_filter"))
    told = capsys.readouterr()
    assert "2 svar i filen gick inte att använda" in told.err
    assert "--exportera" in told.out
    assert "Kör samma kommando igen" not in told.out
    batch(folders[0], "--exportera", path)
    assert questions_in(path) == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--modell", "ingen"), "Ingen modell är vald"),
        (("--modell", "okand"), "1 mapp kom inte med"),
    ],
)
def test_questions_that_were_never_put_are_not_said_to_be_answered(
    arguments: tuple[str, ...],
    told: str,
    folders: list[Path],
    server: Endpoint,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert batch(folders[0], "--exportera", tmp_path / "fil.jsonl", *arguments) == 2
    shown = capsys.readouterr()
    assert told in shown.out + shown.err
    assert "alla svar finns sparade" not in shown.out
    assert "Skrev" not in shown.out


TOO_LONG = "This model's maximum context length is 4096 tokens. However, you requested 5000."
VLLM = {"object": "error", "message": TOO_LONG, "type": "BadRequestError", "code": 400}


@pytest.mark.parametrize(
    ("response", "error", "unusable"),
    [
        (None, {"code": "batch_expired", "message": "The window expired."}, True),
        ({"status_code": 400, "body": None}, "The URL /v1/x is not supported.", True),
        ({"status_code": 502, "body": "Bad gateway"}, None, True),
        ({"status_code": 400, "body": None}, VLLM, False),
        ({"status_code": 400, "body": VLLM}, None, False),
        ({"status_code": 400, "body": {"error": VLLM}}, None, False),
    ],
)
def test_a_fault_of_one_question_stops_no_other(
    response: Any,
    error: Any,
    unusable: bool,
    folders: list[Path],
    server: Endpoint,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "fil.jsonl"
    batch(folders[0], "--exportera", path)
    first, second = questions_in(path)
    answers = elsewhere(path)
    lines = answers.read_text(encoding="utf-8").splitlines()
    lines[0] = json.dumps(
        {"id": "x", "custom_id": first["custom_id"], "response": response, "error": error}
    )
    answers.write_text("\n".join(f"\ufeff{line}" for line in lines), encoding="utf-8")
    batch(folders[0], "--importera", answers)
    assert ("1 svar i filen gick inte att använda" in capsys.readouterr().err) is unusable
    batch(folders[0], "--exportera", path)
    asked = questions_in(path)
    assert (asked == [first]) is unusable
    assert second not in asked


def test_the_file_of_questions_is_no_file_of_answers(
    folders: list[Path], server: Endpoint, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "fil.jsonl"
    batch(folders[0], "--exportera", path)
    assert batch(folders[0], "--importera", path) == 2
    assert "Ange filen med svar" in capsys.readouterr().err
    assert not (folders[0] / "utkast.json").exists()


def test_a_file_that_holds_no_answers_is_refused_with_its_line(
    folders: list[Path], server: Endpoint, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "fil.jsonl"
    path.write_text('\n{"body": {}}\n', encoding="utf-8")
    assert batch(folders[0], "--importera", path) == 2
    assert "fil.jsonl, rad 2, är inget svar" in capsys.readouterr().err


# At length


@pytest.mark.long
def test_a_thousand_folders_and_one_of_them_bad(tmp_path: Path) -> None:
    many = reports(tmp_path / "resor", 1000)
    (many[500] / "anteckningar.md").write_bytes(b"\x00")
    with Endpoint(lambda request: delay(0.005, quoting(request))) as server:
        for folder in many:
            use(server, folder)
        assert batch(tmp_path / "resor") == 2
        asked = len(server.requests)
        assert batch(tmp_path / "resor") == 2
    assert len(server.requests) == asked
    assert sum((folder / "rapport.docx").is_file() for folder in many) == 999
