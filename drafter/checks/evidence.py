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
from drafter.text.alignment import Pair, align
from drafter.text.clauses import Clause
from drafter.text.facts import Facts, Reader, merged
from drafter.text.kinship import carries
from drafter.text.speakers import find_speakers
from drafter.text.voices import Voice, find_voices


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says in the cited lines.

    ``words`` are all that may stand for the speaker, ``kin`` what the speaker says and ``other``
    what the lines say beside it.
    """

    words: frozenset[str]
    kin: frozenset[str]
    other: frozenset[str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence beside what it stands on.

    ``claims`` are the facts of the sentence; ``carried`` those of the cited lines, the header
    and the title, which any sentence may lean on. ``people`` are those of the list whom the
    lines mean, ``text`` is everything that carries, in lower case, and ``speakers`` are those
    whom the lines give the word, each as all words that may stand for them.
    """

    sentence: Sentence
    claims: Facts
    carried: Facts
    people: tuple[Participant, ...]
    text: str
    names: frozenset[str]
    said: tuple[Said, ...]
    voices: tuple[Voice, ...]
    lines: tuple[Clause, ...]
    pairs: tuple[Pair, ...]

    @property
    def used(self) -> tuple[Clause, ...]:
        """The clauses of the cited lines at least half of whose content the sentence carries on."""
        return tuple(clause for clause in self.lines if self._uses(clause))

    def _uses(self, clause: Clause) -> bool:
        stems = self.claims.stems
        words = [one for one in clause.content if one.kin & self.claims.kin or carries(stems, one)]
        figures = clause.digits & self.digits
        return 2 * (len(words) + len(figures)) >= len(clause.content) + len(clause.digits) > 0

    @property
    def digits(self) -> frozenset[str]:
        """The figures of the sentence as written."""
        return frozenset[str]().union(*(one.digits for one in self.claims.clauses))


OPENING = 3
"""How many lines open the notes and tell whose they are: names there may be used anywhere."""


def gather(draft: Draft, notes: Notes, reader: Reader) -> tuple[Evidence, ...]:
    """The evidence of every sentence that claims something lines must carry."""
    together = tuple(_full_names(notes))
    desk = _Desk(
        notes, draft.header, reader, frozenset(_known_names(notes, reader)), together
    )
    return tuple(desk.evidence(sentence) for sentence in draft.sentences() if is_checked(sentence))


