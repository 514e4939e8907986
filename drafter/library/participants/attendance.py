"""What participant lists say of attendance: who came, who did not, and who came in part."""

import re

_ABSENT = re.compile(
    r"(?:(?:var |är )?frånvarande|frånv(?:aro|\.)?|anmäld frånvaro|absent|declined|"
    r"(?:ej|icke|inte) (?:närvarande|på plats|med)|närvara(?:de|r) (?:ej|inte)|"
    r"(?:delt(?:og|ar|agit)|kom|anslöt|medverkade|reste|åkte) (?:ej|inte|aldrig)|"
    r"(?:ej|inte) deltagit|uteblev|utebliven|ställde in|"
    r"(?:fick |anmält |anmälde |har )?förhinder|förhindrad|"
    r"(?:lämnat |lämnade |gav )?återbud|av(?:bokad|bokat|böjt|böjde|anmäld)|tacka(?:t|de|r) nej|"
    r"sjuk|sjukanmäld|sjukskriven|sjukfrånvaro|vab|vabbar)(?![\w-])(.*)",
    re.IGNORECASE,
)
# What may follow such words when they still hold for the whole event: a cause, or who it is.
_CAUSE = re.compile(
    r"(?:[,;:(–-].*|(?:pga|p\.? ?g\.? ?a|på grund|med anledning|av|sjuk|vab|semester|annat|hela|"
    r"ledam|deltag|person|utan).*)?",
    re.IGNORECASE,
)
_PART_OF_THE_TIME = re.compile(
    r"\d|\b(?:dag|dagen|fm|em|förmiddag\w*|eftermiddag\w*|kväll\w*|lunch\w*|delvis|del av|"
    r"mån|tis|ons|tors?|fre|(?:mån|tis|ons|tors|fre)dag\w*)\b",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*"
_REMARK = re.compile(
    r"(?:endast|bara|enbart|delvis|del av|digitalt|på distans|distans|hybrid|online|på plats|"
    r"närvarande|via (?:teams|zoom|länk|webb|video|telefon)|deltog|deltar|deltagit|tjänstledig|"
    r"reste|åkte|anslöt|ansluter|anlände|lämnade|gick|avvek|medverkade|"
    r"kom (?:sen|försen|först|kl)\w*|"
    r"föräldraledig|semester|ledig|preliminär|obekräftad|(?:ej|inte) bekräftad|fr\.?o\.?m|"
    r"t\.?o\.?m|från (?:kl|lunch|den|och med)|till (?:kl|lunch|och med)|kl|dag(?:arna)? \d+|fm|em|"
    rf"förmiddagen|eftermiddagen|\d{{1,2}}/\d{{1,2}}|(?:den )?\d{{1,2}}(?:[-–]\d{{1,2}})? {_MONTH})"
    r"(?![\w-]).*",
    re.IGNORECASE,
)
_GATHERING = re.compile(
    r"(?:övriga )?(?:deltagar(?:e|na)|närvarande|närvaro|medverkande|delegat(?:er|ion|ionen)|namn|"
    r"på plats|participants)(?: .*)?|(?:deltagar|närvaro|namn)(?:lista|förteckning).*|förnamn.*",
    re.IGNORECASE,
)

_YES = frozenset("ja j yes y true sant 1 x närvarande nv deltog deltar deltagit ok".split())
TICKS = frozenset({"x", "✓", "✔", "√", "☑", "☒"})
"""Marks that say yes where they stand, and so no where they do not."""
DASHES = frozenset("-–—")
"""Marks that say that there is nothing, and so no in a column of attendance."""
_NO = frozenset({"nej", "n", "no", "0", "false", "falskt", *DASHES})
_ELSEWHERE = frozenset({"semester", "ledig", "tjänstledig", "föräldraledig", "bortrest"})


def is_absence(text: str) -> bool:
    """Whether a remark says that somebody did not come at all: ``sjuk``, but not ``sjuk dag 2``."""
    found = _ABSENT.fullmatch(text.strip())
    rest = found[1].strip() if found else ""
    whole = _CAUSE.fullmatch(rest) and not is_partial(rest)
    return bool(found and whole)


def attendance_told(title: str) -> bool | None:
    """Whether a heading stands above those who came or those who did not; nothing for neither."""
    words = re.sub(r"\s*\([^()]*\)\s*$", "", title.strip())
    if found := _ABSENT.fullmatch(words):
        return None if is_partial(found[1]) else False
    return True if _GATHERING.fullmatch(words) else None


def is_partial(text: str) -> bool:
    """Whether a remark holds for a part of the time only: ``dag 2``, ``fm``, ``7/10``."""
    return bool(_PART_OF_THE_TIME.search(text))


def is_plain_no(cell: str) -> bool:
    """Whether a cell says no and nothing more."""
    return cell.strip().casefold().rstrip(".") in _NO


def is_away(cell: str) -> bool:
    """Whether a cell in a column of attendance says no, be it by saying where else she was."""
    return is_plain_no(cell) or cell.strip().casefold() in _ELSEWHERE or is_absence(cell)


def is_yes(cell: str) -> bool:
    """Whether a cell in a column of attendance says yes and nothing more."""
    return cell.strip().casefold().rstrip(".") in _YES | TICKS


def is_remark(text: str) -> bool:
    """Whether a part of a row tells of attendance rather than of the person."""
    return bool(_ABSENT.fullmatch(text.strip()) or _REMARK.fullmatch(text.strip()))
