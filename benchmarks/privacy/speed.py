"""How long it takes to hide and restore 100 kB of notes with 50 people."""

import random
from time import process_time

from benchmarks.grounding.data import load
from benchmarks.grounding.nouns import Part
from drafter.text.facts import Reader
from drafter.text.pseudonyms import Pseudonyms
from drafter.text.veil import Veil

SIZE = 100_000
PEOPLE = 50
LIMIT = 0.2
"""Seconds of one core's own time, which other programs do not lengthen."""


def seconds(reader: Reader) -> tuple[float, float, float]:
    """The time to prepare the people, to hide the notes and to restore them; the best of five."""
    chance = random.Random(4)
    given, surnames = sorted(reader.names.given), sorted(reader.names.surnames)
    people = [f"{chance.choice(given)} {chance.choice(surnames)}".title() for _ in range(PEOPLE)]
    text = _notes(people, chance)
    return min((_once(people, text, reader) for _ in range(5)), key=sum)


def _once(people: list[str], text: str, reader: Reader) -> tuple[float, float, float]:
    start = process_time()
    veil = Veil(Pseudonyms.of(people, reader.names.nicknames))
    ready = process_time()
    hidden = veil.hide(text)
    done = process_time()
    restored = veil.restore(hidden)
    end = process_time()
    if restored.text != text:
        raise ValueError("the text did not come back as it was")
    return ready - start, done - ready, end - done


def _notes(people: list[str], chance: random.Random) -> str:
    """Lines of the tuned notes, with a name in one of three and a telephone in one of thirty."""
    lines = [line.text for case in load(Part.TUNED) for line in case.notes.lines]
    written: list[str] = []
    size = 0
    while size < SIZE:
        line = chance.choice(lines)
        name = chance.choice(people)
        if chance.random() < 1 / 3:
            line = f"{chance.choice([name, *name.split()])}: {line}"
        if chance.random() < 1 / 30:
            line += " 070-123 45 67"
        written.append(line)
        size += len(line.encode()) + 1
    return "\n".join(written)
