"""Units that are wrong."""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from benchmarks.grounding.nouns import Case, Item
from benchmarks.grounding.operators.swedish import SMALL, TENS, Swap, cut, starts
from drafter.nouns import Sentence

_SCALES = {
    "miljoner": "miljarder",
    "miljarder": "miljoner",
    "kronor": "euro",
    "euro": "kronor",
    "öre": "kronor",
    "dygn": "veckor",
    "dagar": "timmar",
    "veckor": "månader",
    "månader": "veckor",
    "månaders": "veckors",
    "år": "månader",
    "timmar": "dygn",
    "timme": "dag",
    "minuter": "timmar",
    "minuters": "timmars",
    "ton": "kilo",
    "kilo": "ton",
    "gram": "kilo",
    "liter": "kubikmeter",
    "kvadratmeter": "hektar",
    "mil": "kilometer",
    "megawatt": "kilowatt",
}
_RATES = {
    "per år": "per månad",
    "per månad": "per år",
    "per termin": "per månad",
    "per kvartal": "per månad",
    "per dag": "per vecka",
    "per natt": "per vecka",
    "i månaden": "i veckan",
    "i veckan": "i månaden",
    "per kvadratmeter": "per hektar",
    "per portion": "per dag",
    "per gång": "per månad",
    "per invånare": "per hushåll",
    "per kilowattimme": "per dygn",
}
_NUMBER = rf"(?:\d|{'|'.join((*SMALL, *TENS, 'halv'))})"
# What follows ``från`` may be an age or the start of a range.
_SCALE = re.compile(
    rf"(?<!från )\b{_NUMBER}\S*(?: (?:miljoner|miljarder))? (?P<unit>{'|'.join(_SCALES)})\b(?! \d)",
    re.IGNORECASE,
)
_GROWTH = re.compile(rf"\bmed {_NUMBER}\S* (?P<unit>procent)\b")
_RATE = re.compile(rf"\b(?:{'|'.join(_RATES)})\b")


def turn_unit(case: Case, item: Item, chance: Random) -> Iterator[Sentence]:
    """Another scale, currency, measure or rate with the same figure."""
    text, known = item.sentence.text, case.known(item.sentence)
    swaps = [swap for swap in (*_scales(text), *_rates(text)) if not starts(swap.stem, known)]
    chance.shuffle(swaps)
    yield from (replace(item.sentence, text=cut(text, swap)) for swap in swaps)


def _scales(text: str) -> Iterator[Swap]:
    for match in _SCALE.finditer(text):
        new = _SCALES[match["unit"]]
        yield Swap(match.span("unit"), new, new[:4])
    for match in _GROWTH.finditer(text):
        yield Swap(match.span("unit"), "procentenheter", "procente")


def _rates(text: str) -> Iterator[Swap]:
    for match in _RATE.finditer(text):
        new = _RATES[match.group()]
        yield Swap(match.span(), new, new.split()[-1])