def is_checked(sentence: Sentence) -> bool:
    """Whether a sentence claims anything that lines must carry; a person's own word does not."""
    return sentence.kind is not SentenceKind.OWN and bool(sentence.quotes)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What all sentences of a report share when they are held to their lines."""

    notes: Notes
    header: tuple[HeaderValue, ...]
    reader: Reader
    names: frozenset[str]
    names_together: tuple[frozenset[str], ...]

    def evidence(self, sentence: Sentence) -> Evidence:
        lines = self.notes.pick(sentence.lines)
        above = self.notes.pick(number for line in lines for number in self.notes.above(line))
        people = tuple(self._people(sentence, lines))
        cited = [self.reader.line(line.text) for line in lines]
        read = [*(self.reader.line(line.text) for line in above), *cited]
        read += [self.reader.line(value.value) for value in self.header if value.value]
        carried = merged(read)
        claims = self.reader.sentence(sentence.text)
        named = " ".join(person.entry for person in people).lower()
        head = " ".join(line.text for line in self.notes.lines[:OPENING]).lower()
        return Evidence(
            sentence=sentence,
            claims=claims,
            carried=carried,
            people=people,
            text=f"{carried.text} {named} {head}",
            names=self.names,
            said=tuple(self._said(lines)),
            voices=tuple(
                voice
                for voice in find_voices(sentence.text, self._says)
                if self._is_somebody(voice.words)
            ),
            lines=tuple(clause for facts in cited for clause in facts.clauses),
            pairs=align(claims, cited),
        )

    def _said(self, lines: tuple[Line, ...]) -> Iterator[Said]:
        """Who says what in the lines."""
        for line in lines:
            text = self.reader.lexicon.expand(line.text)
            spans = [
                (one.words, one.start, one.end)
                for one in (
                    *find_speakers(text, self._is_name, self._says),
                    *find_voices(text, self._says),
                )
                if self._is_somebody(one.words)
            ]
            for words, start, whole in spans:
                end = self._taken_over(text, start, whole)
                inside = self.reader.sentence(text[start:end])
                rest = [self.reader.sentence(text[:start]), self.reader.sentence(text[end:])]
                rest += [self.reader.line(one.text) for one in lines if one is not line]
                other = frozenset[str]().union(*(one.kin for one in rest))
                yield Said(self._meant(frozenset(filter(self._is_one, words))), inside.kin, other - inside.kin)

    def _taken_over(self, text: str, start: int, end: int) -> int:
        """Where somebody else begins a sentence, or a clause, of what a speaker says."""
        for match in _NEXT.finditer(text, start, end):
            if self._is_name(match[1]) or "sagesman" in self._tags(match[1]):
                return match.start()
        return end

    def _tags(self, word: str) -> frozenset[str]:
        return self.reader.vocabulary.word(word.lower()).tags

    def _is_somebody(self, words: frozenset[str]) -> bool:
        """Whether some words mean one who can speak: a known name, an acronym or a role."""
        return any(map(self._is_one, words))

    def _is_one(self, word: str) -> bool:
        return word in self.names or "sagesman" in self.reader.vocabulary.word(word).tags

    def _meant(self, words: frozenset[str]) -> frozenset[str]:
        """All words that may stand for those whom some words mean: names, initials and roles."""
        known = frozenset[str]().union(*(one for one in self.names_together if words & one))
        listed = [one for one in self.notes.participants if _is_called(one, words)]
        roles = " ".join(f"{one.name} {one.role}" for one in listed).lower()
        return words | known | frozenset(re.findall(r"[^\W\d_]{2,}", roles))

    def _is_name(self, word: str) -> bool:
        lower = word.lower()
        known = self.reader.vocabulary.word(lower)
        if known.frame or known.tags - {"sagesman"}:
            return False
        return word[0].isupper() and (word.isupper() or lower in self.names)

    def _says(self, word: str) -> bool:
        """Whether a word is a verb of saying with a subject of its own, no infinitive."""
        lower = word.lower()
        is_finite = lower == "sa" or lower[-1] not in "aå"
        return is_finite and "sagesverb" in self.reader.vocabulary.word(lower).tags


    def _people(self, sentence: Sentence, lines: tuple[Line, ...]) -> Iterator[Participant]:
        """Those of the list whom the cited lines, or rows, mean."""
        for person in self.notes.participants:
            if person.row in sentence.rows or any(_means(line.text, person) for line in lines):
                yield person


def _known_names(notes: Notes, reader: Reader) -> Iterator[str]:
    """The words that are names somewhere in the notes or the list, in lower case."""
    for line in notes.lines:
        for name in reader.line(line.text).names:
            yield name.lower()
    for person in notes.participants:
        yield from person.name.lower().split()


_NEXT = re.compile(r"(?:[.!?;,]|\d\.) ([A-ZÅÄÖ][\w’-]+)")
_FULL_NAME = re.compile(r"[A-ZÅÄÖÉ][\w’-]+(?: (?:de |von |af )?[A-ZÅÄÖÉ][\w’-]+){1,2}")


def _full_names(notes: Notes) -> Iterator[frozenset[str]]:
    """The names that belong to one person in the notes, with the initials, in lower case."""
    for line in notes.lines:
        for match in _FULL_NAME.finditer(line.text):
            names = match[0].split()
            short = "".join(name[0] for name in names)
            long = "".join(part[0] for name in names for part in name.split("-"))
            yield frozenset(one.lower() for one in (*names, short, long))


def _is_called(person: Participant, words: frozenset[str]) -> bool:
    """Whether somebody of the list is the one whom some words name: a name or the initials."""
    names = person.name.lower().split()
    initials = "".join(name[0] for name in names)
    return bool(words.intersection((*names, initials)))


def _means(text: str, person: Participant) -> bool:
    """Whether a line means a person: by a name, the initials, or the role, genitives included."""
    words = person.name.split()
    signs = [*words, "".join(word[0] for word in words), person.role]
    pattern = "|".join(re.escape(sign) for sign in signs if sign)
    pet_name = rf"|{re.escape(words[0][:3])}\w{{0,2}}(?:e|an|is|ken)" if words else ""
    return bool(re.search(rf"(?<![\w-])(?:{pattern}{pet_name})(?:s|:s)?(?!\w)", text))
