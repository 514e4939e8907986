"""What all who ask the same endpoint share: its pace, its terms, its state and what was spent."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from drafter.errors import EndpointError
from drafter.llm.ladder import Terms
from drafter.llm.model import Model
from drafter.llm.pace import Pace
from drafter.llm.purse import Purse
from drafter.llm.watch import Watch
from drafter.nouns import Profile

_ENOUGH = 3
"""How many questions in a row must fail before nobody asks an endpoint again in this run."""

Heard = Callable[[str, int, int], None]
"""Told, while an answer comes, what it is about, and the tokens so far and expected."""


class Service:
    """One endpoint as a run knows it: one for a draft, one for all the drafts of a batch.

    ``heard`` is told of answers as they come; without it they are not streamed.
    """

    def __init__(self, profile: Profile, heard: Heard | None = None) -> None:
        self.profile = profile
        self.heard = heard
        self.pace = Pace(profile.limits)
        self.purse = Purse(profile)
        # Replaced whole, never changed: threads that race only learn the same thing twice.
        self.terms = Terms(streamed=heard is not None)
        self._slots = threading.BoundedSemaphore(profile.parallel)
        self._failures: tuple[EndpointError, ...] = ()

    def model(self, watch: Watch) -> Model:
        """The endpoint's model for one report; ``watch`` looks at everything that leaves.

        Imported here: LangChain takes a second to load.
        """
        from drafter.llm.remote import connect

        return connect(self.profile, watch, self)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for one of the endpoint's places, and keep it while a prompt is answered.

        Raises:
            EndpointError: the endpoint has failed so often that it is left alone.
        """
        with self._slots:
            self._see_that_it_works()
            yield

    def failed(self, error: EndpointError) -> None:
        """A question failed through no fault of its own."""
        self._failures = (*self._failures, error)

    def answered(self) -> None:
        """The endpoint answered, well or badly."""
        self._failures = ()

    def _see_that_it_works(self) -> None:
        failures = self._failures
        if len(failures) >= _ENOUGH:
            raise type(failures[-1])(failures[-1].message, failures[-1].hint)
