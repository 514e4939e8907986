"""Personal numbers and coordination numbers: told by a plausible date, right or mistyped.

Source: folkbokföringslagen (1991:481) 18 §, förordningen (2023:363) om samordningsnummer: a
coordination number has 60 added to its day.
"""

import re

IDENTITY = re.compile(
    r"(?<!\d)(?<!\d[/:.,-])(?P<it>(?:(?P<century>1[89]|20) ?)?(?P<year>\d{2})(?P<parted>[- ])?"
    r"(?P<month>0[1-9]|1[0-2])(?(parted)(?P=parted))"
    r"(?P<day>0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
    r"(?P<mark> ?[-+] {0,4}| )?(?P<serial>\d{4}|[a-z]\d{3}|[a-z]{2}\d{2}|x{4}|\*{4}))"
    r"(?![\w*])(?!-\d)"
)

_CASE = re.compile(r"(?:\bdnr|diarienummer|diarienr|ärende(?:nr|nummer)?)[.:]? *$")
_CLOCK = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d")
_RECENT = range(10, 40)
"""Two-digit years in which notes are written and officials were not born."""


def is_identity(match: re.Match[str]) -> bool:
    """Whether a match is a person's number rather than a day with an hour or a second day.

    A valid check digit settles what is no stretch of days (``170216-0217``). Without one, a
    recent day with an hour is no number (``20261007 1430``), nor is what calls itself a case.
    """
    mark = (match["mark"] or "").strip()
    if mark == "+" or not match["serial"].isdigit():
        return bool(mark)
    if _is_stretch(match):
        return False
    if has_check_digit(match["year"] + match["month"] + match["day"] + match["serial"]):
        return True
    if match["parted"] and not mark:
        return False
    before = match.string[max(0, match.start() - 24) : match.start()]
    clock = _is_recent(match) and _CLOCK.fullmatch(match["serial"])
    return not clock and not _CASE.search(before)


def _is_recent(match: re.Match[str]) -> bool:
    return int(match["year"]) in _RECENT and match["century"] in (None, "20")


def _is_stretch(match: re.Match[str]) -> bool:
    """Whether a later day of the same month or the next follows a recent day."""
    month, day = int(match["serial"][:2]), int(match["serial"][2:])
    later = match["serial"] > match["month"] + match["day"]
    return _is_recent(match) and later and month - int(match["month"]) < 2 and 1 <= day <= 31


def has_check_digit(digits: str) -> bool:
    """Whether the last digit is the one that the Luhn algorithm gives."""
    total = 0
    for at, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + at % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
