"""What stands between the words of a text, found between the same words in its file."""

import re
from collections.abc import Sequence
from itertools import pairwise

from drafter.text.readings import REACH, Glyph, Page

_BLANKS = re.compile(r"[^\S\n\t]+")  # a tab or a break is layout, and not to be edited


def fill_gaps(page: Page, text: str, glyphs: list[Glyph | None]) -> None:
    """Find the punctuation and the spaces of a text whose letters have been found.

    ``glyphs`` has one for each character; those that are None are set where they can be told.
    """
    for gap in _gaps(glyphs):
        _fill(page, text, glyphs, gap)


def _gaps(glyphs: Sequence[Glyph | None]) -> list[tuple[int, int]]:
    """The stretches of a text whose characters have not been found."""
    found = [-1, *(at for at, glyph in enumerate(glyphs) if glyph), len(glyphs)]
    return [(one + 1, other) for one, other in pairwise(found) if other - one > 1]


def _fill(page: Page, text: str, glyphs: list[Glyph | None], gap: tuple[int, int]) -> None:
    """Find what stands between two words of a text, before the first or after the last."""
    start, end = gap
    before = glyphs[start - 1] if start else None
    after = glyphs[end] if end < len(glyphs) else None
    low, high = _bounds(page, before, after)
    plain = page.text[low : low + end - start]
    if (
        before
        and plain == text[start:end]
        and "\n" not in plain
        and (not after or high == low + len(plain))
    ):
        glyphs[start:end] = [Glyph(char, low + at) for at, char in enumerate(plain)]
        return
    signs = [(at, text[at]) for at in range(start, end) if not text[at].isspace()]
    for at, glyph in _signs(page, signs, (low, high), backwards=before is None) if signs else ():
        glyphs[at] = glyph
    for at in range(max(start, 1), end):
        if text[at].isspace():
            following = next((glyph for glyph in glyphs[at + 1 : end + 1] if glyph), None)
            glyphs[at] = _blanks(page, glyphs[at - 1], following)


def _bounds(page: Page, before: Glyph | None, after: Glyph | None) -> tuple[int, int]:
    """Between which places a gap lies in the file; one at the edge of a text ends at a letter."""
    read = page.read
    if before and after:
        return before.end, after.place
    if before:
        at = read.at(before.end)
        high = read.places[at] if at < len(read.text) else len(page.text)
        return before.end, min(high, before.end + REACH)
    if after:
        at = read.at(after.place)
        return max(read.end(at - 1) if at else 0, after.place - REACH), after.place
    return 0, 0


def _signs(
    page: Page, signs: Sequence[tuple[int, str]], bounds: tuple[int, int], *, backwards: bool
) -> list[tuple[int, Glyph]]:
    """Punctuation among what is read between two places, or else among all that stands there."""
    low, high = bounds
    all_there = [Glyph(page.text[place], place) for place in range(low, high)]
    step = -1 if backwards else 1
    tries = [_in_order(signs[::step], near[::step]) for near in (page.glyphs(low, high), all_there)]
    return max(tries, key=len)


def _in_order(signs: Sequence[tuple[int, str]], near: Sequence[Glyph]) -> list[tuple[int, Glyph]]:
    found: list[tuple[int, Glyph]] = []
    chars = "".join(glyph.char for glyph in near)
    place = 0
    for at, char in signs:
        there = chars.find(char, place)
        if there >= 0:
            found.append((at, near[there]))
            place = there + 1
    return found


def _blanks(page: Page, before: Glyph | None, after: Glyph | None) -> Glyph | None:
    """The first blanks between two characters of one row."""
    if before is None or after is None or page.row(before.place) != page.row(after.place):
        return None
    blanks = _BLANKS.search(page.text, before.end, after.place)
    return Glyph(" ", blanks.start(), len(blanks[0])) if blanks else None
