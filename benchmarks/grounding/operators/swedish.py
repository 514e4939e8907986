"""The Swedish words that the operators put in each other's place, and where words stand."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

SMALL = tuple("två tre fyra fem sex sju åtta nio tio elva tolv".split())
TENS = tuple("tjugo trettio fyrtio femtio sextio sjuttio åttio nittio".split())
ORDINALS = tuple("tredje fjärde femte sjätte sjunde åttonde nionde tionde".split())
SHARES = ("hälften", "en tredjedel", "en fjärdedel", "en femtedel", "två tredjedelar")

MONTHS = tuple(
    "januari februari mars april maj juni juli augusti september oktober november december".split()
)
LONG_MONTHS = tuple("januari mars maj juli augusti oktober december".split())
WEEKDAYS = tuple("måndag tisdag onsdag torsdag fredag lördag söndag".split())
SEASONS = ("våren", "sommaren", "hösten", "vintern")

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Swap:
    """What is put where; ``stem`` is what must not stand in the notes for it to be untrue."""

    span: tuple[int, int]
    new: str
    stem: str


def cut(text: str, swap: Swap) -> str:
    """The text with the swap made."""
    start, end = swap.span
    return text[:start] + swap.new + text[end:]


def starts(stem: str, texts: Iterable[str]) -> bool:
    """Whether any word of the texts starts so, whatever its case."""
    low = stem.lower()
    return any(word.lower().startswith(low) for text in texts for word in _WORD.findall(text))


def like(word: str, pattern: str) -> str:
    """The word with a capital if the pattern has one."""
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word
