"""What a note line says that no calendar, clock or sum allows: kept as it is, and told."""

import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta

from drafter.text import date_patterns as patterns
from drafter.text.date_patterns import WEEKDAYS, month_number
from drafter.text.dates import Day, Found, find_dates

_WEEKDAY = re.compile(
    r"(?<![–-])\b(mån|tis|ons|tor|fre|lör|sön)(?:s?dag(?:en)?|sd?|d)?\.?,? ?(?:den )?$",
    re.IGNORECASE,
)
_PAST_END = re.compile(
    rf"(?<![\d/.,:-])(3[2-9]|[4-9]\d)\s(?:{'|'.join(patterns.MONTHS)})\b", re.IGNORECASE
)
_WEEKS = re.compile(r"\b(?:vecka|veckorna|v\.?)\s?(\d{1,2})(?:\s?[-–]\s?(\d{1,2}))?(?!\d|[.,:/]\d)")
_CLOCK = re.compile(r"\bkl(?:ockan|\.)?\s?(\d{1,2})[.:](\d\d)(?!\d)", re.IGNORECASE)
_HOURS = re.compile(
    r"\bkl(?:ockan|\.)?\s?(\d{1,2})(?:[.:](\d\d))?\s?[-–]\s?(\d{1,2})(?:[.:](\d\d))?(?!\d)",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)(?![\d/-])")
_PART = re.compile(r"(?<![\d,.])(\d{1,3}(?:,\d+)?)\s?(?:%|procent)\s+([^\W\d_]{2,})")
_BETWEEN_PARTS = re.compile(r"\s?(?:,|och|o|samt|/)\s")
_OF = frozenset("av bland hos mot från till fler färre mer mindre högre lägre per i på".split())
_OUT_OF = re.compile(
    r"(?<![\d,./])(\d{1,4}) av (?:totalt |de )?(\d{1,4})(?![\d,./:-]| ?(?:%|kap|§))"
)
_LATEST_MORNING = 9
"""A night's hours end by then: ``kl 22–06`` is right, ``kl 15–13`` is not."""

_HALF_YEAR = 26
"""Weeks that run backwards over more than this run over a new year."""

_BEHIND, _AHEAD = timedelta(days=200), timedelta(days=320)
"""How far from a report's own day the days of its notes lie that leave out their year."""


def find_mistakes(text: str, days: Collection[date] = ()) -> tuple[str, ...]:
    """What cannot be right in a note line, each as a clause in Swedish.

    ``days`` are the days of the report's header, from which a left-out year is understood.
    """
    found = (
        *_wrong_weekdays(text, days),
        *_no_days(text),
        *_no_weeks(text),
        *_no_times(text),
        *_backwards(text),
        *_too_much(text),
    )
    return tuple(dict.fromkeys(found))


def _wrong_weekdays(text: str, days: Collection[date]) -> Iterator[str]:
    for found in find_dates(text):
        said = _WEEKDAY.search(_before(text, found.start).rstrip() + " ")
        possible = tuple(_possible(found, days))
        names = list(dict.fromkeys(WEEKDAYS.values()))
        if said and possible:
            weekday = WEEKDAYS[said[1].lower()]
            fits = {names[one.weekday()] for one in possible}
            if weekday not in fits:
                told = " eller ".join(sorted(fits))
                yield f"{found.written} är en {told}, inte en {weekday}"


def _before(text: str, place: int) -> str:
    """Enough of the text before a place to tell what stands there."""
    return text[max(place - 24, 0) : place]


def _possible(found: Found, days: Collection[date]) -> Iterator[date]:
    """The calendar days that the first day of a date may be."""
    first = found.first
    if first.year:
        yield date(first.year, first.month, first.day)
        return
    for year in {day.year + step for day in days for step in (-1, 0, 1)}:
        if Day(first.day, first.month, year).exists:
            candidate = date(year, first.month, first.day)
            if any(-_BEHIND <= candidate - day <= _AHEAD for day in days):
                yield candidate


