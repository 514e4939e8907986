"""An onlooker at the server: finds names and numbers in the very bytes that arrived.

Written without a look at how drafter hides them, and on purpose in another way: it undoes every
escape that it can think of, throws away all that is no letter or digit, and looks.
"""

import html
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from urllib.parse import unquote_plus

from tests.endpoint import Request


def seen(requests: Iterable[Request], names: Iterable[str], numbers: Iterable[str]) -> list[str]:
    """The names, parts of names and numbers that the requests show."""
    texts = {flat for request in requests for flat in map(_flat, _readings(request))}
    wanted = {part for name in names for part in _parts(name)}
    found = [part for part in wanted if any(_says(text, part) for text in texts)]
    digits = {re.sub(r"\D", "", text) for text in texts}
    return sorted(found + [one for one in numbers if _digits(one) in "\n".join(digits)])


def _readings(request: Request) -> Iterator[str]:
    """The request as it stands, and as it reads with one kind of escape after another undone."""
    body = request.raw.decode("utf-8")
    whole = "\n".join((request.path, *(f"{k}: {v}" for k, v in request.headers.items()), body))
    yield from (whole, unquote_plus(whole), html.unescape(whole))
    yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), whole)
    if body:
        yield from _strings(json.loads(body))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = [*value.keys(), *value.values()]
    if isinstance(value, list):
        for one in value:
            yield from _strings(one)
    if isinstance(value, str):
        yield value
        for line in value.split("\n"):
            if line.startswith("{"):
                yield from _strings(json.loads(line))


def _flat(text: str) -> str:
    """Composed, in small letters, without invisible characters; one blank for all else."""
    composed = unicodedata.normalize("NFKC", text).casefold()
    visible = "".join(one for one in composed if unicodedata.category(one) != "Cf")
    return f" {re.sub(r'[^a-zà-öø-ÿ0-9]+', ' ', visible)} "


def _parts(name: str) -> Iterator[str]:
    """The full name, and every part of it that is no particle."""
    words = _flat(name).split()
    yield " ".join(words)
    yield from (word for word in words if len(word) > 1 and word not in ("von", "af", "de"))


def _says(text: str, part: str) -> bool:
    """Whole, also in the genitive; long ones also inside another word."""
    return f" {part} " in text or f" {part}s " in text or (len(part) > 5 and part in text)


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
