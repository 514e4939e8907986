"""A participant list, as a table or as a plain list, as persons."""

from drafter.library.participants.entry import parse_person
from drafter.library.participants.reader import parse_participants, read_participants

__all__ = ["parse_participants", "parse_person", "read_participants"]
