"""Find the header's values: what ``rapport.toml`` says first, then what the notes offer."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from drafter.nouns import (
    Draft,
    Field,
    FieldKind,
    FieldPlace,
    HeaderValue,
    Heading,
    Line,
    Notes,
    Participant,
    ReportType,
)
from drafter.text.dates import (
    Found,
    Period,
    find_dates,
    read_date,
    read_period,
    write_period,
)
from drafter.text.headings import exact_heading
from drafter.text.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Offer:
    """A header value that the notes or the participant list give, and where.

    ``span`` is the part of the line's text that says it, label and all.
    """

    field: str
    value: str
    line: int = 0
    row: int = 0
    span: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Source:
    """Where offers are looked for: ``head`` are the lines before the notes' first section."""

    notes: Notes
    head: tuple[Line, ...]
    lexicon: Lexicon
    headings: tuple[Heading, ...]

    def is_heading(self, text: str) -> bool:
        """Whether a line is one of the report's own headings."""
        return exact_heading(text, self.headings) is not None


def header_values(
    report_type: ReportType, given: Mapping[str, str], offers: Mapping[str, Offer]
) -> tuple[HeaderValue, ...]:
    """One value for each field of the type, in its order; a missing one is empty."""
    return tuple(_value(field, given, offers.get(field.id)) for field in report_type.fields)


def _value(field: Field, given: Mapping[str, str], offer: Offer | None) -> HeaderValue:
    if field.id in given:
        value = normal_form(field, given[field.id])
        rival = offer.value if offer and offer.value != value else ""
        return HeaderValue(field.id, value, rival=rival)
    if offer:
        return HeaderValue(field.id, offer.value, offer.line, offer.row)
    return HeaderValue(field.id, "")


def with_rivals(draft: Draft, report_type: ReportType, given: Mapping[str, str]) -> Draft:
    """A finished text's draft, its header values beside those that ``rapport.toml`` gives."""
    settled = {one.field: one.value for one in header_values(report_type, given, {})}
    header = tuple(
        replace(value, rival=settled[value.field])
        if value.value and settled.get(value.field, "") not in ("", value.value)
        else value
        for value in draft.header
    )
    return replace(draft, header=header)


def find_offers(report_type: ReportType, source: Source) -> dict[str, Offer]:
    """The first offer for each field; labelled header values anywhere, titles in the head."""
    offers: dict[str, Offer] = {}
    for field in report_type.fields:
        lines = source.notes.lines if field.place is FieldPlace.HEADER else source.head
        found = next(_FINDERS.get(field.kind, _by_cues)(field, lines, source), None)
        if found:
            offers[field.id] = found
    return offers


def _cued(field: Field, lines: tuple[Line, ...]) -> Iterator[tuple[Line, re.Match[str]]]:
    """Where a cue of the field is followed by a value, the first cue first."""
    for cue in field.cues:
        for line in lines:
            for match in re.finditer(cue, line.text):
                if match["varde"]:
                    yield line, match


def _by_cues(field: Field, lines: tuple[Line, ...], source: Source) -> Iterator[Offer]:
    """What the field's own cues find, brought to the field's form."""
    for line, match in _cued(field, lines):
        raw = source.lexicon.expand(match["varde"]).strip(" .,")
        if value := normal_form(field, raw):
            yield Offer(field.id, value, line.number, span=match.span())


def _person(field: Field, lines: tuple[Line, ...], source: Source) -> Iterator[Offer]:
    """A person named in the notes, by full name or by initials of somebody on the list."""
    people = source.notes.participants
    for line, match in _cued(field, lines):
        if person := _who(match["varde"], people):
            yield Offer(field.id, person.name, line.number, person.row, match.span())
        elif _SIGNED.search(match[0]):
            yield Offer(field.id, match["varde"], line.number, span=match.span())
    for person in people:
        if field.label.lower() in f"{person.note} {person.role}".lower():
            yield Offer(field.id, person.name, row=person.row)


_SIGNED = re.compile(
    r"\b(?:handläggare|hdl|av|by|anteckn|ant)\b\W*[^\W\d_][\w’-]*(?: [^\W\d_][\w’-]*){1,3}$",
    re.IGNORECASE,
)
"""What makes a name that nobody on the list has the officer's all the same."""


