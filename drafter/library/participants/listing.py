"""A plain list of participants, one person a line, as people type it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, pairwise
from typing import NamedTuple

from drafter.errors import ParticipantsError
from drafter.library.lines import split_lines
from drafter.library.participants.attendance import attendance_told
from drafter.library.participants.entry import Found, parse_person, without_marker
from drafter.library.participants.names import (
    has_surnames_first,
    is_footer,
    is_name,
    is_nobody,
    names_on,
    names_somebody,
    surname_last,
)
from drafter.library.participants.words import is_role, is_unit

_EMPHASIS = re.compile(r"\*\*|__")
_HEADING = re.compile(r"#{1,6}\s*(?P<marked>.*?)[\s#:]*|(?P<label>.*?)\s*:")
_LABELLED = re.compile(r"(?P<label>[^:,]+?)\s*(?::|\s[–—-]\s)\s*(?P<people>.+)")
_WORD = re.compile(r"[^\W\d_][\w-]*")


class _Entry(NamedTuple):
    """What a line says of one person, whether she is absent, and how the line is set."""

    line: int
    text: str
    absent: bool
    marked: bool
    after_gap: bool


def read_list(text: str) -> tuple[Found, ...]:
    """The persons of a list with or without numbers, bullets and captions.

    ``Frånvarande:`` makes those below it absent, until ``Närvarande:`` or ``Deltagare:``; with
    names on its own line it holds for them alone. Other captions, titles above the first name and
    lines without letters say nothing about anybody.

    Raises:
        ParticipantsError: a line after the first name is no person, or may be a caption as well.
    """
    entries = list(dropwhile(_says_nothing, _without_captions(list(_entries(text)))))
    if len(entries) > 1 and has_surnames_first([entry.text for entry in entries]):
        entries = [entry._replace(text=surname_last(entry.text)) for entry in entries]
    found = map(_found, entries)
    return tuple(one for one in found if not is_nobody(one.person.name))


def _entries(text: str) -> Iterator[_Entry]:
    """The lines that may be persons, under the captions that stand above them."""
    absent = False
    for number, (above, line) in enumerate(pairwise(["", *split_lines(text)]), 1):
        plain = _EMPHASIS.sub("", line).strip()
        body = without_marker(plain)
        if not any(map(str.isalpha, body)) or is_footer(body):
            continue
        label, people = _labelled(body)
        told = attendance_told(label)
        here = absent if told is None else not told
        absent = absent if people else here
        for one in people:
            yield _Entry(number, one, here, body != plain, not above.strip())


def _labelled(body: str) -> tuple[str, list[str]]:
    """The caption that a line is or opens with, and the people that it lists.

    A role before a colon (``Ersättare: Anna Ek, Bo Berg``) is that of each of them.
    """
    if heading := _HEADING.fullmatch(body):
        return heading["marked"] or heading["label"] or "", []
    if inline := _LABELLED.fullmatch(body):
        label, people = inline["label"], names_on(inline["people"])
        if is_role(label):
            return "", [f"{label}: {one}" for one in people]
        if _is_caption(label):
            return label, people
    if (body[1:].islower() or body.isupper()) and _is_caption(body):
        return body, []
    return "", names_on(body)


def _is_caption(text: str) -> bool:
    return is_nobody(text) or attendance_told(text) is not None


def _without_captions(entries: Sequence[_Entry]) -> Sequence[_Entry]:
    """The entries without the places and units that head groups of full names.

    Raises:
        ParticipantsError: nothing in the layout tells whether a word is a caption or a person.
    """
    may_be = [at for at, entry in enumerate(entries) if _may_be_caption(entry)]
    others = [entry for at, entry in enumerate(entries) if at not in may_be]
    if not may_be or may_be[-1] == len(entries) - 1 or not any(map(_is_full_name, others)):
        return entries
    above_all = all(map(_is_title, entries[: may_be[0]]))
    unclear = [at for at in may_be if not entries[at].after_gap and not entries[at + 1].marked]
    if unclear and not above_all:
        raise _caption_or_person(entries[unclear[0]])
    return others


def _may_be_caption(entry: _Entry) -> bool:
    """Whether a line without number and bullet is but one word, or a unit."""
    unit = is_unit(entry.text) and not set(",;(") & set(entry.text)
    return not entry.marked and bool(unit or _WORD.fullmatch(entry.text))


def _is_full_name(entry: _Entry) -> bool:
    name = parse_person(entry.text).name
    return " " in name and is_name(name)


def _is_title(entry: _Entry) -> bool:
    return not is_name(parse_person(entry.text).name)


def _says_nothing(entry: _Entry) -> bool:
    return _is_title(entry) and not names_somebody(entry.text)


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


def _caption_or_person(entry: _Entry) -> ParticipantsError:
    return ParticipantsError(
        f"Rad {entry.line} i deltagarlistan kan vara en rubrik eller en person: ”{entry.text}”.",
        "Skriv kolon efter en rubrik, och både för- och efternamn på en person.",
        line=entry.line,
    )
