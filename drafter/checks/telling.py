"""What a whole report tells: beside each note line, and anywhere at all."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction
from typing import NamedTuple

from drafter.nouns import Draft, Notes
from drafter.text.dates import find_dates
from drafter.text.facts import Count, Facts, Reader, merged
from drafter.text.quantities import Quantity

_TELLING = 100
"""A number from here on is hardly about two things in one report."""

_STRETCH = 31
"""So many days of the header's period are told with it."""

_LONG = 6
"""A name of fewer letters may stand for any words that have its letters in their order."""

_GAP = r"[\w &-]{0,20}?"
_WORD = re.compile(r"\w[\w’'&-]*")
_NUMBERS = "noll ett två tre fyra fem sex sju åtta nio tio elva tolv".split()


class Telling(NamedTuple):
    """The facts of a report.

    ``beside`` are those of the sentences that stand on each line; ``counts``, by value,
    ``moments`` and ``words``, sorted, are those of all sentences, the header, the headings and
    the list of participants, whose initials are ``initials``.
    """

    reader: Reader
    beside: dict[int, Facts]
    counts: dict[Fraction, list[Count]]
    moments: frozenset[str]
    words: tuple[str, ...]
    initials: frozenset[str]

    @classmethod
    def of(cls, draft: Draft, notes: Notes, reader: Reader) -> "Telling":
        """What a draft of some notes tells."""
        near = defaultdict(list)
        for sentence in draft.sentences():
            for line in sentence.lines:
                near[line].append(reader.sentence(sentence.text))
        whole = merged([reader.sentence(text) for text in _texts(draft, notes)])
        counts = defaultdict(list)
        for count in whole.counts:
            counts[count.quantity.value].append(count)
        return cls(
            reader=reader,
            beside={line: merged(facts) for line, facts in near.items()},
            counts=counts,
            moments=whole.moments,
            words=tuple(sorted(set(_WORD.findall(whole.text)))),
            initials=frozenset(one for person in notes.participants for one in _short(person.name)),
        )

    def has_count(self, count: Count, line: int) -> bool:
        """Whether a number is told: beside its line in any form, elsewhere of the same thing."""
        quantity, beside = count.quantity, self._beside(line)
        near = [one.quantity for one in beside.counts]
        if quantity.carried_by(near) or any(_is_written_out(quantity, one) for one in near):
            return True
        if _says_as_moment(quantity.value, beside.moments) or _says_as_word(count, beside.text):
            return True
        same = self.counts.get(quantity.value, ())
        return any(
            quantity.value >= _TELLING
            or one.counted & count.counted
            or one.quantity.unit == quantity.unit != ""
            for one in same
        )

    def has_moment(self, moment: str, line: int) -> bool:
        """Whether a point in time is told, an hour or a week perhaps as a bare number."""
        if moment in self.moments:
            return True
        kind, _, value = moment.partition(" ")
        if kind not in ("tid", "vecka"):
            return False
        return any(one.quantity.value == Fraction(value) for one in self._beside(line).counts)

    def has_name(self, name: str, line: int) -> bool:
        """Whether a name is told: whole, written out, cut short, by its initials, or as a word."""
        beside, lower = self._beside(line), name.lower().removesuffix("s")
        word = self.reader.vocabulary.word(name.lower())
        if word.light or word.tags or word.kin & beside.kin:
            return True
        if self._has_word(lower) or self._has_word(lower.partition("-")[0]):
            return True
        short = name if name.isalpha() else name.partition("-")[0]
        written = _WORD.findall(self.reader.lexicon.expand(short).lower())
        if all(self._has_word(one.removesuffix("s")) for one in written):
            return True
        if len(lower) >= _LONG:
            return _begins_a_word(lower[: _LONG - 1], beside.text)
        letters = [one for one in lower if one.isalpha()]
        shortened = re.search(rf"(?<!\w){_GAP.join(letters)}", beside.text)
        return name in self.initials or bool(shortened)

    def _beside(self, line: int) -> Facts:
        return self.beside.get(line) or self.reader.sentence("")

    def _has_word(self, start: str) -> bool:
        """Whether any word of the report is this one, or begins with it."""
        place = bisect_left(self.words, start)
        return place < len(self.words) and self.words[place].startswith(start)


def _texts(draft: Draft, notes: Notes) -> Iterator[str]:
    yield from (sentence.text for sentence in draft.sentences())
    yield from (value.value for value in draft.header)
    yield draft.title
    yield from (section.title for section in draft.sections)
    yield from (f"{person.entry} {person.note}" for person in notes.participants)
    yield from _days_between(draft)


def _days_between(draft: Draft) -> Iterator[str]:
    """The days of the header's stretches of dates; a report on them need not name each."""
    for value in draft.header:
        for period in (found.period for found in find_dates(value.value)):
            length = (period.last - period.first).days if period else 0
            if period and length < _STRETCH:
                days = (period.first + timedelta(days=step) for step in range(length))
                yield from (day.isoformat() for day in days)


def _short(name: str) -> tuple[str, ...]:
    """A person's initials, with and without middle names."""
    letters = [word[0] for word in name.split()]
    return ("".join(letters), letters[0] + letters[-1]) if letters else ()


def _is_written_out(short: Quantity, whole: Quantity) -> bool:
    """Whether a number is one whose thousands or millions the line takes for granted: ``450``."""
    return whole.carried_by([short]) or whole.value in (short.value * 1000, short.value * 10**6)


def _says_as_moment(value: Fraction, moments: frozenset[str]) -> bool:
    """Whether the number is an hour, a week, a year or a day: ``9-11`` is ``klockan 9–11``."""
    return any(
        moment in (f"tid {value}.00", f"vecka {value}", f"år 20{value}")
        or moment.startswith(f"dag {value}-")
        for moment in moments
    )


def _says_as_word(count: Count, text: str) -> bool:
    """Whether a word begins with the number (``femårig``), or says a half or the second."""
    value = count.quantity.value
    if value in (Fraction(1, 2), 50):
        return "hälft" in text or "halv" in text
    if value == 2 and re.search(r"\b(?:andra|dubbel|dubbla)", text):
        return True
    small = value.denominator == 1 and value < len(_NUMBERS)
    return small and _begins_a_word(_NUMBERS[int(value)], text)


def _begins_a_word(start: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(start)}", text))
