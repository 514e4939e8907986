"""Whoever watches a draft being written: told of the sections, asked for nothing."""

from typing import Protocol

from drafter.llm.service import Heard
from drafter.nouns import Heading, Section


class Watcher(Protocol):
    """Somebody who waits for a draft."""

    @property
    def heard(self) -> Heard | None:
        """Who listens to answers as they come; nobody, and they come in one piece."""

    def planned(self, headings: tuple[Heading, ...]) -> None:
        """These sections are to be written."""

    def finished(self, section: Section) -> None:
        """A section is written, or could not be."""


class Unwatched:
    """Nobody waits."""

    @property
    def heard(self) -> Heard | None:
        """Nobody listens."""
        return None

    def planned(self, headings: tuple[Heading, ...]) -> None:
        """Nothing is done."""

    def finished(self, section: Section) -> None:
        """Nothing is done."""
