"""Spelling, by a dictionary: misspelt words, and capitals for emphasis."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from drafter.text.language.algorithms.compounds import are_compounds
from drafter.text.language.passages import Passage, Word
from drafter.text.language.rules import Detect, Document, Remark, Speller

_PLAIN = re.compile(r"[a-zåäöéèüàáA-ZÅÄÖ-]{3,40}")
"""What the dictionary is asked about; a longer run of letters is no word."""


def misspelt(limit: int, exceptions: frozenset[str]) -> Detect:
    """Words that one slip of the pen parts from a word of the dictionary, and that it lacks.

    A word with a capital may be a name, and is left alone unless a sentence begins with it.
    Suggestions are looked for at most ``limit`` times.
    """

    def detect(document: Document) -> Iterator[Remark]:
        for number, word, near in _strange(document, exceptions, limit):
            if near:
                quoted = " eller ".join(f"”{one}”" for one in near[:2])
                yield Remark(number, word.start, word.end, advice=f"Menas {quoted}?")

    return detect


def unlisted(limit: int, exceptions: frozenset[str]) -> Detect:
    """Words that the dictionary lacks and that are like none that it has: rare, or wrong."""

    def detect(document: Document) -> Iterator[Remark]:
        for number, word, near in _strange(document, exceptions, limit):
            if not near and word.written.islower():
                yield Remark(number, word.start, word.end)

    return detect


def shouted(limit: int, exceptions: frozenset[str]) -> Detect:
    """Ordinary words of at least ``limit`` letters in capitals, in a text that has others."""

    def detect(document: Document) -> Iterator[Remark]:
        places = [
            (number, word)
            for number, passage in enumerate(document.passages)
            if not passage.text.isupper()
            for word in passage.words
            if len(word.written) >= limit and word.written.isalpha() and word.written.isupper()
            if word.text not in exceptions
        ]
        if document.speller is None or not places:
            return
        ordinary = document.speller.listed({word.text for _, word in places})
        for number, word in places:
            if word.text in ordinary:
                yield Remark(number, word.start, word.end, word.text)

    return detect


def _strange(
    document: Document, exceptions: frozenset[str], limit: int
) -> Iterator[tuple[int, Word, tuple[str, ...]]]:
    """The words that are not right, with what they may have been meant to be."""
    speller = document.speller
    known = (document.known | exceptions).union(*map(_names, document.passages))
    places = [
        (number, word)
        for number, passage in enumerate(document.passages)
        for word in _candidates(passage)
        if not _is_known(word.text, known)
    ]
    if speller is None or not places:
        return
    meant = _misspelt([word for _, word in places], speller, limit)
    for number, word in places:
        if word.text in meant:
            yield number, word, meant[word.text]


def _misspelt(words: Iterable[Word], speller: Speller, limit: int) -> dict[str, tuple[str, ...]]:
    """The misspelt ones of some words, in lower case, with what each may have been meant to be.

    A word that can be taken apart into others is right, but if one of them is very short only
    where no slip of the pen makes it a word of the dictionary.
    """
    listed = list(words)
    strange = speller.unknown(form for word in listed for part in _parts(word) for form in part)
    left = {one.text for one in listed if any(strange.issuperset(part) for part in _parts(one))}
    left -= are_compounds(left, speller, _LONG)
    doubtful = are_compounds(left, speller, _SHORT)
    meant: dict[str, tuple[str, ...]] = {}
    for text in sorted(left):
        near = speller.suggest(text) if len(meant) < limit else ()
        if text not in doubtful or speller.listed(near):
            meant[text] = near
    return meant


_SHORT, _LONG = 3, 4
"""How many letters the parts of a compound have at least, to be possible and beyond doubt."""


def _parts(word: Word) -> Iterator[tuple[str, ...]]:
    """The parts of a word between hyphens, each in the forms that the dictionary may have it."""
    for part in word.written.split("-"):
        if len(part) >= _SHORT:
            yield part, part.lower(), part.capitalize()


@lru_cache(maxsize=2000)
def _candidates(passage: Passage) -> tuple[Word, ...]:
    """Words of plain letters; names, and the first part of *barn- och ungdom*, left out."""
    return tuple(word for word in passage.words if _is_candidate(passage, word))


def _is_candidate(passage: Passage, word: Word) -> bool:
    inner = any(letter.isupper() for letter in word.written[1:])
    hangs = passage.open[word.end : word.end + 1] == "-"
    plain = _PLAIN.fullmatch(word.written) and not (inner or hangs)
    return bool(plain) and not _is_name(passage, word)


@lru_cache(maxsize=2000)
def _names(passage: Passage) -> frozenset[str]:
    """Words that have a capital inside a sentence, in lower case: they may open one as well."""
    return frozenset(word.text for word in passage.words if _is_name(passage, word))


def _is_name(passage: Passage, word: Word) -> bool:
    return word.written[0].isupper() and not passage.opens(word.start)


def _is_known(word: str, known: frozenset[str]) -> bool:
    return word in known or (word.endswith("s") and word[:-1] in known)
