"""The files of OpenAI's batch format on disk: questions, one JSON object a line, and answers."""

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from drafter.errors import BatchError, DrafterError, OutputError
from drafter.library import files, shapes
from drafter.nouns import Reply
from drafter.text.too_long import says_too_long

_TOO_LONG = ("context_length_exceeded", "exceed_context_size_error")


@dataclass(frozen=True, slots=True)
class _Message:
    content: str | None = None
    refusal: str | None = None


@dataclass(frozen=True, slots=True)
class _Choice:
    message: _Message
    finish_reason: str | None = None


@dataclass(frozen=True, slots=True)
class _Usage:
    prompt_tokens: int = 0
    completion_tokens: int = 0


@dataclass(frozen=True, slots=True)
class _Body:
    choices: tuple[_Choice, ...] = ()
    usage: _Usage | None = None
    error: Any = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class _Response:
    """``body`` is a text where a server had no better way to say what was wrong."""

    status_code: int = 200
    body: _Body | str | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    custom_id: str
    response: _Response | None = None
    error: Any = None


@dataclass(frozen=True, slots=True)
class Answers:
    """What a file of answers holds: by question, and how many could not be used.

    Nothing stands for a question that was too long, or whose answer was.
    """

    by_question: dict[str, Reply | None]
    unusable: int


_QUESTION = b'{"custom_id": "'
"""How a file of questions begins, as drafter writes it."""


def check_questions(path: Path) -> None:
    """See, before any work is done, that questions can be written and replace nobody's work.

    Raises:
        OutputError: the place cannot be written, or the file there is no earlier export.
    """
    if path.is_dir():
        raise OutputError(f"{path.name} är en mapp.", "Ange en fil efter --exportera.", path)
    files.check_writable(path)
    if path.exists() and not _is_replaceable(files.read_bytes(path, OutputError)):
        message = f"{path.name} finns redan, är ingen tidigare export och skrivs inte över."
        raise OutputError(message, "Ange en annan fil efter --exportera.", path)


def _is_replaceable(data: bytes) -> bool:
    """Whether a file holds questions, or nothing at all, as where no question was left."""
    return not data or data.startswith(_QUESTION)


def write_questions(path: Path, lines: Iterable[str]) -> None:
    """Write questions, whole or not at all, for nobody else to read.

    Raises:
        OutputError: the file cannot be written.
    """
    text = "".join(f"{line}\n" for line in lines)
    files.write_whole(path, text.encode(), 0o600)


def read_answers(path: Path) -> Answers:
    """Read a file of answers; lines in any order, and several files put together, will do.

    Raises:
        BatchError: it cannot be read, or a line of it is no answer.
    """
    found: dict[str, Reply | None] = {}
    unusable = 0
    for number, text in enumerate(files.read_lines(path, BatchError), 1):
        if not text.strip():
            continue
        failure = partial(_malformed, path, number)
        line = shapes.read_json(text.removeprefix(codecs.BOM_UTF8), _Line, failure)
        if not line.response and not line.error:
            raise failure("nyckeln »response« saknas")
        if _is_too_long(line):
            found[line.custom_id] = None
        elif reply := _reply(line):
            found[line.custom_id] = reply
        else:
            unusable += 1
    return Answers(found, unusable)


def _reply(line: _Line) -> Reply | None:
    """The answer of a line; nothing where it failed, was filtered, declined or broken off."""
    body = _body(line)
    if not body or not line.response or line.response.status_code != 200 or not body.choices:
        return None
    choice, usage = body.choices[0], body.usage or _Usage()
    text = choice.message.content or ""
    if choice.finish_reason != "stop" or choice.message.refusal or not text.strip():
        return None
    return Reply(text, "stop", usage.prompt_tokens, usage.completion_tokens)


def _body(line: _Line) -> _Body | None:
    body = line.response.body if line.response else None
    return body if isinstance(body, _Body) else None


def _is_too_long(line: _Line) -> bool:
    body = _body(line)
    if body and body.choices:
        return body.choices[0].finish_reason == "length"
    return any(one in _TOO_LONG or says_too_long(one) for one in _faults(line))


def _faults(line: _Line) -> Iterator[str]:
    """What a line tells of what went wrong: codes, types and words, as servers put them."""
    body = _body(line)
    for one in (line.error, *((body.error, body.message) if body else ())):
        told = map(one.get, ("code", "type", "message")) if isinstance(one, dict) else (one,)
        yield from (said for said in told if isinstance(said, str))


def _malformed(path: Path, number: int, what: str) -> DrafterError:
    message = f"{path.name}, rad {number}, är inget svar i OpenAI:s batchformat: {what}."
    return BatchError(message, "Ange filen med svar, inte den med frågor.", path, number)
