"""An OpenAI-compatible server on loopback with a model's time and none of its wit.

``python -m benchmarks.speed.server --log FILE`` prints its address and serves until it is ended.
A request waits for a slot, then for its first token, then for its last; ``stand_in.py`` says what
it gets. Prefixes count as cached from the moment an earlier request with them had its first token.
"""

import argparse
import asyncio
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from benchmarks.speed import tokens
from benchmarks.speed.latency import NAME, Latency, names
from benchmarks.speed.log import Entry
from benchmarks.speed.stand_in import StandIn

TICK = 0.05
"""Seconds between two pieces of a streamed answer: a real server's tokens, in handfuls."""
_FOREVER = 1 << 40


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer on its way: what it is to, and how many of that prompt's tokens were known.

    It has a slot at ``start``, its first token at ``first`` and its last at ``end``.
    """

    request: Mapping[str, Any]
    prompt: str
    text: str
    cached: int
    start: float
    first: float
    end: float

    @property
    def streamed(self) -> bool:
        """Whether it goes out as it is written."""
        return bool(self.request.get("stream"))

    @property
    def usage(self) -> dict[str, Any]:
        """The tokens as the protocol tells them."""
        read, written = tokens.count(self.prompt), tokens.count(self.text)
        return {
            "prompt_tokens": read,
            "completion_tokens": written,
            "total_tokens": read + written,
            "prompt_tokens_details": {"cached_tokens": self.cached},
        }

    def written(self) -> int:
        """How many characters of it are written by now."""
        now, size = time.monotonic(), len(self.text)
        return size if now >= self.end else int(size * (now - self.first) / (self.end - self.first))


class Server:
    """The model's clock, its slots and its memory. ``log`` gets a line for each answer."""

    def __init__(self, latency: Latency, stand_in: StandIn, log: TextIO) -> None:
        self._latency = latency
        self._stand_in = stand_in
        self._log = log
        self._slots = asyncio.Semaphore(latency.slots)
        self._cache = tokens.PrefixCache(latency.block, latency.cache)
        self._seen = tokens.PrefixCache(latency.block, _FOREVER)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection until it is closed."""
        try:
            while request := await _read(reader):
                await self._answer(request, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client gave up
        finally:
            writer.close()

    async def _answer(self, request: Mapping[str, Any], writer: asyncio.StreamWriter) -> None:
        if "messages" not in request:
            models = {"object": "list", "data": [{"id": NAME, "object": "model"}]}
            return await _send(writer, models)
        arrival = time.monotonic()
        prompt = tokens.prompt_text(request, self._latency.schema)
        shared = self._seen.find(prompt)
        self._seen.remember(prompt)
        text = self._stand_in.answer(request)
        async with self._slots:
            reply = self._begun(request, prompt, text)
            await _until(reply.first)
            self._cache.remember(prompt)
            await (_stream(writer, reply) if reply.streamed else _until(reply.end))
        # Written down before the answer is whole: who has it may read the log at once.
        self._write_down(reply, arrival, shared)
        await (_end_stream if reply.streamed else _whole)(writer, reply)

    def _begun(self, request: Mapping[str, Any], prompt: str, text: str) -> Reply:
        """The reply to a request that has just got its slot."""
        start = time.monotonic()
        cached = self._cache.find(prompt)
        first = start + self._latency.first_token(tokens.count(prompt) - cached)
        end = first + self._latency.writing(tokens.count(text))
        return Reply(request, prompt, text, cached, start, first, end)

    def _write_down(self, reply: Reply, arrival: float, shared: int) -> None:
        entry = Entry(
            kind=_kind(reply.request),
            arrival=arrival,
            start=reply.start,
            first=reply.first,
            end=time.monotonic(),
            prompt=tokens.count(reply.prompt),
            cached=reply.cached,
            shared=shared,
            completion=tokens.count(reply.text),
            parts=tokens.parts(reply.request, self._latency.schema),
        )
        self._log.write(f"{entry.as_line()}\n")
        self._log.flush()


def _kind(request: Mapping[str, Any]) -> str:
    """What is asked for: plain text, a sentence to mend, or a section."""
    if request.get("metadata", {}).get("tokens"):
        return "text"
    asked = (one["content"] for one in request["messages"] if one["role"] == "user")
    found = (record for text in asked for record in tokens.records(text))
    return "mening" if any("mening" in record for record in found) else "avsnitt"


async def _until(moment: float) -> None:
    await asyncio.sleep(max(0.0, moment - time.monotonic()))


async def _whole(writer: asyncio.StreamWriter, reply: Reply) -> None:
    message = {"role": "assistant", "content": reply.text}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    await _send(writer, _body("chat.completion", [choice]) | {"usage": reply.usage})


async def _stream(writer: asyncio.StreamWriter, reply: Reply) -> None:
    """The answer as server-sent events, a handful of tokens at a time."""
    writer.write(_head("text/event-stream", "Transfer-Encoding: chunked"))
    text, sent, upto = reply.text, 0, tokens.CHARACTERS
    while sent < len(text):
        await _event(writer, _piece({"content": text[sent:upto]}))
        sent = upto
        await _until(min(reply.end, time.monotonic() + TICK))
        upto = reply.written()


async def _end_stream(writer: asyncio.StreamWriter, reply: Reply) -> None:
    await _event(writer, _piece({}, "stop"))
    if reply.request.get("stream_options", {}).get("include_usage"):
        await _event(writer, _body("chat.completion.chunk", []) | {"usage": reply.usage})
    await _event(writer, None)
    writer.write(b"0\r\n\r\n")
    await writer.drain()


def _body(kind: str, choices: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": "1", "object": kind, "created": 0, "model": NAME, "choices": choices}


def _piece(delta: dict[str, str], reason: str | None = None) -> dict[str, Any]:
    return _body("chat.completion.chunk", [{"index": 0, "delta": delta, "finish_reason": reason}])


async def _event(writer: asyncio.StreamWriter, data: dict[str, Any] | None) -> None:
    told = "[DONE]" if data is None else json.dumps(data, ensure_ascii=False)
    raw = f"data: {told}\n\n".encode()
    writer.write(f"{len(raw):x}\r\n".encode() + raw + b"\r\n")
    await writer.drain()


async def _send(writer: asyncio.StreamWriter, data: dict[str, Any]) -> None:
    raw = json.dumps(data, ensure_ascii=False).encode()
    writer.write(_head("application/json", f"Content-Length: {len(raw)}") + raw)
    await writer.drain()


def _head(kind: str, length: str) -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{length}\r\n\r\n".encode()


async def _read(reader: asyncio.StreamReader) -> dict[str, Any] | None:
    """The body of the next request, empty when it has none; nothing when there is no more."""
    head = await reader.readuntil(b"\r\n\r\n") if not reader.at_eof() else b""
    if not head:
        return None
    rows = head.decode("latin-1").lower().split("\r\n")
    size = next((int(row.split(":")[1]) for row in rows if row.startswith("content-length:")), 0)
    return dict(json.loads(await reader.readexactly(size))) if size else {"": ""}


async def run(latency: Latency, faulty: float, log: Path) -> None:
    """Print the address and serve until the process is ended."""
    with log.open("w", encoding="utf-8") as file:
        server = Server(latency, StandIn(faulty), file)
        listener = await asyncio.start_server(server.serve, "127.0.0.1", 0, limit=1 << 24)
        print(f"http://127.0.0.1:{listener.sockets[0].getsockname()[1]}/v1", flush=True)
        await listener.serve_forever()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.server")
    parser.add_argument("--log", type=Path, required=True, help="where each answer is written down")
    parser.add_argument("--server", choices=names(), default="local", help="as in latency.toml")
    parser.add_argument("--scale", type=float, default=1.0, help="multiplies all times")
    parser.add_argument("--faulty", type=float, default=0.0, help="share of sentences to mend")
    told = parser.parse_args()
    asyncio.run(run(Latency.of(told.server).scaled(told.scale), told.faulty, told.log))


if __name__ == "__main__":
    main()
