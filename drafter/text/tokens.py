"""The words of a line of notes, each with its capitals and what stands around it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.text.folding import fold

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


class Token(NamedTuple):
    """A word of a line, folded and as it is written.

    ``start`` is its place in the folded line; ``before`` and ``after`` are what stands between
    it and the words beside it.
    """

    text: str
    written: str
    start: int
    before: str
    after: str
    is_first: bool

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.written[:1].isupper()

    @property
    def opens(self) -> bool:
        """Whether its capital may only say that a sentence begins."""
        return self.is_first or self.before.endswith((". ", "! ", "? ", ": "))


def tokens_of(line: str) -> Iterator[Token]:
    """The words of a line."""
    folded = fold(line)
    found = list(_WORD.finditer(folded.text))
    ends = [0, *(match.end() for match in found)]
    starts = [*(match.start() for match in found), len(folded.text)]
    for at, match in enumerate(found):
        start, end = folded.original(*match.span())
        yield Token(
            text=match[0],
            written=line[start:end],
            start=match.start(),
            before=folded.text[ends[at] : match.start()],
            after=folded.text[match.end() : starts[at + 1]],
            is_first=at == 0,
        )
