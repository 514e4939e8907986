"""``tackning.detalj``: which details of the lines in use reach no sentence?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from drafter.checks.figures import told
from drafter.checks.registry import Case, Hit, Lost, rule
from drafter.checks.telling import Telling
from drafter.nouns import Coverage, Draft, Line, Notes, Severity
from drafter.text.details import Details, find_details, opens_with_time, said_in
from drafter.text.facts import Count, Reader
from drafter.text.instructions import instructions

PROGRAMME = 2
"""So many lines that open with a clock time make a programme, whose times are layout."""


def find_lost(draft: Draft, notes: Notes, coverage: Coverage, reader: Reader) -> tuple[Lost, ...]:
    """What the lines in use say in figures, days and names that the report says nowhere.

    A detail is told by a sentence that stands on its line, or by any other, the header or the
    list of participants. What is set aside of a line is not missed.
    """
    telling = Telling.of(draft, notes, reader)
    in_programme = sum(opens_with_time(line.text) for line in notes.lines) >= PROGRAMME
    left_out = defaultdict(list)
    for aside in coverage.asides:
        left_out[aside.line].append(aside.text)
    lost = []
    for line in notes.pick(coverage.used):
        text = _without(line.text, [*instructions(line.text), *left_out[line.number]])
        details = find_details(text, reader, in_programme)
        if missing := tuple(dict.fromkeys(_missing(line, details, telling))):
            lost.append(Lost(line.number, missing))
    return tuple(lost)


def _without(text: str, parts: Iterable[str]) -> str:
    """A text, equally long, with parts of it blank."""
    for part in parts:
        text = text.replace(part, " " * len(part))
    return text


def _missing(line: Line, details: Details, telling: Telling) -> Iterator[str]:
    """The details of a line that are not told, each as it may be looked for there."""
    readings: dict[tuple[int, int], list[Count]] = defaultdict(list)
    for count in details.counts:
        readings[count.quantity.start, count.quantity.end].append(count)
    for counts in readings.values():
        if not any(telling.has_count(one, line.number) for one in counts):
            yield said_in(line.text, counts[0].quantity)
    for moment in sorted(details.moments):
        if not telling.has_moment(moment, line.number):
            yield told(moment)
    for name in details.names:
        if not telling.has_name(name, line.number):
            yield name


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
        message = f"Rad {lost.line} har med {listed}, men rapporten nämner det inte."
        yield Hit(message, lines=(lost.line,))


RULES = (lost_detail,)
