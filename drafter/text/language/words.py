"""Rules that are lists of words, in all forms that the words have."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from drafter.text.language.inflection import Grammar, WordClass, compare, decline
from drafter.text.language.passages import Passage
from drafter.text.language.patterns import capital_like
from drafter.text.language.rules import Document, Remark


class Term(NamedTuple):
    """A word or phrase to avoid, and what to write: *erhålla*, *få*.

    Of a verb's phrase the first word is inflected, of others the last. A point at its end goes
    with it where one stands, unless it ends the sentence too. Where ``instead`` holds
    more than one way to write it, a person chooses; ``advice`` is a sentence for one who cannot
    just change the word.
    """

    avoid: str
    instead: tuple[str, ...] = ()
    word_class: WordClass = WordClass.NONE
    advice: str = ""


class _Form(NamedTuple):
    """One form of a term: the words that follow its first, and what stands there instead."""

    rest: tuple[str, ...]
    fix: str | None
    advice: str
    pointed: bool = False


@dataclass(frozen=True, slots=True)
class WordList:
    """The forms of a list's terms, arranged by their first words."""

    forms: Mapping[str, tuple[_Form, ...]] = field(repr=False)

    @classmethod
    def of(cls, terms: Iterable[Term], grammar: Grammar) -> "WordList":
        """All forms of some terms; the longest is tried first."""
        forms: dict[str, dict[_Form, None]] = {}
        for term in terms:
            for words, form in _forms(term, grammar):
                forms.setdefault(words[0], {}).setdefault(form)
        longest = {
            first: tuple(sorted(some, key=lambda one: -len(one.rest)))
            for first, some in forms.items()
        }
        return cls(longest)

    def __call__(self, document: Document) -> Iterator[Remark]:
        """The places where a term stands; one that is its own replacement silences a phrase."""
        for number, passage in enumerate(document.passages):
            for at, word in enumerate(() if passage.is_heading else passage.words):
                if word.text not in self.forms:
                    continue
                remarks = (_remark(passage, at, form, number) for form in self.forms[word.text])
                found = next((one for one in remarks if one), None)
                if found and found.fix != passage.text[found.start : found.end]:
                    yield found


def _remark(passage: Passage, at: int, form: _Form, number: int) -> Remark | None:
    words = passage.words[at : at + 1 + len(form.rest)]
    if tuple(word.text for word in words[1:]) != form.rest:
        return None
    start, end = words[0].start, words[-1].end
    if form.pointed and passage.text[end : end + 1] == "." and not passage.ends(end + 1):
        end += 1
    gaps = (passage.text[one.end : other.start] for one, other in pairwise(words))
    if any(gap.strip() for gap in gaps):
        return None
    fix = form.fix if form.fix is None else capital_like(passage.text[start:end], form.fix)
    return Remark(number, start, end, fix, form.advice)


def _forms(term: Term, grammar: Grammar) -> Iterator[tuple[tuple[str, ...], _Form]]:
    """Each form of a term as words, with what is said of it."""
    words = tuple(term.avoid.lower().removesuffix(".").split())
    match term.word_class:
        case WordClass.VERB:
            yield from _verb_forms(words, term, grammar)
        case WordClass.NOUN | WordClass.ADJECTIVE:
            inflect = decline if term.word_class is WordClass.NOUN else compare
            for last in inflect(words[-1]):
                found = (*words[:-1], last)
                yield found, _form(found, term, term.instead, last == words[-1])
        case WordClass.NONE:
            yield words, _form(words, term, term.instead)


def _verb_forms(
    words: tuple[str, ...], term: Term, grammar: Grammar
) -> Iterator[tuple[tuple[str, ...], _Form]]:
    """The forms of a verb, each with the same form of what is written instead."""
    verb = grammar.verb(words[0])
    instead = [one.split(" ") for one in term.instead]
    others = [(grammar.verb(first).finite(), rest) for first, *rest in instead]
    forms = verb.finite()
    for slot in _LIKELIEST:
        found = (forms[slot], *words[1:])
        yield found, _form(found, term, [" ".join((one[slot], *rest)) for one, rest in others])
    for form in verb.others():
        found = (form, *words[1:])
        yield found, _form(found, term, term.instead, exact=False)


_LIKELIEST = (0, 1, 2, 3, 5, 4, 6, 7)
"""The slots of a verb, that of the present before that of the infinitive, which may look alike."""


def _form(words: tuple[str, ...], term: Term, instead: Sequence[str], exact: bool = True) -> _Form:
    """What is said of a form; only one that has just one ``exact`` match can be changed for it."""
    pointed = term.avoid.endswith(".")
    if exact and len(instead) == 1 and not term.advice:
        return _Form(words[1:], instead[0], "", pointed)
    advice = term.advice or (f"Skriv hellre {_quoted(instead)}." if instead else "")
    return _Form(words[1:], None, advice, pointed)


def _quoted(alternatives: Iterable[str]) -> str:
    return " eller ".join(f"”{one}”" for one in alternatives)
