"""Whom the words of some notes may mean: names, initials and roles of one and the same person."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drafter.nouns import Participant
from drafter.text.name_forms import Nicknames, forms_of
from drafter.text.vocabulary import Vocabulary

_NAME = r"[A-ZÅÄÖÆØÉ][\w’-]+"
_FULL_NAME = re.compile(rf"{_NAME}(?: (?:de |von |af )?{_NAME}){{1,2}}")
_WORD = re.compile(r"[^\W\d_]{2,}")

ROLE = "sagesman"
"""The tag of words for those who can say something: *ordföranden*, *nämnden*."""


class Circle(NamedTuple):
    """The people of some notes and their list, as lower-case words.

    ``names`` are all words that are names somewhere, ``persons`` the words that mean one person.
    """

    names: frozenset[str]
    persons: tuple[frozenset[str], ...]
    vocabulary: Vocabulary

    @classmethod
    def of(
        cls,
        texts: Iterable[str],
        names: Iterable[str],
        listed: tuple[frozenset[str], ...],
        vocabulary: Vocabulary,
    ) -> "Circle":
        """The circle of some note lines, the names found in them, and those of a list."""
        full = frozenset(match[0] for text in texts for match in _FULL_NAME.finditer(text))
        known = {form for name in names for form in _forms(name)}.union(*listed)
        return cls(frozenset(known), (*listed, *map(_of_name, sorted(full))), vocabulary)

    def meant(self, words: Iterable[str]) -> frozenset[str]:
        """All words that may stand for those whom some words mean."""
        known = frozenset(filter(self.is_somebody, words))
        return known.union(*(person for person in self.persons if known & person))

    def is_somebody(self, word: str) -> bool:
        """Whether a lower-case word is a name, or a role in which one can speak."""
        return word in self.names or ROLE in self.vocabulary.word(word).tags

    def is_name(self, word: str) -> bool:
        """Whether a word is a name as it is written, or an acronym that means nothing else."""
        lower = word.lower()
        known = self.vocabulary.word(lower)
        if known.frame or known.tags - {ROLE}:
            return False
        tail = word.rpartition("-")[2]
        return tail[:1].isupper() and (word.isupper() or lower in self.names)

    def says(self, word: str) -> bool:
        """Whether a word is a verb of saying that can have a subject, and so no infinitive."""
        lower = word.lower()
        is_finite = lower == "sa" or lower[-1] not in "aå"
        return is_finite and "sagesverb" in self.vocabulary.word(lower).tags


def short_for(name: str) -> str:
    """What sets apart two who have the same initials: ``JoW`` for Johanna Wiberg."""
    first, *rest = name.split() or [""]
    return f"{first[:2]}{rest[-1][0]}" if rest else ""


def words_for(person: Participant, nicknames: Nicknames) -> frozenset[str]:
    """All words that may stand for a participant: names, pet names, initials and role."""
    forms = (form.text.lower() for form in forms_of(person.name, nicknames))
    names = {word for form in forms for word in form.split()} | {short_for(person.name).lower()}
    return frozenset({*names, *_WORD.findall(person.role.lower())})


def _of_name(name: str) -> frozenset[str]:
    """A name's parts and its initials, with and without those of what a hyphen joins.

    What looks like three names may be a title, or a body, beside two.
    """
    parts = name.split()
    pairs = [parts, parts[:2], parts[-2:]]
    short = ("".join(part[0] for part in some) for some in pairs)
    long = ("".join(one[0] for part in some for one in part.split("-") if one) for some in pairs)
    return frozenset(_lowered((*parts, *short, *long)))


def _forms(name: str) -> Iterator[str]:
    """A name as it stands, and without what may be the ending of a genitive."""
    yield name.lower()
    if len(name) > _SHORT:
        yield name.lower().removesuffix("s")


_SHORT = 4
"""Up to here an s at the end of a name is taken for a part of it."""


def _lowered(words: Iterable[str]) -> Iterator[str]:
    return (word.lower() for word in words)