def _who(name: str, people: tuple[Participant, ...]) -> Participant | None:
    """The one participant with that name or those initials; nobody when there are several."""
    found = [one for one in people if name == one.name or name in _initials(one.name)]
    return found[0] if len(found) == 1 else None


def _initials(name: str) -> set[str]:
    """``MZ`` for Marc Zetterblom; with and without middle names, hyphens both ways."""
    words = name.split()
    letters = [word[0] for word in words]
    parts = [part[0] for word in words for part in word.split("-") if part]
    return {"".join(letters), letters[0] + letters[-1], "".join(parts)} if words else set()


_LABELLED = re.compile(
    r"(?:dat\w*\.?|\b(?:skrivet|skickat|utskrivet|från)|\bnr\.? ?[\d/]+(?: den)?)\s*:?\s*$",
    re.IGNORECASE,
)


def _period(field: Field, lines: tuple[Line, ...], _: Source) -> Iterator[Offer]:
    """A stretch of dates in the notes' head; else a single day that no label gives to another."""
    found = [(line, one) for line in lines for one in find_dates(line.text)]
    stretches = [(line, one) for line, one in found if one.first != one.last]
    days = [(line, one) for line, one in found if not _LABELLED.search(line.text[: one.start])]
    for line, one in (*stretches, *days):
        if period := one.period or _with_year_of(line.text, one):
            yield Offer(field.id, write_period(period), line.number, span=one.span)


_YEAR = re.compile(r"(?<![\d/-])(?:19|20)\d\d(?![\d/-])")


def _with_year_of(text: str, found: Found) -> Period | None:
    """Days without a year, when their line names one year and no other."""
    years = set(_YEAR.findall(text))
    return (
        read_period(f"{text[found.start : found.end]} {years.pop()}") if len(years) == 1 else None
    )


_LEAD_IN = re.compile(
    r"^(?:(?:mötes|rese|minnes)?anteckn\w*\.?|notes|noteringar|(?:rese)?rapport|resa)\s*"
    r"(?:från|frn\.?|fr\.?|om|ang\.?|för|till|:|–|-)?\s+",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:datum|från|till|ämne|skickat|plats|tid|deltagare|närvarande)\s*:", re.IGNORECASE
)
_CUT = re.compile(r",| [–-] |\s?\(|: |\s+(?:i|på) (?=[A-ZÅÄÖ])")


def _event(field: Field, lines: tuple[Line, ...], source: Source) -> Iterator[Offer]:
    """What the notes are called: their first line, up to the place, the date or a remark."""
    if not lines or _LABEL.match(lines[0].text) or source.is_heading(lines[0].text):
        return
    line = lines[0]
    lead = _LEAD_IN.match(line.text)
    start = lead.end() if lead else 0
    ends = [match.start() for match in _CUT.finditer(line.text, start)]
    ends += [found.start for found in find_dates(line.text) if found.start > start]
    end = min(ends, default=len(line.text))
    name = source.lexicon.expand(line.text[start:end]).strip(" .,–-")
    says_something = len(name) > 3 and not _LEAD_IN.fullmatch(f"{name} ")
    if says_something and len(name.split()) <= 10 and any(one.isupper() for one in name):
        yield Offer(field.id, name[0].upper() + name[1:], line.number, span=(0, end))


_FINDERS: dict[FieldKind, Callable[[Field, tuple[Line, ...], Source], Iterator[Offer]]] = {
    FieldKind.PERSON: _person,
    FieldKind.PERIOD: _period,
    FieldKind.EVENT: _event,
}


def normal_form(field: Field, value: str) -> str:
    """A value in its field's exact form; unreadable ones are kept as given, for the checks."""
    if field.kind is FieldKind.PERIOD and (period := read_period(value)):
        return write_period(period)
    if field.kind is FieldKind.DATE and (day := read_date(value)):
        return day.isoformat()
    if field.kind is FieldKind.MEETING:
        return _meeting(value)
    return value


def _meeting(value: str) -> str:
    """``3/2017 den 22 mars``: number, year and day, the year not repeated."""
    number = re.match(r"\d{1,2}/\d{4}", value)
    days = find_dates(value[number.end() :]) if number else ()
    if not number or not days:
        return value
    return f"{number[0]} {days[0].day_and_month}"
