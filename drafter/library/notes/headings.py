"""Headings that only their surroundings show: capitals, labels and short lines above a list."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from drafter.library.notes.rows import EMPHASIS_RANK, Mark, Row, bold_title
from drafter.library.notes.titles import is_label, is_shouted, is_title
from drafter.library.notes.wrapping import wrapped_rows

SHORT = 6
"""A heading without marks has at most so many words."""

FEW = 4
"""So many words has a heading that only the indented list below it shows."""

LABEL_RANK = 8
"""The rank of a label or a short line: below capitals."""

# Words in capitals that lend weight to a sentence, or warn, rather than name a part.
_WEIGHT = frozenset("obs nb ps fel viktigt inget ingen inga inte alla bara men dock mycket".split())
_ABBREVIATION = 3  # letters: "DAG" and "SLK" look alike, so such a word needs a number after it

# Only the first word has a capital, so that a name or a byline is no heading.
_FEW_WORDS = re.compile(r"[A-ZÅÄÖ][a-zåäöé-]+(?:(?: | / | & |/)[a-zåäöé-]+){0,2}(?: \d{1,2})?")
_ONE_WORD = re.compile(r"[A-ZÅÄÖ][a-zåäöé-]{2,}(?: \d{1,2})?")
_PARAGRAPH = re.compile(r"§+ ?\d+\b.*[^\W\d_].*")


class _Place(NamedTuple):
    """A row among its neighbours; ``is_broken_off`` tells that it continues the row before."""

    row: Row
    before: Row | None
    after: Row | None
    is_broken_off: bool

    @property
    def opens(self) -> bool:
        """Whether it is the first of its block."""
        return self.before is None or self.before.block != self.row.block

    @property
    def led_on(self) -> bool:
        """Whether the next row stands directly below it."""
        return self.after is not None and self.after.number == self.row.number + 1


def find_headings(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with a rank for each heading.

    Where the author marks her headings (``##``), a short line without marks is none. Where she
    writes everything in capitals, capitals say nothing.
    """
    marked = sum(0 < row.rank < EMPHASIS_RANK for row in rows) > 1
    loud = sum(is_shouted(row.text, 1) for row in rows) * 2 > len(rows) > 2
    wrapped = wrapped_rows(rows)
    around = zip((None, *rows), rows, (*rows[1:], None), strict=False)
    places = (_Place(row, before, after, row.number in wrapped) for before, row, after in around)
    return tuple(_settled(place, marked, loud) for place in places)


def _settled(place: _Place, marked: bool, loud: bool) -> Row:
    row = place.row
    if row.is_item:
        return _title_of_item(place)
    if not row.is_plain or place.is_broken_off:
        return row
    shouted = not loud and (_is_in_capitals(place) or _opens_in_capitals(place))
    if shouted or _is_paragraph(place):
        return replace(row, rank=EMPHASIS_RANK)
    short = any(
        shows(place) for shows in (_heads_a_list, _heads_deeper_list, _stands_alone, _stands_above)
    )
    if _is_label(place) or (short and not marked):
        return replace(row, rank=LABEL_RANK)
    return row


def _title_of_item(place: _Place) -> Row:
    """``- **Samverkan**`` or ``1. Budget`` above plain text is a heading with a dot or number."""
    row, after = place.row, place.after
    title = bold_title(row.text)
    if title and after and after.is_plain:
        return replace(row, text=title, mark=Mark.PLAIN, rank=EMPHASIS_RANK)
    numbered = row.mark is Mark.NUMBER and place.opens and is_title(row.text, SHORT)
    if numbered and place.led_on and after and after.is_plain and after.text[0].isupper():
        return replace(row, mark=Mark.PLAIN, rank=EMPHASIS_RANK)
    return row


def _is_in_capitals(place: _Place) -> bool:
    """``VAD TAR VI MED OSS``; inside a block only with a word longer than an abbreviation."""
    text = place.row.text
    letters = _ABBREVIATION if place.opens else _ABBREVIATION + 1
    is_list = "," in text
    return is_title(text, 8) and is_shouted(text, letters) and not is_list and not _weighs(text)


def _opens_in_capitals(place: _Place) -> bool:
    """``DAG 1 tis 6/10`` or ``KVÄLL middag i stadshuset`` first in a block that goes on."""
    if not (place.opens and place.led_on and is_title(place.row.text, SHORT)):
        return False
    first, _, rest = place.row.text.partition(" ")
    needed = _ABBREVIATION if rest[:1].isdigit() else _ABBREVIATION + 1
    return is_shouted(first, needed) and ":" not in place.row.text and not _weighs(first)


def _weighs(text: str) -> bool:
    words = re.findall(r"\w+", text.casefold())
    return not words or words[0] in _WEIGHT


def _is_label(place: _Place) -> bool:
    """``Bakgrund:`` with something after it."""
    text = place.row.text
    return (
        place.after is not None
        and text.endswith(":")
        and text[0].isalpha()
        and is_title(text, SHORT)
        and not is_label(text)
        and not _weighs(text)
    )


def _heads_a_list(place: _Place) -> bool:
    """A short line, first in its block, with bullets directly below."""
    text = place.row.text
    return (
        place.opens
        and place.led_on
        and place.after is not None
        and place.after.is_item
        and text[0].isalpha()
        and is_title(text, SHORT)
        and ": " not in text
    )


def _heads_deeper_list(place: _Place) -> bool:
    """A short line anywhere in its block, above bullets that are indented under it: ``Övrigt``.

    A line that is itself indented under a bullet belongs to that bullet. ``Anna Ek`` is no
    heading but the one whose words follow.
    """
    row, before, after = place.row, place.before, place.after
    if not (place.led_on and after and after.is_item and after.indent > row.indent):
        return False
    if before and before.is_item and before.block == row.block and before.indent < row.indent:
        return False
    first, *rest = row.text.split()
    is_named = first[0].isupper() and (not rest or any(word[0].islower() for word in rest))
    is_plain = not set(row.text) & set(":,;()") and not any(map(str.isdigit, row.text))
    return is_named and is_plain and is_title(row.text, FEW)


def _stands_alone(place: _Place) -> bool:
    """One to three words between blank lines, with more to read below: ``Övriga kommentarer``."""
    row, after = place.row, place.after
    if not (place.opens and after and after.block != row.block):
        return False
    goes_on = after.is_item or len(after.text.split()) > SHORT
    return goes_on and bool(_FEW_WORDS.fullmatch(row.text)) and is_title(row.text)


def _stands_above(place: _Place) -> bool:
    """One word, first in its block, directly above a fuller line: ``Syfte`` or ``Dag 2``."""
    row, after = place.row, place.after
    if not (place.opens and place.led_on and after and after.is_plain):
        return False
    text = after.text
    is_fuller = len(text.split()) > 2 or text[0].isdigit() or text.endswith(".")
    is_new = is_fuller and not text[0].islower() and not is_label(text)
    return is_new and bool(_ONE_WORD.fullmatch(row.text)) and is_title(row.text)


def _is_paragraph(place: _Place) -> bool:
    """``§ 2 Lägesrapport`` with something after it."""
    text = place.row.text
    return place.after is not None and bool(_PARAGRAPH.fullmatch(text)) and is_title(text, 8)