def _no_days(text: str) -> Iterator[str]:
    for match in patterns.WORDS.finditer(text):
        for day, month, year in (("d1", "m1", "y1"), ("d2", "m1", "y1"), ("d3", "m3", "y3")):
            if match[day] and not _exists(match[day], match[month], match[year]):
                name = patterns.MONTHS[month_number(match[month]) - 1]
                yield f"den {int(match[day])} {name}{_year(match[year])} finns inte"
    for match in patterns.SLASHES.finditer(text):
        cued = match["y2"] or patterns.DATE_BEFORE.search(_before(text, match.start()))
        if cued and not _exists(match["d2"], match["m2"], match["y2"]):
            name = patterns.MONTHS[int(match["m2"]) - 1]
            yield f"den {int(match['d2'])} {name}{_year(match['y2'])} finns inte"
    yield from (f"den {match[0]} finns inte" for match in _PAST_END.finditer(text))


def _exists(day: str, month: str, year: str | None) -> bool:
    number = int(month) if month.isdecimal() else month_number(month)
    figures = re.sub(r"\D", "", year or "")
    whole = int(figures) if len(figures) == 4 else None
    return Day(int(day), number, whole).exists


def _year(text: str | None) -> str:
    figures = re.sub(r"\D", "", text or "")
    return f" {figures}" if len(figures) == 4 else ""


def _no_weeks(text: str) -> Iterator[str]:
    for match in _WEEKS.finditer(text):
        for week in match.groups():
            if week and not 1 <= int(week) <= 53:
                yield f"vecka {int(week)} finns inte"


def _no_times(text: str) -> Iterator[str]:
    for match in _CLOCK.finditer(text):
        hour, minute = int(match[1]), int(match[2])
        if minute > 59 or hour > 24 or (hour == 24 and minute):
            yield f"klockan {match[1]}.{match[2]} finns inte"


def _backwards(text: str) -> Iterator[str]:
    """Stretches that end before they begin, but not over a night or a new year."""
    for match in _HOURS.finditer(text):
        first = int(match[1]), int(match[2] or 0)
        last = int(match[3]), int(match[4] or 0)
        if last < first and last[0] > _LATEST_MORNING:
            yield f"”{match[0]}” slutar innan det börjar"
    for match in _WEEKS.finditer(text):
        if match[2] and 0 < int(match[1]) - int(match[2]) < _HALF_YEAR:
            yield f"”{match[0]}” slutar innan det börjar"
    for match in _YEARS.finditer(text):
        if match[2] < match[1]:
            yield f"”{match[0]}” slutar innan det börjar"
    for match in (*patterns.WORDS.finditer(text), *patterns.SLASHES.finditer(text)):
        if _is_backwards(match):
            yield f"”{match[0]}” slutar innan det börjar"


def _is_backwards(match: re.Match[str]) -> bool:
    """Whether the days of one month stand in the wrong order: ``17–16 feb``."""
    first, last = match["d1"], match["d2"]
    month, end = match["m1"], match.groupdict().get("m2")
    return bool(
        first and last and int(last) < int(first) and (not month or not end or month == end)
    )


def _too_much(text: str) -> Iterator[str]:
    """Parts that make more than the whole: ``60 % ja, 50 % nej``, ``12 av 10``.

    Each part may be rounded by half a percent.
    """
    for run in _runs(text):
        total = sum(float(one[1].replace(",", ".")) for one in run)
        kinds = {one[2].lower() for one in run}
        parts = 1 < len(run) == len(kinds) and not kinds & _OF
        if parts and total > 100 + len(run) / 2:
            yield f"delarna blir tillsammans {total:.0f} procent"
    for match in _OUT_OF.finditer(text):
        if int(match[1]) > int(match[2]) > 1:
            yield f"”{match[0]}” är mer än alla"


def _runs(text: str) -> Iterator[tuple[re.Match[str], ...]]:
    """The percentages that stand in a row, each with the word that tells its part."""
    run: list[re.Match[str]] = []
    for match in _PART.finditer(text):
        if run and not _BETWEEN_PARTS.fullmatch(text, run[-1].end(), match.start()):
            yield tuple(run)
            run = []
        run.append(match)
    yield tuple(run)
