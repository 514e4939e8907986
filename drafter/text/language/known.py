"""The words of a report that are right whatever a dictionary says."""

import re
from collections.abc import Iterator

from drafter.nouns import Draft, Notes
from drafter.text.name_words import NameWords

_PROPER = re.compile(r"(?<![\w-])[A-ZÅÄÖÆØÉÜ][\w’'-]*")


def known_words(names: NameWords, notes: Notes, draft: Draft) -> frozenset[str]:
    """Common names and places, and the proper nouns of the notes, the list and the header.

    In lower case; a genitive has no form of its own.
    """
    own = (word.lower() for text in _texts(notes, draft) for word in _PROPER.findall(text))
    return names.known | names.others | names.acronyms | frozenset(own)


def _texts(notes: Notes, draft: Draft) -> Iterator[str]:
    yield from (line.text for line in notes.lines)
    for person in (*notes.participants, *draft.participants, *draft.absent):
        yield person.entry
    yield from (value.value for value in draft.header if value.value)
    yield draft.title
