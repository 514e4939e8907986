"""A language model for the tests: an OpenAI-compatible server on loopback that plays a script.

It answers ``POST …/chat/completions`` under any prefix (Azure's too) from its script and
``GET …/models`` with a list, and keeps every request with the very bytes that arrived::

    with Endpoint([ok('{"meningar": []}')]) as endpoint:
        model = connect(profile_for(endpoint))
        ...
        assert "Sundin" not in endpoint.requests[0].text
"""

import json
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from drafter.nouns import Hosting, Profile

MODEL = "provmodell"
FOREVER = 3600.0


@dataclass(frozen=True)
class Request:
    """One request as it arrived; ``path`` has its query."""

    method: str
    path: str
    headers: Mapping[str, str]
    raw: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.raw)

    @property
    def text(self) -> str:
        """Everything that left: the line, the headers and the body, its escapes undone."""
        body = json.dumps(self.json, ensure_ascii=False) if self.raw else ""
        return f"{self.method} {self.path}\n{dict(self.headers)}\n{body}"


@dataclass(frozen=True)
class Answer:
    """What the server does: wait, then send, then perhaps hang up."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    kind: str = "application/json"
    wait: float = 0.0
    length: int | None = None  # what Content-Length claims, when it is not the body's own length
    silent: bool = False


Play = Callable[[Request], Answer]


def of_json(data: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Answer:
    return Answer(json.dumps(data, ensure_ascii=False).encode(), status, headers or {})


def ok(
    text: str | None, finish_reason: str | None = "stop", usage: Any = None, **more: Any
) -> Answer:
    """A completion; ``more`` goes into the message (``refusal="Nej."``)."""
    message = {"role": "assistant", "content": text, **more}
    choice = {"index": 0, "message": message, "finish_reason": finish_reason}
    return of_json({"id": "1", "object": "chat.completion", "choices": [choice], "usage": usage})


def status(
    status: int, message: str = "", headers: Mapping[str, str] | None = None, **error: Any
) -> Answer:
    """An error in OpenAI's form; ``error`` gives its ``code``, ``type`` and ``param``."""
    return of_json({"error": {"message": message, **error}}, status, headers)


def html(code: int = 200) -> Answer:
    return Answer("<html><title>Välkommen</title></html>".encode(), code, kind="text/html")


def empty_choices() -> Answer:
    return of_json({"object": "chat.completion", "choices": []})


def cut_json() -> Answer:
    """A complete HTTP answer whose JSON stops half-way."""
    return Answer(ok("Ett svar som aldrig tar slut.").body[:60])


def cut_body() -> Answer:
    """Fewer bytes than promised, then the line goes dead."""
    whole = ok("Ett svar som aldrig kommer fram.").body
    return Answer(whole[:60], length=len(whole))


def close_connection() -> Answer:
    return Answer(silent=True)


def stall() -> Answer:
    """No answer for as long as anybody cares to wait."""
    return Answer(silent=True, wait=FOREVER)


def delay(seconds: float, answer: Answer) -> Answer:
    return replace(answer, wait=seconds)


def model_list(*names: str) -> Answer:
    return of_json({"object": "list", "data": [{"id": name, "object": "model"} for name in names]})


class Endpoint:
    """The server. A list of answers is played in order; a function may be called in parallel."""

    def __init__(self, script: Sequence[Answer] | Play = (), models: Answer | None = None) -> None:
        self.requests: list[Request] = []
        self._play = script if callable(script) else _in_order(script)
        self._models = models or model_list(MODEL)
        self._closing = threading.Event()
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def url(self) -> str:
        return f"{self.origin}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def answer(self, request: Request) -> Answer:
        """Log a request, find its answer and wait as long as it says."""
        self.requests.append(request)
        answer = self._choose(request)
        self._closing.wait(answer.wait)
        return answer

    def _choose(self, request: Request) -> Answer:
        path = request.path.partition("?")[0]
        if request.method == "GET" and path.endswith("/models"):
            return self._models
        if request.method == "POST" and path.endswith("/chat/completions"):
            return self._play(request)
        return status(404, "no such path")


def profile_for(endpoint: Endpoint, **changes: Any) -> Profile:
    """A profile of the endpoint; impatient, so that a test that hangs soon fails."""
    profile = Profile("prov", endpoint.url, MODEL, Hosting.LOCAL, timeout=5.0)
    return replace(profile, **changes)


def _in_order(answers: Sequence[Answer]) -> Play:
    rest, turn = iter(answers), threading.Lock()

    def play(_: Request) -> Answer:
        with turn:
            return next(rest, status(418, "the script is over"))

    return play


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, endpoint: Endpoint) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.endpoint = endpoint

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that gave up is what many tests are about; a script that broke is not."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # headers and body leave in one write
    server: _Server

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def _serve(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer = self.server.endpoint.answer(Request(self.command, self.path, headers, raw))
        self.close_connection = answer.silent or answer.length is not None
        if not answer.silent:
            self._send(answer)

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        length = len(answer.body) if answer.length is None else answer.length
        self.send_header("Content-Length", str(length))
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, *_: object) -> None:
        """Tests print nothing."""
