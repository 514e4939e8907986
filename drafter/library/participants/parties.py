"""Parties as participant lists have them: codes, names and brackets.

They are those of ``prompts/gemensamt/partier_roller.csv``. Capitals in brackets are always taken
for a party, so that local ones need no list; the codes only tell ``(s)`` from other small letters.
"""

import re

from drafter.library.participants.attendance import is_remark
from drafter.library.participants.words import ORGANS, PLACES, ROLES, is_role, is_unit

PARTIES = frozenset({"S", "M", "V", "SD", "L", "C", "MP", "KD", "FI", "FP", "D"})
"""Codes that are a party in small letters too."""

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
_OWN_NAME = re.compile(r"(?!PARTILÖS|UTAN ).*PARTI.*")
_LOCAL = re.compile(r"[^()]+\(([A-ZÅÄÖ][a-zåäöé]{3,})\)")


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
    return _named_party(cell.strip(" ()")) or (code if _OWN_NAME.fullmatch(code) else "")


def local_party(part: str) -> str:
    """The local party, as written, that ends a role or a unit: ``ledamot (Vägvalet)``.

    Such parties are in no list, so that any capitalised word is one unless it is a place, a role,
    a unit or a remark.
    """
    found = _LOCAL.fullmatch(part)
    word = found[1] if found else ""
    known = word in PLACES or is_role(word) or is_unit(word) or is_remark(word)
    return "" if known else word


def unless_initials(party: str, name: str) -> str:
    """The party, unless it is no known one but the initials of its bearer: ``Eva Öst (EÖ)``."""
    initials = "".join(filter(str.isupper, re.findall(r"\b\w", name)))
    return "" if party == initials and party not in PARTIES else party


def _named_party(text: str) -> str:
    return _PARTY_NAMES.get(" ".join(text.casefold().split()), "")
