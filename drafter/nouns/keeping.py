"""An answer that was paid for, as it is kept beside the draft."""

from dataclasses import dataclass

from drafter.nouns.prompt import Reply


@dataclass(frozen=True, slots=True)
class Kept:
    """What a model once answered, behind the veil: no name of a person, and no key.

    ``key`` is the SHA-256 of the request. ``lines`` are the numbers that the note lines of the
    request had then, in its order. ``reply`` is nothing where the request, or its answer, was
    too long for the model. ``time`` is ISO 8601 in UTC and ``about`` the heading of a section.
    """

    key: str
    model: str
    host: str
    time: str
    about: str
    lines: tuple[int, ...] = ()
    reply: Reply | None = None
