"""The notations in which people write dates, as regular expressions, with the names of the days.

Every pattern has groups for day, month and year: ``d1 m1 y1`` for the first day of a stretch and
``d2 m2 y2`` for its last, or ``d m y`` for a single day.
"""

import re

MONTHS = tuple(
    """januari februari mars april maj juni juli augusti september oktober november
    december""".split()
)
_SHORT = tuple("jan febr feb mar apr jun jul aug sept sep okt nov dec".split())
WEEKDAYS = {
    "mån": "måndag",
    "tis": "tisdag",
    "tisd": "tisdag",
    "ons": "onsdag",
    "onsd": "onsdag",
    "tor": "torsdag",
    "tors": "torsdag",
    "torsd": "torsdag",
    "fre": "fredag",
    "fred": "fredag",
    "lör": "lördag",
    "lörd": "lördag",
    "sön": "söndag",
    "sönd": "söndag",
}


def month_number(name: str) -> int:
    """1–12 for a month's name, whole or shortened; its first three letters tell."""
    starts = [month[:3] for month in MONTHS]
    return starts.index(name[:3].lower()) + 1


_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_FULL_YEAR = r"(?:19|20)\d\d"
# A shortened month's point goes with it only where the sentence clearly goes on.
_NAME = (
    rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(_SHORT)})"
    rf"(?:\.(?=\s(?:{_FULL_YEAR}|kl|i|på|till|med|hos|vid|och|[-–])(?!\w))|(?![^\W\d_])))"
)
# Two figures are no year where they begin the next date: "16 feb-25 mars", "23/2-25/2".
_YEAR = (
    rf"(?:(?:\s+|\s?[-/'’´]|\s-){_FULL_YEAR}"
    rf"|\s?[-/'’´]\d\d(?!\s?(?:{'|'.join((*MONTHS, *_SHORT))})|\s?[-–/.:]\d))(?!\d)"
)
_START = r"(?<![\w/:–-])(?<!\d[.,])(?:(?:den|d\.)\s+)?"
_END = r"(?!\w|[-/]\w|[.:,]\d)"

ISO = re.compile(
    rf"(?<![\w/.:-])(?P<y1>{_FULL_YEAR})(?P<mark>[-/])(?P<m1>0[1-9]|1[0-2])(?P=mark)(?P<d1>\d\d)"
    rf"(?:\s?(?:–|--?|/)\s?(?P<y2>{_FULL_YEAR})-(?P<m2>\d\d)-(?P<d2>\d\d)"
    r"|(?:–|--?|/)(?:(?P<m3>\d\d)-)?(?P<d3>\d\d))?(?![\w/]|[-.:,]\d)"
)
"""``2017-02-16``, ``2017-02-16–17``, ``2017-02-28 – 2017-03-02``; ``m3 d3`` is a short last day."""

WORDS = re.compile(
    rf"{_START}(?P<d1>{_DAY})(?::?e)?(?:\s?[-–]\s?(?P<d2>{_DAY}))?\s{{0,2}}(?P<m1>{_NAME})"
    rf"(?P<y1>{_YEAR})?"
    rf"(?:\s?[-–]\s?(?:den\s+)?(?P<d3>{_DAY})\s(?P<m3>{_NAME})(?P<y3>{_YEAR})?)?{_END}",
    re.IGNORECASE,
)
"""``den 16–17 februari 2017``: ``d2`` in the same month, or ``d3 m3 y3`` in another."""

SLASHES = re.compile(
    rf"{_START}(?:(?P<d1>{_DAY})(?:/(?P<m1>{_MONTH})(?P<y1>{_YEAR})?)?\s?[-–]\s?)?"
    rf"(?P<d2>{_DAY})/(?P<m2>{_MONTH})(?P<y2>{_YEAR})?{_END}",
    re.IGNORECASE,
)
"""``23/2 -17``, ``16–18/2 2017``, ``28/2–2/3``; a single day is ``d2 m2 y2``."""

POINTS = re.compile(rf"{_START}(?P<d>{_DAY})\.(?P<m>{_MONTH})\.(?P<y>{_FULL_YEAR}){_END}")
"""``23.2.2017``."""

COMPACT = re.compile(
    r"\b(?:datum|dat\.?|daterad|dag)\s?:?\s?"
    rf"(?P<whole>(?P<y>(?:{_FULL_YEAR}|\d\d))(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)){_END}",
    re.IGNORECASE,
)
"""``170223`` and ``20170223``, only after a word that says that it is a date."""

OTHER_THING_BEFORE = re.compile(
    r"(?:\b(?:nr|dnr|prop|bil|sid|s|betyg|röster)\.?|§) ?$", re.IGNORECASE
)
OTHER_THING_AFTER = re.compile(
    r"\s?(?:%|(?:av|tid|tjänst|dygn|sida|sidor|liter|röster|poäng|rätt|år)\b|del)", re.IGNORECASE
)
"""What makes ``2/3`` a fraction, a number or a result: ``2/3 av``, ``nr 2/3``."""

_CUES = """au beslut dat datum daterad dagen deadline efter fom fr från fullmäktige före inför innan
    kallelse kf klar klart ks ksau med möte mötet nämnd nämnden nästa rådet sammanträde sammanträdet
    senast sista start styrelsen till tom utskottet""".split()
DATE_BEFORE = re.compile(
    rf"(?:^|[\s(–-])(?:(?:{'|'.join(WEEKDAYS)})(?:dag)?(?:en)?|{'|'.join(_CUES)}"
    r"|(?:t|fr)\.? ?o\.? ?m)[.,]? ?:? ?$",
    re.IGNORECASE,
)
DATE_AFTER = re.compile(r",? ?kl\b")
"""What makes ``23/2`` a date beyond doubt: a weekday, a word that only a date follows, a time."""

BETWEEN_DATES = re.compile(r" ?(?:,|och|o|samt|,? ?(?:och|o) den) ?")
"""What stands between the dates of a list: two that may be dates make each other sure."""
