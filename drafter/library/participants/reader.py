"""The participant list: who took part, in which role, from where and for which party."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from drafter.errors import ParticipantsError
from drafter.library.encoding import read_text
from drafter.library.participants.cells import read_cells
from drafter.library.participants.entry import Found, parse_person
from drafter.library.participants.listing import read_list
from drafter.library.participants.meeting import read_meeting
from drafter.library.participants.table import read_table
from drafter.nouns import Participant
from drafter.text.instructions import speaks_to_model

__all__ = ["parse_participants", "parse_person", "read_participants"]


def read_participants(path: Path) -> tuple[Participant, ...]:
    """The persons of a participant file: CSV, a Markdown table, or a plain list.

    Raises:
        ParticipantsError: the file is missing or no text, names nobody, names somebody twice,
            gives orders to a language model, or has a row that cannot be read.
    """
    text = read_text(path, ParticipantsError)
    try:
        return parse_participants(text)
    except ParticipantsError as error:
        error.path = path
        raise


def parse_participants(text: str) -> tuple[Participant, ...]:
    """The persons of a list in its order, the absent among them, numbered from 1.

    Cells of columns that a report has no use for (addresses, telephone, diets) are left out.

    Raises:
        ParticipantsError: as ``read_participants``, without the file.
    """
    found = read_meeting(text) or _read_any(text)
    if not found:
        hint = "Skriv en person per rad, till exempel: Anna Ek, projektledare (S)."
        raise ParticipantsError("Deltagarlistan innehåller inga namn.", hint)
    _refuse_doubles(found)
    _refuse_orders(text, found)
    return tuple(replace(one.person, row=row) for row, one in enumerate(found, 1))


def _read_any(text: str) -> tuple[Found, ...]:
    cells = read_cells(text)
    return read_table(cells) if cells else read_list(text)


def _refuse_doubles(found: Sequence[Found]) -> None:
    """Stop at a person who is listed twice.

    Raises:
        ParticipantsError: the name stands on two rows, and neither party nor unit tells two
            persons apart.
    """
    for group in _by_name(found):
        for first, second in combinations(group, 2):
            if not _are_two(first.person, second.person):
                raise ParticipantsError(
                    f"{second.person.name} står två gånger i deltagarlistan, "
                    f"på rad {first.line} och rad {second.line}.",
                    "Ta bort den ena raden. Är det två personer: ange parti eller enhet för båda.",
                    line=second.line,
                )


def _refuse_orders(text: str, found: Iterable[Found]) -> None:
    """Stop at a row that would print an order to a language model in the report.

    Raises:
        ParticipantsError: a row, or a cell of it, is such an order or has the marks of a chat.
    """
    cells = ((one.line, cell) for one in found for cell in (one.person.role, one.person.unit))
    for line, said in (*enumerate(text.splitlines(), 1), *cells):
        if speaks_to_model(said):
            raise ParticipantsError(
                f"Deltagarlistans rad {line} innehåller en uppmaning: ”{said.strip()}”.",
                "Ta bort den: raden ska bara säga vem personen är.",
                line=line,
            )


def _by_name(found: Iterable[Found]) -> Iterable[list[Found]]:
    groups: dict[str, list[Found]] = {}
    for one in found:
        groups.setdefault(" ".join(one.person.name.casefold().split()), []).append(one)
    return groups.values()


def _are_two(first: Participant, second: Participant) -> bool:
    """Whether two persons of the same name differ in party or in unit, given for both."""
    pairs = ((first.party, second.party), (first.unit.casefold(), second.unit.casefold()))
    return any(one and other and one != other for one, other in pairs)
