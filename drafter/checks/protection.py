"""``skydd.*``: does the report tell what points at a person, or what is nobody's business?

Sources: dataskyddsförordningen art. 5, 9 and 10; dataskyddslagen (2018:218) 3 kap. 10 §;
offentlighets- och sekretesslagen (2009:400) 18 kap. 8 and 13 §§, 19 and 31 kap.; brottsbalken
10 kap. 5 a §.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import Severity
from drafter.text.personal import Personal, PersonalKind, find_personal
from drafter.text.sensitive import SensitiveKind

_STRIKE = "Stryk uppgiften, eller skriv meningen utan den."
_LIVES = "Stryk adressen om någon bor där. En möteslokals adress behövs sällan i en rapport."

_OFFICE = re.compile(r"\b(?:växel|vxl|reception|kontaktcenter)\w*(?: (?:är|nås på|har))?[.:,]? ?$")
"""What stands before a number that belongs to no person."""


@rule(
    "skydd.personnummer",
    Severity.ERROR,
    "En mening innehåller ett person-, samordnings- eller passnummer.",
    "»Anmälan gjordes för 850101-1234.«",
)
def identity_number(case: Case) -> Iterator[Hit]:
    """A personal, coordination or passport number, valid or mistyped."""
    return _personal(case, PersonalKind.IDENTITY, PersonalKind.PASSPORT)


@rule(
    "skydd.telefon",
    Severity.ERROR,
    "En mening innehåller ett telefonnummer.",
    "»Frågor besvaras på 070-123 45 67.«",
)
def telephone(case: Case) -> Iterator[Hit]:
    """A telephone number, Swedish or foreign."""
    return _personal(case, PersonalKind.PHONE)


@rule(
    "skydd.epost",
    Severity.ERROR,
    "En mening innehåller en e-postadress.",
    "»Bilderna finns hos anna.ek@exempel.se.«",
)
def email(case: Case) -> Iterator[Hit]:
    """An e-mail address."""
    return _personal(case, PersonalKind.EMAIL)


@rule(
    "skydd.adress",
    Severity.WARNING,
    "En mening innehåller en gatuadress.",
    "»Samlingen skedde på Björkvägen 14.«",
)
def street_address(case: Case) -> Iterator[Hit]:
    """A street with a house number, or a box with a postal code.

    Only a warning: nothing in the text tells where somebody lives from where a meeting was held.
    """
    return _personal(case, PersonalKind.ADDRESS)


@rule(
    "skydd.konto",
    Severity.ERROR,
    "En mening innehåller ett konto- eller kortnummer.",
    "»Utlägget betalas till 8327-9,123 456 789-0.«",
)
def account(case: Case) -> Iterator[Hit]:
    """A bank account, a giro number, an IBAN or a card."""
    return _personal(case, PersonalKind.ACCOUNT, PersonalKind.CARD)


@rule(
    "skydd.fordon",
    Severity.ERROR,
    "En mening innehåller ett registreringsnummer.",
    "»Resan gjordes med hyrbil ABC123.«",
)
def vehicle(case: Case) -> Iterator[Hit]:
    """The plate of a vehicle."""
    return _personal(case, PersonalKind.VEHICLE)


@rule(
    "skydd.ip",
    Severity.ERROR,
    "En mening innehåller en ip-adress.",
    "»Testmiljön nås på 192.168.10.24.«",
)
def ip_address(case: Case) -> Iterator[Hit]:
    """The address of a computer."""
    return _personal(case, PersonalKind.IP)


@rule(
    "skydd.kanslig",
    Severity.ERROR,
    "En mening berättar om någons hälsa, tro, åsikt, sexualliv, brott eller fackliga tillhörighet.",
    "»Anna Ek var sjukskriven under konferensen.«",
)
def sensitive_data(case: Case) -> Iterator[Hit]:
    """What data protection law calls sensitive, and offences."""
    return _sensitive(
        case,
        SensitiveKind.HEALTH,
        SensitiveKind.RELIGION,
        SensitiveKind.UNION,
        SensitiveKind.POLITICS,
        SensitiveKind.SEX_LIFE,
        SensitiveKind.CRIME,
    )


@rule(
    "skydd.sakerhet",
    Severity.ERROR,
    "En mening innehåller en kod, ett skyddsobjekt eller en incident.",
    "»Portkoden är 4711.«",
)
def security(case: Case) -> Iterator[Hit]:
    """Codes, protected sites and incidents."""
    return _sensitive(case, SensitiveKind.CODE, SensitiveKind.SITE, SensitiveKind.INCIDENT)


@rule(
    "skydd.upphandling",
    Severity.ERROR,
    "En mening innehåller uppgifter ur en upphandling under sekretess.",
    "»Anbudet från bolaget är lägst.«",
)
def tender(case: Case) -> Iterator[Hit]:
    """What tenderers have offered, before the award is public."""
    return _sensitive(case, SensitiveKind.TENDER)


@rule(
    "skydd.gava",
    Severity.ERROR,
    "En mening berättar om en gåva eller en förmån.",
    "»Leverantören bjöd på middag.«",
)
def gift(case: Case) -> Iterator[Hit]:
    """What somebody was given or treated to: for the official to settle, not for the report."""
    return _sensitive(case, SensitiveKind.GIFT)


def _personal(case: Case, *kinds: PersonalKind) -> Iterator[Hit]:
    for sentence in case.draft.sentences():
        for one in _found(sentence.text):
            if one.kind in kinds:
                said = sentence.text[one.start : one.end]
                message = f"»{said}« ser ut som {one.kind.told}."
                advice = _LIVES if one.kind is PersonalKind.ADDRESS else _STRIKE
                if not _is_public(sentence.text, one):
                    yield Hit(message, sentence=sentence, suggestion=advice)


def _is_public(text: str, one: Personal) -> bool:
    """Whether a telephone is called an office's own: its exchange or its reception."""
    return one.kind is PersonalKind.PHONE and bool(_OFFICE.search(text[: one.start].casefold()))


@lru_cache(maxsize=1024)
def _found(text: str) -> tuple[Personal, ...]:
    """What several rules ask of one sentence; each of what is found holds a figure or an ``@``."""
    return find_personal(text) if _TRACE.search(text) else ()


_TRACE = re.compile(r"[\d@]")


def _sensitive(case: Case, *kinds: SensitiveKind) -> Iterator[Hit]:
    if case.sensitive is None:
        return
    for sentence in case.draft.sentences():
        for one in case.sensitive.find(sentence.text):
            if one.kind in kinds:
                said = sentence.text[one.start : one.end]
                message = f"»{said}« kan vara {one.kind.told}."
                yield Hit(message, sentence=sentence, suggestion=_STRIKE)


RULES = (
    identity_number,
    telephone,
    email,
    street_address,
    account,
    vehicle,
    ip_address,
    sensitive_data,
    security,
    tender,
    gift,
)
