"""What the official brings: her notes, line by line, and the list of those who took part."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class LineKind(StrEnum):
    """What a line is in the notes' own layout."""

    HEADING = "rubrik"
    BULLET = "punkt"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Line:
    """One physical line of the notes that is not blank.

    ``number`` counts from 1, blank lines included; it is the citation key and never changes.
    ``text`` is the line as written, without its bullet, heading marks or surrounding space, so
    it is always a verbatim part of the physical line. ``heading`` is the number of the heading
    line that it stands under (0: none), ``parent`` the line of the bullet that it is nested
    under (0: none) and ``continues`` the line of which it is a wrapped continuation (0: none).
    ``block`` numbers the runs of lines between blank lines, from 1.
    """

    number: int
    text: str
    kind: LineKind = LineKind.TEXT
    heading: int = 0
    parent: int = 0
    continues: int = 0
    block: int = 1


@dataclass(frozen=True, slots=True)
class Participant:
    """One row of the participant list.

    ``row`` counts the persons of the list from 1, a header row left out; it is the key of a
    ``[D3]`` citation. ``party`` is as a report prints it, ``S``. ``present`` is false for a row
    marked as absent; ``note`` is what else the row says, never printed in a report.
    """

    row: int
    name: str
    role: str = ""
    unit: str = ""
    party: str = ""
    present: bool = True
    note: str = ""

    @property
    def entry(self) -> str:
        """The row as a report prints it: ``Elin Sundin, borgarrådssekreterare, finansroteln (S)``.

        The pattern is that of Stockholm's travel reports: name, role, unit and last the party.
        """
        parts = ", ".join(part for part in (self.name, self.role, self.unit) if part)
        return f"{parts} ({self.party})" if self.party else parts


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes and the participant list of one report. ``origin`` is the notes file's name.

    The lines stand in the order of their numbers.
    """

    lines: tuple[Line, ...]
    participants: tuple[Participant, ...] = ()
    origin: str = ""
    _numbered: Mapping[int, Line] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_numbered", {line.number: line for line in self.lines})

    @property
    def is_empty(self) -> bool:
        """Whether there is neither a line nor a participant."""
        return not self.lines and not self.participants

    @property
    def present(self) -> tuple[Participant, ...]:
        """Those who took part, in the order of the list."""
        return tuple(person for person in self.participants if person.present)

    def line(self, number: int) -> Line | None:
        """The line with that number, or nothing if it is blank or beyond the end."""
        return self._numbered.get(number)

    def pick(self, numbers: Iterable[int]) -> tuple[Line, ...]:
        """The lines with those numbers, in the order of the notes; unknown numbers are skipped."""
        known = sorted(self._numbered.keys() & set(numbers))
        return tuple(self._numbered[number] for number in known)

    def above(self, line: Line) -> Iterator[int]:
        """The headings that a line stands under, the nearest first."""
        heading = self.line(line.heading)
        while heading:
            yield heading.number
            heading = self.line(heading.heading)

    def items(self) -> Iterator[tuple[Line, ...]]:
        """The notes as their author thought them: each line with its wrapped continuations."""
        item: tuple[Line, ...] = ()
        for line in self.lines:
            if line.continues and item:
                item = (*item, line)
                continue
            if item:
                yield item
            item = (line,)
        if item:
            yield item
