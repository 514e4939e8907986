"""Dates, weekdays and clock times that are slightly wrong."""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from benchmarks.grounding.nouns import Case, Item
from benchmarks.grounding.operators.swedish import (
    LONG_MONTHS,
    MONTHS,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
    Swap,
    cut,
    like,
    starts,
)
from drafter.nouns import Sentence

_DAY = re.compile(rf"(?<=\b[Dd]en )(\d{{1,2}})(?:–(\d{{1,2}}))?(?= (?:{'|'.join(MONTHS)}))")
_MONTH = re.compile(rf"(?<!–)\b(?:{'|'.join(MONTHS)})\b(?!–)")
_YEAR = re.compile(r"(?<!\d )(?<!\d)(?:19|20)\d\d(?![\d-])")
_WEEK = re.compile(r"(?<=\b[Vv]ecka )(\d{1,2})(?:–(\d{1,2}))?")
_QUARTER = re.compile(r"\b(?:första|andra|tredje|fjärde)(?= kvartalet)")
_SEASON = re.compile(rf"\b(?:{'|'.join(SEASONS)})(?= \d{{4}})")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})(?=en\b|ar\b|s)", re.IGNORECASE)
_CLOCK = re.compile(r"(?<=\b[Kk]lockan )(?:(\d{1,2}(?:\.\d\d)?)–)?(\d{1,2}(?:\.\d\d)?)")
_TIME = re.compile(r"(?<![\d.])\d{1,2}(?:[.:]\d\d)?(?![\d.])")


def spans(text: str) -> list[tuple[int, int]]:
    """Where days, weeks, years and times stand in a text."""
    patterns = (_DAY, _YEAR, _WEEK, _QUARTER, _CLOCK)
    return [match.span() for pattern in patterns for match in pattern.finditer(text)]


def turn_date(case: Case, item: Item, chance: Random) -> Iterator[Sentence]:
    """Another day, month, year, week, quarter or season."""
    text, known = item.sentence.text, case.known(item.sentence)
    swaps = [*_moved(_DAY, 28, text, chance), *_moved(_WEEK, 52, text, chance)]
    swaps += [*_years(text, chance), *_months(text, chance), *_words(text, chance)]
    fresh = [swap for swap in swaps if not starts(swap.stem, (*known, text))]
    chance.shuffle(fresh)
    yield from (replace(item.sentence, text=cut(text, swap)) for swap in fresh)


def turn_weekday(case: Case, item: Item, chance: Random) -> Iterator[Sentence]:
    """Another day of the working week."""
    text, known = item.sentence.text, case.known(item.sentence)
    for match in _WEEKDAY.finditer(text):
        others = [day for day in WEEKDAYS[:5] if not starts(day[:3], (*known, text))]
        for day in chance.sample(others, min(2, len(others))):
            swap = Swap(match.span(), like(day, match.group()), day)
            yield replace(item.sentence, text=cut(text, swap))


def turn_time(case: Case, item: Item, chance: Random) -> Iterator[Sentence]:
    """Another hour or other minutes; the end of a period stays after its beginning."""
    text = item.sentence.text
    taken = {_clock(time) for known in case.known(item.sentence) for time in _TIME.findall(known)}
    for match in _CLOCK.finditer(text):
        start, time = match.groups()
        later = [one for one in _other_times(time) if not start or _clock(one) > _clock(start)]
        fresh = [one for one in later if _clock(one) not in taken]
        for new in chance.sample(fresh, min(2, len(fresh))):
            yield replace(item.sentence, text=cut(text, Swap(match.span(2), new, new)))


def _moved(pattern: re.Pattern[str], last: int, text: str, chance: Random) -> Iterator[Swap]:
    """A day or a week, or a period of them, moved by a little but not beyond the last."""
    for match in pattern.finditer(text):
        ends = [int(end) for end in match.groups() if end]
        moves = [move for move in (-7, -2, -1, 1, 2, 3, 7, 10) if ends[0] + move >= 1]
        moves = [move for move in moves if ends[-1] + move <= last]
        if moves:
            move = chance.choice(moves)
            new = "–".join(str(end + move) for end in ends)
            yield Swap(match.span(), new, str(ends[0] + move))


def _years(text: str, chance: Random) -> Iterator[Swap]:
    for match in _YEAR.finditer(text):
        new = str(int(match.group()) + chance.choice((-1, 1)))
        yield Swap(match.span(), new, new)


def _months(text: str, chance: Random) -> Iterator[Swap]:
    """One of the nearest months that have 31 days, so that every day fits."""
    for match in _MONTH.finditer(text):
        at = MONTHS.index(match.group())
        near = sorted(LONG_MONTHS, key=lambda month: abs(MONTHS.index(month) - at))
        new = chance.choice([month for month in near if month != match.group()][:3])
        yield Swap(match.span(), new, new[:3])


def _words(text: str, chance: Random) -> Iterator[Swap]:
    """Quarters and seasons."""
    for pattern, words in ((_QUARTER, ORDINALS[:2]), (_SEASON, SEASONS)):
        for match in pattern.finditer(text):
            new = chance.choice([word for word in words if word != match.group()])
            yield Swap(match.span(), new, new)


def _other_times(time: str) -> list[str]:
    hour, _, minutes = time.partition(".")
    hours = [str(int(hour) + move) for move in (-1, 1, 2) if 0 <= int(hour) + move <= 23]
    hours = [one.zfill(len(hour)) if hour.startswith("0") else one for one in hours]
    if not minutes:
        return hours
    moved = [one for one in ("00", "10", "15", "30", "40", "45") if one != minutes]
    return [f"{one}.{minutes}" for one in hours] + [f"{hour}.{one}" for one in moved]


def _clock(time: str) -> tuple[int, int]:
    hour, _, minutes = time.replace(":", ".").partition(".")
    return int(hour), int(minutes or 0)
