"""Find what must not be sent or printed unseen: health, beliefs, codes, tenders, gifts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from drafter.text.folding import fold
from drafter.text.memory import Memory
from drafter.text.name_words import NameWords
from drafter.text.sensitive_kinds import SensitiveKind
from drafter.text.sensitive_words import KindSearch, Somebody, WordList, pattern_of
from drafter.text.tokens import Token, tokens_of

__all__ = ["Sensitive", "SensitiveKind", "SensitiveWords", "WordList"]

_SENTENCE_END = re.compile(r"(?:(?<=\w{4})\.|[!?;])(?=\s|$)|\n")
"""Where a sentence of notes ends; the point after a short word shortens it."""

_LONGEST = 1000
"""So many characters are read as one sentence at most; notes may lack full stops."""

_TEXTS = 2000
"""So many lines and sentences are remembered: some dozens of reports."""

_TELLS = frozenset("föreläste presenterade redovisade visade informerade".split())
"""What a speaker does with a subject, besides saying."""

_PLACEHOLDER = re.compile(r"⟦p\d[\d.]*⟧")


class Sensitive(NamedTuple):
    """A part of a text that is sensitive."""

    start: int
    end: int
    kind: SensitiveKind


@dataclass(frozen=True, slots=True)
class SensitiveWords:
    """All word lists, made ready for the search.

    ``people`` are words that mean somebody (``hon``, ``kollegan``), ``parties`` what PARTI is.
    """

    lists: Mapping[SensitiveKind, WordList]
    people: tuple[str, ...]
    parties: tuple[str, ...]
    names: NameWords
    _searches: tuple[KindSearch, ...] = field(init=False, repr=False, compare=False)
    _person: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _found: Memory[str, tuple[Sensitive, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_found", Memory(_TEXTS))
        searches = (KindSearch.of(kind, one, self.parties) for kind, one in self.lists.items())
        object.__setattr__(self, "_searches", tuple(searches))
        object.__setattr__(self, "_person", pattern_of(self.people))

    def find(self, text: str) -> tuple[Sensitive, ...]:
        """What is sensitive in a text, from left to right, each place once."""
        known = self._found.get(text)
        return self._found.keep(text, self._find(text)) if known is None else known

    def _find(self, text: str) -> tuple[Sensitive, ...]:
        found: list[Sensitive] = []
        for one in sorted(self._hits(text), key=lambda one: (one.start, -one.end)):
            if not found or one.start >= found[-1].end:
                found.append(one)
        return tuple(found)

    def _hits(self, text: str) -> Iterator[Sensitive]:
        for start, end in _sentences(text):
            folded = fold(text[start:end])
            for search in self._searches:
                if search.matches(folded.text):
                    people = tuple(self._people(text[start:end], folded.text))
                    for hit in search.hits(folded.text, people):
                        first, last = folded.original(*hit)
                        yield Sensitive(start + first, start + last, search.kind)

    def _people(self, sentence: str, folded: str) -> Iterator[Somebody]:
        """Where a sentence means somebody, and whether only as the one who speaks."""
        for match in (*self._person.finditer(folded), *_PLACEHOLDER.finditer(folded)):
            yield Somebody(match.start(), match.end())
        tokens = tuple(tokens_of(sentence))
        for at, token in enumerate(tokens):
            if self._is_name(token):
                end = token.start + len(token.text)
                speaks = token.after.startswith(":") or self._tells(tokens, at)
                yield Somebody(token.start, end, speaks)

    def _tells(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a name is of one who tells of something: ``Anna Berg berättade om``."""
        verb = at + 1
        while verb < len(tokens) and tokens[verb].is_capital and tokens[verb - 1].after == " ":
            verb += 1
        if verb + 1 >= len(tokens) or tokens[verb + 1].text in ("att", "sin", "sitt"):
            return False
        word = self.names.ordinary.vocabulary.word(tokens[verb].text)
        return "sagesverb" in word.tags or tokens[verb].text in _TELLS

    def _is_name(self, token: Token) -> bool:
        if not token.is_capital or len(token.text) < 2:
            return False
        if token.written.isupper() and len(token.text) <= 3:
            return token.text not in self.names.acronyms
        if self.names.is_nobody(token.text):
            return False
        known = self.names.is_given(token.text) or self.names.is_surname(token.text)
        return not token.opens or (known and token.text not in self.names.wordlike)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in (*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)):
        for at in range(start, end, _LONGEST):
            yield at, min(at + _LONGEST, end)
        start = end
