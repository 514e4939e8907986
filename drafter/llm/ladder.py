"""How an endpoint is asked for JSON: bound to the schema, bound to JSON, or only by words.

Weak servers refuse a ``response_format`` that they do not know. The ladder goes one step down for
each refusal; what an endpoint once accepted holds for the rest of the run. Other parameters that
a server refuses by name are left out.
"""

import json
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from drafter.nouns import Message, Prompt

_TOLD = """Svara med ett enda JSON-objekt och inget annat: ingen inledning och inga kodstaket.
Objektet ska följa detta JSON-schema:
"""


class Rung(IntEnum):
    """What the server is asked to guarantee: the schema, JSON of any shape, or nothing."""

    SCHEMA = 0
    OBJECT = 1
    WORDS = 2


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms on which an endpoint is asked.

    ``cold`` is temperature 0; reasoning models refuse every temperature but their own.
    ``bounded`` names the parameter that bounds the answer's length: newer models refuse the old
    one. ``streamed`` lets the answer come piece by piece.
    """

    rung: Rung = Rung.SCHEMA
    cold: bool = True
    streamed: bool = False
    bounded: str = "max_tokens"

    def below(self, refused: str) -> "Terms | None":
        """The next terms to try, or nothing at the bottom.

        ``refused`` is the parameter that the server said no to, empty where it named none.
        """
        if refused == "temperature" and self.cold:
            return replace(self, cold=False)
        if refused == "max_tokens" == self.bounded:
            return replace(self, bounded="max_completion_tokens")
        if refused in ("stream", "stream_options") and self.streamed:
            return replace(self, streamed=False)
        if self.rung is not Rung.WORDS:
            return replace(self, rung=Rung(self.rung + 1))
        # Nothing says that it was the form that was refused: begin again, in one piece.
        return replace(self, rung=Rung.SCHEMA, streamed=False) if self.streamed else None

    def messages(self, prompt: Prompt) -> tuple[Message, ...]:
        """The prompt's messages; a server that is not bound to the schema is told it."""
        if self.rung is Rung.SCHEMA:
            return prompt.messages
        last = max(i for i, message in enumerate(prompt.messages) if message.role == "user")
        schema = json.dumps(prompt.schema, ensure_ascii=False)
        told = Message("user", f"{prompt.messages[last].text}\n\n{_TOLD}{schema}")
        return (*prompt.messages[:last], told, *prompt.messages[last + 1 :])

    def settings(self, prompt: Prompt, longest: int = 0) -> dict[str, Any]:
        """What goes into the request beside the messages.

        ``longest`` is how many tokens the answer may take at most; 0: as many as it likes.
        """
        settings: dict[str, Any] = {"temperature": 0} if self.cold else {}
        if self.streamed:
            settings["stream_usage"] = True
        body: dict[str, Any] = {self.bounded: longest} if longest else {}
        if self.rung is not Rung.WORDS:
            body["response_format"] = self._response_format(prompt)
        return {**settings, "extra_body": body} if body else settings

    def _response_format(self, prompt: Prompt) -> dict[str, Any]:
        if self.rung is Rung.OBJECT:
            return {"type": "json_object"}
        schema = {"name": prompt.name, "strict": True, "schema": dict(prompt.schema)}
        return {"type": "json_schema", "json_schema": schema}
