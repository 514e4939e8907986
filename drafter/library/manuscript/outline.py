"""What is a heading in somebody's text, and what is text under one."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from drafter.library.manuscript.blocks import Block, TextLine, is_missing
from drafter.nouns import Heading, Markup
from drafter.text.headings import exact_heading, match_heading

_LONGEST_RUN = 400
"""How long headings that have been run together may be, in characters."""

_LONGEST_UNKNOWN = 80
"""How long a line in bold may be and still be a heading that the type lacks, in characters."""

_NO_HEADING = ("://", "www.", "@", ". ")


class Piece(NamedTuple):
    """A heading, or a stretch of text from one paragraph.

    ``lines`` are those of the text, or one with the heading's wording. ``markup`` is None for
    text, ``heading`` None for a heading that the report type does not know. ``level``, ``item``
    and ``row`` are the block's.
    """

    lines: tuple[str, ...]
    markup: Markup | None = None
    heading: Heading | None = None
    level: int = 0
    item: bool = False
    row: int = 0

    @property
    def text(self) -> str:
        """Its lines as one."""
        return " ".join(self.lines)


def outline(blocks: Sequence[Block], headings: Sequence[Heading]) -> tuple[Piece, ...]:
    """A text as headings and what stands between them, in order.

    A heading of the type is known as a real heading, in bold (alone, before its text, or run
    together with the next), or as a plain line. A plain line counts only if the heading stands
    nowhere in a stronger form: otherwise it is a word in a list or a table of contents. Short
    lines that stand alone are headings that the type lacks if they are bold, underlined or in
    capitals, or if they are another name of one that the text lacks.
    """
    marked = {piece.heading for piece in _pieces(blocks, headings, ()) if piece.heading}
    plain = tuple(one for one in headings if one not in marked)
    return tuple(_pieces(blocks, headings, plain))


def _pieces(
    blocks: Sequence[Block], headings: Sequence[Heading], plain: Sequence[Heading]
) -> Iterator[Piece]:
    """``plain`` are the headings that a plain line may be."""
    for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        if block.level:
            yield from _real(block, headings)
            continue
        listed = block.item and any(one and one.item for one in (before, after))
        alone = len(block.lines) > 1 or not listed
        parts = list(_parts(block, headings, plain if alone else ()))
        looks = _looks(block, plain) if after and alone else None
        if looks and not any(part.markup for part in parts):
            yield Piece((_clean(block.text),), looks)
        else:
            yield from _joined(parts, block)


def _real(block: Block, headings: Sequence[Heading]) -> Iterator[Piece]:
    known = _known(block.text, headings)
    for wording, heading in known or ((_clean(block.text), None),):
        yield Piece((wording,), Markup.HEADING, heading, block.level)


def _joined(parts: Sequence[Piece], block: Block) -> Iterator[Piece]:
    """The parts of a paragraph, with the lines of its text together again.

    What stands after a heading in a list item is no list item.
    """
    item = block.item and parts[0].markup is None
    for is_text, group in groupby(parts, key=lambda part: part.markup is None):
        if is_text:
            lines = tuple(line for part in group for line in part.lines)
            yield Piece(lines, item=item, row=block.row)
        else:
            yield from group


def _parts(block: Block, headings: Sequence[Heading], plain: Sequence[Heading]) -> Iterator[Piece]:
    """The headings in a paragraph and its lines of text, one by one."""
    if whole := _plain_heading(block.text, plain):
        yield whole
        return
    for bold, group in groupby(block.lines, key=lambda line: line.wholly_bold):
        lines = list(group)
        run = " ".join(line.text for line in lines)
        if bold and (known := _known(run, headings)):
            yield from (Piece((wording,), Markup.BOLD, one) for wording, one in known)
            continue
        for line in lines:
            yield from _bold_lead(line, headings) or _plain_lead(line, plain)


def _bold_lead(line: TextLine, headings: Sequence[Heading]) -> list[Piece]:
    """Headings in bold at the beginning of a line, and the text after them."""
    if not line.bold or not _is_set_off(line):
        return []
    known = [Piece((wording,), Markup.BOLD, one) for wording, one in _known(line.lead, headings)]
    return [*known, Piece((line.rest,))] if known and line.rest else known


def _is_set_off(line: TextLine) -> bool:
    """Whether text begins after the bold: ``**Samverkan** med Oslo`` is all one sentence."""
    after = line.text[line.bold :].lstrip()
    return line.lead.endswith((":", ".")) or not after[:1].islower()


def _plain_lead(line: TextLine, plain: Sequence[Heading]) -> list[Piece]:
    """A plain line, or its beginning up to a colon, as a heading; otherwise as text."""
    label, _, rest = line.text.partition(":")
    rest = rest.strip()
    heading = None if rest[:1].islower() else _plain_heading(label, plain)
    if heading is None:
        return [Piece((line.text,))]
    return [heading, Piece((rest,))] if rest else [heading]


def _plain_heading(text: str, plain: Sequence[Heading]) -> Piece | None:
    """A heading that nothing marks but its wording, with the capital that headings have."""
    heading = exact_heading(text, plain)
    first = next((char for char in text if char.isalpha()), "")
    return Piece((_clean(text),), Markup.LABEL, heading) if heading and first.isupper() else None


def _known(text: str, headings: Sequence[Heading]) -> tuple[tuple[str, Heading], ...]:
    """The headings that a text consists of, one or several run together; none if it has more."""
    if len(text) > _LONGEST_RUN:
        return ()
    if heading := exact_heading(text, headings):
        return ((_clean(text), heading),)
    for heading in headings:
        wording = text[: len(heading.title)]
        if wording.casefold() == heading.title.casefold():
            others = _known(text[len(wording) :].lstrip(" :.–-"), headings)
            if others:
                return ((wording, heading), *others)
    return ()


def _looks(block: Block, plain: Sequence[Heading]) -> Markup | None:
    """How a paragraph looks like a heading without being one; None if it does not."""
    text = block.text
    if len(block.lines) > 1 or block.row or len(text) > _LONGEST_UNKNOWN or is_missing(text):
        return None
    if text.endswith((".", ",", ";", "!")) or any(sign in text for sign in _NO_HEADING):
        return None
    line = block.lines[0]
    if line.wholly_bold:
        return Markup.BOLD
    if line.underlined or (text.isupper() and sum(map(str.isalpha, text)) > 3):
        return Markup.LABEL
    means = text[:1].isupper() and not block.item and match_heading(text, plain)
    return Markup.LABEL if means else None


def _clean(text: str) -> str:
    """A heading as it stands, without the colon after it."""
    return text.strip(" *_").rstrip(" :")
