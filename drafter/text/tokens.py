"""The words of a line of notes, each with its capitals and what stands around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.text.folding import fold

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a line, folded and as it is written, with what stands around it."""

    text: str
    written: str
    before: str
    after: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.written[:1].isupper()

    @property
    def opens(self) -> bool:
        """Whether its capital may only say that a sentence begins."""
        return bool(re.search(r"(?:^\W*|[.!?:] )$", self.before))


def tokens_of(line: str) -> Iterator[Token]:
    """The words of a line."""
    folded = fold(line)
    found = list(_WORD.finditer(folded.text))
    for at, match in enumerate(found):
        start, end = folded.original(*match.span())
        following = found[at + 1].start() if at + 1 < len(found) else len(folded.text)
        yield Token(
            text=match[0],
            written=line[start:end],
            before=folded.text[: match.start()],
            after=folded.text[match.end() : following],
        )
