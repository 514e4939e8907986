"""Ask the official: what the notes leave open, get wrong or say in two ways is hers to settle."""

from collections.abc import Iterable, Iterator
from datetime import date

from drafter.nouns import HeaderValue, Line, Notes, Question
from drafter.text.conflicts import Conflict
from drafter.text.dates import find_dates
from drafter.text.instructions import doubts
from drafter.text.mistakes import find_mistakes
from drafter.text.spellings import find_misspellings


def ask(
    notes: Notes, header: Iterable[HeaderValue], conflicts: Iterable[Conflict]
) -> tuple[Question, ...]:
    """Every open question, in the order of the notes. Nothing is settled here, nor corrected."""
    days = frozenset(_days(header))
    questions = [one for line in notes.lines for one in _of_line(line, notes, days)]
    questions += map(_of_conflict, conflicts)
    return tuple(sorted(questions, key=lambda one: one.lines))


def _days(header: Iterable[HeaderValue]) -> Iterator[date]:
    for value in header:
        for found in find_dates(value.value):
            if found.period:
                yield found.period.first


def _of_line(line: Line, notes: Notes, days: frozenset[date]) -> Iterator[Question]:
    if marks := doubts(line.text):
        said = ", ".join(f"”{mark}”" for mark in marks)
        yield Question((line.number,), f"Anteckningen är osäker ({said}): {line.text}")
    if wrong := find_mistakes(line.text, days):
        yield Question((line.number,), f"Något stämmer inte ({', '.join(wrong)}): {line.text}")
    for one in find_misspellings(line.text, [person.name for person in notes.participants]):
        told = f"Är ”{one.written}” på rad {line.number} {one.listed} i deltagarlistan?"
        yield Question((line.number,), told)


def _of_conflict(conflict: Conflict) -> Question:
    first, second = conflict.first, conflict.second
    told = (
        f"Anteckningarna säger olika: ”{first.said}” på rad {first.line}, "
        f"”{second.said}” på rad {second.line}."
    )
    return Question((first.line, second.line), told)
