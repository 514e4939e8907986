"""``tackning.detalj``: which details of the lines in use reach no sentence?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from fractions import Fraction

from drafter.checks.figures import told
from drafter.checks.registry import Case, Hit, Lost, rule
from drafter.nouns import Coverage, Draft, Line, Notes, Severity
from drafter.text.dates import find_dates
from drafter.text.details import Details, find_details, opens_with_time, said_in
from drafter.text.facts import Count, Facts, Reader, merged
from drafter.text.instructions import instructions
from drafter.text.quantities import Quantity

PROGRAMME = 2
"""So many lines that open with a clock time make a programme, whose times are layout."""

TELLING = 100
"""A number from here on is hardly about two things in one report."""


def find_lost(draft: Draft, notes: Notes, coverage: Coverage, reader: Reader) -> tuple[Lost, ...]:
    """What the lines in use say in figures, days and names that the report says nowhere.

    A detail is told by a sentence that stands on its line, or by any other, the header or the
    list of participants. What is set aside of a line is not missed.
    """
    report = _Report(draft, notes, reader)
    timed = sum(opens_with_time(line.text) for line in notes.lines)
    left_out = defaultdict(list)
    for aside in coverage.asides:
        left_out[aside.line].append(aside.text)
    lost = []
    for line in notes.pick(coverage.used):
        text = _without(line.text, [*instructions(line.text), *left_out[line.number]])
        details = find_details(text, reader, timed >= PROGRAMME)
        if missing := tuple(dict.fromkeys(report.lacks(line, details))):
            lost.append(Lost(line.number, missing))
    return tuple(lost)


def _without(text: str, parts: Iterable[str]) -> str:
    """A text, equally long, with parts of it blank."""
    for part in parts:
        text = text.replace(part, " " * len(part))
    return text


@dataclass(slots=True)
class _Report:
    """What a report tells: beside each line, in the sentences that stand on it, and at all."""

    draft: Draft
    notes: Notes
    reader: Reader
    beside: dict[int, Facts] = field(init=False)
    whole: Facts = field(init=False)
    people: str = field(init=False)

    def __post_init__(self) -> None:
        sentences = [(one, self.reader.sentence(one.text)) for one in self.draft.sentences()]
        near = defaultdict(list)
        for sentence, facts in sentences:
            for line in sentence.lines:
                near[line].append(facts)
        self.beside = {line: merged(facts) for line, facts in near.items()}
        frame = [value.value for value in self.draft.header]
        frame += [self.draft.title, *(section.title for section in self.draft.sections)]
        listed = [f"{person.entry} {person.note}" for person in self.notes.participants]
        self.people = " ".join(listed).lower()
        frame += listed
        frame += list(_days_between(self.draft))
        self.whole = merged([*(facts for _, facts in sentences), *map(self.reader.sentence, frame)])

    def lacks(self, line: Line, details: Details) -> Iterator[str]:
        """The details of a line that are told neither beside it nor anywhere else."""
        beside = self.beside.get(line.number, self.reader.sentence(""))
        by_place: dict[tuple[int, int], list[Count]] = defaultdict(list)
        for count in details.counts:
            by_place[count.quantity.start, count.quantity.end].append(count)
        for readings in by_place.values():
            if not any(self._counts(one, beside) for one in readings):
                yield said_in(line.text, readings[0].quantity)
        for moment in sorted(details.moments - beside.moments - self.whole.moments):
            if not _says_as_number(moment, beside):
                yield told(moment)
        for name in details.names:
            if not self._names(name, beside):
                yield name

    def _counts(self, count: Count, beside: Facts) -> bool:
        """Whether a number is told: beside the line in any form, elsewhere of the same thing."""
        quantity = count.quantity
        near = [one.quantity for one in beside.counts]
        if quantity.carried_by(near) or any(_is_written_out(quantity, one) for one in near):
            return True
        if _says_as_moment(quantity.value, beside.moments) or _says_as_word(count, beside.text):
            return True
        return any(
            one.quantity.value == quantity.value
            and (quantity.value >= TELLING or one.counted & count.counted or _same_unit(one, count))
            for one in self.whole.counts
        )

    def _names(self, name: str, beside: Facts) -> bool:
        """Whether a name is told: whole, written out, cut short, by its initials, or as a word."""
        lower = name.lower().removesuffix("s")
        word = self.reader.vocabulary.word(name.lower())
        if (
            word.light
            or word.tags
            or word.kin & beside.kin
            or _begins_a_word(lower, self.whole.text)
        ):
            return True
        written = re.findall(r"[^\W\d_]{3,}", self.reader.lexicon.expand(name).lower())
        if written and all(
            _begins_a_word(one.removesuffix("s"), self.whole.text) for one in written
        ):
            return True
        if len(lower) >= _LONG:
            return _begins_a_word(lower[: _LONG - 1], beside.text)
        letters = [one for one in lower if one.isalpha()]
        return bool(re.search(rf"(?<!\w){_GAP.join(letters)}", f"{self.people} {beside.text}"))


_LONG = 6
"""A name of fewer letters may stand for any words that have its letters in their order."""

_GAP = r"[\w &-]{0,20}?"

_NUMBERS = "två tre fyra fem sex sju åtta nio tio elva tolv".split()


def _begins_a_word(start: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(start)}", text))


def _is_written_out(short: Quantity, whole: Quantity) -> bool:
    """Whether a number is one whose thousands or millions the line takes for granted: ``450``."""
    return whole.carried_by([short]) or whole.value in (short.value * 1000, short.value * 10**6)


def _same_unit(one: Count, other: Count) -> bool:
    return one.quantity.unit == other.quantity.unit != ""


def _says_as_moment(value: Fraction, moments: frozenset[str]) -> bool:
    """Whether the number is an hour, a week or a day: ``9-11`` is ``klockan 9–11``."""
    return any(
        moment in (f"tid {value}.00", f"vecka {value}") or moment.startswith(f"dag {value}-")
        for moment in moments
    )


def _says_as_word(count: Count, text: str) -> bool:
    """Whether a word begins with the number (``femårig``), or says a half or the second."""
    value = count.quantity.value
    if value in (Fraction(1, 2), 50):
        return "hälft" in text or "halv" in text
    if value == 2 and re.search(r"\b(?:andra|dubbel|dubbla)", text):
        return True
    small = value.denominator == 1 and 2 <= value <= len(_NUMBERS) + 1
    return small and _begins_a_word(_NUMBERS[int(value) - 2], text)


def _says_as_number(moment: str, beside: Facts) -> bool:
    """Whether an hour or a week is told as a bare number: ``veckorna 27–33``."""
    kind, _, value = moment.partition(" ")
    number = value.removesuffix(".00")
    numbered = kind in ("tid", "vecka") and number.isdecimal()
    return numbered and any(one.quantity.value == int(number) for one in beside.counts)


def _days_between(draft: Draft) -> Iterator[str]:
    """The days of the header's stretches of dates; a report on them need not name each."""
    for value in draft.header:
        for found in find_dates(value.value):
            if found.period:
                day = found.period.first
                while day < found.period.last and (day - found.period.first).days < _STRETCH:
                    yield day.isoformat()
                    day += timedelta(days=1)


_STRETCH = 31


@rule(
    "tackning.detalj",
    Severity.WARNING,
    "En siffra, en dag, ett klockslag eller ett namn på en använd rad står inte i rapporten.",
    "Rad 12 säger 190 tkr, men ingen mening nämner beloppet.",
)
def lost_detail(case: Case) -> Iterator[Hit]:
    """A detail of a line in use that no sentence, no header value and no participant tells."""
    for lost in case.lost:
        listed = ", ".join(f"”{detail}”" for detail in lost.details)
        yield Hit(
            f"Rad {lost.line} har med {listed}, men rapporten nämner det inte.", lines=(lost.line,)
        )


RULES = (lost_detail,)
