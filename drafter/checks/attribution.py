"""``hallning.tillskrivning``, ``hallning.flyttad``: does the same one still say what was said?"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from drafter.checks.evidence import Evidence
from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import Severity
from drafter.text.speech import Said
from drafter.text.vocabulary import Word
from drafter.text.voices import Voice


class Part(NamedTuple):
    """A part of a sentence: its text in lower case, and its words of content."""

    text: str
    content: tuple[Word, ...]


@rule(
    "hallning.tillskrivning",
    Severity.ERROR,
    "Det framgår inte av meningen vem som står för det som raderna låter någon säga eller göra.",
    "Raden säger »Wik: rektorerna måste äga frågan«, meningen att rektorerna måste äga frågan.",
)
def lost_attribution(case: Case) -> Iterator[Hit]:
    """What one speaker says, in a sentence that names no speaker.

    A sentence before it may do so, when they stand on the same lines.
    """
    before = ""
    lines: set[int] = set()
    for evidence in case.evidence:
        before = before if lines & set(evidence.sentence.lines) else ""
        before = f"{before} {evidence.claims.text}"
        lines = set(evidence.sentence.lines)
        owners = () if evidence.voices else _owners(evidence)
        if any(not _is_mentioned(owner, before) for owner in owners) or _hides_doer(
            evidence, before
        ):
            yield Hit(
                "Meningen säger inte vem som har sagt eller gjort det.", sentence=evidence.sentence
            )


def _hides_doer(evidence: Evidence, said: str) -> bool:
    """Whether a passive verb leaves out whom the lines name right before it: *KFO delade*."""
    words = {word.text for clause in evidence.claims.clauses for word in clause.words}
    return any(
        name.text in evidence.names and f"{verb.text}s" in words and name.text not in said
        for clause in evidence.lines
        for name, verb in pairwise(clause.words)
    )


def _owners(evidence: Evidence) -> Iterator[Said]:
    """Those who say in the lines what the clauses of a sentence say."""
    for clause in evidence.claims.clauses:
        if owner := _owner(Part(evidence.claims.text, clause.content), evidence.said):
            yield owner


@rule(
    "hallning.flyttad",
    Severity.ERROR,
    "En mening lägger ord i någon annans mun än raderna gör.",
    "Raden säger »Wik: vi väntar«, meningen att Ek vill vänta.",
)
def moved_attribution(case: Case) -> Iterator[Hit]:
    """What one speaker says in the lines, in somebody else's mouth."""
    for evidence in case.evidence:
        if any(_is_moved(_part(evidence, voice), evidence.said) for voice in evidence.voices):
            message = "På raderna är det någon annan som säger det."
            yield Hit(message, sentence=evidence.sentence)


def _is_moved(part: Part, said: tuple[Said, ...]) -> bool:
    """Whether a part belongs to a speaker whom it does not name, and to none whom it names."""
    owner = _owner(part, said)
    named = [one for one in said if _is_mentioned(one, part.text)]
    return owner is not None and owner not in named and not any(_says(one, part) for one in named)


def _part(evidence: Evidence, voice: Voice) -> Part:
    """What a voice says, with what opens the sentence before it."""
    text = evidence.sentence.text
    opens = voice is evidence.voices[0] and "," not in text[: voice.start]
    start = 0 if opens else voice.start
    content = tuple(
        word
        for clause in evidence.claims.clauses
        for word, place in zip(clause.words, clause.places, strict=True)
        if start <= place < voice.end and not word.light and not _tells(word, voice)
    )
    return Part(text[start : voice.end].lower(), content)


def _tells(word: Word, voice: Voice) -> bool:
    """Whether a word only tells who speaks, and that they do."""
    return word.text in voice.words or "sagesverb" in word.tags


def _owner(part: Part, said: tuple[Said, ...]) -> Said | None:
    """The speaker who says more of a part than all else in the lines does."""
    best, most = None, 0.0
    for one in said:
        inside = sum(_weight(word) for word in part.content if word.kin & one.kin)
        outside = sum(_weight(word) for word in part.content if word.kin & one.other)
        if inside - outside > most:
            best, most = one, inside - outside
    return best


def _weight(word: Word) -> float:
    """How much a word tells of who said something: a measure nothing, a frame word little."""
    if any(tag.startswith("matt.") for tag in word.tags):
        return 0.0
    return _FRAME if word.frame else 1.0


_FRAME = 0.3


def _says(said: Said, part: Part) -> bool:
    return any(word.kin & said.kin for word in part.content)


def _is_mentioned(said: Said, text: str) -> bool:
    """Whether a lower-case text names a speaker: by a name, a role, or what is short for it."""
    words = _WORD.findall(text)
    initials = {
        "".join(word[0] for word in words[at : at + size])
        for size in (2, 3)
        for at in range(len(words) - size + 1)
        if words[at + size - 1].endswith(_BODIES)
    }
    return bool(initials & said.words) or any(_is_meant(word, said.words) for word in words)


_WORD = re.compile(r"[^\W\d_][\w’-]*")


_BODIES = ("nämnden", "styrelsen", "utskottet", "förvaltningen", "kontoret", "fullmäktige", "rådet")
"""How the names of bodies end that notes shorten to their initials: *TN*, tekniska nämnden."""


def _is_meant(word: str, words: frozenset[str]) -> bool:
    bare = word.removesuffix("s")
    if bare in words or word in words:
        return True
    return any(_is_tail(bare, one) or _is_acronym(one, word) for one in words)


def _is_tail(one: str, other: str) -> bool:
    """Whether one of two words ends the other: *klubben*, *simklubben*."""
    short, long = sorted((one, other), key=len)
    return len(short) > _TAIL and long.endswith(short)


_TAIL = 4
"""A word of more letters than these may stand for a longer one that it ends."""


def _is_acronym(short: str, long: str) -> bool:
    """Whether a short name takes its letters in order from a long word: *au*, *arbetsutskottet*."""
    letters = iter(long)
    return (
        1 < len(short) < 5
        and len(long) > 8
        and short[0] == long[0]
        and all(letter in letters for letter in short)
    )


RULES = (lost_attribution, moved_attribution)
