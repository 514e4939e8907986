"""Rules that are patterns, each tried for a bounded time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any

import regex

from drafter.errors import SettingsError
from drafter.text.language.passages import BLANK, Passage
from drafter.text.language.rules import Document, Remark

LIMIT = 2.0
"""Seconds that a pattern may take for one paragraph; a well-made one needs a thousandth."""


class Turn(StrEnum):
    """The case that a match should have; the values are those of the rule files."""

    LOWER = "liten"
    UPPER = "stor"

    def applied(self, text: str) -> str:
        """A small first letter, or capitals throughout."""
        return text.upper() if self is Turn.UPPER else text[:1].lower() + text[1:]


@dataclass(frozen=True, slots=True)
class Change:
    r"""What should stand in the place of a match: one of three things, or nothing that is known.

    ``template`` may hold ``\1`` for the first group; ``turn`` gives the match another case;
    ``words`` are put for what they are keyed by, in lower case: the match, or its group ``byt``.
    """

    template: str | None = None
    turn: Turn | None = None
    words: Mapping[str, str] = field(default_factory=dict)

    def made(self, match: "regex.Match[str]", opens: bool) -> str | None:
        """The new text; ``opens`` tells that a sentence begins with the match."""
        if self.turn:
            return self.turn.applied(match[0])
        if self.words:
            new = self._exchanged(match)
            return new[:1].upper() + new[1:] if new and opens else new
        if self.template is None:
            return None
        expanded: str = match.expand(self.template)
        return None if BLANK in expanded else capital_like(match[0], expanded)

    def _exchanged(self, match: "regex.Match[str]") -> str | None:
        group = "byt" if "byt" in match.re.groupindex else 0
        start, end = (place - match.start() for place in match.span(group))
        new = self.words.get(match[0][start:end].lower())
        return None if new is None else match[0][:start] + new + match[0][end:]


@dataclass(frozen=True, slots=True)
class Pattern:
    r"""What is looked for, and what should stand there instead.

    ``name`` tells in an error which rule it is of. ``lists`` are words that the pattern names as
    ``\L<name>``. A rule for headings is tried on nothing else. ``signs`` are pieces of text, one of
    which stands in every paragraph that the pattern can fit: 0 is any digit, a space any blank or
    the end of the paragraph, and letters are small unless the pattern asks for capitals. Without
    them it is tried everywhere.
    """

    name: str
    pattern: str
    change: Change = Change()
    folds_case: bool = False
    in_headings: bool = False
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    signs: tuple[str, ...] = ()

    def __call__(self, document: Document) -> Iterator[Remark]:
        """The places where the pattern fits; it never meets what is left alone.

        Raises:
            SettingsError: the pattern cannot be understood, or takes too long.
        """
        tried = [(at, one) for at, one in enumerate(document.passages) if self._may_fit(one)]
        if not tried:
            return
        compiled = self._compiled()
        for at, passage in tried:
            for match in self._matches(compiled, passage.open):
                start, end = match.span()
                yield Remark(at, start, end, self.change.made(match, passage.opens(start)))

    def _compiled(self) -> "regex.Pattern[str]":
        """The pattern as the library has it; asked for once a text, as long lists are its key."""
        try:
            return _compiled(self.pattern, self.folds_case, tuple(self.lists.items()))
        except regex.error as error:
            raise SettingsError(
                f"Mönstret i regeln {self.name} går inte att förstå ({error}).", "Rätta mönstret."
            ) from error

    def _matches(self, compiled: "regex.Pattern[str]", text: str) -> "tuple[regex.Match[str], ...]":
        try:
            return tuple(compiled.finditer(text, timeout=LIMIT))
        except TimeoutError as error:
            raise SettingsError(
                f"Mönstret i regeln {self.name} tar för lång tid.",
                "Skriv om mönstret utan upprepningar i upprepningar, eller stäng av regeln.",
            ) from error

    def _may_fit(self, passage: Passage) -> bool:
        """Whether there is anything to try the pattern on: most paragraphs have none of it."""
        if passage.is_heading is not self.in_headings:
            return False
        return not self.signs or any(sign in passage.plain for sign in self.signs)


def capital_like(old: str, new: str) -> str:
    """``new`` with a capital where ``old`` has one and nothing else tells them apart."""
    if old[:1].isupper() and new[:1].islower() and not old[1:2].isupper():
        return new[:1].upper() + new[1:]
    return new


@cache
def _compiled(
    pattern: str, folds_case: bool, lists: tuple[tuple[str, tuple[str, ...]], ...]
) -> "regex.Pattern[str]":
    named: dict[str, Any] = dict(lists)
    return regex.compile(pattern, regex.IGNORECASE if folds_case else 0, **named)
