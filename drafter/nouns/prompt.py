"""One question to a language model, and what came back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a prompt, as the chat protocol names its roles."""

    role: Literal["system", "user"]
    text: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question: its messages, and the JSON schema ``name`` that the answer must follow.

    ``about`` is what is asked for, in the log's words: the heading of a section. ``divisible``
    tells that it can be asked in parts, should it be too long for the model.
    """

    name: str
    messages: tuple[Message, ...]
    schema: Mapping[str, Any]
    about: str = ""
    divisible: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it came: raw text, why the model stopped, and tokens used (0: not told)."""

    text: str
    finish_reason: str
    input_tokens: int = 0
    output_tokens: int = 0
