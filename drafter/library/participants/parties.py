"""Parties as participant lists have them: codes, names and brackets.

They are those of ``prompts/gemensamt/partier_roller.csv``. Capitals in brackets are always taken
for a party, so that local ones need no list; the codes only tell ``(s)`` from other small letters.
"""

import re

from drafter.library.participants.words import ORGANS, ROLES

PARTIES = frozenset({"S", "M", "V", "SD", "L", "C", "MP", "KD", "FI", "FP", "D"})
"""Codes that are a party in small letters too."""

NO_PARTY = "-"

_PARTY_NAMES = {
    "socialdemokraterna": "S",
    "arbetarepartiet-socialdemokraterna": "S",
    "moderaterna": "M",
    "moderata samlingspartiet": "M",
    "vänsterpartiet": "V",
    "sverigedemokraterna": "SD",
    "liberalerna": "L",
    "centerpartiet": "C",
    "centern": "C",
    "miljöpartiet": "MP",
    "miljöpartiet de gröna": "MP",
    "kristdemokraterna": "KD",
    "feministiskt initiativ": "FI",
    "f!": "FI",
    "folkpartiet": "FP",
    "folkpartiet liberalerna": "FP",
    "demokraterna": "D",
}
_NOBODYS = re.compile(
    r"[-–—]|partilös|utan parti(?:beteckning)?|(?:pol(?:itisk|\.) )?vilde|obunden|opolitisk"
)


def bracketed_party(text: str) -> str:
    """The party that brackets name, in upper case; empty when they name none."""
    code = text.strip().upper()
    if code in ORGANS | ROLES:
        return ""
    if code in PARTIES or (text.strip() == code and re.fullmatch(r"[A-ZÅÄÖ]{1,4}", code)):
        return code
    return _named_party(text)


def party_of(cell: str) -> str:
    """The party of a cell in a party column, where any short code will do; empty for none."""
    code = cell.strip(" ()").upper()
    if re.fullmatch(r"[A-ZÅÄÖ]{1,5}", code):
        return code
    return _named_party(cell.strip(" ()")) or (code if "PARTI" in code else "")


def _named_party(text: str) -> str:
    name = " ".join(text.casefold().split())
    return NO_PARTY if _NOBODYS.fullmatch(name) else _PARTY_NAMES.get(name, "")
