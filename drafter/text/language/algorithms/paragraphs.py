"""Paragraphs and headings as wholes."""

from collections.abc import Iterator
from itertools import pairwise

from drafter.text.language.rules import Detect, Document, Remark


def long(limit: int, exceptions: frozenset[str]) -> Detect:
    """Paragraphs of more than ``limit`` words."""

    def detect(document: Document) -> Iterator[Remark]:
        for number, passage in enumerate(document.passages):
            size = len(passage.text.split())
            if size > limit:
                advice = f"Stycket har {size} ord. Dela det."
                yield Remark(number, 0, len(passage.text), advice=advice)

    return detect


def same_openings(limit: int, exceptions: frozenset[str]) -> Detect:
    """The last of ``limit`` sentences in a row that begin with the same word."""

    def detect(document: Document) -> Iterator[Remark]:
        for number, passage in enumerate(document.passages):
            firsts = [(passage.words_in(span)[:1], span) for span in passage.sentences]
            run = 1
            for (before, _), (words, span) in pairwise(firsts):
                same = bool(words and before) and words[0].text == before[0].text
                run = run + 1 if same else 1
                if run == limit:
                    advice = f"{limit} meningar i rad börjar med ”{words[0].written}”."
                    yield Remark(number, words[0].start, span[1], advice=advice)

    return detect


def colons(limit: int, exceptions: frozenset[str]) -> Detect:
    """Headings with a colon at the end, where others have none."""

    def detect(document: Document) -> Iterator[Remark]:
        headings = [(at, one) for at, one in enumerate(document.passages) if one.is_heading]
        with_colon = [(at, one) for at, one in headings if one.text.endswith(":")]
        if len(with_colon) < len(headings):
            for at, one in with_colon:
                yield Remark(at, len(one.text) - 1, len(one.text), "")

    return detect
