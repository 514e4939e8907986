"""The shapes of what points at a person, in folded text; ``it`` is the part that does."""

import re
from collections.abc import Callable
from enum import StrEnum
from ipaddress import AddressValueError, IPv6Address
from typing import NamedTuple

from drafter.text.identity_numbers import IDENTITY, has_check_digit, is_identity
from drafter.text.street_addresses import ADDRESSES, OF_TWO_NAMES


class PersonalKind(StrEnum):
    """What a number or an address is, as an official calls it."""

    IDENTITY = "personnummer"
    PASSPORT = "passnummer"
    PHONE = "telefonnummer"
    EMAIL = "e-postadress"
    ADDRESS = "gatuadress"
    ACCOUNT = "kontonummer"
    CARD = "kortnummer"
    VEHICLE = "registreringsnummer"
    IP = "ip-adress"

    @property
    def told(self) -> str:
        """With its article: ``ett personnummer``."""
        return f"{'en' if self.endswith('adress') else 'ett'} {self}"


class Written(NamedTuple):
    """A match in folded text, and how the text itself has it."""

    match: re.Match[str]
    text: str

    @property
    def digits(self) -> str:
        """Its digits alone."""
        return re.sub(r"\D", "", self.match["it"])


class Shape(NamedTuple):
    """A kind of personal data, the pattern of it, and what else must hold."""

    kind: PersonalKind
    pattern: re.Pattern[str]
    holds: Callable[[Written], bool] = lambda _: True


_EMAIL = re.compile(
    r"(?<![\w.+'-])(?P<it>[\w.+'-]+(?:@| ?[(\[{](?:at|snabel-?a)[)\]}] ?)"
    r"[a-z0-9åäö-]+(?:\.[a-z0-9åäö-]+)+)"
)

_GROUPS = r"(?:[ -]?\d{2,4}){1,4}"
_ABROAD = re.compile(
    rf"(?<![\w+])(?P<it>(?:\+|00)[1-9]\d{{0,2}}[ -]?(?:\(0\) ?)?\d{{1,4}}{_GROUPS})(?!\d)"
)
_HOME = re.compile(
    r"(?<![\w/+])(?<!\d[.,:-])(?<!kl )(?<!kl\. )"
    r"(?P<it>\(?0[1-9]\d{0,2}\)?(?: ?[-/] ?| )\d{2,8}(?: \d{2,3}){0,3}|07\d{8})(?![\d/:%]|[.,-]\d)"
)
_CALLED = re.compile(
    r"\b(?:tel|tfn|telnr|telefon|telefonnr|telefonnummer|mobil|mobilnr|mobilnummer|mob|fax|ring)"
    r"[.:]{0,2} ?(?P<it>\+?\d[\d -]{4,16}\d)(?![\d/:%])"
)
_EXTENSION = re.compile(r"\b(?:ankn|anknytning|växel)[.:]{0,2} ?(?P<it>\d[\d ]{1,6}\d)(?!\d)")
_SUMS = re.compile(r" ?(?:kr\b|kronor|tkr|mkr|sek\b|st\b|personer|deltagare|%|procent)")


def _is_phone(written: Written) -> bool:
    return 8 <= len(written.digits) <= 15 and not _counts(written)


def _is_called(written: Written) -> bool:
    return len(written.digits) >= 5 and not _counts(written)


def _counts(written: Written) -> bool:
    """Whether a unit follows: the number is an amount."""
    return bool(_SUMS.match(written.match.string, written.match.end("it")))


_IBAN = re.compile(
    r"(?<!\w)(?P<it>(?P<land>[a-z]{2})\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?)(?!\w)"
)
_IBAN_LANDS = frozenset(
    "ad at be bg ch cy cz de dk ee es fi fo fr gb gi gl gr hr hu ie is it li lt lu lv mc mt nl no"
    " pl pt ro rs se si sk sm ua".split()
)
_GIRO = re.compile(
    r"\b(?:bg|bankgiro|bankgironr|bankgironummer|pg|plusgiro|plusgironr|plusgironummer|postgiro)"
    r"[.:]{0,2} ?(?:nr ?)?(?P<it>\d[\d ]{0,8}-\d{1,4})(?!\d)"
)
_TOLD_ACCOUNT = re.compile(
    r"\b(?:\w*konto(?:t|nr|nummer)?|clearing(?:nr|nummer)?|clnr|swish(?:nr|nummer)?)[.:,]{0,2}"
    r" ?(?:nr|nummer|är)?[.:]? ?(?P<it>\d[\d ,-]{6,24}\d)(?!\d)"
)
_CLEARING = re.compile(
    r"(?<!\d)(?<!\d[/.,-])(?P<it>(?!(?:19|20)\d\d[ -])[1-9]\d{3}(?:-\d)?(?:, ?|-| )"
    r"(?:\d{7,10}|\d{2,3} \d{2,3} \d{2,3}(?:[ -]\d{1,2})?|\d{3} \d{3} \d{3}-\d))(?![\d/%])"
)


