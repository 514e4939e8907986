"""``hallning.tillskrivning`` …: is what somebody said still said, and by the same one?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.checks.evidence import Evidence, Said
from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import Severity
from drafter.text.vocabulary import Word


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence with one voice (no words: nobody's) and its words of content."""

    words: frozenset[str]
    text: str
    content: tuple[Word, ...]


@rule(
    "hallning.tillskrivning",
    Severity.ERROR,
    "Det framgår inte i meningen vem som har sagt det som raderna låter någon säga.",
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
        if not any(voice.words for voice in evidence.voices):
            owners = [_owner(part, evidence.said) for part in _clauses(evidence)]
            if any(owner and not _is_mentioned(owner, before) for owner in owners):
                yield Hit("Meningen säger inte vem som har sagt det.", sentence=evidence.sentence)


@rule(
    "hallning.flyttad",
    Severity.ERROR,
    "En mening låter en annan säga det som raderna låter någon säga.",
    "Raden säger »Wik: vi väntar«, meningen att Ek vill vänta.",
)
def moved_attribution(case: Case) -> Iterator[Hit]:
    """What one speaker says in the lines, in somebody else's mouth."""
    for evidence in case.evidence:
        for part in _parts(evidence):
            owner = _owner(part, evidence.said)
            own = [one for one in evidence.said if _is_mentioned(one, part.text)]
            if owner and owner not in own and not any(_says(one, part) for one in own):
                who = " ".join(sorted(owner.words))
                message = f"På raderna är det någon annan som säger det ({who})."
                yield Hit(message, sentence=evidence.sentence)
                break


def _clauses(evidence: Evidence) -> Iterator[Part]:
    for clause in evidence.claims.clauses:
        yield Part(frozenset(), evidence.claims.text, clause.content)


def _parts(evidence: Evidence) -> Iterator[Part]:
    """The parts of a sentence in which somebody speaks."""
    text = evidence.sentence.text
    for voice in evidence.voices:
        if voice.words:
            start = 0 if voice is evidence.voices[0] and "," not in text[: voice.start] else voice.start
            content = tuple(
                word
                for clause in evidence.claims.clauses
                for word, place in zip(clause.words, clause.places, strict=True)
                if not word.light and start <= place < voice.end and word.text not in voice.words
            )
            yield Part(voice.words, text[start : voice.end].lower(), content)


def _owner(part: Part, said: tuple[Said, ...]) -> Said | None:
    """The speaker who says more of a part than everything else in the lines does."""
    best, most = None, 0
    for one in said:
        inside = sum(bool(word.kin & one.kin) for word in part.content)
        outside = sum(bool(word.kin & one.other) for word in part.content)
        if inside - outside > most:
            best, most = one, inside - outside
    return best


def _says(said: Said, part: Part) -> bool:
    return any(word.kin & said.kin for word in part.content)


def _is_mentioned(said: Said, text: str) -> bool:
    """Whether a lower-case text names a speaker: in part, by a role, or by the end of a compound."""
    for word in _WORD.findall(text):
        bare = word.removesuffix("s")
        if bare in said.words:
            return True
        if len(bare) > 4 and any(one.endswith(bare) or bare.endswith(one) for one in said.words if len(one) > 4):
            return True
        if any(one[0] == word[0] and 1 < len(one) < 5 and _is_acronym(one, word) for one in said.words):
            return True
    return False


def _is_acronym(short: str, long: str) -> bool:
    """Whether a short name takes its letters, in order, from a long word: *au*, *arbetsutskottet*."""
    letters = iter(long)
    return len(long) > 8 and all(letter in letters for letter in short)


_WORD = re.compile(r"[^\W\d_][\w’-]*")

RULES = (lost_attribution, moved_attribution)
