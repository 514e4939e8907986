"""Carry out the safe suggestions of the language rules, where no fact changes by it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from drafter.nouns import Draft, Finding, Review, Sentence
from drafter.text.facts import Facts, Reader


@dataclass(frozen=True, slots=True)
class Mending:
    """A sentence and what became of it; ``done`` are the findings that were carried out."""

    before: Sentence
    after: Sentence
    done: tuple[Finding, ...]


def mend(draft: Draft, findings: Iterable[Finding], reader: Reader) -> tuple[Mending, ...]:
    """The sentences that safe suggestions change, in reading order.

    A suggestion that would change a figure, a time, a denial or how sure a sentence is, as the
    checks read it, is left to a person.
    """
    wanted: dict[str, list[Finding]] = {}
    for one in findings:
        if one.fix is not None and one.span and one.sentence:
            wanted.setdefault(one.sentence, []).append(one)
    sentences = (one for one in draft.sentences() if one.id in wanted)
    mended = (_mended(one, wanted[one.id], reader) for one in sentences)
    return tuple(one for one in mended if one.done)


def _mended(sentence: Sentence, findings: Iterable[Finding], reader: Reader) -> Mending:
    """The sentence with as many of the suggestions as change nothing that it says, from its end."""
    text, done = sentence.text, []
    for one in sorted(findings, key=_start, reverse=True):
        start, end = one.span or (0, 0)
        changed = _SPACES.sub(" ", text[:start] + (one.fix or "") + text[end:])
        if _says(reader.sentence(changed)) == _says(reader.sentence(text)):
            text = changed
            done.append(one)
    return Mending(sentence, replace(sentence, text=text), tuple(reversed(done)))


def _start(finding: Finding) -> int:
    return finding.span[0] if finding.span else 0


def _says(facts: Facts) -> tuple[object, ...]:
    """What must be the same before and after, however it is written."""
    amounts = sorted((one.quantity.value, one.quantity.unit) for one in facts.counts)
    tags = sorted(tag for clause in facts.clauses for tag in clause.tags)
    return amounts, facts.moments, [tag for tag in tags if tag.partition(".")[0] in _STANCE]


_SPACES = re.compile(" {2,}")
_STANCE = frozenset("nekande halvnekande utan forbehall visshet allman mangd frekvens".split())
"""What words may do to a statement that no change of wording may touch."""


def polished(review: Review, check: Callable[[Draft], Review], reader: Reader) -> Review:
    """A new draft with the safe suggestions carried out, checked again.

    What a person holds is left as it is. What one suggestion leads to may make another fit, so
    there may be a second time.
    """
    for _ in range(_ROUNDS):
        held = {one.id for section in review.draft.held for one in section.sentences()}
        findings = (one for one in review.findings if one.sentence not in held)
        mended = mend(review.draft, findings, reader)
        if not mended:
            break
        review = check(review.draft.with_sentences(*(one.after for one in mended)))
    return review


_ROUNDS = 3
