"""Questions into a file, and their answers out of one, in OpenAI's batch format.

OpenAI, Azure and vLLM (``vllm run-batch``) read such a file and write another with the answers, at
their own pace and over as many machines as they have.
"""

import hashlib
import json
import threading
from collections.abc import Mapping
from typing import Any

from drafter.errors import FinalError, LengthError
from drafter.llm.ladder import Terms
from drafter.llm.model import Hosted, Model
from drafter.llm.watch import Watch, as_sent, inspect
from drafter.nouns import Profile, Prompt, Reply

Replies = Mapping[str, Reply | None]
"""Answers by the id of their question; nothing where the question or answer was too long."""


class Outbox:
    """Takes down what would have been asked, and answers nothing. Safe from many threads."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.lines: dict[str, str] = {}
        self._lock = threading.Lock()

    def model(self, watch: Watch) -> Model:
        """The model for one report."""
        return _Absent(self, watch)

    def answer(self, prompt: Prompt, watch: Watch) -> Reply:
        """Take a question down, as it would have been sent, and say that there is no answer yet.

        Raises:
            LeakError: it holds what must not leave; it is not taken down.
            FinalError: always.
        """
        body = _body(prompt, self.profile)
        inspect(body, self.profile, watch)
        # Every report's own log tells of it, also where another has put the same question.
        watch.record(as_sent(body, self.profile, prompt.about))
        with self._lock:
            self.lines[_id(body)] = _line(body, self.profile)
        raise FinalError("Frågan ligger i filen och väntar på svar.")


class Inbox:
    """Answers what a file has the answers to."""

    def __init__(self, profile: Profile, replies: Replies) -> None:
        self.profile = profile
        self._replies = replies

    def model(self, watch: Watch) -> Model:
        """The model for one report."""
        return _Absent(self, watch)

    def answer(self, prompt: Prompt, watch: Watch) -> Reply:
        """The answer in the file.

        Raises:
            FinalError: there is none.
            LengthError: the question, or its answer, was too long.
        """
        key = _id(_body(prompt, self.profile))
        if key not in self._replies:
            raise FinalError(
                "Svaret finns inte i filen.",
                "Exportera på nytt med drafter batch --exportera, eller kör med modellen.",
            )
        reply = self._replies[key]
        if reply is None:
            raise LengthError("Underlaget är för långt för modellen.")
        return reply


class _Absent(Hosted):
    """A model that is not there: its answers come, if they come, by way of a box."""

    def __init__(self, box: Outbox | Inbox, watch: Watch) -> None:
        super().__init__(box.profile)
        self._box = box
        self._watch = watch

    def complete(self, prompt: Prompt) -> Reply:
        """Answer from the box."""
        return self._box.answer(prompt, self._watch)


def _body(prompt: Prompt, profile: Profile) -> bytes:
    """The body of the request, on the best terms that there are."""
    terms = Terms()
    settings = terms.settings(prompt)
    body: dict[str, Any] = {
        "model": profile.model,
        "messages": [{"role": one.role, "content": one.text} for one in terms.messages(prompt)],
        "temperature": settings["temperature"],
        **settings["extra_body"],
    }
    return json.dumps(body, ensure_ascii=False).encode()


def _id(body: bytes) -> str:
    """What a question is known by: no text that is not the same can have it."""
    return hashlib.sha256(body).hexdigest()


def _line(body: bytes, profile: Profile) -> str:
    path = "/chat/completions" if profile.api_version else "/v1/chat/completions"
    head = json.dumps({"custom_id": _id(body), "method": "POST", "url": path})
    return f'{head[:-1]}, "body": {body.decode()}}}'
