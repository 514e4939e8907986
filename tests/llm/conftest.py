"""What every test of a language model needs."""

import pytest

from drafter.nouns import Message, Prompt


@pytest.fixture
def prompt() -> Prompt:
    schema = {
        "type": "object",
        "properties": {"meningar": {"type": "array", "items": {"type": "string"}}},
        "required": ["meningar"],
        "additionalProperties": False,
    }
    messages = (Message("system", "Skriv på svenska."), Message("user", '{"rad": 4, "text": "Å"}'))
    return Prompt("skriv", messages, schema)
