"""Answers that come piece by piece, because somebody watches; and what can go wrong then."""

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from drafter.errors import ModelError
from drafter.llm.remote import connect
from drafter.llm.service import Service
from drafter.llm.watch import Watch
from drafter.nouns import Message, Prompt
from tests.endpoint import (
    Answer,
    End,
    Endpoint,
    Request,
    ok,
    profile_for,
    status,
    streamed,
)
from tests.faults.folder import answered_well, fault_folder, sections_of
from tests.folders import use

TEXT = '{"meningar": [], "utelamnade": []}' + " " * 60
USAGE = {"prompt_tokens": 31, "completion_tokens": 7, "total_tokens": 38}
WHOLE = ok(TEXT, usage=USAGE)
PROMPT = Prompt("svar", (Message("user", '{"rad": 4, "text": "Å"}'),), {"type": "object"}, "Ett")


@dataclass(frozen=True)
class Row:
    """A stream that goes wrong, how often it is asked for, and what is said of it."""

    fault: str
    answer: Answer
    asked: int
    says: str


def event(data: bytes) -> Answer:
    """One event in the middle of a stream, then its end."""
    begun = streamed(WHOLE).parts[:3]
    return Answer(kind="text/event-stream", parts=(*begun, b"data: %b\n\n" % data))


ROWS = (
    Row("Strömmen slutar utan finish_reason", streamed(WHOLE, 0.5), 1, "saknar slutmarkering"),
    Row("Strömmen stängs mitt i", streamed(WHOLE, 0.5, End.CLOSE), 1, "bröts innan svaret"),
    Row("Strömmen återställs (RST)", streamed(WHOLE, 0.5, End.RESET), 1, "bröts innan svaret"),
    Row("Strömmen stannar", streamed(WHOLE, 0.5, End.STALL), 2, "svarade inte inom 0,5 sekunder"),
    Row("Strömmen är tom", Answer(kind="text/event-stream", parts=(b"data: [DONE]\n\n",)), 1,
        "något annat än ett modellsvar"),
    Row("length i en ström", streamed(ok(TEXT, "length", USAGE)), 1, "klipptes av"),
    Row("content_filter i en ström", streamed(ok(TEXT, "content_filter", USAGE)), 1, "filtret"),
    Row("Ett fel i en ström", event(b'{"error": {"message": "out of memory"}}'), 1,
        "något annat än ett modellsvar"),
    Row("Trasig JSON i en ström", event(b'{"choices": [{'), 1, "inte hel JSON"),
    Row("En ström på 5 MB", streamed(ok("x" * 400_000, usage=USAGE)), 1, "tog aldrig slut"),
)  # fmt: skip


def told(_: str, __: int, ___: int) -> None:
    """Somebody listens."""


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.fault)
def test_a_fault_in_a_stream(row: Row) -> None:
    with Endpoint(lambda _: row.answer) as server:
        profile = profile_for(server, timeout=0.5)
        with pytest.raises(ModelError) as caught:
            connect(profile, Watch(), Service(profile, told)).complete(PROMPT)
    assert row.says in caught.value.message
    assert caught.value.hint
    assert len(server.requests) == row.asked


def test_a_stream_is_heard_as_it_comes_and_is_one_answer() -> None:
    heard: list[tuple[str, int, int]] = []
    with Endpoint([streamed(WHOLE)]) as server:
        profile = profile_for(server)
        service = Service(profile, lambda *told: heard.append(told))
        reply = connect(profile, Watch(), service).complete(PROMPT)
    assert (reply.text, reply.finish_reason) == (TEXT, "stop")
    assert (reply.input_tokens, reply.output_tokens) == (31, 7)
    assert {about for about, _, _ in heard} == {"Ett"}
    counts = [tokens for _, tokens, _ in heard]
    assert counts == sorted(counts)
    assert len(counts) > 5


@pytest.mark.parametrize("parameter", ["stream", "stream_options", ""])
def test_a_server_that_does_not_stream_is_asked_in_one_piece(parameter: str) -> None:
    def old(request: Request) -> Answer:
        streams = request.json.get("stream")
        return status(400, "unknown field", param=parameter or None) if streams else WHOLE

    with Endpoint(old) as server:
        profile = profile_for(server)
        model = connect(profile, Watch(), Service(profile, told))
        assert model.complete(PROMPT).text == model.complete(PROMPT).text
    assert [bool(one.json.get("stream")) for one in server.requests[-2:]] == [False, False]
    assert len(server.requests) == (3 if parameter else 5)


def in_a_terminal(command: list[str]) -> tuple[int, str]:
    """The exit code of a command, and all that its terminal showed."""
    ours, theirs = pty.openpty()
    env = {**os.environ, "COLUMNS": "200", "LINES": "50", "TERM": "xterm"}
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, cwd=Path(__file__).parents[2]
    ) as running:
        os.close(theirs)
        shown = b"".join(iter(lambda: _read(ours), b""))
        code = running.wait()
    os.close(ours)
    return code, shown.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when nobody writes any more
        return b""


def slowly(play: Callable[[Request], Answer]) -> Callable[[Request], Answer]:
    return lambda request: streamed(play(request), pause=0.02)


def test_a_person_sees_the_work_go_on_and_a_stream_that_breaks(tmp_path: Path) -> None:
    def breaking(request: Request) -> Answer:
        if "Samverkan" in request.json["messages"][1]["content"]:
            return streamed(answered_well(request), 0.5, End.RESET)
        return slowly(answered_well)(request)

    folder = fault_folder(tmp_path)
    with Endpoint(breaking) as server:
        use(server, folder)
        code, shown = in_a_terminal([sys.executable, "-m", "drafter", "draft", str(folder)])
    assert code == 1
    assert "skrivs," in shown
    assert "av 3 avsnitt klara" in shown
    assert "Förbindelsen med" in shown
    assert "Kör om, eller se efter i serverns logg." in " ".join(shown.split())
    assert all(request.json["stream"] for request in server.requests)
    assert [one.state.value for one in sections_of(folder).values()] == [
        "skriven",
        "skriven",
        "reserv",
    ]
