"""Where a report's questions go: to an endpoint, or into and out of a file."""

from typing import Protocol

from drafter.llm.model import Model
from drafter.llm.watch import Watch


class Exchange(Protocol):
    """One way of having questions answered, for one report or for many."""

    def model(self, watch: Watch) -> Model:
        """A model for one report; ``watch`` looks at everything that is about to leave."""
