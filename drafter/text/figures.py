"""Dates, clock times and amounts as running Swedish text has them; no figure changes its value.

The forms are those of Myndigheternas skrivregler: ``kl. 14.20``, ``10 procent``, ``16–17``,
``31 480`` with a hard space, and a number up to twelve in letters before a unit of time.
"""

import re

from drafter.text.date_patterns import WEEKDAYS
from drafter.text.dates import find_dates

HARD_SPACE = "\u00a0"

_FIGURE = re.compile(r"\d")
_DAY = rf"(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})"
_DAYS = re.compile(rf"\b({_DAY})(?:dag)?\.?\s?[-–]\s?({_DAY})(?:dag)?(?![^\W\d_])", re.IGNORECASE)
_WEEKDAY = re.compile(rf"(?<![–-])\b({_DAY})(?:dag|dagen)?\.?,? (?=den \d)", re.IGNORECASE)

# No time: "KL 5:12" is a law, and "1:10" a scale unless it says "kl."
_LAW = r"(?<![A-ZÅÄÖ] )(?<!kap\. )"
_HOUR = r"(?:2[0-3]|[01]\d|[02-9]|(?:(?<=[Kk]l )|(?<=[Kk]l\. ))1)"
_CLOCK = re.compile(rf"{_LAW}(?<![\d:.,/])({_HOUR}):([0-5]\d)(?![\d:])")
_AT = re.compile(r"\b([Kk]l)\.?\s*(?=\d)")
_TIMES = re.compile(r"(?<![\d.:,/–-])(\d{1,2}(?:\.\d\d)?)\s?-\s?(\d{1,2}\.\d\d)(?![\d.])")
_AT_TIMES = re.compile(r"(?<=kl\. )(\d{1,2}(?:\.\d\d)?)\s?-\s?(\d{1,2}(?:\.\d\d)?)(?![\d.])")
_INTERVAL = re.compile(r"(?<![\w/.,:–-])(\d{1,4})-(\d{1,4})(?![\w/–-]|[.:,]\d)")

_AMOUNTS = (
    (re.compile(r"(?<=\d)\s?%-ig"), "-procentig"),
    (re.compile(r"(?<=\b1)\s?%-enh(?:et)?\b\.?"), " procentenhet"),
    (re.compile(r"(?<=\d)\s?%-enh(?:eter|et)?\b\.?"), " procentenheter"),
    (re.compile(r"(?<=\d)\s?%"), " procent"),
    (re.compile(r"(?<=\d):-(?!\w)"), " kronor"),
    (re.compile(r"(?<=\d)\s?€"), " euro"),
    (re.compile(r"(?<=\d)h ?(?=\d\d? ?min)"), " h "),
)
_PER = re.compile(
    r"(?<=\d)(\s?(?:[mt]?kr|mnkr|kkr|kronor|euro|procent|min|tim|h|st|ggr|gånger|sid|dgr|timmar"
    r"|minuter|kvm|km|personer|pers))\s?/\s?(?=[^\W\d_]|\d\b)"
)
_PER_TIME = re.compile(
    r"(?<=\d )((?:milj\.? |miljoner |tusen )?[^\W\d_]{2,30})/"
    r"(?=(?:år|kvartal|termin|månad|mån|vecka|v|dag|dygn|natt|timme|tim|h|minut|min)\b)"
)

_LONG = re.compile(r"(?<![\w.,:/§#+–-])([1-9]\d{4,8})(?![\w/:–-]|[.,]\d)")
_LABELLED = re.compile(
    r"(?:nr|dnr|id|tel|telefon|mobil|kod|konto|gironr|bankgiro|plusgiro|ärende\w*|anm\w*|nummer)"
    r"[.:]? ?$",
    re.IGNORECASE,
)
_STANDARD = re.compile(r"\b[A-ZÅÄÖ]{2,6}(?: |-)$")
_DATE_LIKE = re.compile(r"(?:(?:19|20)?\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_SPACED = re.compile(r"(?<![\d.,:–-])(?<!\d )([1-9]\d{0,2}(?: \d{3})+)(?![\d])")

_WORDS = "noll en två tre fyra fem sex sju åtta nio tio elva tolv".split()
_COUNTED = re.compile(
    r"(?<![\w.,:/§–-])(?<!\d )([2-9]|1[0-2]) "
    r"(?=(?:(?:veckor|månader|dagar|timmar|minuter|dygn|år)s?)\b)"
)
_NUMBERED = re.compile(
    r"(?:\b(?:dag|vecka|nr|punkt|bilaga|fas|steg|del|session|grupp|version|kapitel|kap\.|kl\."
    r"|\d (?:av|och|eller|till|à)|\d och en halv)|§) ?$",
    re.IGNORECASE,
)


def spell_figures(text: str) -> str:
    """Weekdays, dates, times and amounts written out."""
    text = _DAYS.sub(lambda days: f"{WEEKDAYS[days[1].lower()]}–{WEEKDAYS[days[2].lower()]}", text)
    if not _FIGURE.search(text):
        return text
    return spell_amounts(spell_times(spell_dates(text)))


def spell_dates(text: str) -> str:
    """Every date that can only be a date, written out: ``tisdagen den 6 oktober``."""
    pieces, at = [], 0
    for found in find_dates(text):
        if found.sure and not text.endswith("på ", 0, found.start):
            pieces += [text[at : found.start], found.written]
            at = found.end
    text = "".join((*pieces, text[at:]))
    return _WEEKDAY.sub(lambda day: f"{WEEKDAYS[day[1].lower()]}en ", text)


def spell_times(text: str) -> str:
    """``kl. 14.20`` and ``9.00–15.30``; other intervals of figures get their dash as well."""
    text = _AT.sub(r"\1. ", _CLOCK.sub(r"\1.\2", text))
    text = _AT_TIMES.sub(r"\1–\2", _TIMES.sub(r"\1–\2", text))
    return _INTERVAL.sub(_interval, text)


def _interval(match: re.Match[str]) -> str:
    """A dash between rising figures; others may be a result or a number of something."""
    return f"{match[1]}–{match[2]}" if int(match[1]) < int(match[2]) else match[0]


def spell_amounts(text: str) -> str:
    """``10 procent``, ``4 900 kronor`` for ``4900:-``, and ``per`` for a slash after a unit."""
    for pattern, words in _AMOUNTS:
        text = pattern.sub(words, text)
    return _PER_TIME.sub(r"\1 per ", _PER.sub(r"\1 per ", text))


def group_figures(text: str) -> str:
    """Figures of long numbers in groups of three, parted by hard spaces."""
    text = _LONG.sub(_grouped, text)
    return _SPACED.sub(lambda number: number[0].replace(" ", HARD_SPACE), text)


def count_in_letters(text: str) -> str:
    """``två veckor`` for ``2 veckor``: numbers from two to twelve before units of time."""

    def spell(match: re.Match[str]) -> str:
        before = text[max(match.start() - 16, 0) : match.start()]
        return match[0] if _NUMBERED.search(before) else f"{_WORDS[int(match[1])]} "

    return _COUNTED.sub(spell, text)


def _grouped(match: re.Match[str]) -> str:
    """A number with spaces, unless it names a thing or could be a date."""
    before = match.string[max(match.start() - 16, 0) : match.start()]
    if _LABELLED.search(before) or _STANDARD.search(before) or _DATE_LIKE.fullmatch(match[1]):
        return match[0]
    return f"{int(match[1]):,}".replace(",", HARD_SPACE)
