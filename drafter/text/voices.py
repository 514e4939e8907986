"""Whom a finished Swedish sentence lets speak, and how far each is the one who says it."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W\d_][\w’'-]*|[,;:–()]|\.(?=\s)")
_TURN = re.compile(r";|,? medan |(?<=[^\W\d_]{4})[.!?](?=\s)")
_BREAKS = frozenset("att som men medan vilket vilka eftersom då när där varför om samt".split())
_OPENERS = frozenset(
    "i på vid enligt under efter före för inom till från av med genom därefter vidare sedan även"
    " också avslutningsvis därutöver dessutom här nu klockan måndagen tisdagen onsdagen torsdagen"
    " fredagen lördagen söndagen".split()
)
_NOBODY = frozenset(
    "det man detta sådant något den han hon de denne denna hen vi jag oss båda någon några en ett"
    " är har kan ska bör vill var hade blir fick mer".split()
)
_WITHIN = frozenset("och inte även också dock redan för på i vid av ej sig".split())
_REACH = 5
"""How many words of a name and its title may follow the verb or *enligt*."""


class Voice(NamedTuple):
    """Those who are said to say something, as lower-case words; empty when nobody is named.

    What they say stands from ``start`` up to ``end``.
    """

    words: frozenset[str]
    start: int
    end: int


def find_voices(text: str, says: Callable[[str], bool]) -> tuple[Voice, ...]:
    """The voices of a sentence in order; each reaches to where the next one begins.

    ``X anser att …``, ``I frågan ansåg X att …``, ``… föreslås av X`` and ``enligt X``.
    """
    tokens = list(_TOKEN.finditer(text))
    found = sorted(_heard(tokens, says), key=lambda pair: pair[0])
    ends = [*(start for start, _ in found), len(text)][1:]
    return tuple(
        Voice(words, start, _turn(text, start, end))
        for (start, words), end in zip(found, ends, strict=False)
    )


def _turn(text: str, start: int, end: int) -> int:
    """Where somebody else takes over before the next voice, if anybody does."""
    turn = _TURN.search(text, start, end)
    return turn.start() if turn else end


def _heard(
    tokens: list[re.Match[str]], says: Callable[[str], bool]
) -> Iterator[tuple[int, frozenset[str]]]:
    """Where each voice begins, and its words."""
    for at, token in enumerate(tokens):
        word = token[0].lower()
        if word == "enligt":
            yield token.start(), _words(_following(tokens, at + 1))
        elif says(word):
            before = _before(tokens, at)
            first = before[0] if before else token
            yield first.start(), _words(_subject(tokens, at, before))


def _before(tokens: list[re.Match[str]], at: int) -> list[re.Match[str]]:
    """What stands before a verb in its clause."""
    start = at
    while start and tokens[start - 1][0][0].isalpha() and _joins(tokens[start - 1]):
        start -= 1
    return tokens[start:at]


def _joins(token: re.Match[str]) -> bool:
    return token[0].lower() not in _BREAKS


def _subject(
    tokens: list[re.Match[str]], at: int, before: list[re.Match[str]]
) -> list[re.Match[str]]:
    """The subject of a verb: before it, or after it where something else opens the clause."""
    if at + 1 < len(tokens) and tokens[at + 1][0].lower() == "av":
        return _following(tokens, at + 2)
    if before and before[0][0].lower() not in _OPENERS:
        return before
    return _following(tokens, at + 1)


def _following(tokens: list[re.Match[str]], start: int) -> list[re.Match[str]]:
    """The words of a name with its title, from a place on."""
    end = start
    while end < min(len(tokens), start + _REACH):
        token = tokens[end][0]
        if not token[0].isalpha() or token.lower() in _BREAKS | _OPENERS:
            break
        end += 1
    return tokens[start:end]


def _words(tokens: list[re.Match[str]]) -> frozenset[str]:
    words = (token[0].lower() for token in tokens)
    return frozenset(word for word in words if word not in _NOBODY | _WITHIN)
