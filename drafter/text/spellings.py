"""Names in notes that are nearly, but not quite, names on the list of participants."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

_WORD = re.compile(r"(?<![\w@.-])[A-ZÅÄÖÉ][^\W\d_]+(?:-[A-ZÅÄÖÉ][^\W\d_]+)?(?![\w@])")
_ALONE = 6
"""A family name of so many letters may be known by itself; a shorter one beside its first name."""

_LONG = 8
"""From so many letters on a name may differ in two of them."""


class Misspelling(NamedTuple):
    """A name as the notes have it, and the listed one that is probably meant."""

    written: str
    listed: str


def find_misspellings(text: str, names: Collection[str]) -> tuple[Misspelling, ...]:
    """The names of a line that differ from a listed full name by a slip of the pen.

    A family name counts when it stands alone or beside that person's first name, and a first name
    beside that person's family name; ``Carlsson`` of another first name is somebody else.
    """
    words = list(_WORD.finditer(text))
    letters = {word[0][0] for word in words}
    found = []
    for name in (name for name in names if letters & {part[0] for part in name.split()}):
        first, last = name.partition(" ")[0], name.rpartition(" ")[2]
        found += [Misspelling(one, name) for one in _slips(words, first, last)]
    known = {part for name in names for part in name.split()}
    return tuple(one for one in dict.fromkeys(found) if not set(one.written.split()) <= known)


def _slips(words: list[re.Match[str]], first: str, last: str) -> Iterator[str]:
    """How a person's name is misspelt among the words of a line."""
    for at, match in enumerate(words):
        before = words[at - 1][0] if at and words[at - 1].end() + 1 == match.start() else ""
        word = match[0] if match[0] == last else match[0].removesuffix("s")
        if not before and len(last) >= _ALONE and is_slip(word, last):
            yield word
        elif (before == first and is_slip(word, last)) or (word == last and is_slip(before, first)):
            yield f"{before} {word}"


def is_slip(written: str, meant: str) -> bool:
    """Whether a word is another with one letter added, left out, changed or moved, or two.

    The distance is that of Damerau and Levenshtein, with neighbours swapped as one change.
    """
    if written == meant or min(len(written), len(meant)) < 3:
        return False
    allowed = 2 if min(len(written), len(meant)) >= _LONG else 1
    if abs(len(written) - len(meant)) > allowed or written[0].lower() != meant[0].lower():
        return False
    return _distance(written.lower(), meant.lower()) <= allowed


def _distance(one: str, other: str) -> int:
    rows = [list(range(len(other) + 1))]
    for i, left in enumerate(one, 1):
        row = [i]
        for j, right in enumerate(other, 1):
            change = rows[i - 1][j - 1] + (left != right)
            cost = min(rows[i - 1][j] + 1, row[j - 1] + 1, change)
            if i > 1 and j > 1 and left == other[j - 2] and right == one[i - 2]:
                cost = min(cost, rows[i - 2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
