"""A plain list of participants, one person a line, as people type it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import dropwhile
from typing import NamedTuple

from drafter.errors import ParticipantsError
from drafter.library.encoding import split_lines
from drafter.library.participants.attendance import attendance_told
from drafter.library.participants.entry import Found, parse_person, without_marker
from drafter.library.participants.names import (
    NOBODY,
    has_surnames_first,
    is_name,
    lists_parties,
    names_on,
    surname_last,
)

_EMPHASIS = re.compile(r"\*\*|__")
_HEADING = re.compile(r"#{1,6}\s*(?P<marked>.*?)[\s#:]*|(?P<label>.*?)\s*:")
_LABELLED = re.compile(r"(?P<label>[^:,]+?)\s*:\s+(?P<people>.+)")
_AND = re.compile(r"\b(?:och|samt)\b")
_FOOTER = re.compile(r"(?:totalt|summa|antal)\b", re.IGNORECASE)


class _Entry(NamedTuple):
    """What a line says of one person, and whether she stands among the absent."""

    line: int
    text: str
    absent: bool


def read_list(text: str) -> tuple[Found, ...]:
    """The persons of a list with or without numbers, bullets and headings.

    ``Frånvarande:`` makes those below it absent, until ``Närvarande:`` or ``Deltagare:``. Other
    headings, titles above the first name and lines without letters say nothing about anybody.

    Raises:
        ParticipantsError: a line after the first name is no person.
    """
    entries = list(dropwhile(_is_title, _entries(text)))
    if len(entries) > 1 and has_surnames_first([entry.text for entry in entries]):
        entries = [entry._replace(text=surname_last(entry.text)) for entry in entries]
    found = map(_found, entries)
    return tuple(one for one in found if one.person.name.casefold() not in NOBODY)


def _entries(text: str) -> Iterator[_Entry]:
    """The lines that may be persons, under the headings that stand above them."""
    absent = False
    for number, line in enumerate(split_lines(text), 1):
        body = without_marker(_EMPHASIS.sub("", line))
        if not any(map(str.isalpha, body)) or _FOOTER.match(body):
            continue
        title, people = _heading(body)
        told = attendance_told(title)
        absent = absent if told is None else not told
        if people:
            yield from (_Entry(number, one, absent) for one in people)


def _is_title(entry: _Entry) -> bool:
    return not is_name(parse_person(entry.text).name)


def _heading(body: str) -> tuple[str, list[str]]:
    """The heading that a line is or opens with, and the people that it lists."""
    if heading := _HEADING.fullmatch(body):
        return heading["marked"] or heading["label"] or "", []
    inline = _LABELLED.fullmatch(body)
    if inline and attendance_told(inline["label"]) is not None:
        return inline["label"], names_on(inline["people"])
    is_title = body[1:].islower() or body.isupper()
    if is_title and attendance_told(body) is not None:
        return body, []
    several = lists_parties(body) or _AND.search(body)
    return "", names_on(body) if several else [body]


def _found(entry: _Entry) -> Found:
    person = parse_person(entry.text)
    if _is_title(entry):
        shown = entry.text if len(entry.text) <= 60 else f"{entry.text[:60]}…"
        raise ParticipantsError(
            f"Rad {entry.line} i deltagarlistan går inte att läsa som en person: ”{shown}”.",
            "Skriv en person per rad, till exempel: Anna Ek, projektledare (S).",
            line=entry.line,
        )
    return Found(entry.line, replace(person, present=person.present and not entry.absent))
