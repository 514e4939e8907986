"""What the cited lines of a sentence carry, put together so that the sentence can be held to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.nouns import (
    Draft,
    HeaderValue,
    Line,
    Notes,
    Participant,
    Sentence,
    SentenceKind,
)
from drafter.text.circle import Circle
from drafter.text.clauses import Clause
from drafter.text.facts import Facts, Reader, merged
from drafter.text.kinship import carries
from drafter.text.speech import Said, find_heard, find_said
from drafter.text.voices import Voice


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence beside what it stands on.

    ``claims`` are the facts of the sentence and ``cited`` those of each cited line; ``carried``
    are those of the lines, the headings above them and the header together, which any sentence
    may lean on, and ``text`` is all of that in lower case. ``said`` is who says what in the lines,
    ``voices`` whom the sentence lets speak, and ``names`` all names of the notes and the list.
    """

    sentence: Sentence
    claims: Facts
    cited: tuple[Facts, ...]
    carried: Facts
    text: str
    said: tuple[Said, ...]
    voices: tuple[Voice, ...]
    names: frozenset[str]

    @property
    def lines(self) -> tuple[Clause, ...]:
        """The clauses of the cited lines."""
        return tuple(clause for facts in self.cited for clause in facts.clauses)

    @property
    def used(self) -> tuple[Clause, ...]:
        """The clauses of the cited lines at least half of whose content the sentence carries on."""
        figures = frozenset[str]().union(*(one.digits for one in self.claims.clauses))
        return tuple(clause for clause in self.lines if self._uses(clause, figures))

    def _uses(self, clause: Clause, figures: frozenset[str]) -> bool:
        kin, stems = self.claims.kin, self.claims.stems
        words = sum(bool(one.kin & kin) or carries(stems, one) for one in clause.content)
        size = len(clause.content) + len(clause.digits)
        return 2 * (words + len(clause.digits & figures)) >= size > 0


OPENING = 3
"""How many lines open the notes and tell whose they are: names there may be used anywhere."""


def gather(draft: Draft, notes: Notes, reader: Reader) -> tuple[Evidence, ...]:
    """The evidence of every sentence that claims something lines must carry."""
    desk = _Desk(notes, draft.header, reader, _circle(notes, reader))
    return tuple(desk.evidence(sentence) for sentence in draft.sentences() if is_checked(sentence))


def is_checked(sentence: Sentence) -> bool:
    """Whether a sentence claims anything that lines must carry; a person's own word does not."""
    return sentence.kind is not SentenceKind.OWN and bool(sentence.quotes)


def _circle(notes: Notes, reader: Reader) -> Circle:
    texts = [line.text for line in notes.lines]
    names = (name for text in texts for name in reader.line(text).names)
    return Circle.of(texts, names, notes.participants, reader.vocabulary)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What all sentences of a report share when they are held to their lines."""

    notes: Notes
    header: tuple[HeaderValue, ...]
    reader: Reader
    circle: Circle

    def evidence(self, sentence: Sentence) -> Evidence:
        """What a sentence stands on."""
        lines = self.notes.pick(sentence.lines)
        cited = tuple(self.reader.line(line.text) for line in lines)
        carried = merged((*self._around(lines), *cited))
        people = " ".join(person.entry for person in self._people(sentence, lines)).lower()
        head = " ".join(line.text for line in self.notes.lines[:OPENING]).lower()
        return Evidence(
            sentence=sentence,
            claims=self.reader.sentence(sentence.text),
            cited=cited,
            carried=carried,
            text=f"{carried.text} {people} {head}",
            said=tuple(find_said([line.text for line in lines], self.circle, self.reader)),
            voices=find_heard(sentence.text, self.circle),
            names=self.circle.names,
        )

    def _around(self, lines: tuple[Line, ...]) -> Iterator[Facts]:
        """The facts of the headings above some lines, and of the header."""
        above = self.notes.pick(number for line in lines for number in self.notes.above(line))
        yield from (self.reader.line(line.text) for line in above)
        yield from (self.reader.line(value.value) for value in self.header if value.value)

    def _people(self, sentence: Sentence, lines: tuple[Line, ...]) -> Iterator[Participant]:
        """Those of the list whom the cited lines, or rows, mean."""
        for person in self.notes.participants:
            if person.row in sentence.rows or any(_means(line.text, person) for line in lines):
                yield person


def _means(text: str, person: Participant) -> bool:
    """Whether a line means a person: by a name, the initials, or the role, genitives included."""
    words = person.name.split()
    signs = [*words, "".join(word[0] for word in words), person.role]
    pattern = "|".join(re.escape(sign) for sign in signs if sign)
    pet_name = rf"|{re.escape(words[0][:3])}\w{{0,2}}(?:e|an|is|ken)" if words else ""
    return bool(re.search(rf"(?<![\w-])(?:{pattern}{pet_name})(?:s|:s)?(?!\w)", text))
