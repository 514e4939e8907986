"""Find the points in time that a text names: days, months, years, weeks, quarters and times."""

import re
from collections.abc import Callable, Iterable, Iterator

from drafter.text.date_patterns import MONTHS, WEEKDAYS
from drafter.text.dates import Day, find_dates

_YEAR = re.compile(r"(?<![\d/.,])(?:19|20)\d\d(?![\d/]|-tal)")
_BEFORE_YEAR = (
    "ren ten ern jan feb mar ars apr maj jun jul aug sep ept okt nov dec ari ber uli uni ril"
)
_SHORT_YEAR = re.compile(
    rf"(?:(?<=[^\W\d_]{{2}} )[’']|(?<=(?:{'|'.join(_BEFORE_YEAR.split())}) )-|\b[hv]t[ -]?)"
    r"(\d\d)(?![\d%])"
)
_DECADE = re.compile(r"(?<!\d)(?:19|20)?(\d0)-tal")
_CLOCK = r"(?:[01]?\d|2[0-4])(?:[.:]?[0-5]\d)?(?!\d)"
_TIME = re.compile(
    rf"\bkl(?:ockan|\.)?\s?({_CLOCK})(?:\s?[-–]\s?({_CLOCK}))?(?!\d|:\d)"
    r"|(?<![\d.,:/])([01]?\d|2[0-4])[.:]([0-5]\d)(?!\d|[.:/]\d)"
    r"(?!\s?(?:%|procent|miljon|miljard|milj|mkr|tkr|kr|km))"
)
_SEASON = re.compile(
    rf"(?<![\d/])(?:20)?(?:{'|'.join(f'(?:{one}/{one + 1})' for one in range(13, 60))})(?![\d/])"
)
_WEEK = re.compile(
    r"\b(?:vecka|v\.?)\s?(\d{1,2})(?:\s?[-–]\s?(\d{1,2}))?(?!\d|[\s\u00a0]\d{3}(?!\d))"
)
_QUARTER = re.compile(r"\bQ([1-4])\b|\b(första|andra|tredje|fjärde) kvartalet")
_QUARTERS = {"första": "1", "andra": "2", "tredje": "3", "fjärde": "4"}
_WEEKDAY = re.compile(
    r"\b(mån|tis|ons|tor|fre|lör|sön)(?:s?dag\w*|s?d|(?<=tor)s)?\b"
    r"|(?:^|(?<=[\s(:,]))(må|ti|on|to|fr|lö|sö)(?= \d{1,2}[/ ][\djfmasond])"
)
_MONTH = re.compile(
    r"\b(jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)"
    r"(?:uari|ruari|s|il|i|usti|tember|ober|ember|r|t)?\b"
)
_CASE_NUMBER = re.compile(r"\b\d{2,4}-\d{1,6}/\d{4}\b|\b[A-ZÅÄÖ]{2,5} ?\d{4}[/-]\d{1,6}\b")


def find_moments(text: str) -> tuple[str, frozenset[str]]:
    """The text without its points in time, and these as short strings.

    ``dag 16-2``, ``månad feb``, ``år 2017``, ``säsong 26/27``, ``tid 14.20``, ``vecka 38``,
    ``kvartal 4``, ``veckodag tis`` and ``årtionde 90``.
    """
    found: set[str] = set()
    blanked, lower = text, text.lower()
    if _DIGIT.search(text):
        blanked = _CASE_NUMBER.sub(_blank, text)
        for date in find_dates(blanked):
            found.update(_days(date.first, date.last))
            blanked = blanked[: date.start] + " " * (date.end - date.start) + blanked[date.end :]
        for pattern, moments in _NUMBERED:
            for match in pattern.finditer(blanked):
                found.update(moments(match))
            blanked = pattern.sub(_blank, blanked)
    found.update(f"veckodag {_weekday(match)}" for match in _WEEKDAY.finditer(lower))
    found.update(f"månad {match[1]}" for match in _MONTH.finditer(lower))
    found.update(f"kvartal {match[1] or _QUARTERS[match[2]]}" for match in _QUARTER.finditer(text))
    return _QUARTER.sub(_blank, blanked), frozenset(found)


_DIGIT = re.compile(r"\d")


def _weekday(match: re.Match[str]) -> str:
    return match[1] or next(day for day in WEEKDAYS if day.startswith(match[2]))


def _times(match: re.Match[str]) -> Iterator[str]:
    clocks = [f"{match[3]}.{match[4]}"] if match[3] else [match[1], match[2]]
    for clock in clocks:
        if clock:
            digits = re.sub(r"\D", "", clock)
            hour, minute = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
            yield f"tid {int(hour)}.{minute}"


def _weeks(match: re.Match[str]) -> Iterator[str]:
    return (f"vecka {int(week)}" for week in match.groups() if week)


def _season(match: re.Match[str]) -> Iterator[str]:
    """A winter, or a year of school, that begins in one year and ends in the next."""
    yield f"säsong {match[0][-5:]}"


_NUMBERED: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterable[str]]], ...] = (
    (_SEASON, _season),
    (_TIME, _times),
    (_WEEK, _weeks),
    (_DECADE, lambda match: [f"årtionde {match[1]}"]),
    (_YEAR, lambda match: [f"år {match[0]}"]),
    (_SHORT_YEAR, lambda match: [f"år 20{match[1]}"]),
)


def _days(first: Day, last: Day) -> Iterator[str]:
    for day in (first, last):
        yield f"dag {day.day}-{day.month}"
        yield f"månad {MONTHS[day.month - 1][:3]}"
        if day.year:
            yield f"år {day.year}"


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
