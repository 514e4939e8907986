"""A notes file as numbered lines that know their layout."""

from drafter.library.notes.reader import parse_notes, read_notes

__all__ = ["parse_notes", "read_notes"]
