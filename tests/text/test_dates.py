"""Dates in every notation that notes have, and what only looks like one."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.text.dates import (
    Day,
    Period,
    find_dates,
    read_date,
    read_period,
    write_period,
)

FEBRUARY_23 = date(2017, 2, 23)
DAYS = st.dates(date(1970, 1, 1), date(2069, 12, 31))

SINGLE_DAYS = [
    "2017-02-23",
    "2017/02/23",
    "23/2 -17",
    "23/2-17",
    "23/2 ’17",
    "23/2 2017",
    "23/2-2017",
    "23/2/2017",
    "23.2.2017",
    "den 23 februari 2017",
    "Den 23 Februari 2017",
    "23 feb 2017",
    "23 feb. 2017",
    "23 febr -17",
    "23:e februari 2017",
    "tors 23/2 2017",
    "datum: 170223",
    "Datum 20170223",
]

STRETCHES = [
    ("16-17 feb 2017", "den 16–17 februari 2017"),
    ("den 16–17 februari 2017", "den 16–17 februari 2017"),
    ("16–18/2 2017", "den 16–18 februari 2017"),
    ("16-17/12 -16", "den 16–17 december 2016"),
    ("28 feb - 2 mars 2017", "den 28 februari – 2 mars 2017"),
    ("28/2–2/3 2017", "den 28 februari – 2 mars 2017"),
    ("28 februari till den 2 mars 2017", "den 28 februari – 2 mars 2017"),
    ("28 dec - 3 jan 2018", "den 28 december 2017 – 3 januari 2018"),
    ("28 dec 2017 – 3 jan 2018", "den 28 december 2017 – 3 januari 2018"),
    ("2017-02-16--17", "den 16–17 februari 2017"),
    ("2017-02-28 – 2017-03-02", "den 28 februari – 2 mars 2017"),
    ("5 maj 2025", "den 5 maj 2025"),
]

WITHOUT_A_YEAR = [
    ("tis 6/10", "den 6 oktober", True),
    ("senast 15/6", "den 15 juni", True),
    ("9/4 kl 13", "den 9 april", True),
    ("au 9/4", "den 9 april", True),
    ("t.o.m. 30/6", "den 30 juni", True),
    ("(mån-tis 5-6/10)", "den 5–6 oktober", True),
    ("ska upp den 22 mars, p/bil 7.1", "den 22 mars", True),
    ("5 nov. kort rapport", "den 5 november", True),
    ("15/3", "den 15 mars", False),
    ("16 och 17 feb", "den 17 februari", False),
]

NO_DATES = [
    "2/3 av deltagarna",
    "1/2 sida",
    "24/7",
    "3/2017",
    "nr 3/12",
    "dnr 803-1966/2016",
    "kl. 13.30",
    "1.5",
    "170223",
    "den 31 juni",
    "30 feb 2017",
    "20170230",
    "17-16 feb",
    "5 mars-mötet",
    "maj 2017",
    "070-123 45 67",
]


@pytest.mark.parametrize("text", SINGLE_DAYS)
def test_a_day_is_read_in_every_notation(text: str) -> None:
    assert read_date(f"möte {text}, Åbo") == FEBRUARY_23


@pytest.mark.parametrize(("text", "written"), STRETCHES)
def test_a_stretch_is_read_and_written(text: str, written: str) -> None:
    period = read_period(f"Oslo {text} i Norge")
    assert period is not None
    assert write_period(period) == written


@pytest.mark.parametrize(("text", "written", "sure"), WITHOUT_A_YEAR)
def test_a_date_without_a_year_gets_none(text: str, written: str, sure: bool) -> None:
    (found,) = find_dates(text)
    assert (found.written, found.sure) == (written, sure)
    assert found.period is None


@pytest.mark.parametrize("text", NO_DATES)
def test_other_figures_are_no_dates(text: str) -> None:
    assert find_dates(text) == ()


def test_a_stretch_is_no_single_day() -> None:
    assert read_date("16-17 feb 2017") is None


def test_dates_in_a_list_make_each_other_sure() -> None:
    assert [one.sure for one in find_dates("träffar 9/4, 23/4 o 7/5")] == [True, True, True]


def test_the_span_holds_the_date_and_its_leading_word() -> None:
    text = "möte den 6 okt. i Oslo"
    (found,) = find_dates(text)
    assert text[found.start : found.end] == text[slice(*found.span)] == "den 6 okt."


def test_a_date_can_be_said_without_its_year() -> None:
    (found,) = find_dates("den 16-17 februari 2017")
    assert found.day_and_month == "den 16–17 februari"


def test_a_day_exists_only_if_a_calendar_has_it() -> None:
    assert Day(29, 2).exists
    assert not Day(29, 2, 2017).exists


@settings(deadline=None)
@given(DAYS)
def test_what_is_written_can_be_read(day: date) -> None:
    assert read_date(write_period(Period(day, day))) == day
    assert read_date(day.isoformat()) == day
    assert read_date(f"{day.day}/{day.month} -{day:%y}") == day


@settings(deadline=None)
@given(DAYS, DAYS)
def test_a_stretch_that_is_written_can_be_read(one: date, other: date) -> None:
    period = Period(min(one, other), max(one, other))
    assert read_period(write_period(period)) == period


@settings(deadline=None)
@given(st.text(alphabet="0123456789/-–. denmajfb", max_size=60))
def test_any_figures_can_be_searched(text: str) -> None:
    spans = [found.span for found in find_dates(text)]
    assert spans == sorted(spans)


@pytest.mark.parametrize("piece", ["1", "1/1 ", "den ", "1-", "16 feb-", "2017-", "1 "])
def test_a_huge_line_takes_little_time(piece: str) -> None:
    start = time.process_time()
    assert isinstance(find_dates(piece * (50_000 // len(piece))), tuple)
    assert time.process_time() - start < 2
