"""A finished text, from anywhere, as a draft that can be checked."""

from drafter.library.manuscript.reader import read_manuscript

__all__ = ["read_manuscript"]
