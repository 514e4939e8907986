"""Dates as people write them in notes, read and written as Swedish authorities write them.

The day stands before the month. A date in figures alone is taken for one only where nothing else
is likely, so that fractions, case numbers and clock times are left alone.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from drafter.text import date_patterns as patterns
from drafter.text.date_patterns import MONTHS, month_number

_FRACTIONS = {(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (24, 7)}
"""Day and month of what is seldom a date: a half, a third, round the clock."""


class Period(NamedTuple):
    """A stretch of days, both ends included; a single day is its own last."""

    first: date
    last: date


class Day(NamedTuple):
    """A day as written: ``year`` is None where the text leaves it out."""

    day: int
    month: int
    year: int | None = None

    @property
    def exists(self) -> bool:
        """Whether a calendar has it; a leap day does when the year is not told."""
        try:
            date(self.year or 2000, self.month, self.day)
        except ValueError:
            return False
        return True

    @property
    def date(self) -> date | None:
        """The calendar day, or nothing when the year is not told."""
        return date(self.year, self.month, self.day) if self.year else None


class Found(NamedTuple):
    """A date or a stretch of dates in a text, from ``start`` up to ``end``, ``den`` included.

    ``sure`` is false where the same characters could mean something else, as in ``6/10``.
    """

    start: int
    end: int
    first: Day
    last: Day
    sure: bool = True

    @property
    def span(self) -> tuple[int, int]:
        """``start`` and ``end``."""
        return self.start, self.end

    @property
    def period(self) -> Period | None:
        """The calendar days, or nothing when the year is not told."""
        first, last = self.first.date, self.last.date
        return Period(first, last) if first and last else None

    @property
    def written(self) -> str:
        """As running text has it, ``den 16–17 februari 2017``; no year is added."""
        return _write(self.first, self.last)

    @property
    def day_and_month(self) -> str:
        """The same without any year: ``den 22 mars``."""
        return _write(self.first._replace(year=None), self.last._replace(year=None))


def write_period(period: Period) -> str:
    """``den 16–17 februari 2017``, ``den 28 februari – 2 mars 2017``; one day as a date."""
    first, last = period.first, period.last
    return _write(Day(first.day, first.month, first.year), Day(last.day, last.month, last.year))


def _write(first: Day, last: Day) -> str:
    end = f"{last.day} {MONTHS[last.month - 1]}{f' {last.year}' if last.year else ''}"
    if first == last:
        return f"den {end}"
    if (first.month, first.year) == (last.month, last.year):
        return f"den {first.day}–{end}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"den {first.day} {MONTHS[first.month - 1]}{year} – {end}"


def read_date(text: str) -> date | None:
    """The first single day with a year in a text, or nothing."""
    periods = (found.period for found in find_dates(text))
    return next((one.first for one in periods if one and one.first == one.last), None)


def read_period(text: str) -> Period | None:
    """The first stretch of dates with a year, ``28 februari till 2 mars 2017`` included."""
    found = find_dates(text)
    for one, other in zip(found, (*found[1:], None), strict=False):
        whole = _joined(text, one, other) if other else None
        if period := (whole or one).period:
            return period
    return None


def _joined(text: str, one: Found, other: Found) -> Found | None:
    between = text[one.end : other.start]
    if re.fullmatch(r"\s*(?:till(?: och med)?|t\.?o\.?m\.?)\s*", between, re.IGNORECASE):
        return _found((one.start, other.end), one.first, other.last)
    return None


@lru_cache(maxsize=4000)
def find_dates(text: str) -> tuple[Found, ...]:
    """Every date and stretch of dates in a text, in order, none overlapping another."""
    if not any(map(str.isdigit, text)):
        return ()
    found = [read(match) for pattern, read in _READERS for match in pattern.finditer(text)]
    kept: list[Found] = []
    for one in sorted((one for one in found if one), key=lambda one: one.start):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(_listed(text, kept))


def _listed(text: str, found: list[Found]) -> Iterator[Found]:
    """The same, with dates that stand in a list made sure by each other."""
    for before, one, after in zip((None, *found), found, (*found[1:], None), strict=False):
        gaps = [text[a.end : b.start] for a, b in ((before, one), (one, after)) if a and b]
        listed = any(patterns.BETWEEN_DATES.fullmatch(gap) for gap in gaps)
        yield one._replace(sure=True) if listed and not one.sure else one


def _iso(match: re.Match[str]) -> Found | None:
    first = _day(match["d1"], match["m1"], match["y1"])
    last = _day(
        match["d2"] or match["d3"] or match["d1"],
        match["m2"] or match["m3"] or match["m1"],
        match["y2"] or match["y1"],
    )
    return _found(match.span(), first, last)


def _words(match: re.Match[str]) -> Found | None:
    first = last = _day(match["d1"], match["m1"], match["y1"])
    if match["d3"]:
        last = _day(match["d3"], match["m3"], match["y3"])
    elif match["d2"]:
        last = first._replace(day=int(match["d2"]))
    # In "16 och 17 februari" the first day stands outside: this is not the whole date.
    listed = re.search(r"\d ?(?:och|o|eller|el\.?|&|\+|,) ?$", _before(match))
    return _found(match.span(), first, last, sure=not listed)


def _slashes(match: re.Match[str]) -> Found | None:
    last = _day(match["d2"], match["m2"], match["y2"])
    first = last
    if match["d1"]:
        first = _day(match["d1"], match["m1"] or match["m2"], match["y1"])
    told = bool(last.year) or match[0].lower().startswith("den")
    after = match.string[match.end() : match.end() + 5]
    cued = bool(patterns.DATE_BEFORE.search(_before(match)) or patterns.DATE_AFTER.match(after))
    if not told and _is_other_thing(match, last, cued):
        return None
    return _found(match.span(), first, last, sure=told or cued)


def _is_other_thing(match: re.Match[str], day: Day, cued: bool) -> bool:
    """Whether figures with a slash are a fraction, a number or a result rather than a day."""
    after = match.string[match.end() : match.end() + 12]
    fraction = (day.day, day.month) in _FRACTIONS and not cued
    other = patterns.OTHER_THING_AFTER.match(after)
    share = not cued or day.day < day.month
    return bool(fraction or patterns.OTHER_THING_BEFORE.search(_before(match)) or (other and share))


def _single(match: re.Match[str]) -> Found | None:
    day = _day(match["d"], match["m"], match["y"])
    start = match.start("whole") if "whole" in match.groupdict() else match.start()
    return _found((start, match.end()), day, day)


_READERS = (
    (patterns.ISO, _iso),
    (patterns.WORDS, _words),
    (patterns.SLASHES, _slashes),
    (patterns.POINTS, _single),
    (patterns.COMPACT, _single),
)


def _before(match: re.Match[str]) -> str:
    """Enough of the text before a match to tell what it is."""
    return match.string[max(match.start() - 24, 0) : match.start()]


def _day(day: str, month: str, year: str | None) -> Day:
    number = int(month) if month.isdecimal() else month_number(month)
    return Day(int(day), number, _year(year))


def _year(text: str | None) -> int | None:
    """The year of ``2017``, ``-17`` or ``’17``; two figures from 70 on mean the 1900s."""
    figures = re.sub(r"\D", "", text or "")
    if len(figures) == 2:
        return int(figures) + (1900 if int(figures) >= 70 else 2000)
    return int(figures) if figures else None


def _found(span: tuple[int, int], first: Day, last: Day, sure: bool = True) -> Found | None:
    """The stretch, its years made whole; nothing if a day does not exist or the order is wrong."""
    crosses = (first.month, first.day) > (last.month, last.day)
    if last.year and not first.year:
        first = first._replace(year=last.year - crosses)
    elif first.year and not last.year:
        last = last._replace(year=first.year + crosses)
    if not (first.exists and last.exists):
        return None
    backwards = crosses and first.year == last.year and (first.year or first.month == last.month)
    return None if backwards else Found(*span, first, last, sure)
