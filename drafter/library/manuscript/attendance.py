"""Those who took part, as a finished text lists them."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from drafter.library.manuscript.blocks import is_prose
from drafter.library.manuscript.outline import Piece
from drafter.library.participants.columns import header_columns
from drafter.library.participants.entry import parse_person
from drafter.library.participants.names import is_name, names_on
from drafter.library.participants.words import is_unit
from drafter.nouns import Participant
from drafter.text.citations import read_cited


def read_attendance(pieces: Iterable[Piece]) -> tuple[tuple[Participant, ...], tuple[Piece, ...]]:
    """The persons of the section that lists them, in order, and its paragraphs of prose.

    A list item, a plain line or the row of a table may name a person. Labels that part a list,
    and the header of a table, are neither.
    """
    people: list[Participant] = []
    prose: list[Piece] = []
    for piece in _rows_joined(pieces):
        found, rest = _sorted(piece)
        people += found
        if is_prose(rest.text):
            prose.append(rest)
    return tuple(people), tuple(prose)


def _rows_joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with each row of a table as one; its header row is left out."""
    for row, group in groupby(pieces, key=lambda piece: piece.row):
        if not row:
            yield from group
            continue
        cells = [piece.text for piece in group]
        if not header_columns(cells):
            said = [cell for cell in cells if any(map(str.isalpha, cell))]
            yield Piece((", ".join(said),), row=row)


def _sorted(piece: Piece) -> tuple[list[Participant], Piece]:
    """The persons of a paragraph and what else it says; only text if it begins with no person."""
    lines = (piece.text,) if piece.item else piece.lines
    people = [_people(line, listed=piece.item) for line in lines]
    if not people[0]:
        return [], piece
    rest = tuple(line for line, found in zip(lines, people, strict=True) if not found)
    return [person for found in people for person in found], piece._replace(lines=rest)


def _people(line: str, *, listed: bool) -> list[Participant]:
    """The persons that a line names; a list item that is no sentence always names one."""
    people = [parse_person(entry) for entry in names_on(_uncited(line))]
    if listed and not is_prose(line):
        return [person for person in people if person.name]
    return people if all(map(_is_somebody, people)) else []


def _is_somebody(person: Participant) -> bool:
    """Whether a plain line is about a person: ``Tjänstemän`` only parts a list."""
    full_name = " " in person.name and is_name(person.name) and not is_unit(person.name)
    return full_name or (person.name != "" and person.party != "")


def _uncited(line: str) -> str:
    return " ".join(cited.text for cited in read_cited(line))
