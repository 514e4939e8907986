"""Names that a hyphen divides between two lines of notes, which leave one by one."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from drafter.text.pseudonyms import Pseudonyms

_BEGINS = re.compile(r"(?P<half>[^\W\d_]+)[-\u2010\u2011\u00ad]\s*\Z")
_GOES_ON = re.compile(r"\s*(?!(?:och|eller|samt|resp)\b)(?P<half>[^\W\d_]+)")


class Divided(NamedTuple):
    """A word of which one line has the first half and the next line the second.

    ``whole`` is the two lines as one, and ``seam`` the place in it where the halves meet.
    """

    halves: tuple[str, str]
    whole: str
    seam: int


def find_divided(texts: Iterable[str]) -> Iterator[Divided]:
    """The words that lines divide between them, names or not."""
    for first, second in pairwise(texts):
        begins, goes_on = _BEGINS.search(first), _GOES_ON.match(second)
        if begins and goes_on and goes_on["half"][0].islower():
            seam = begins.end("half")
            whole = f"{first[:seam]}{second[goes_on.start('half') :]}"
            yield Divided((begins["half"], goes_on["half"]), whole, seam)


def halves_of_names(divided: Iterable[Divided], people: Pseudonyms) -> tuple[str, ...]:
    """The halves of those words that are somebody's name: ``Lind``, ``qvist``."""
    return tuple(
        half
        for one in divided
        if any(span.start < one.seam < span.end for span in people.find(one.whole))
        for half in one.halves
    )