def _is_iban(written: Written) -> bool:
    """Whether the land has IBAN numbers and the rest is mostly digits, right or mistyped."""
    return written.match["land"] in _IBAN_LANDS and len(written.digits) >= 10


def _is_account(written: Written) -> bool:
    return len(written.digits) >= 8 and not _counts(written)


_CARD = re.compile(
    r"(?<!\d)(?<!\d[/.,-])(?P<it>[2-6]\d{3}"
    r"(?:(?P<gap>[ -])\d{4}(?P=gap)\d{4}(?P=gap)\d{4}|\d{11,12})"
    r"|3[47]\d{2}[ -]\d{6}[ -]\d{5})(?![\d/-])"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def _is_card(written: Written) -> bool:
    """Whether it is a card, right or mistyped, and neither years nor a long number of its own."""
    groups = re.split(r"[ -]", written.match["it"])
    if len(groups) == 1:
        return has_check_digit(written.digits)
    return not all(_YEAR.fullmatch(group) for group in groups)


_VEHICLE = re.compile(
    r"(?P<told>\b(?:reg|regnr|registreringsnr|registreringsnummer|\w*bil(?:en)?|fordon(?:et)?|skylt)"
    r"[.:]{0,2}(?: ?nr[.:]?)? ?)?(?<![\w/-])"
    r"(?P<it>(?P<letters>[a-hj-pr-uw-z]{3})(?P<gap> ?)\d{2}[0-9a-hj-pr-uw-z])(?!\w|[-/]\d)"
)
_NO_PLATE = frozenset(
    "abb chf cop dkk dnr eur fgs fsc gbp gpt hek isk iso kpi ksn led lkf nok pbl pdf rum sal sek"
    " sfs sdg sou tkr usd".split()
)


def _is_plate(written: Written) -> bool:
    """Whether three letters and three signs are a plate: in capitals, or called one."""
    if written.match["told"]:
        return written.match["letters"] not in _NO_PLATE
    together = not written.match["gap"] or written.text[-1].isalpha()
    return written.text.isupper() and together and written.match["letters"] not in _NO_PLATE


_PASSPORT = re.compile(
    r"\bpass(?:et|nr|nummer|ets)?[.:]{0,2} ?(?:nr|nummer)?[.:]? ?(?P<it>[a-z]{0,2}\d{6,9})(?!\d)"
)
_OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_IPV4 = re.compile(rf"(?<![\w.])(?P<it>{_OCTET}(?:\.{_OCTET}){{3}})(?![\w]|\.\d)")
_IPV6 = re.compile(r"(?<![\w:.])(?P<it>[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})(?![\w:])")
_VERSION = re.compile(r"(?:version|ver|v|avsnitt|kapitel|kap|punkt|bilaga|§)[.:]? ?$")
_SMALL = 30


def _is_ipv4(written: Written) -> bool:
    """Whether four numbers are an address, and not a version or a heading."""
    start = written.match.start("it")
    before = written.match.string[max(0, start - 10) : start]
    large = any(int(part) >= _SMALL for part in written.text.split("."))
    return not _VERSION.search(before) and (large or bool(re.search(r"\bip\b", before)))


def _is_ipv6(written: Written) -> bool:
    try:
        IPv6Address(written.match["it"])
    except AddressValueError:
        return False
    return bool(re.match(r"[0-9a-f]{4}:", written.match["it"]))


SHAPES = (
    Shape(PersonalKind.EMAIL, _EMAIL),
    Shape(PersonalKind.CARD, _CARD, _is_card),
    Shape(PersonalKind.ACCOUNT, _IBAN, _is_iban),
    Shape(PersonalKind.ACCOUNT, _GIRO),
    Shape(PersonalKind.ACCOUNT, _TOLD_ACCOUNT, _is_account),
    Shape(PersonalKind.PHONE, _ABROAD, _is_phone),
    Shape(PersonalKind.PHONE, _HOME, _is_phone),
    Shape(PersonalKind.IDENTITY, IDENTITY, lambda written: is_identity(written.match)),
    Shape(PersonalKind.PHONE, _CALLED, _is_called),
    Shape(PersonalKind.PHONE, _EXTENSION),
    Shape(PersonalKind.ACCOUNT, _CLEARING, _is_account),
    Shape(PersonalKind.PASSPORT, _PASSPORT),
    Shape(PersonalKind.VEHICLE, _VEHICLE, _is_plate),
    Shape(PersonalKind.IP, _IPV4, _is_ipv4),
    Shape(PersonalKind.IP, _IPV6, _is_ipv6),
    Shape(PersonalKind.ADDRESS, OF_TWO_NAMES, lambda written: written.text[0].isupper()),
    *(Shape(PersonalKind.ADDRESS, pattern) for pattern in ADDRESSES),
)
