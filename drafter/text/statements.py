"""What a note line says of one thing in a value: how many, which day, or what time."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

from drafter.nouns import Line, Notes
from drafter.text.date_patterns import MONTHS, month_number
from drafter.text.dates import find_dates
from drafter.text.details import REFERENCE
from drafter.text.facts import Count, Reader, merged
from drafter.text.quantities import Quantity
from drafter.text.vocabulary import Word

_CLAUSE = re.compile(
    r"[;()–?!]|[:,](?!\d)| - |\.(?=\s+\D)"
    r"|\b(?:men|medan|och sedan|därefter)\b|(?=\bvarav\b)"
)
_GOES_ON = re.compile(
    r"\s*(?:(?:[^\W\d_]+\s+)?av\s+(?:\w+\s+)?\d|av\s+\w|per\s|(?:till|mot|plus|gånger|och)\s+\d"
    r"|[-–/+x*±]\s*\d)"
)
_GOES_BEFORE = re.compile(
    r"(?:\d[\w%]*\s*(?:av(?:\s+\w+)?|till|mot|plus|gånger|och|[-–/+x*])|[±+<>≤≥-]"
    r"|\b(?:mer än|mindre än|fler än|färre än|över|under|upp till|vart|varje|per))\s*$",
    re.IGNORECASE,
)
_REACH = 24
_TIMES = re.compile(r"\bkl(?:ockan|\.)?\s?\d[\d.:]*\s?(?:,|och|[-–])\s?\d|\d\d\s?[-–]\s?\d\d")
_RATE = re.compile(r"\bper \w+")
_LABEL = re.compile(r"^([^:.!?]{2,40}):\s")
_NEXT_WORD = re.compile(r"\s*[^\W\d_][\w-]*")


LAST = frozenset({"frist", "forbehall.senast"})
"""The tags of words that show that a day is the last one for something."""

ONLY = LAST | {"tillfalle"}
"""The tags of words that show that a day or a time is the only one for something."""


class Setting(NamedTuple):
    """What tells like things apart: names, the label before a colon, times, and stance."""

    names: frozenset[str]
    label: frozenset[str]
    moments: frozenset[str]
    tags: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A value that a line gives to something.

    ``kind`` tells what sort of value it is (``tal kr``, ``dag``, ``tid``) and only statements of
    a kind can clash. ``value`` is its normal form (``tal 48``, ``dag 3-11``) and ``said`` its
    wording. ``about`` are the words beside it, ``wide`` those of the whole line, and ``counted``
    the kin of the things that a number, ``amount``, counts.
    """

    line: int
    about: tuple[Word, ...]
    wide: tuple[Word, ...]
    setting: Setting
    kind: str = ""
    value: str = ""
    said: str = ""
    amount: Fraction = Fraction(0)
    counted: frozenset[str] = frozenset()


def find_statements(notes: Notes, reader: Reader) -> Iterator[Statement]:
    """The statements of all note lines, in order.

    A line that gives two values of a kind compares or lists them, and states neither.
    """
    for line in notes.lines:
        found = {(one.kind, one.counted, one.value): one for one in _of_line(line, notes, reader)}
        many = Counter(key[:2] for key in found)
        yield from (one for key, one in found.items() if many[key[:2]] == 1)


def _of_line(line: Line, notes: Notes, reader: Reader) -> Iterator[Statement]:
    text = REFERENCE.sub(" ", reader.lexicon.expand(line.text))
    bare = _bare(line, text, notes, reader)
    several_times = bool(_TIMES.search(text))
    for part in _CLAUSE.split(text):
        for stated in _of_clause(part.strip(), bare, reader):
            if not (several_times and stated.kind == "tid"):
                yield stated


def _bare(line: Line, text: str, notes: Notes, reader: Reader) -> Statement:
    """What all statements of a line have in common."""
    facts = reader.sentence(text)
    above = [reader.line(one.text) for one in notes.pick(notes.above(line))]
    whole = merged([*above, facts])
    wide = tuple(word for clause in whole.clauses for word in clause.content)
    names = frozenset(name for name in facts.names if not _is_short(name))
    setting = Setting(names, frozenset(_label(text, reader)), whole.moments, frozenset())
    return Statement(line.number, (), wide, setting)


