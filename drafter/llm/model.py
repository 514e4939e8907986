"""What drafter asks of a language model."""

from typing import Protocol

from drafter.nouns import Prompt, Reply


class Model(Protocol):
    """Anything that answers a prompt. ``name`` and ``host`` go into the draft's record."""

    @property
    def name(self) -> str:
        """The model's name as the endpoint knows it."""

    @property
    def host(self) -> str:
        """The host that prompts are sent to."""

    @property
    def parallel(self) -> int:
        """How many prompts may be under way at the same time."""

    def complete(self, prompt: Prompt) -> Reply:
        """Answer one prompt.

        Raises:
            EndpointError: no prompt can be answered (unreachable, refused, unknown model).
            AnswerError: this one was not answered in a usable way.
        """
