"""The address of an answer: the SHA-256 of what was asked, whatever numbers its lines have today.

A line that is put in at the top of the notes gives every line below it another number, and asks
nothing new. So lines are counted within the request, and an answer that was given to the same
request under other numbers is told in today's.
"""

import hashlib
import json
import re
from dataclasses import dataclass

from drafter.nouns import Prompt

_VERSION = 1
"""Changed when the same request no longer means the same."""

_PLACE = "\0"
"""Stands before a line's place within the request, which is no number of a line: what speaks of
another line is not to be taken for it."""

_CITED = re.compile(r'(?<!\\)("(?:rad|under)"\s*:\s*)(\d+)')
_TOLD = re.compile(r"(\b[Rr]ad(?:en|er|erna)? )(\d+(?:(?:, | och )\d+)*)")


@dataclass(frozen=True, slots=True)
class Address:
    """Where an answer is kept; ``lines`` are today's numbers of its lines, in its order."""

    key: str
    lines: tuple[int, ...]


def address_of(model: str, prompt: Prompt) -> Address:
    """The address of a model's answer to a prompt, which has been hidden already."""
    *asked, material = (message.text for message in prompt.messages)
    lines = tuple(dict.fromkeys(int(found[2]) for found in _CITED.finditer(material)))
    places = {line: f"{_PLACE}{at}" for at, line in enumerate(lines, 1)}
    request = {
        "version": _VERSION,
        "modell": model,
        "temperatur": 0,
        "schema": prompt.schema,
        "meddelanden": [*asked, _renumbered(material, places)],
    }
    canonical = json.dumps(request, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Address(hashlib.sha256(canonical.encode()).hexdigest(), lines)


def told_in(text: str, then: tuple[int, ...], now: tuple[int, ...]) -> str:
    """An answer whose lines had some numbers then, with the numbers that they have now."""
    if then == now:
        return text
    return _cited_anew(text, dict(zip(then, map(str, now), strict=True)))


def _renumbered(text: str, places: dict[int, str]) -> str:
    """Material with its lines counted within it, also where a fault speaks of them."""
    cited = _cited_anew(text, places)
    return _TOLD.sub(lambda found: found[1] + _numbers_anew(found[2], places), cited)


def _cited_anew(text: str, places: dict[int, str]) -> str:
    return _CITED.sub(lambda found: found[1] + _numbers_anew(found[2], places), text)


def _numbers_anew(text: str, places: dict[int, str]) -> str:
    return re.sub(r"\d+", lambda found: places.get(int(found[0]), found[0]), text)
