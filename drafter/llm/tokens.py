"""How many tokens a prompt and its answer take, before any server has counted them.

No tokenizer is at hand for most models, and the common ones are downloaded. Swedish takes about
three characters a token in the vocabularies of today's models.
"""

import json
from dataclasses import dataclass

from drafter.nouns import Prompt

_CHARACTERS = 3
_BYTES_AT_LEAST = 2
"""No usual vocabulary takes more than a token for two bytes of Swedish text."""

_ANSWER = 2
"""An answer quotes its lines and says them again, so it is about twice as long as they are."""
_ANSWER_FRAME = 40
_ANSWER_AT_LEAST, _ANSWER_ROOM = 600, 4


@dataclass(frozen=True, slots=True)
class Need:
    """Tokens that a prompt takes: sent, and received in answer."""

    sent: int
    received: int

    @property
    def total(self) -> int:
        """Both together."""
        return self.sent + self.received


def expected(prompt: Prompt) -> Need:
    """What a prompt will probably take."""
    return Need(_length(_text(prompt)), _ANSWER_FRAME + _ANSWER * _length(_material(prompt)))


def most(prompt: Prompt) -> Need:
    """What a prompt can take at most; an answer is never allowed to be longer."""
    sent = len(_text(prompt).encode()) // _BYTES_AT_LEAST
    return Need(sent, _ANSWER_AT_LEAST + _ANSWER_ROOM * _length(_material(prompt)))


def _length(text: str) -> int:
    return -(-len(text) // _CHARACTERS)


def _text(prompt: Prompt) -> str:
    said = "\n".join(message.text for message in prompt.messages)
    return said + json.dumps(prompt.schema, ensure_ascii=False)


def _material(prompt: Prompt) -> str:
    """What the answer is made from: the last message."""
    return prompt.messages[-1].text
