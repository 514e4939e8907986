"""Notes that are long, asked about a part at a time: divided, never cut."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafter.nouns import Line, LineKind
from drafter.steps.answers import Answer

LONG = 900
"""From more characters than this on, lines are written in parts side by side."""
SHORT = 300
"""A part with fewer characters gains less time than its question costs."""


def size(lines: Iterable[Line]) -> int:
    """How many characters some lines have."""
    return sum(len(line.text) for line in lines)


def portions(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], ...]:
    """Some lines in the parts that they are written in; in one, where they are few.

    The cuts fall at blank lines and headings, or else between two points of a list, but never
    before one that leans on what was said: a text that runs on is told as one.
    """
    whole = size(lines)
    before = {at: size(lines[:at]) for at in _cuts(lines)}
    fit = [at for at, left in before.items() if min(left, whole - left) >= SHORT]
    fit = [at for at in fit if _parted(lines, at)] or [at for at in fit if _listed(lines, at)]
    if whole <= LONG or not fit:
        return (lines,)
    cut = min(fit, key=lambda at: abs(whole - 2 * before[at]))
    return (*portions(lines[:cut]), *portions(lines[cut:]))


def _parted(lines: tuple[Line, ...], at: int) -> bool:
    """Whether a blank line or a heading stands before a line."""
    return (lines[at].block, lines[at].heading) != (lines[at - 1].block, lines[at - 1].heading)


def _listed(lines: tuple[Line, ...], at: int) -> bool:
    """Whether a line is a point of a list that stands by itself."""
    return lines[at].kind is LineKind.BULLET and not _LEANING.match(lines[at].text)


_LEANING = re.compile(
    r"[=-]*>|→|(?:alltså|annars|dessa|dessutom|detta|de[nt]? här|de[nt]? där|dock|dvs|därför|eller"
    r"|fast|följd|ju|likaså|likadant|men|och|o|också|oxå|resultat|samma|så|sålunda|sedan|trots"
    r"|även|däremot)\b",
    re.IGNORECASE,
)
"""How a point begins that goes on from the one before."""


def halved(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], ...]:
    """Some lines as two parts of about the same length; as one, where they cannot be parted.

    A point stays with what is under it and with its own continuation. The cut falls at a blank
    line rather than between two points, if there is one near enough to the middle.
    """
    cuts = _cuts(lines)
    if not cuts:
        return (lines,)
    whole = size(lines)

    def lopsided(at: int) -> float:
        left = size(lines[:at])
        apart = lines[at].block != lines[at - 1].block
        return abs(whole - 2 * left) - apart * whole / 4

    cut = min(cuts, key=lopsided)
    return lines[:cut], lines[cut:]


def _cuts(lines: tuple[Line, ...]) -> list[int]:
    """Before which lines some lines may be divided: those that stand by themselves."""
    return [at for at in range(1, len(lines)) if not lines[at].parent and not lines[at].continues]


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
