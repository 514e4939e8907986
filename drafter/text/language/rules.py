"""A language rule as a value, and how a text is held to many of them."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from drafter.nouns import HouseStyle, Severity
from drafter.text.language.passages import Passage


class Speller(Protocol):
    """A dictionary of Swedish that knows inflections and compounds."""

    def unknown(self, words: Iterable[str]) -> frozenset[str]:
        """Those of some words that are no Swedish, spelled as they are."""

    def listed(self, words: Iterable[str]) -> frozenset[str]:
        """Those of some words that are in the dictionary themselves, not as compounds of others."""

    def suggest(self, word: str) -> tuple[str, ...]:
        """What a misspelt word may have been meant to be, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text, and what has to be known to judge it.

    ``known`` are words in lower case that are right whatever the dictionary says; without a
    speller nothing is said of spelling.
    """

    passages: tuple[Passage, ...]
    report_type: str = ""
    known: frozenset[str] = frozenset()
    speller: Speller | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A place that a rule applies to: from ``start`` up to ``end`` in a passage.

    ``fix`` is what should stand there instead, ``advice`` what to do where that cannot be told.
    """

    passage: int
    start: int
    end: int
    fix: str | None = None
    advice: str = ""


Detect = Callable[[Document], Iterable[Remark]]


@dataclass(frozen=True, slots=True)
class LanguageRule:
    """One rule: its dotted id, a sentence for the official, and how it is found.

    ``safe`` tells that its fixes may be applied on request. ``styles`` are the house styles that
    it belongs to, and ``types`` the report types; none means all. Each of ``hits`` breaks the rule
    and none of ``silent`` does; ``mended`` tells what the first of the hits become.
    """

    id: str
    summary: str
    severity: Severity
    source: str
    detect: Detect
    safe: bool = False
    styles: frozenset[HouseStyle] = frozenset(HouseStyle)
    types: frozenset[str] = frozenset()
    hits: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()

    def applies_to(self, report_type: str) -> bool:
        """Whether it is a rule for a type of report."""
        return not self.types or report_type in self.types


@dataclass(frozen=True, slots=True)
class LanguageRules:
    """All rules that there are, with the house style that chooses among them.

    ``terms`` are words, in lower case, that an authority's own list says are right.
    """

    rules: tuple[LanguageRule, ...] = ()
    style: HouseStyle = HouseStyle.MSR
    terms: frozenset[str] = frozenset()

    @property
    def chosen(self) -> tuple[LanguageRule, ...]:
        """The rules of the house."""
        return tuple(rule for rule in self.rules if self.style in rule.styles)

    def inspect(self, document: Document) -> dict[str, tuple[Remark, ...]]:
        """What the rules find, by their ids.

        Where remarks stand on the same words only the gravest is kept, the widest of equals.
        """
        found = [
            (rule, remark)
            for rule in self.chosen
            if rule.applies_to(document.report_type)
            for remark in rule.detect(document)
        ]
        kept: dict[str, list[Remark]] = {}
        for rule, remark in _apart(found):
            kept.setdefault(rule.id, []).append(remark)
        return {key: tuple(sorted(one, key=_place)) for key, one in kept.items()}


_Found = tuple[LanguageRule, Remark]
_GRAVITY = {severity: at for at, severity in enumerate(Severity)}
_NARROW = 60
"""A remark on more characters concerns a sentence, not its words, and stands beside others."""


def _apart(found: Iterable[_Found]) -> Iterator[_Found]:
    """The remarks without those that say less about words that another speaks of."""
    taken: dict[int, list[tuple[int, int]]] = {}
    for rule, remark in sorted(found, key=_weight):
        spans = taken.setdefault(remark.passage, [])
        if remark.end - remark.start <= _NARROW:
            at = bisect_left(spans, (remark.start, remark.end))
            if any(
                remark.start < end and start < remark.end
                for start, end in spans[max(at - 1, 0) : at + 1]
            ):
                continue
            spans.insert(at, (remark.start, remark.end))
        yield rule, remark


def _weight(one: _Found) -> tuple[int, int]:
    rule, remark = one
    return _GRAVITY[rule.severity], remark.start - remark.end


def _place(remark: Remark) -> tuple[int, int]:
    return remark.passage, remark.start
