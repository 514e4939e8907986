"""Figures that are slightly wrong."""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from benchmarks.grounding.nouns import Case, Item
from benchmarks.grounding.operators import calendar
from benchmarks.grounding.operators.swedish import ORDINALS, SHARES, SMALL, TENS, Swap, cut, like
from drafter.nouns import Sentence

_DIGITS = re.compile(r"(?<![\w,.:–-])[1-9]\d{0,2}(?:(?: \d{3})+|\d*(?:,\d+)?)(?![\w:–-]| till \d)")
_GROUPS = {word: group for group in (SMALL, TENS, ORDINALS, SHARES) for word in group}
_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_GROUPS, key=len, reverse=True))})\b", re.IGNORECASE)
_VALUES = {word: str(value) for value, word in enumerate(SMALL, start=2)}
_ANY = re.compile(rf"\d+(?: \d{{3}})*(?:[,.:]\d+)?|\b(?:{'|'.join(_GROUPS)})\b", re.IGNORECASE)
_PART_OF = re.compile(r"([\w,]+) av (?:de |sökta |budgeterade |årets )?([\w,]+)")


def turn_number(case: Case, item: Item, chance: Random) -> Iterator[Sentence]:
    """Another figure of about the same size, ten times too much, or with its digits swapped."""
    text = item.sentence.text
    swaps = [*_digits(text, chance), *_words(text, chance)]
    taken = {
        _value(word) for one in (*case.known(item.sentence), text) for word in _ANY.findall(one)
    }
    chance.shuffle(swaps)
    for swap in swaps:
        turned = cut(text, swap)
        if _value(swap.stem) not in taken and _is_plausible(turned):
            yield replace(item.sentence, text=turned)


def _digits(text: str, chance: Random) -> Iterator[Swap]:
    for match in _undated(_DIGITS, text):
        others = _near(match.group())
        for new in chance.sample(others, min(2, len(others))):
            yield Swap(match.span(), new, new)


def _words(text: str, chance: Random) -> Iterator[Swap]:
    for match in _undated(_WORD, text):
        group = _GROUPS[match.group().lower()]
        at = group.index(match.group().lower())
        new = chance.choice([word for word in group[max(0, at - 2) : at + 3] if word != group[at]])
        yield Swap(match.span(), like(new, match.group()), new)


def _undated(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches that are no part of a date or a time."""
    dated = calendar.spans(text)
    for match in pattern.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in dated):
            yield match


def _near(figure: str) -> list[str]:
    """Other figures as one might slip: ``85 000`` gives 58 000, 79 000, 92 000, 850 000."""
    whole, _, part = figure.replace(" ", "").partition(",")
    core = (whole + part).rstrip("0")
    zeros = len(whole + part) - len(core)
    value, step = int(core), max(1, int(core) // 12)
    near = {value - step, value + step, value + 2 * step, int(core[::-1])} - {value}
    sizes = [one * 10**zeros for one in sorted(near) if one > 1]
    if zeros >= 3:
        sizes.append(value * 10 ** (zeros + 1))
    return [_written(size, len(part), " " in figure) for size in sizes]


def _written(value: int, decimals: int, grouped: bool) -> str:
    """A whole number of the last decimal's size, as it is written in Swedish."""
    digits = str(value).zfill(decimals + 1)
    whole, part = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
    if grouped or len(whole) > 4:
        whole = f"{int(whole):,}".replace(",", " ")
    return f"{whole},{part}" if part else whole


def _is_plausible(text: str) -> bool:
    """Whether no share in the text is larger than the whole: not seven of five, nor 130 procent."""
    for part, whole in _PART_OF.findall(text):
        sizes = [_value(one) for one in (part, whole)]
        if all(size.isdigit() for size in sizes) and int(sizes[0]) >= int(sizes[1]):
            return False
    return not re.search(r"\b\d{3,} procent", text)


def _value(word: str) -> str:
    """What a figure or a number word is worth, written in one way."""
    low = word.lower().replace(" ", "").replace(":", ",").replace(".", ",")
    return _VALUES.get(low, low)
