"""Dates: how they are written in running text, and whether the year is told."""

import re
from collections.abc import Iterator

from drafter.text.dates import Found, find_dates
from drafter.text.language.passages import Passage
from drafter.text.language.rules import Detect, Document, Remark

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def numeric(limit: int, exceptions: frozenset[str]) -> Detect:
    """Dates in figures and hyphens: *2017-02-23*.

    Not in headings, not after a label (*Datum:*), and not before a paragraph of minutes (*§ 16*).
    """
    return _written(re.compile(r"(?:[Dd]en )?(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})"))


def slashed(limit: int, exceptions: frozenset[str]) -> Detect:
    """Dates with a slash: *23/2*."""
    return _written(re.compile(r"(?:[Dd]en )?\d{1,2}(?:-\d{1,2})?/\d{1,2}(?: ?-? ?\d{2,4})?"))


def first_year(limit: int, exceptions: frozenset[str]) -> Detect:
    """The first date of the text, when nothing up to it tells which year is meant."""

    def detect(document: Document) -> Iterator[Remark]:
        for number, passage in enumerate(document.passages):
            found = _dates(passage)
            if _YEAR.search(passage.text):
                return
            if found and not passage.is_heading:
                yield Remark(number, *found[0].span, advice="Skriv ut årtalet.")
                return

    return detect


def _written(pattern: re.Pattern[str]) -> Detect:
    """Single dates that fit a pattern, each with the form that running text has."""

    def detect(document: Document) -> Iterator[Remark]:
        for number, passage in enumerate(document.passages):
            for one in () if passage.is_heading else _dates(passage):
                fits = pattern.fullmatch(passage.open[one.start : one.end])
                if fits and not _is_reference(passage.open, one):
                    yield Remark(number, *one.span, _fitted(passage, one))

    return detect


def _is_reference(text: str, one: Found) -> bool:
    """Whether a date stands after a label, names a decision, or is a share: *7/10 av skolorna*."""
    before, after = text[: one.start], text[one.end : one.end + 12]
    written = text[one.start : one.end].lower()
    share = "/" in written and not written.startswith("den") and _SHARE.match(after)
    return bool(_LABEL.search(before) or _PARAGRAPH.match(after) or share or _GRADE.search(before))


_LABEL = re.compile(r"(?:^|[,;(] ?)[^\W\d][\w ]{1,30}: ?$")
_PARAGRAPH = re.compile(r",? ?§")
_SHARE = re.compile(r" av\b|-?del|[ -]?tum| (?:poäng|rätt|procent)\b")
_GRADE = re.compile(r"\b(?:skalan?|betyget|kvoten|andelen|paragraf|nr|nummer|dnr|cirka|ca) $")


def _dates(passage: Passage) -> tuple[Found, ...]:
    return find_dates(passage.open)


def _fitted(passage: Passage, one: Found) -> str:
    """The date as running text has it, with a capital where a sentence begins."""
    return one.written.capitalize() if passage.opens(one.start) else one.written
