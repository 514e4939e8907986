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
from drafter.text.facts import Facts, Reader, merged
from drafter.text.speakers import Speaker, find_speakers


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
    speakers: tuple[frozenset[str], ...]


OPENING = 3
"""How many lines open the notes and tell whose they are: names there may be used anywhere."""


def gather(draft: Draft, notes: Notes, reader: Reader) -> tuple[Evidence, ...]:
    """The evidence of every sentence that claims something lines must carry."""
    desk = _Desk(notes, draft.header, reader, frozenset(_known_names(notes, reader)))
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

    def evidence(self, sentence: Sentence) -> Evidence:
        lines = self.notes.pick(sentence.lines)
        above = self.notes.pick(number for line in lines for number in self.notes.above(line))
        people = tuple(self._people(sentence, lines))
        read = [self.reader.line(line.text) for line in (*above, *lines)]
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
            speakers=tuple(self._speakers(claims, lines)),
        )

    def _speakers(self, claims: Facts, lines: tuple[Line, ...]) -> Iterator[frozenset[str]]:
        """Those who say in the lines what is claimed: the words there, and the list's for them."""
        for line in lines:
            for speaker in find_speakers(line.text, self._is_name, self._says):
                if self._is_quoted(claims, line.text, speaker):
                    known = [
                        one for one in self.notes.participants if _is_called(one, speaker.words)
                    ]
                    listed = " ".join(f"{one.name} {one.role}" for one in known).lower()
                    yield speaker.words | frozenset(re.findall(r"[^\W\d_]{2,}", listed))

    def _is_quoted(self, claims: Facts, text: str, speaker: Speaker) -> bool:
        """Whether a claim takes more words from what a speaker says than from the rest."""
        said = self.reader.line(text[speaker.start : speaker.end]).kin
        rest = self.reader.line(f"{text[: speaker.start]} {text[speaker.end :]}").kin - said
        content = [word for clause in claims.clauses for word in clause.content]
        inside = sum(bool(word.kin & said) for word in content)
        return inside > sum(bool(word.kin & rest) for word in content if not word.kin & said)

    def _is_name(self, word: str) -> bool:
        return word[0].isupper() and (word.isupper() or word.lower() in self.names)

    def _says(self, word: str) -> bool:
        return "sagesverb" in self.reader.vocabulary.word(word).tags

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
