"""The placeholders of one prompt, numbered by themselves: what one section says is all that counts.

A name that is added to the notes would otherwise give everybody after it another number, and every
section another prompt. And a model that invents a number can only hit upon somebody whom the same
prompt names.
"""

import re

from drafter.text.placeholders import (
    CLOSE,
    NUMBER,
    OPEN,
    PERSON,
    PLACEHOLDER,
    Labels,
    Restored,
    label_of,
    take_back,
)


class Numbering:
    """The placeholders of a report as one prompt numbers them, in the order that it has them."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self._own = Labels({})
        self._owners: dict[str, str] = {}

    def renumbered(self, text: str) -> str:
        """A hidden text with the prompt's own numbers."""
        return PLACEHOLDER.sub(self._renumber, text)

    def restore(self, text: str) -> Restored:
        """An answer to the prompt with what its placeholders stand for."""
        return take_back(text, self._form)

    def _form(self, label: str) -> str | None:
        known = self._own.form(label)
        return self._labels.form(known) if known else None

    def _renumber(self, found: re.Match[str]) -> str:
        label = label_of(found)
        return f"{OPEN}{self._own.label(self._owner(label), label)}{CLOSE}" if label else found[0]

    def _owner(self, label: str) -> str:
        """Whose placeholder it is, by the prompt's numbers; what several share is nobody's."""
        if label.startswith(NUMBER):
            return NUMBER
        owner = label.partition(".")[0]
        if owner == f"{PERSON}0":
            return owner
        return self._owners.setdefault(owner, f"{PERSON}{len(self._owners) + 1}")
