"""Whether a text has the words of a quotation."""

import re
import unicodedata

_ELLIPSIS = re.compile(r"\[?(?:…|\.\.\.)\]?")
_DENIAL = re.compile(
    r"\b(?:inte|ej|icke|aldrig|ing(?:en|et|a)|varken|utan|knappast)\b", re.IGNORECASE
)
_LEAST = 3
"""How many letters and figures a part of a quotation must have to say anything."""


def stands_in(quote: str, text: str) -> bool:
    """Whether a folded text has a folded quotation, in whole words and in order.

    The quotation may leave something out and show it by an ellipsis, but nothing that denies.
    """
    if quote == text:
        return True
    place = 0
    for at, part in enumerate(one.strip() for one in _ELLIPSIS.split(quote)):
        if part not in text or sum(char.isalnum() for char in part) < _LEAST:
            return False
        found = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)").search(text, place)
        if not found or (at and _DENIAL.search(text[place : found.start()])):
            return False
        place = found.end()
    return True


def longest_part(quote: str) -> str:
    """The longest unbroken part of a quotation: a text without it does not have the quotation."""
    return max((part.strip() for part in _ELLIPSIS.split(quote)), key=len)


def folded(text: str) -> str:
    """A text in one Unicode form, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())
