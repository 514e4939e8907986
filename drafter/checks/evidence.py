"""What the cited lines of a sentence carry, put together so that the sentence can be held to it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from drafter.nouns import (
    Draft,
    HeaderValue,
    Line,
    Notes,
    Participant,
    Sentence,
    SentenceKind,
)
from drafter.text.circle import Circle, short_for, words_for
from drafter.text.clauses import Clause
from drafter.text.facts import Facts, Reader, merged
from drafter.text.kinship import carries
from drafter.text.memory import Memory
from drafter.text.name_forms import Nicknames, forms_of
from drafter.text.speech import Said, find_heard, find_said
from drafter.text.voices import Voice


class Evidence(NamedTuple):
    """A sentence beside what it stands on.

    ``claims`` are the facts of the sentence and ``cited`` those of each cited line; ``carried``
    are those of the lines, the headings above them and the header together, which any sentence
    may lean on, and ``text`` is all of that in lower case. ``said`` is who says what in the lines,
    ``voices`` whom the sentence lets speak, and ``names`` all names of the notes and the list.
    ``lines`` are the clauses of the cited lines, and ``used`` those of them at least half of whose
    content the sentence carries on.
    """

    sentence: Sentence
    claims: Facts
    cited: tuple[Facts, ...]
    carried: Facts
    text: str
    said: tuple[Said, ...]
    voices: tuple[Voice, ...]
    names: frozenset[str]

    lines: tuple[Clause, ...]
    used: tuple[Clause, ...]


OPENING = 3
"""How many lines open the notes and tell whose they are: names there may be used anywhere."""


def gather(draft: Draft, notes: Notes, reader: Reader) -> tuple[Evidence, ...]:
    """The evidence of every sentence that claims something lines must carry."""
    desk = _desk(notes, draft.header, reader)
    return tuple(desk.evidence(sentence) for sentence in draft.sentences() if is_checked(sentence))


def is_checked(sentence: Sentence) -> bool:
    """Whether a sentence claims anything that lines must carry; a person's own word does not."""
    return sentence.kind is not SentenceKind.OWN and bool(sentence.quotes)


@lru_cache(maxsize=16)
def _desk(notes: Notes, header: tuple[HeaderValue, ...], reader: Reader) -> "_Desk":
    """The desk of a report: a draft in which one sentence is new comes back to the same."""
    nicknames = reader.names.nicknames
    signs = tuple((person, _sign(person, nicknames)) for person in notes.participants)
    return _Desk(notes, header, reader, _circle(notes, reader), signs)


def _circle(notes: Notes, reader: Reader) -> Circle:
    texts = [line.text for line in notes.lines]
    names = (name for text in texts for name in reader.line(text).names)
    listed = tuple(words_for(one, reader.names.nicknames) for one in notes.participants)
    return Circle.of(texts, names, listed, reader.vocabulary)


class _Ground(NamedTuple):
    """What some lines carry, whatever sentence cites them."""

    cited: tuple[Facts, ...]
    carried: Facts
    lines: tuple[Clause, ...]
    said: tuple[Said, ...]


_SENTENCES = 1000
"""So many sentences of a report, with what came of mending them, are remembered."""


@dataclass(frozen=True, slots=True)
class _Desk:
    """What all sentences of a report share when they are held to their lines."""

    notes: Notes
    header: tuple[HeaderValue, ...]
    reader: Reader
    circle: Circle
    signs: tuple[tuple[Participant, re.Pattern[str]], ...]
    grounds: Memory[tuple[int, ...], _Ground] = field(default_factory=lambda: Memory(_SENTENCES))
    known: Memory[Sentence, Evidence] = field(default_factory=lambda: Memory(_SENTENCES))

    def evidence(self, sentence: Sentence) -> Evidence:
        """What a sentence stands on."""
        return self.known.get(sentence) or self.known.keep(sentence, self._evidence(sentence))

    def _evidence(self, sentence: Sentence) -> Evidence:
        ground = self.grounds.get(sentence.lines) or self.grounds.keep(
            sentence.lines, self._ground(sentence.lines)
        )
        claims = self.reader.sentence(sentence.text)
        return Evidence(
            sentence=sentence,
            claims=claims,
            cited=ground.cited,
            carried=ground.carried,
            text=f"{ground.carried.text} {self._people(sentence)} {self._head()}",
            said=ground.said,
            voices=find_heard(sentence.text, self.circle),
            names=self.circle.names,
            lines=ground.lines,
            used=tuple(_used(ground.lines, claims)),
        )

    def _ground(self, numbers: tuple[int, ...]) -> _Ground:
        lines = self.notes.pick(numbers)
        cited = tuple(self.reader.line(line.text) for line in lines)
        return _Ground(
            cited=cited,
            carried=merged((*self._around(lines), *cited)),
            lines=tuple(clause for facts in cited for clause in facts.clauses),
            said=tuple(find_said([line.text for line in lines], self.circle, self.reader)),
        )

    def _around(self, lines: tuple[Line, ...]) -> Iterator[Facts]:
        """The facts of the headings above some lines, and of the header."""
        above = self.notes.pick(number for line in lines for number in self.notes.above(line))
        yield from (self.reader.line(line.text) for line in above)
        yield from (self.reader.line(value.value) for value in self.header if value.value)

    def _people(self, sentence: Sentence) -> str:
        """Those of the list whom the cited lines, or rows, mean."""
        texts = [line.text for line in self.notes.pick(sentence.lines)]
        return " ".join(
            person.entry.lower()
            for person, sign in self.signs
            if person.row in sentence.rows or any(map(sign.search, texts))
        )

    def _head(self) -> str:
        return " ".join(line.text for line in self.notes.lines[:OPENING]).lower()


def _used(lines: tuple[Clause, ...], claims: Facts) -> Iterator[Clause]:
    """The clauses at least half of whose words and figures a sentence carries on."""
    figures = frozenset[str]().union(*(one.digits for one in claims.clauses))
    for clause in lines:
        words = sum(
            bool(one.kin & claims.kin) or carries(claims.stems, one) for one in clause.content
        )
        size = len(clause.content) + len(clause.digits)
        if 2 * (words + len(clause.digits & figures)) >= size > 0:
            yield clause


def _sign(person: Participant, nicknames: Nicknames) -> re.Pattern[str]:
    """How a line means a person: by a name, a pet name, initials or the role; genitives too.

    The beginning of a first name will do (*Torb* for Torbjörn).
    """
    forms = forms_of(person.name, nicknames)
    first = person.name.replace("-", " ").split()[:1]
    names = {form.text for form in forms if not form.initials} | {person.role}
    names |= {one[:size] for one in first for size in range(_SHORTEST, len(one))}
    initials = (form.text for form in forms if form.initials)
    exact = _any((*initials, short_for(person.name)))
    return re.compile(rf"(?<![\w-])(?:{exact}|(?i:{_any(names)}))(?:s|:s)?(?!\w)")


_SHORTEST = 3
"""As many letters of a first name as may stand for all of it."""


def _any(texts: Iterable[str]) -> str:
    """A pattern for any of some texts, the longest first; one that nothing fits for none."""
    known = sorted(filter(None, texts), key=len, reverse=True)
    return "|".join(map(re.escape, known)) or r"(?!)"
