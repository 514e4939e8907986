"""From a draft, or a plain text, to what the language rules look at."""

import re
from collections.abc import Iterator

from drafter.nouns import Draft
from drafter.text.language.passages import Passage
from drafter.text.sentences import split

_HEADING = re.compile(r"#{1,6} ")


def passages_of(draft: Draft) -> tuple[Passage, ...]:
    """The title, the headings and the paragraphs of a draft, in reading order."""
    return tuple(_passages(draft))


def _passages(draft: Draft) -> Iterator[Passage]:
    yield Passage.of([draft.title], is_heading=True)
    for section in draft.sections:
        yield Passage.of([section.title], is_heading=True)
        for paragraph in section.paragraphs:
            yield Passage.of(sentence.text for sentence in paragraph)


def read_passages(text: str) -> tuple[Passage, ...]:
    """The paragraphs of a plain text, parted by empty lines; ``#`` begins a heading."""
    blocks = filter(None, (block.strip() for block in re.split(r"\n\s*\n", text)))
    return tuple(
        Passage.of([_HEADING.sub("", block)], is_heading=True)
        if _HEADING.match(block)
        else Passage.of(split(block))
        for block in blocks
    )
