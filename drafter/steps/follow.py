"""Follow the lines of a saved draft into notes that have changed since."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from drafter.nouns import Aside, Changes, Draft, Line, Notes, Quote, Review, Sentence
from drafter.text.quoting import folded, longest_part, stands_in

MISQUOTED = "kalla.citat"
"""The rule that told of a quotation that was wrong when the draft was saved."""


def compare(saved: Review, notes: Notes) -> Changes:
    """Where each line that a saved draft stands on is in notes that have changed since."""
    pages = _Pages.of(notes)
    moved: list[tuple[int, int]] = []
    lost: set[tuple[int, str]] = set()
    for number, quotes in _quoted(saved).items():
        gone = {(number, quote) for quote in quotes if not pages.has(number, quote)}
        if gone and (home := pages.home(number, quotes)):
            moved.append((number, home))
        else:
            lost |= gone
    return Changes(
        moved=tuple(sorted(moved)),
        lost=tuple(sorted({number for number, _ in lost})),
        stale=tuple(
            (sentence.text, lines)
            for sentence in saved.draft.sentences()
            if (lines := _lost_lines(sentence, lost))
        ),
    )


@dataclass(frozen=True, slots=True)
class _Pages:
    """Today's lines, folded for comparison: by number, by what they say, and all in one."""

    texts: Mapping[int, str]
    numbers: Mapping[str, tuple[int, ...]]
    whole: str

    @classmethod
    def of(cls, notes: Notes) -> "_Pages":
        """The lines of some notes."""
        texts = {line.number: folded(line.text) for line in notes.lines}
        numbers: defaultdict[str, tuple[int, ...]] = defaultdict(tuple)
        for number, text in texts.items():
            numbers[text] += (number,)
        return cls(texts, numbers, "\n".join(texts.values()))

    def has(self, number: int, quote: str) -> bool:
        """Whether a line has a quotation."""
        return number in self.texts and stands_in(quote, self.texts[number])

    def home(self, number: int, quotes: frozenset[str]) -> int:
        """The line nearest to a number that has all quotations; 0 when none has."""
        same = {one for quote in quotes for one in self.numbers.get(quote, ())}
        likely = same or self._likely([longest_part(quote) for quote in quotes])
        found = (one for one in likely if all(self.has(one, quote) for quote in quotes))
        return min(found, key=lambda one: abs(one - number), default=0)

    def _likely(self, parts: list[str]) -> Iterator[int]:
        """The lines that have all of some words; looked for in the whole first, which is quick."""
        if all(part in self.whole for part in parts):
            for number, text in self.texts.items():
                if all(part in text for part in parts):
                    yield number


def _lost_lines(sentence: Sentence, lost: Collection[tuple[int, str]]) -> tuple[int, ...]:
    quotes = (quote for quote in sentence.quotes if (quote.line, folded(quote.text)) in lost)
    return tuple(dict.fromkeys(quote.line for quote in quotes))


def _quoted(saved: Review) -> dict[int, frozenset[str]]:
    """What the draft quotes of each line, or keeps out of it, and rightly did when it was saved."""
    quoted: defaultdict[int, frozenset[str]] = defaultdict(frozenset)
    kept_out = (Quote(aside.line, aside.text) for aside in saved.coverage.asides)
    for quote in (*_true_quotes(saved), *kept_out):
        quoted[quote.line] |= {folded(quote.text)}
    return quoted


def _true_quotes(saved: Review) -> Iterator[Quote]:
    wrong = {
        (one.sentence, line)
        for one in saved.findings
        if one.rule == MISQUOTED
        for line in one.lines
    }
    known = set(saved.coverage.used)
    for sentence in saved.draft.sentences():
        for quote in sentence.quotes:
            if quote.line in known and (sentence.id, quote.line) not in wrong:
                yield quote


def follow(draft: Draft, changes: Changes, notes: Notes) -> Draft:
    """A draft whose citations of lines that have moved name their new places."""
    homes = {old: line for old, new in changes.moved if (line := notes.line(new))}
    return draft.with_sentences(
        *(
            replace(sentence, quotes=tuple(_moved(quote, homes) for quote in sentence.quotes))
            for sentence in draft.sentences()
            if not homes.keys().isdisjoint(sentence.lines)
        )
    )


def _moved(quote: Quote, homes: Mapping[int, Line]) -> Quote:
    home = homes.get(quote.line)
    return Quote(home.number, home.text) if home else quote


def still_kept_out(saved: Review, changes: Changes) -> tuple[Aside, ...]:
    """What a saved draft kept out of the report, under the numbers that the lines have now."""
    homes = dict(changes.moved)
    return tuple(
        replace(aside, line=homes.get(aside.line, aside.line)) for aside in saved.coverage.asides
    )
