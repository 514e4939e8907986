"""``sprak.*``: is the report in the language that it has to be in, and written as it should be?"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from drafter.checks.registry import Case, Find, Hit, Rule, rule
from drafter.nouns import Draft, Sentence, SentenceKind, Severity
from drafter.text.language.foreign import foreign
from drafter.text.language.rules import LanguageRule, LanguageRules, Remark


@rule(
    "sprak.frammande",
    Severity.ERROR,
    "En mening, eller hela texten, är på ett annat språk än svenska.",
    "»The city was invited to the conference and to the dinner.«",
)
def other_language(case: Case) -> Iterator[Hit]:
    """A sentence that plainly is not Swedish outside what it quotes; a whole text is told once.

    Public authorities write in Swedish (Språklagen 2009:600, section 10).
    """
    if language := language_of(case.draft):
        yield Hit(f"Texten verkar vara på {language}.")
        return
    for sentence in case.draft.sentences():
        own_word = sentence.kind is SentenceKind.OWN
        if not own_word and (language := foreign(_QUOTED.sub(" ", sentence.text))):
            yield Hit(f"Meningen är på {language}.", sentence=sentence)


def language_of(draft: Draft) -> str:
    """The language of a whole text that is not Swedish, most sentences included; else empty."""
    texts = [_QUOTED.sub(" ", sentence.text) for sentence in draft.sentences()]
    whole = foreign(" ".join(texts))
    strange = sum(bool(foreign(text)) for text in texts)
    return whole if len(texts) > 1 and 2 * strange > len(texts) else ""


_QUOTED = re.compile(r"[”»“\"][^”»«“\"]*[”»«\"]")


@rule(
    "sprak.tecken.dubbelt",
    Severity.ERROR,
    "Mellan ord står ett mellanslag.",
    "»Mötet  var kort.«",
)
def double_space(case: Case) -> Iterator[Hit]:
    """More than one space between two words of a file that was read.

    Myndigheternas skrivregler; what drafter writes itself never has two.
    """
    for sentence, at in case.doubled:
        yield Hit("Mellan ord står ett mellanslag.", sentence=sentence, span=(at, at + 1), fix=" ")


RULES = (
    other_language._replace(source="Språklagen (2009:600) 10 §"),
    double_space._replace(source="Myndigheternas skrivregler"),
)


def rules_of(language: LanguageRules) -> tuple[Rule, ...]:
    """The language rules of a house as rules among others; what they found is in the case."""
    return tuple(
        Rule(
            id=one.id,
            severity=one.severity,
            summary=one.summary,
            example=one.hits[0] if one.hits else "",
            find=_finder(one),
            source=one.source,
        )
        for one in language.chosen
    )


def _finder(one: LanguageRule) -> Find:
    def find(case: Case) -> Iterator[Hit]:
        remarks = case.remarks.get(one.id, ())
        places = tuple(_places(case.draft)) if remarks else ()
        for remark in remarks:
            yield _hit(one, remark, places[remark.passage])

    return find


class _Place(NamedTuple):
    """What a passage is in the draft: a heading, or some of the sentences under it."""

    heading: str
    sentences: tuple[Sentence, ...] = ()
    starts: tuple[int, ...] = ()


def _places(draft: Draft) -> Iterator[_Place]:
    """The title, headings and paragraphs of a draft, as the passages of its text stand."""
    yield _Place(draft.title)
    for section in draft.sections:
        yield _Place(section.title)
        for paragraph in section.paragraphs:
            lengths = (len(sentence.text) + 1 for sentence in paragraph)
            yield _Place(section.title, paragraph, (0, *accumulate(lengths)))


def _hit(one: LanguageRule, remark: Remark, place: _Place) -> Hit:
    """A remark at its sentence, or at a heading; a remark on several stands at the first."""
    sentence, start = _sentence_at(place, remark.start)
    text = sentence.text if sentence else place.heading
    span = (remark.start - start, min(remark.end - start, len(text)))
    return Hit(
        one.summary,
        place.heading,
        sentence,
        suggestion=_advice(remark),
        text=text,
        span=None if span == (0, len(text)) else span,
        fix=remark.fix if one.safe and sentence else None,
    )


def _sentence_at(place: _Place, start: int) -> tuple[Sentence | None, int]:
    """The sentence of a paragraph that a character is in, and where it begins."""
    if not place.sentences:
        return None, 0
    at = min(bisect_right(place.starts, start), len(place.sentences)) - 1
    return place.sentences[at], place.starts[at]


def _advice(remark: Remark) -> str | None:
    if remark.fix is None:
        return remark.advice or None
    return f"Skriv ”{remark.fix.strip()}”." if remark.fix.strip() else "Stryk det."
