"""The log beside the draft: what was sent, where and when, for the data protection officer."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drafter.library import files
from drafter.nouns import Answered, Sent, now


@dataclass(frozen=True, slots=True)
class SentLog:
    """``.drafter/sant.jsonl``: one JSON object a line, for each thing that happened.

    A request is known by its SHA-256; its text is kept only when ``full_text`` is on. Nothing is
    ever taken away from the log: to weed it is the authority's own decision.
    """

    path: Path
    full_text: bool = False

    def record(self, event: Sent | Answered) -> None:
        """Write down what leaves, before it does, or that an answer came.

        Raises:
            OutputError: the log cannot be written.
        """
        self._add(_sent(event, self.full_text) if isinstance(event, Sent) else _answered(event))

    def confirm(self, lines: tuple[int, ...], reason: str) -> None:
        """Write down that a person let sensitive lines be sent, and why.

        Raises:
            OutputError: the log cannot be written.
        """
        self._add({"tid": now(), "handelse": "bekraftat", "rader": list(lines), "skal": reason})

    def _add(self, record: dict[str, Any]) -> None:
        line = json.dumps(record, ensure_ascii=False)
        files.append_private(self.path, f"{line}\n".encode())


def _sent(event: Sent, full_text: bool) -> dict[str, Any]:
    return {
        "tid": event.time,
        "handelse": "skickat",
        "vard": event.host,
        "klass": event.hosting,
        "modell": event.model,
        "avsnitt": event.about,
        "sha256": event.sha256,
        "byte": event.size,
        **({"text": event.body} if full_text else {}),
    }


def _answered(event: Answered) -> dict[str, Any]:
    return {
        "tid": event.time,
        "handelse": "svar",
        "avsnitt": event.about,
        "tecken": event.size,
        "tokens_in": event.input_tokens,
        "tokens_ut": event.output_tokens,
    }
