"""Numbers as people write them, brought to one value and one unit so that equal means equal."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

_ONES = """noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton
    sjutton arton nitton"""
_TENS = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio"
_PARTS = {"halv": 2, "tredjedel": 3, "fjärdedel": 4, "femtedel": 5, "sjättedel": 6, "tiondel": 10}
_NAMED = "tvåan trean fyran femman sexan sjuan åttan nian tian elvan tolvan"
_ORDINALS = "tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte"


def _number_words() -> dict[str, int]:
    """``två`` to ``nittionio``, and round numbers such as ``tiotal`` and ``dussin``.

    ``ett`` is left out: it is an article more often than a number.
    """
    ones = _ONES.split()
    words = {word: value for value, word in enumerate(ones) if value != 1}
    for ten, word in enumerate(_TENS.split(), 2):
        words[word] = ten * 10
        words |= {word + one: ten * 10 + value for value, one in enumerate(ones[1:10], 1)}
    tens = {word: value for word, value in words.items() if value and value % 10 == 0}
    words |= {f"{word}tal": value for word, value in tens.items()}
    words |= {f"{word}talet": value for word, value in tens.items()}
    words |= {"hundratal": 100, "tusental": 1000, "dussin": 12, "par": 2, "båda": 2, "bägge": 2}
    words |= {word: value for value, word in enumerate(_ORDINALS.split(), 3)}
    words |= {word: value for value, word in enumerate(_NAMED.split(), 2)}
    return words


_WORDS = _number_words()

NUMBER_WORDS = frozenset(_WORDS) | {"första", "andra"}
"""Words that are numbers and no content."""

_SCALES = {
    "tusen": 10**3,
    "tkr": 10**3,
    "kkr": 10**3,
    "miljon": 10**6,
    "miljoner": 10**6,
    "milj": 10**6,
    "mn": 10**6,
    "mio": 10**6,
    "mkr": 10**6,
    "mnkr": 10**6,
    "msek": 10**6,
    "miljard": 10**9,
    "miljarder": 10**9,
    "mdr": 10**9,
    "mdkr": 10**9,
    "hundra": 100,
}
_MONEY_SCALES = frozenset("tkr kkr mkr mnkr msek mdkr".split())

_UNITS = {
    "kr": "kr",
    "kronor": "kr",
    "kronors": "kr",
    "sek": "kr",
    "euro": "euro",
    "eur": "euro",
    "€": "euro",
    "dollar": "dollar",
    "usd": "dollar",
    "%": "procent",
    "procent": "procent",
    "procents": "procent",
    "procentenheter": "procentenhet",
    "min": "minut",
    "minuter": "minut",
    "minuters": "minut",
    "minut": "minut",
    "h": "timme",
    "tim": "timme",
    "timmar": "timme",
    "timmars": "timme",
    "timme": "timme",
    "dag": "dag",
    "dagar": "dag",
    "dagars": "dag",
    "v": "vecka",
    "veckor": "vecka",
    "veckors": "vecka",
    "vecka": "vecka",
    "mån": "månad",
    "månader": "månad",
    "månaders": "månad",
    "månad": "månad",
    "år": "år",
    "års": "år",
    "km": "kilometer",
    "kilometer": "kilometer",
    "mil": "mil",
    "m": "meter",
    "meter": "meter",
    "kvm": "kvadratmeter",
    "m2": "kvadratmeter",
    "m²": "kvadratmeter",
    "kvadratmeter": "kvadratmeter",
    "ha": "hektar",
    "hektar": "hektar",
    "kg": "kilogram",
    "kilo": "kilogram",
    "kilogram": "kilogram",
    "ton": "ton",
    "mw": "megawatt",
    "megawatt": "megawatt",
    "mwh": "megawattimme",
    "megawattimmar": "megawattimme",
    "gwh": "gigawattimme",
    "gigawattimmar": "gigawattimme",
    "kwh": "kilowattimme",
    "kilowattimmar": "kilowattimme",
    "grader": "grad",
}

_SPACES = " \u00a0\u202f"
_FIGURES = r"\d{1,40}"  # a longer row of figures is no number, and Python refuses the longest
_DIGITS = (
    rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}}){{1,12}}(?!\d)"
    rf"|\d{{1,3}}(?:\.\d{{3}}){{1,12}}(?![\d.])|{_FIGURES}"
)
_SPELT = "|".join(sorted(_WORDS, key=len, reverse=True))
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))
_PART = "|".join(_PARTS)

_QUANTITY = re.compile(
    rf"(?<![\w,./:§])(?<![^\W\d][-–])(?:(?P<digits>{_DIGITS})(?:[,.](?P<decimals>{_FIGURES}))?(?!\d)"
    rf"(?:/(?P<under>{_FIGURES}))?(?::[ae]\b)?"
    rf"|(?P<word>{_SPELT}|(?:ett|en)(?= (?:och en halv|av (?:{_SPELT})|{_PART})))(?!\w)"
    rf"(?P<half> och en halv(?:t|a)?(?!\w))?)"
    rf"(?:[{_SPACES}]?(?P<part>{_PART})(?:ar|en|arna|erna)?(?!\w))?"
    rf"(?:[{_SPACES}]?(?P<scale>{_SCALE})(?!\w))?\.?"
    rf"(?:[{_SPACES}-]?(?P<unit>{_UNIT})(?!\w))?",
    re.IGNORECASE,
)


class Quantity(NamedTuple):
    """A number in a text: its exact value, its unit (empty for none) and where it stands.

    Money is in whole units: *85 tkr* and *85 000 kronor* are both 85000 ``kr``. ``bare`` is the
    number as it stands, before *tusen* or *miljoner*.
    """

    value: Fraction
    unit: str
    bare: Fraction
    start: int
    end: int

    def carried_by(self, others: Iterable["Quantity"]) -> bool:
        """Whether one of the others says the same.

        A number that stands alone in a note carries one with its scale and unit: *budget 2,8* two
        million eight hundred thousand, *beviljat 150* a hundred and fifty thousand. *34 av 96
        miljoner* may be 34 million, and *var fjärde* a quarter.
        """
        return any(self._is_said_by(other) for other in others)

    def _is_said_by(self, other: "Quantity") -> bool:
        if self.value == other.value:
            return self.unit == other.unit or not self.unit or not other.unit
        if not self.unit and self.value in (other.bare, 1 / other.value if other.value else 0):
            return True
        if other.unit:
            return False
        return self.bare == other.value or self.value == 1000 * other.value


def find_quantities(text: str) -> Iterator[Quantity]:
    """Every number in a text, in digits or words, in the order of the text.

    Dates, clock times and diary numbers are numbers too for this function; blank them out first
    with ``masked`` where they must not count.
    """
    for match in _QUANTITY.finditer(text):
        scale = (match["scale"] or "").lower()
        unit = _UNITS.get((match["unit"] or "").lower(), "")
        if not unit and scale in _MONEY_SCALES:
            unit = "kr"
        bare = _value(match)
        yield Quantity(bare * _SCALES.get(scale, 1), unit, bare, match.start(), match.end())
        if match["under"]:
            # "54/46" may be two numbers as well as a fraction.
            for part in (match["digits"], match["under"]):
                number = Fraction(_ungrouped(part))
                yield Quantity(number, unit, number, match.start(), match.end())


def _value(match: re.Match[str]) -> Fraction:
    if match["word"]:
        value = Fraction(_WORDS.get(match["word"].lower(), 1))
        value += Fraction(1, 2) if match["half"] else 0
    else:
        value = Fraction(f"{_ungrouped(match['digits'])}.{match['decimals'] or 0}")
        if match["under"] and int(match["under"]):
            value /= int(match["under"])
    return value / _PARTS.get((match["part"] or "").lower(), 1)


def _ungrouped(digits: str) -> str:
    """``12 500`` and ``12.500`` without what parts the thousands."""
    return re.sub(r"\D", "", digits)
