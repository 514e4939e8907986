"""What drafter asks of a language model."""

from typing import Protocol

from drafter.nouns import Profile, Prompt, Reply


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


class Hosted:
    """What is known of a model from its profile."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile

    @property
    def name(self) -> str:
        """The model's name as the endpoint knows it."""
        return self._profile.model

    @property
    def host(self) -> str:
        """The host that prompts are sent to."""
        return self._profile.host

    @property
    def parallel(self) -> int:
        """How many prompts may be under way at the same time."""
        return self._profile.parallel


class Behind:
    """What is known of a model that stands behind something: the same as of itself."""

    def __init__(self, model: Model) -> None:
        self._model = model

    @property
    def name(self) -> str:
        """The model's name as the endpoint knows it."""
        return self._model.name

    @property
    def host(self) -> str:
        """The host that prompts are sent to."""
        return self._model.host

    @property
    def parallel(self) -> int:
        """How many prompts may be under way at the same time."""
        return self._model.parallel
