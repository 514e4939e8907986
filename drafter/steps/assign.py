"""Place every note line: in a section, in the header, aside with a reason, or among the rest."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from drafter.nouns import (
    Aside,
    Heading,
    HeadingKind,
    Line,
    LineKind,
    Notes,
    Placement,
    Plan,
    Reason,
    ReportType,
)
from drafter.steps.header import Offer, Source, find_offers, header_values
from drafter.text.headings import exact_heading, match_heading
from drafter.text.instructions import (
    instructions,
    is_instruction,
    is_private,
    is_signature,
)
from drafter.text.lexicon import Lexicon

HEAD = 8
"""How many items open notes that have no headings of the report's own."""


def assign(
    notes: Notes, report_type: ReportType, lexicon: Lexicon, given: Mapping[str, str]
) -> Plan:
    """A plan that accounts for every line of the notes. All of it is local: no model is asked.

    ``given`` holds the header values of ``rapport.toml``. A line under one of the notes' own
    headings goes to that section; else the section whose cue words it carries, in its own text,
    its bullet's or the line's before it in the same block; else it stays unplaced.
    """
    sorter = _Sorter(notes, report_type, lexicon)
    offers = find_offers(report_type, Source(notes, sorter.head(), lexicon, report_type.headings))
    asides = tuple(_asides(notes, offers, sorter.plain))
    whole = {aside.line for aside in asides if aside.text == _text(notes, aside.line)}
    placed = sorter.place(whole)
    return Plan(
        values=header_values(report_type, given, offers),
        placements=tuple(
            Placement(one.id, tuple(line for line, home in placed.items() if home == one.id))
            for one in report_type.written
        ),
        asides=asides,
        unplaced=tuple(line for line, home in placed.items() if not home),
    )


def _text(notes: Notes, number: int) -> str:
    line = notes.line(number)
    return line.text if line else ""


def _asides(notes: Notes, offers: Mapping[str, Offer], plain: Collection[int]) -> Iterator[Aside]:
    """The lines, and the parts of lines, that are no text for the report."""
    for line in notes.lines:
        if line.kind is LineKind.HEADING or line.number in plain:
            yield Aside(line.number, Reason.HEADING, line.text)
        elif _is_header(line, offers):
            yield Aside(line.number, Reason.HEADER, line.text)
        elif is_private(line.text):
            yield Aside(line.number, Reason.PRIVATE, line.text)
        elif is_signature(line.text):
            yield Aside(line.number, Reason.IRRELEVANT, line.text)
        elif is_instruction(line.text):
            yield Aside(line.number, Reason.INSTRUCTION, line.text)
        else:
            for part in instructions(line.text):
                yield Aside(line.number, Reason.INSTRUCTION, part)


def _is_header(line: Line, offers: Mapping[str, Offer]) -> bool:
    """Whether a line says nothing but header values: only labels and small words are left.

    A figure, or any other word, keeps the line in the report as well.
    """
    spans = [offer.span for offer in offers.values() if offer.line == line.number]
    rest = line.text
    for start, end in sorted(spans, reverse=True):
        rest = f"{rest[:start]} {rest[end:]}"
    for part in instructions(rest):
        rest = rest.replace(part, " ")
    return bool(spans) and all(_LABEL.fullmatch(word) for word in re.findall(r"\w+", rest))


_LABEL = re.compile(
    r"dnr|diarienummer|diarienr|ib|nr|nummer|p|bil|bilaga|punkt|dagordningspunkt|\w*rapport\w*|dat"
    r"|datum|daterad|handläggare|hdl|plats|tid|titel|möte|resa|konferens|ärende|anteckn\w*|notes"
    r"|renskriv\w*|utkast|ska|upp|tas|på|till|i|den|av|från|ej|inte|är|och|för|om|det|kl|s|d|fr|o|m",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Sorter:
    """Finds the section of each line.

    ``homes`` maps the notes' own headings to theirs, and ``plain`` the lines of nothing but a
    heading's words, which open a section until the next heading of any sort.
    """

    notes: Notes
    report_type: ReportType
    lexicon: Lexicon
    homes: dict[int, Heading] = field(init=False)
    plain: dict[int, Heading] = field(init=False)

    def __post_init__(self) -> None:
        found = {
            line.number: match_heading(line.text, self.report_type.headings)
            for line in self.notes.lines
            if line.kind is LineKind.HEADING
        }
        self.homes = {number: heading for number, heading in found.items() if heading}
        self.plain = {
            line.number: heading
            for line in self.notes.lines
            if line.kind is LineKind.TEXT
            and (heading := exact_heading(line.text, self.report_type.headings))
        }

    def head(self) -> tuple[Line, ...]:
        """The lines before the first section that the report knows."""
        first = min((*self.homes, *self.plain), default=0)
        if first:
            return tuple(line for line in self.notes.lines if line.number < first)
        return self.notes.lines[:HEAD]

    def place(self, skipped: set[int]) -> dict[int, str]:
        """The heading id of every line that is not skipped; empty for one that fits nowhere."""
        placed: dict[int, str] = {}
        before: Line | None = None
        for line in self.notes.lines:
            if line.number in skipped:
                continue
            placed[line.number] = self._home(line, before, placed)
            before = line
        return placed

    def _home(self, line: Line, before: Line | None, placed: Mapping[int, str]) -> str:
        if under := self._under(line):
            return under
        if line.continues in placed:
            return placed[line.continues]
        if found := self._by_cues(line.text):
            return found
        if line.parent in placed:
            return placed[line.parent]
        if found := self._by_cues(_text(self.notes, line.heading)):
            return found
        same_block = before is not None and before.block == line.block
        return placed[before.number] if before and same_block else ""

    def _under(self, line: Line) -> str:
        """The section of the nearest heading above a line that the report knows."""
        opened = max((one for one in self.plain if one < line.number), default=0)
        if opened > line.heading and self.plain[opened].kind is HeadingKind.TEXT:
            return self.plain[opened].id
        homes = (self.homes.get(number) for number in self.notes.above(line))
        known = (home.id for home in homes if home and home.kind is HeadingKind.TEXT)
        return next(known, "")

    def _by_cues(self, text: str) -> str:
        """The section with most of its cue words in a text, the first one when they are even."""
        both = f"{text}\n{self.lexicon.expand(text)}".casefold()
        hits = {
            heading.id: sum(bool(_sign((cue,)).search(both)) for cue in heading.cues)
            for heading in self.report_type.written
            if heading.cues and _sign(heading.cues).search(both)
        }
        best = max(hits, key=lambda heading: hits[heading], default="")
        return best if hits.get(best) else ""


@lru_cache(maxsize=4000)
def _sign(cues: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some cue words; the types of a house have more than ``re`` itself remembers."""
    return re.compile("|".join(cues), re.IGNORECASE)
