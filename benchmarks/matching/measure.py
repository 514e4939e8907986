"""The lines of every sentence looked up, and held against those that its author cited."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from benchmarks.grounding.checker import check, reader
from benchmarks.grounding.measure import Share, errors, measure, noticed
from benchmarks.grounding.nouns import Case
from drafter.nouns import (
    Draft,
    HeaderValue,
    Notes,
    ReportType,
    Section,
    Sentence,
    Severity,
)
from drafter.steps.locate import locate


@dataclass(frozen=True, slots=True)
class Result:
    """How often the right lines are found, and what the checks make of what is found.

    ``recall`` and ``precision`` count lines; the others sentences. ``strange`` are sentences
    about other notes for which, rightly, nothing is found.
    """

    recall: Share
    precision: Share
    some: Share
    every: Share
    unfound: Share
    strange: Share
    false_errors: tuple[Share, Share]
    found_errors: tuple[Share, Share]
    found_all: tuple[Share, Share]


def look_up(case: Case, sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """The sentences, held to the notes of a case, with the lines that drafter finds for them."""
    return _look_up(case.report_type, case.notes, tuple(sentences), case.header)


@cache
def _look_up(
    report_type: ReportType,
    notes: Notes,
    sentences: tuple[Sentence, ...],
    header: tuple[HeaderValue, ...],
) -> tuple[Sentence, ...]:
    bare = tuple(replace(one, quotes=(), rows=()) for one in sentences)
    draft = Draft(report_type.id, "", header, (), (Section("", "", 2, (bare,)),))
    return tuple(locate(draft, notes, report_type, reader()).sentences())


def check_looked_up(
    report_type: ReportType, notes: Notes, sentence: Sentence, header: tuple[HeaderValue, ...]
) -> frozenset[Severity]:
    """What drafter finds in a sentence whose lines it had to look up; none found is an error."""
    (found,) = _look_up(report_type, notes, (sentence,), header)
    if not found.quotes:
        return frozenset() if found.rows else frozenset({Severity.ERROR})
    return check(report_type, notes, found, header)


def run(cases: tuple[Case, ...]) -> Result:
    """Look up every faithful sentence in its own notes and in all others, and check the mutants."""
    pairs = tuple(_pairs(cases))
    given, guessed = measure(cases, check), measure(cases, check_looked_up)
    return Result(
        recall=_share(line in found for cited, found in pairs for line in cited),
        precision=_share(line in cited for cited, found in pairs for line in found),
        some=_share(bool(cited & found) for cited, found in pairs),
        every=_share(cited <= found for cited, found in pairs),
        unfound=_share(not found for _, found in pairs),
        strange=_share(not one.quotes for one in _strangers(cases)),
        false_errors=(errors(given.faithful), errors(guessed.faithful)),
        found_errors=(errors(given.mutants), errors(guessed.mutants)),
        found_all=(noticed(given.mutants), noticed(guessed.mutants)),
    )


def _pairs(cases: tuple[Case, ...]) -> Iterator[tuple[set[int], set[int]]]:
    """The lines that each sentence cites, and those that are found for it."""
    for case in cases:
        sentences = [item.sentence for item in case.items]
        for sentence, found in zip(sentences, look_up(case, sentences), strict=True):
            yield set(sentence.lines), set(found.lines)


def _strangers(cases: tuple[Case, ...]) -> Iterator[Sentence]:
    """Every sentence looked up in the notes of every other case."""
    for case in cases:
        others = (one for one in cases if one is not case)
        yield from look_up(case, (item.sentence for one in others for item in one.items))


def _share(hits: Iterable[bool]) -> Share:
    counted = list(hits)
    return Share(sum(counted), len(counted))
