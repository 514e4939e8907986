"""Numbers and addresses that point at a person: told by their shape, whether valid or mistyped."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class PersonalKind(StrEnum):
    """What a number or an address is, as an official calls it."""

    IDENTITY = "personnummer"
    PHONE = "telefonnummer"
    EMAIL = "e-postadress"
    ADDRESS = "adress"
    ACCOUNT = "kontonummer"
    CARD = "kortnummer"
    VEHICLE = "registreringsnummer"
    IP = "ip-adress"


@dataclass(frozen=True, slots=True)
class Personal:
    """A part of a text that points at a person."""

    start: int
    end: int
    kind: PersonalKind


_PATTERNS = (
    (PersonalKind.EMAIL, re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    (PersonalKind.IDENTITY, re.compile(r"(?<!\d)(?:\d{2})?\d{6}[-+ ]?\d{4}(?!\d)")),
    (
        PersonalKind.PHONE,
        re.compile(r"(?<!\d)(?:\+46|0)\d{1,3}[- ]\d{2,3}(?:[ -]?\d{2,3}){1,3}(?!\d)"),
    ),
)


def find_personal(text: str) -> tuple[Personal, ...]:
    """What a text holds of personal numbers, telephones, addresses, accounts and the like."""
    found: list[Personal] = []
    for one in sorted(_matches(text), key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return tuple(found)


def _matches(text: str) -> Iterator[Personal]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield Personal(match.start(), match.end(), kind)
