"""Abbreviations in capitals: whether the reader is told what they stand for."""

import re
from collections.abc import Iterable, Iterator

from drafter.text.language.passages import Passage, Word
from drafter.text.language.rules import Detect, Document, Remark

_CAPITALS = re.compile(r"([A-ZÅÄÖ]{2,6})(?::(?:s|n|en|er|erna)|-[a-zåäö]+)?")
_APPOSITION = re.compile(r", [A-ZÅÄÖa-zåäö][^,.]{3,60},")
"""*KTH, Kungliga tekniska högskolan,*"""

_ROMAN = re.compile(r"[IVXLC]+")


def explained(limit: int, exceptions: frozenset[str]) -> Detect:
    """The first mention of an abbreviation that is neither known to all nor explained there.

    It is explained by a parenthesis that it stands in or that follows it. What the list of
    participants or the notes hold (``document.known``) may still need explaining to a reader.
    """
    known = {one.upper() for one in exceptions}

    def detect(document: Document) -> Iterator[Remark]:
        firsts: dict[str, tuple[int, Word]] = {}
        for number, passage in enumerate(document.passages):
            for name, word in _abbreviations(passage):
                if name not in known:
                    firsts.setdefault(name, (number, word))
        ordinary = _ordinary(firsts, document)
        for name, (number, word) in firsts.items():
            if name not in ordinary and not _is_explained(document.passages[number], word):
                advice = f"Skriv ut vad {name} betyder, med förkortningen inom parentes."
                yield Remark(number, word.start, word.end, advice=advice)

    return detect


def _abbreviations(passage: Passage) -> Iterator[tuple[str, Word]]:
    """The words of a paragraph that are abbreviations in capitals, without their endings."""
    if passage.is_heading or passage.text.isupper():
        return
    for word in passage.words:
        match = _CAPITALS.fullmatch(word.written)
        if match and not _ROMAN.fullmatch(match[1]):
            yield match[1], word


def _ordinary(names: Iterable[str], document: Document) -> frozenset[str]:
    """Those that are ordinary words in capitals: ``INTE`` is no abbreviation."""
    if document.speller is None:
        return frozenset()
    return frozenset(word.upper() for word in document.speller.listed(one.lower() for one in names))


def _is_explained(passage: Passage, word: Word) -> bool:
    """Whether a parenthesis stands around the abbreviation or right after it."""
    before, after = passage.text[: word.start], passage.text[word.end :]
    inside = before.rpartition("(")[2]
    opened = "(" in before and ")" not in inside
    between = before.endswith("), ") and after.startswith(",")
    return opened or between or after.startswith(" (") or bool(_APPOSITION.match(after))