def _of_clause(clause: str, bare: Statement, reader: Reader) -> Iterator[Statement]:
    facts = reader.sentence(clause)
    said = reader.sentence(_RATE.sub(" ", clause)).clauses
    about = tuple(word for one in said for word in one.words if _tells(word))
    tags = frozenset[str]().union(*(one.tags for one in facts.clauses))
    bare = replace(bare, about=about, setting=bare.setting._replace(tags=tags))
    yield from _days(clause, bare)
    yield from _times(facts.moments, bare)
    yield from _stretches(facts.moments, bare)
    for count in facts.counts:
        if not _is_of_more(clause, count.quantity):
            yield _amount(count, clause, replace(bare, counted=_thing(count, clause, reader)))


def _is_short(name: str) -> bool:
    """Whether a name is somebody's initials, which may be the name that another line has."""
    return len(name) <= 3 and name.isupper()


def _label(text: str, reader: Reader) -> Iterator[str]:
    """The words before the colon that a line opens with: ``Oslo: …``."""
    match = _LABEL.match(text)
    for clause in reader.sentence(match[1]).clauses if match else ():
        yield from (word.stem for word in clause.content)


def _is_of_more(clause: str, quantity: Quantity) -> bool:
    """Whether a number is an end of a range, a share of another, a term of a sum, or a bound."""
    before, after = clause[: quantity.start][-_REACH:], clause[quantity.end :][:_REACH]
    return bool(_GOES_ON.match(after) or _GOES_BEFORE.search(before))


def _tells(word: Word) -> bool:
    """Whether a word tells what a value is about: a deadline, or content that is no measure."""
    if any(tag.startswith("matt.") for tag in word.tags):
        return False
    return not word.light or bool(word.tags & ONLY)


def _days(clause: str, bare: Statement) -> Iterator[Statement]:
    for found in find_dates(clause):
        if found.first == found.last:
            day = f"dag {found.first.day}-{found.first.month}"
            yield replace(bare, kind="dag", value=day, said=found.written)


def _times(moments: frozenset[str], bare: Statement) -> Iterator[Statement]:
    times = [moment for moment in moments if moment.startswith("tid ")]
    if len(times) == 1:
        clock = times[0].removeprefix("tid ")
        yield replace(bare, kind="tid", value=times[0], said=f"klockan {clock}")


def _stretches(moments: frozenset[str], bare: Statement) -> Iterator[Statement]:
    """The week, month or year of a clause that names no day."""
    for kind in ("vecka", "månad", "år"):
        found = [moment for moment in moments if moment.startswith(f"{kind} ")]
        if len(found) == 1 and not any(moment.startswith("dag ") for moment in moments):
            yield replace(bare, kind=kind, value=found[0], said=_told(found[0]))


def _told(moment: str) -> str:
    kind, _, value = moment.partition(" ")
    return MONTHS[month_number(value) - 1] if kind == "månad" else moment


def _amount(count: Count, clause: str, bare: Statement) -> Statement:
    quantity = count.quantity
    after = _NEXT_WORD.match(clause, quantity.end)
    end = after.end() if after and not quantity.unit else quantity.end
    return replace(
        bare,
        kind=f"tal {quantity.unit}",
        value=f"tal {quantity.value}",
        said=clause[quantity.start : end].strip(" ."),
        amount=quantity.value,
    )


def _thing(count: Count, clause: str, reader: Reader) -> frozenset[str]:
    """What a number counts; nothing where it has a unit, or the word after it is a measure."""
    after = _NEXT_WORD.match(clause, count.quantity.end)
    word = reader.vocabulary.word(after[0].strip().lower()) if after else None
    measured = word and any(tag.startswith("matt.") for tag in word.tags)
    return frozenset() if measured or count.quantity.unit else count.counted
