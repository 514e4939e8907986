"""A section with no model at all: the notes' own words, made into sentences by code."""

from collections.abc import Iterable, Iterator
from itertools import count, groupby

from drafter.nouns import (
    Heading,
    Line,
    Notes,
    Plan,
    Quote,
    Section,
    SectionState,
    Sentence,
)
from drafter.text.lexicon import Lexicon
from drafter.text.sentences import split


def plain_section(heading: Heading, plan: Plan, notes: Notes, lexicon: Lexicon) -> Section:
    """Every line placed under the heading as a sentence or more, in the order of the notes.

    A wrapped line belongs to its first line's sentences; lines that stand together in the notes
    make a paragraph. A heading without lines gets its standard sentence.
    """
    placed = set(plan.lines_for(heading.id))
    items = [item for item in notes.items() if item[0].number in placed]
    ids = (f"{heading.id}-{number}" for number in count(1))
    blocks = groupby(items, key=lambda item: item[0].block)
    paragraphs = (tuple(_sentences(block, lexicon, ids)) for _, block in blocks)
    filled = tuple(paragraph for paragraph in paragraphs if paragraph)
    if not filled:
        return silent_section(heading)
    return Section(heading.id, heading.title, heading.level, filled, SectionState.SKELETON)


def _sentences(
    items: Iterable[tuple[Line, ...]], lexicon: Lexicon, ids: Iterator[str]
) -> Iterator[Sentence]:
    """The sentences of some items; each stands on all physical lines of its item."""
    # imported here: a text that is only checked is not written out
    from drafter.text.formal import formal

    for item in items:
        quotes = tuple(Quote(line.number, line.text) for line in item)
        text = formal(" ".join(line.text for line in item), lexicon).text
        for sentence in split(text):
            yield Sentence(next(ids), sentence, quotes)


def silent_section(heading: Heading) -> Section:
    """The heading's own standard sentence, the only one that needs no source."""
    sentence = Sentence(f"{heading.id}-1", heading.empty)
    state = SectionState.SILENT
    return Section(heading.id, heading.title, heading.level, ((sentence,),), state)


def frame_section(heading: Heading) -> Section:
    """A heading whose section is set by code: the participants, or nothing at all."""
    return Section(heading.id, heading.title, heading.level, (), SectionState.FRAME)
