"""Whole note files: which names still show when drafter knows, and does not know, the list."""

from collections.abc import Iterator

from benchmarks.grounding.data import load
from benchmarks.grounding.nouns import Case, Part
from benchmarks.privacy.lines import Count
from drafter.text.facts import Reader
from drafter.text.people import find_people
from drafter.text.personal import find_personal
from drafter.text.pseudonyms import Pseudonyms
from tests.leaks import showing


def counts(reader: Reader) -> Iterator[Count]:
    """The name parts of each part's notes that are gone, and what was hidden in vain."""
    for part in Part:
        cases = load(part)
        for listed in (True, False):
            title = f"{part.value} notes, {'with' if listed else 'without'} the list"
            tallies = [_tally(case, reader, listed) for case in cases]
            found, names, alarms, lines = (sum(column) for column in zip(*tallies, strict=True))
            yield Count(title, found, names, alarms, lines)


def _tally(case: Case, reader: Reader, listed: bool) -> tuple[int, int, int, int]:
    """Names gone and names in all; lines hit in vain and lines in all."""
    texts = [line.text for line in case.notes.lines]
    known = [*case.people, *(one.name for one in case.notes.participants)] if listed else []
    others = find_people(texts, known, reader.names)
    hidden = Pseudonyms.of([*known, *others], reader.names.nicknames).hide("\n".join(texts))
    parts = {word for name in _names(case) for word in name.split() if len(word) > 2}
    written = showing("\n".join(texts), sorted(parts))
    left = showing(hidden, written)
    vain = sum(bool(find_personal(text) or reader.sensitive.find(text)) for text in texts)
    return len(written) - len(left), len(written), vain, len(texts)


def _names(case: Case) -> list[str]:
    return [*case.people, *(one.name for one in case.notes.participants)]
