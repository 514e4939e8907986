"""Who says what in some note lines, and in a finished sentence."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.text.circle import Circle
from drafter.text.facts import Reader
from drafter.text.speakers import Speaker, find_speakers
from drafter.text.voices import Voice, find_voices

_NEXT = re.compile(r"(?:[.!?;,]|\d\.) ([A-ZÅÄÖ][\w’-]+)")


class Said(NamedTuple):
    """What somebody says in some lines.

    ``words`` are all that may stand for the speaker, ``kin`` what the speaker says and ``other``
    what the lines say beside it.
    """

    words: frozenset[str]
    kin: frozenset[str]
    other: frozenset[str]


def find_said(lines: Sequence[str], circle: Circle, reader: Reader) -> Iterator[Said]:
    """Who says what in some note lines; nobody, where they only tell."""
    for at, line in enumerate(lines):
        beside = [reader.line(text) for text in (*lines[:at], *lines[at + 1 :])]
        text = reader.expanded(line)
        for speaker in _speakers(text, circle):
            inside = reader.sentence(text[speaker.start : speaker.end]).kin
            rest = [reader.sentence(part) for part in (text[: speaker.start], text[speaker.end :])]
            other = frozenset[str]().union(*(facts.kin for facts in (*rest, *beside)))
            yield Said(circle.meant(speaker.words), inside, other - inside)


def _speakers(text: str, circle: Circle) -> Iterator[Speaker]:
    """The speakers of a line, each up to where somebody else takes over."""
    voices = (Speaker(one.words, one.start, one.end) for one in find_voices(text, circle.says))
    for one in (*find_speakers(text, circle.is_name, circle.says), *voices):
        if any(map(circle.is_somebody, one.words)):
            yield Speaker(one.words, one.start, _taken_over(text, one, circle))


def _taken_over(text: str, speaker: Speaker, circle: Circle) -> int:
    """Where somebody else begins a sentence, or a clause, of what a speaker says."""
    for match in _NEXT.finditer(text, speaker.start, speaker.end):
        if circle.is_name(match[1]) or circle.is_somebody(match[1].lower()):
            return match.start()
    return speaker.end


def find_heard(sentence: str, circle: Circle) -> tuple[Voice, ...]:
    """Whom a finished sentence lets speak, of those who can; *hon anser* goes on for another."""
    heard: list[Voice] = []
    for voice in find_voices(sentence, circle.says):
        if any(map(circle.is_somebody, voice.words)):
            heard.append(voice)
        elif heard and heard[-1].end == voice.start:
            heard[-1] = heard[-1]._replace(end=voice.end)
    return tuple(heard)
