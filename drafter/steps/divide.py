"""Notes that are too long for a model, asked about a part at a time: divided, never cut."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafter.nouns import Line
from drafter.steps.answers import Answer


def halved(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], ...]:
    """Some lines as two parts of about the same length; as one, where they cannot be parted.

    A point stays with what is under it and with its own continuation. The cut falls at a blank
    line rather than between two points, if there is one near enough to the middle.
    """
    cuts = [at for at in range(1, len(lines)) if _begins(lines[at])]
    if not cuts:
        return (lines,)
    whole = sum(len(line.text) for line in lines)

    def lopsided(at: int) -> float:
        left = sum(len(line.text) for line in lines[:at])
        apart = lines[at].block != lines[at - 1].block
        return abs(whole - 2 * left) - apart * whole / 4

    cut = min(cuts, key=lopsided)
    return lines[:cut], lines[cut:]


def _begins(line: Line) -> bool:
    """Whether a line stands by itself."""
    return not line.parent and not line.continues


def joined(parts: Iterable[Answer]) -> Answer:
    """Answers about the parts of some notes as one, each in paragraphs of its own."""
    answers = tuple(parts)
    return Answer(
        tuple(one for answer in _paragraphs_apart(answers) for one in answer.meningar),
        tuple(one for answer in answers for one in answer.utelamnade),
    )


def _paragraphs_apart(answers: Iterable[Answer]) -> Iterator[Answer]:
    last = 0
    for answer in answers:
        moved = tuple(replace(one, stycke=last + one.stycke) for one in answer.meningar)
        last = max((one.stycke for one in moved), default=last)
        yield replace(answer, meningar=moved)
