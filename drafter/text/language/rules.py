"""A language rule as a value, and how a text is held to many of them."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from drafter.nouns import HouseStyle, Severity
from drafter.text.language.passages import Passage
from drafter.text.memory import Memory


class Speller(Protocol):
    """A dictionary of Swedish that knows inflections and compounds."""

    def unknown(self, words: Iterable[str]) -> frozenset[str]:
        """Those of some words that are no Swedish, spelled as they are."""

    def listed(self, words: Iterable[str]) -> frozenset[str]:
        """Those of some words that are in the dictionary themselves, not as compounds of others."""

    def suggest(self, word: str) -> tuple[str, ...]:
        """What a misspelt word may have been meant to be, the likeliest first."""


class Document(NamedTuple):
    """A text, and what has to be known to judge it.

    ``known`` are words in lower case that are right whatever the dictionary says; without a
    speller nothing is said of spelling.
    """

    passages: tuple[Passage, ...]
    report_type: str = ""
    known: frozenset[str] = frozenset()
    speller: Speller | None = None


class Remark(NamedTuple):
    """A place that a rule applies to: from ``start`` up to ``end`` in a passage.

    ``fix`` is what should stand there instead, ``advice`` what to do where that cannot be told.
    """

    passage: int
    start: int
    end: int
    fix: str | None = None
    advice: str = ""


Detect = Callable[[Document], Iterable[Remark]]


class LanguageRule(NamedTuple):
    """One rule: its dotted id, a sentence for the official, and how it is found.

    ``safe`` tells that its fixes may be applied on request. ``styles`` are the house styles that
    it belongs to, and ``types`` the report types; none means all. Each of ``hits`` breaks the rule
    and none of ``silent`` does; ``mended`` tells what the first of the hits become. A ``local``
    rule says the same of a paragraph whatever stands around it.
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
    local: bool = False

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
    _seen: "_Seen" = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_seen", Memory(_PARAGRAPHS))

    @property
    def chosen(self) -> tuple[LanguageRule, ...]:
        """The rules of the house."""
        return tuple(rule for rule in self.rules if self.style in rule.styles)

    def inspect(self, document: Document) -> dict[str, tuple[Remark, ...]]:
        """What the rules find, by their ids.

        Where remarks stand on the same words only the gravest is kept, the widest of equals.
        """
        rules = tuple(one for one in self.chosen if one.applies_to(document.report_type))
        found = self._local(document, rules)
        for at, rule in enumerate(rules):
            found += [(at, remark) for remark in (() if rule.local else rule.detect(document))]
        ranked = ((rules[at], remark) for at, remark in sorted(found, key=_rank))
        kept: dict[str, list[Remark]] = {}
        for rule, remark in _apart(ranked):
            kept.setdefault(rule.id, []).append(remark)
        return {key: tuple(sorted(one, key=_place)) for key, one in kept.items()}

    def _local(self, document: Document, rules: tuple[LanguageRule, ...]) -> list["_Ranked"]:
        """What the local rules find; a paragraph that has been seen before is not read again."""
        seen = {one: self._seen.get((one, document.report_type)) for one in document.passages}
        new = tuple(one for one, found in seen.items() if found is None)
        fresh: dict[Passage, list[_Ranked]] = {one: [] for one in new}
        unseen = document._replace(passages=new)
        for at, rule in enumerate(rules if new else ()):
            for remark in rule.detect(unseen) if rule.local else ():
                fresh[new[remark.passage]].append((at, remark))
        for one, found in fresh.items():
            seen[one] = self._seen.keep((one, document.report_type), tuple(found))
        return [
            (at, remark._replace(passage=number))
            for number, one in enumerate(document.passages)
            for at, remark in seen[one] or ()
        ]


_Ranked = tuple[int, Remark]
"""A remark, and which of the rules it is of."""

_Seen = Memory[tuple[Passage, str], tuple[_Ranked, ...]]
"""What the local rules say of paragraphs in reports of some type."""

_PARAGRAPHS = 1000
"""So many paragraphs are remembered: some dozens of reports."""


def _rank(one: _Ranked) -> tuple[int, int]:
    at, remark = one
    return at, remark.passage


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
