"""A model that never sees a name: prompts are hidden on their way out, and answers restored.

Steps think in real names. Whichever step asks, and whatever it asks, goes through here.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from drafter.errors import AnswerError
from drafter.llm.model import Behind, Model
from drafter.nouns import Message, Prompt, Reply
from drafter.text.numbering import Numbering
from drafter.text.placeholders import CLOSE, OPEN
from drafter.text.veil import Veil


class Private(Behind):
    """A model behind a veil. Safe to use from many threads."""

    def __init__(self, model: Model, veil: Veil) -> None:
        super().__init__(model)
        self._veil = veil

    def complete(self, prompt: Prompt) -> Reply:
        """Answer one prompt with the names back in their places.

        Raises:
            EndpointError: no prompt can be answered.
            AnswerError: this one was not answered in a usable way, or the answer names somebody
                whom nobody has mentioned.
        """
        hidden, numbering = disguise(prompt, self._veil)
        reply = self._model.complete(hidden)
        return replace(reply, text=restored(reply.text, numbering))


def disguise(prompt: Prompt, veil: Veil) -> tuple[Prompt, Numbering]:
    """The prompt as it leaves, whatever its messages hold, and what takes its answer back."""
    numbering = Numbering(veil.labels)
    hidden = (_hidden_message(one, veil, numbering) for one in prompt.messages)
    return replace(prompt, messages=tuple(hidden)), numbering


def _hidden_message(message: Message, veil: Veil, numbering: Numbering) -> Message:
    """A system message is never taken back, so the ⟦ that it speaks of itself needs no escape."""
    text = numbering.renumbered("\n".join(_hidden_parts(message.text, veil)))
    return replace(
        message, text=text.replace(OPEN + CLOSE, OPEN) if message.role == "system" else text
    )


def _hidden_parts(text: str, veil: Veil) -> Iterator[str]:
    """A message's JSON lines, hidden value by value, and the text between them, hidden whole.

    A name may be split over two lines of a text; in JSON its escapes must not get in the way.
    """
    lines = ((line, _record(line)) for line in text.split("\n"))
    for is_text, run in groupby(lines, key=lambda pair: pair[1] is None):
        if is_text:
            yield veil.hide("\n".join(line for line, _ in run))
        else:
            for _, record in run:
                told = _mapped(record, veil)
                yield json.dumps(told, ensure_ascii=False, separators=(", ", ": "))


def _record(line: str) -> dict[str, Any] | None:
    """What a line says when it is a JSON object."""
    try:
        found = json.loads(line) if line.startswith("{") else None
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _mapped(value: Any, veil: Veil) -> Any:
    """A JSON value with every string in it hidden; keys are drafter's own."""
    if isinstance(value, str):
        return veil.hide(value)
    if isinstance(value, list):
        return [_mapped(one, veil) for one in value]
    if isinstance(value, dict):
        return {key: _mapped(one, veil) for key, one in value.items()}
    return value


_PARTS = re.compile(r'\A\s*<think>.*?</think>|"(?:[^"\\]|\\.)*"', re.DOTALL)
"""What a model thinks aloud before it answers, and the strings of its answer."""


def restored(text: str, numbering: Numbering) -> str:
    """An answer with the names back in its JSON strings.

    Raises:
        AnswerError: a placeholder that the model was never given: it invented a person.
    """
    return _PARTS.sub(lambda part: _restored_string(part[0], numbering), text)


def _restored_string(literal: str, numbering: Numbering) -> str:
    if not literal.startswith('"'):
        return literal
    try:
        said = json.loads(literal, strict=False)
    except ValueError:  # not JSON; whoever reads the answer will say so
        return literal
    back = numbering.restore(said)
    if back.unknown:
        raise AnswerError(
            f"Svaret nämner någon som inte finns i underlaget ({back.unknown[0]}).",
            "Kör om, eller välj en modell som är bättre på att hålla sig till anteckningarna.",
        )
    return literal if back.text == said else json.dumps(back.text, ensure_ascii=False)
