"""The veil: one value that hides names, numbers and addresses, and takes them all back."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drafter.text.folding import fold
from drafter.text.personal import find_personal
from drafter.text.placeholders import NUMBER, Labels, Restored, Span, labels_in, put_in, take_back
from drafter.text.pseudonyms import Pseudonyms


class Veil(NamedTuple):
    """Hides what may not leave the machine, and restores it to the letter.

    Build one for a report, with all names and the whole text of the notes, and give it to
    whatever talks to a model:

        veil = Veil.of(Pseudonyms.of(names, nicknames), (line.text for line in notes.lines))
        hidden = veil.hide(text)              # »⟦P3.2⟧ nås på ⟦N1⟧«
        restored = veil.restore(answer)       # .text and .unknown
        veil.placeholders(hidden)             # ("⟦P3.2⟧", "⟦N1⟧")
        veil.leaks(text)                      # what would have to be hidden, as it is written

    ``restore(hide(text)).text == text`` for every text. Hiding a hidden text once more is
    undone by restoring twice. ``⟦N1⟧`` is the first number or address of the texts that the
    veil was made from, so that every run on the same notes writes the same placeholders.
    """

    pseudonyms: Pseudonyms

    @property
    def labels(self) -> Labels:
        """What each placeholder of the report stands for."""
        return self.pseudonyms.labels

    @classmethod
    def of(cls, pseudonyms: Pseudonyms, texts: Iterable[str] = ()) -> "Veil":
        """A veil whose numbers follow the order of the texts."""
        veil = cls(pseudonyms)
        for text in texts:
            veil.hide(text)
        return veil

    def hide(self, text: str) -> str:
        """The text with a placeholder for every name, number and address."""
        return put_in(text, self.find(text), self.labels)

    def restore(self, text: str) -> Restored:
        """The text as it was, names in the genitive that Swedish has.

        A placeholder that stands for nothing is left as it stands and told of.
        """
        return take_back(text, self.labels.form)

    def placeholders(self, text: str) -> tuple[str, ...]:
        """The placeholders of a hidden text, in its order, each as often as it stands there."""
        return labels_in(text)

    def leaks(self, text: str) -> tuple[str, ...]:
        """What still stands in a text that should be hidden, as it is written there."""
        return tuple(text[one.start : one.end] for one in self.find(text))

    def find(self, text: str) -> tuple[Span, ...]:
        """Where names, numbers and addresses stand, from left to right."""
        folded = fold(text)
        numbers = [Span(one.start, one.end, NUMBER) for one in find_personal(text, folded)]
        rest = folded.blanked((one.start, one.end) for one in numbers)
        names = self.pseudonyms.find(text, rest)
        spans = sorted((*numbers, *names), key=lambda one: one.start)
        return tuple(self._with_glued(text, spans))

    def _with_glued(self, text: str, spans: list[Span]) -> Iterator[Span]:
        """The spans, and what shows only without the name or number that it is glued to."""
        at = 0
        for span in spans:
            yield from self._glued(text, at, span.start)
            yield span
            at = span.end
        if spans:
            yield from self._glued(text, at, len(text))

    def _glued(self, text: str, start: int, end: int) -> Iterator[Span]:
        """What shows between two places that are hidden: ``Berg070-123 45 67``, ``EksF.E.``."""
        between = text[start:end]
        before = start > 0 and text[start - 1].isalnum() and between[:1].isalnum()
        after = end < len(text) and text[end].isalnum() and between[-1:].isalnum()
        if before or after:
            for one in self.find(between):
                yield Span(start + one.start, start + one.end, one.owner)
