"""A language model for the tests: an OpenAI-compatible server on loopback that plays a script.

It answers ``POST …/chat/completions`` under any prefix (Azure's too) from its script and
``GET …/models`` with a list, and keeps every request with the very bytes that arrived::

    with Endpoint([ok('{"meningar": []}')]) as endpoint:
        model = connect(profile_for(endpoint))
        ...
        assert "Sundin" not in endpoint.requests[0].text

It can also misbehave: stream an answer and stop half-way, hang up with a reset, speak TLS with a
certificate that nobody trusts.
"""

import json
import socket
import ssl
import struct
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
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


class End(Enum):
    """What the server does when it has sent what it has to send."""

    WHOLE = auto()
    CLOSE = auto()
    STALL = auto()
    RESET = auto()


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
    parts: tuple[bytes, ...] = ()  # the body piece by piece, with a pause before each
    pause: float = 0.0
    end: End = End.WHOLE


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


def reset() -> Answer:
    """The connection is torn down (RST) instead of answered."""
    return Answer(silent=True, end=End.RESET)


def stall() -> Answer:
    """No answer for as long as anybody cares to wait."""
    return Answer(silent=True, wait=FOREVER)


def stall_in_body() -> Answer:
    """The headers and the first bytes, then nothing."""
    whole = ok("Ett svar som aldrig kommer fram.").body
    return Answer(whole[:60], length=len(whole), end=End.STALL)


def streamed(answer: Answer, upto: float = 1.0, end: End = End.WHOLE, pause: float = 0.0) -> Answer:
    """A completion as server-sent events, some characters each: the share ``upto`` of them."""
    data = json.loads(answer.body)
    choice = data["choices"][0]
    text, reason = choice["message"]["content"] or "", choice["finish_reason"]
    said = [{"content": text[at : at + 12]} for at in range(0, len(text), 12)]
    events = [_event({"role": "assistant"}), *map(_event, said)]
    if upto < 1:
        return Answer(
            kind="text/event-stream",
            parts=tuple(events[: int(len(events) * upto)]),
            end=end,
            pause=pause,
        )
    usage = {"choices": [], "object": "chat.completion.chunk", "usage": data["usage"]}
    last = (_event({}, reason), b"data: %b\n\n" % json.dumps(usage).encode(), b"data: [DONE]\n\n")
    return Answer(kind="text/event-stream", parts=(*events, *last), end=end, pause=pause)


def _event(delta: Mapping[str, str], reason: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": reason}
    chunk = {"id": "1", "object": "chat.completion.chunk", "choices": [choice]}
    return b"data: %b\n\n" % json.dumps(chunk, ensure_ascii=False).encode()


def delay(seconds: float, answer: Answer) -> Answer:
    return replace(answer, wait=seconds)


def model_list(*names: str) -> Answer:
    return of_json({"object": "list", "data": [{"id": name, "object": "model"} for name in names]})


class Endpoint:
    """The server. A list of answers is played in order; a function may be called in parallel.

    ``tls`` makes it speak https with the certificate of that context.
    """

    def __init__(
        self,
        script: Sequence[Answer] | Play = (),
        models: Answer | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.requests: list[Request] = []
        self._play = script if callable(script) else _in_order(script)
        self._models = models or model_list(MODEL)
        self._closing = threading.Event()
        self._server = _Server(self, tls)
        self._scheme = "https" if tls else "http"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    @property
    def origin(self) -> str:
        return f"{self._scheme}://127.0.0.1:{self._server.server_port}"

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
        self.pause(answer.wait)
        return answer

    def pause(self, seconds: float) -> None:
        """Wait, but no longer than the server lives."""
        self._closing.wait(seconds)

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

    def __init__(self, endpoint: Endpoint, tls: ssl.SSLContext | None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.endpoint = endpoint
        if tls:
            self.socket = tls.wrap_socket(self.socket, server_side=True)

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
        self.close_connection = (
            answer.silent or answer.length is not None or answer.end is not End.WHOLE
        )
        if not answer.silent:
            self._send(answer)
        self._end(answer.end)

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        if answer.parts:
            self.send_header("Transfer-Encoding", "chunked")
        else:
            length = len(answer.body) if answer.length is None else answer.length
            self.send_header("Content-Length", str(length))
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        for part in _framed(answer):
            self.server.endpoint.pause(answer.pause)
            self.wfile.write(part)
            self.wfile.flush()

    def _end(self, end: End) -> None:
        self.wfile.flush()
        if end is End.STALL:
            self.server.endpoint.pause(FOREVER)
        if end is End.RESET:
            # Closed with no time to linger: what is unsent is thrown away, and RST is sent.
            linger = struct.pack("ii", 1, 0)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            self.connection.close()

    def log_message(self, *_: object) -> None:
        """Tests print nothing."""


def _framed(answer: Answer) -> Iterator[bytes]:
    """The body's pieces as HTTP sends them; only a whole body says that it is over."""
    if not answer.parts:
        yield answer.body
        return
    for part in answer.parts:
        yield b"%x\r\n%b\r\n" % (len(part), part)
    if answer.end is End.WHOLE:
        yield b"0\r\n\r\n"
