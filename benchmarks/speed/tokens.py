"""Tokens by a stated rule, what a request spends them on, and the server's memory of prefixes.

A token is three characters. Tokenizers differ, and none comes along; Swedish prose and JSON lie at
three to three and a half in those of the usual open models. Only ratios are told of these figures.
"""

import json
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

CHARACTERS = 3
"""How many characters make a token."""


def count(text: str) -> int:
    """The tokens of a text, begun ones counted as whole."""
    return -(-len(text) // CHARACTERS)


def records(text: str) -> Iterator[dict[str, Any]]:
    """The JSON objects that stand on lines of their own."""
    for line in text.split("\n"):
        if line.startswith("{"):
            yield json.loads(line)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a prompt's tokens are spent on: the rules, the question, the note lines, the schema."""

    system: int = 0
    question: int = 0
    lines: int = 0
    schema: int = 0


def schema_of(request: Mapping[str, Any]) -> str:
    """The JSON schema that a request binds its answer to; empty when it binds it to none."""
    schema = request.get("response_format", {}).get("json_schema", {}).get("schema")
    return json.dumps(schema, ensure_ascii=False) if schema else ""


def parts(request: Mapping[str, Any], with_schema: bool) -> Parts:
    """What the tokens of a chat request are spent on."""
    system = "".join(one["content"] for one in request["messages"] if one["role"] == "system")
    asked = "\n".join(one["content"] for one in request["messages"] if one["role"] != "system")
    rows = asked.split("\n")
    lines = "\n".join(row for row in rows if row.startswith("{"))
    question = "\n".join(row for row in rows if not row.startswith("{"))
    schema = schema_of(request) if with_schema else ""
    return Parts(count(system), count(question), count(lines), count(schema))


def prompt_text(request: Mapping[str, Any], with_schema: bool) -> str:
    """A request as the model reads it: the schema, which never changes, and then the messages."""
    told = (f"<{one['role']}>{one['content']}" for one in request["messages"])
    return "".join((schema_of(request) if with_schema else "", *told))


class PrefixCache:
    """Which beginnings of prompts the server remembers, in whole blocks, the latest used.

    A block is known by the whole text before it, so what is found is always one unbroken prefix.
    """

    def __init__(self, block: int, capacity: int) -> None:
        self._block = block
        self._blocks = capacity // block
        self._known: OrderedDict[int, None] = OrderedDict()

    def find(self, text: str) -> int:
        """How many tokens of a prompt are remembered."""
        found = 0
        for key in self._keys(text):
            if key not in self._known:
                break
            self._known.move_to_end(key)
            found += self._block
        return found

    def remember(self, text: str) -> None:
        """Keep a prompt; what was used longest ago is forgotten when there is no room."""
        for key in self._keys(text):
            self._known[key] = None
            self._known.move_to_end(key)
        while len(self._known) > self._blocks:
            self._known.popitem(last=False)

    def _keys(self, text: str) -> Iterator[int]:
        size = self._block * CHARACTERS
        key = 0
        for end in range(size, len(text) + 1, size):
            key = hash((key, text[end - size : end]))
            yield key
