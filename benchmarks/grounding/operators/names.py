"""Names of persons and towns put in each other's place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from benchmarks.grounding.nouns import Case, Item
from benchmarks.grounding.operators.swedish import Swap, cut, starts
from drafter.nouns import Sentence

STRANGERS = ("Anders Holmgren", "Birgitta Sjölund", "Karim Haddad", "Eva Lindroth")
TOWNS_ELSEWHERE = ("Borlänge", "Uddevalla", "Trollhättan", "Kalmar", "Esbjerg", "Trondheim")

# How notes shorten names in ways that do not begin like them.
_SHORT = {
    "Bryssel": "Brxl",
    "Helsingfors": "H",
    "Köpenhamn": "Cph",
    "Lars Bäck": "Lasse",
    "Reykjavik": "Rvk",
    "Robert Ek": "Robban",
    "Stockholm": "Sthlm",
    "Tobias Krook": "Tobbe",
}


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name where it stands in a sentence, in full or by the surname."""

    name: str
    text: str
    span: tuple[int, int]
    genitive: bool


def turn_person(case: Case, item: Item, chance: Random) -> Iterator[Sentence]:
    """Somebody else of the same notes, then somebody whom nobody has heard of."""
    forms = {form: name for name in case.people for form in (_surname(name), name)}
    mentions = _mentions(item.sentence.text, forms)
    for pool in (case.people, STRANGERS):
        yield from _turn(case, item, _drawn(mentions, pool, chance))


def turn_place(case: Case, item: Item, chance: Random) -> Iterator[Sentence]:
    """Another town of the same notes, then one from elsewhere."""
    mentions = _mentions(item.sentence.text, {town: town for town in case.towns})
    for pool in (case.towns, TOWNS_ELSEWHERE):
        yield from _turn(case, item, _drawn(mentions, pool, chance))


def _drawn(
    mentions: list[_Mention], pool: tuple[str, ...], chance: Random
) -> list[tuple[_Mention, str]]:
    """The mentions with each of the pool's names, shuffled."""
    pairs = [(mention, name) for mention in mentions for name in pool]
    return chance.sample(pairs, len(pairs))


def _turn(case: Case, item: Item, pairs: list[tuple[_Mention, str]]) -> Iterator[Sentence]:
    """The sentence with the first name that fits; it must be one that nothing cited carries."""
    taken = (*case.known(item.sentence), item.sentence.text)
    for mention, name in pairs:
        if not _is_known(name, taken) and not (mention.genitive and name[-1] in "sxz"):
            new = name if mention.text == mention.name else _surname(name)
            text = cut(item.sentence.text, Swap(mention.span, new, new))
            yield replace(item.sentence, text=text[:1].upper() + text[1:])
            return


def _mentions(text: str, forms: dict[str, str]) -> list[_Mention]:
    """Where the names stand; the longest form is taken, and a genitive keeps its s."""
    if not forms:
        return []
    longest = sorted(forms, key=len, reverse=True)
    pattern = rf"(?<![\w-])({'|'.join(map(re.escape, longest))})(s?)(?![\w-])"
    by_low = {form.lower(): name for form, name in forms.items()}
    return [
        _Mention(by_low[match[1].lower()], match[1], match.span(1), bool(match[2]))
        for match in re.finditer(pattern, text, re.IGNORECASE)
    ]


def _surname(name: str) -> str:
    """``Bos`` of Femke Bos, ``de Wit`` of Pieter de Wit."""
    return name.split(" ", 1)[-1]


def _is_known(name: str, texts: tuple[str, ...]) -> bool:
    """Whether the texts name it, in full, shortened or by its initials."""
    words = re.findall(r"\w+", name)
    stems = [word[:5] for word in words if len(word) > 2]
    stems += [_SHORT[name]] if name in _SHORT else []
    initials = "".join(word[0] for word in words).upper()
    tokens = {token for text in texts for token in re.findall(r"\w+", text)}
    return initials in tokens or any(starts(stem, texts) for stem in stems)
