"""Lost details and contradictions planted, and how many are noticed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from benchmarks.grounding.checker import reader
from benchmarks.grounding.measure import Share
from benchmarks.grounding.nouns import Case, Trial
from benchmarks.grounding.operators import OPERATORS, faithful, mutants
from drafter.checks.coverage import cover
from drafter.checks.details import find_lost
from drafter.nouns import Draft, Line, Section, Sentence
from drafter.steps.question import ask
from drafter.text.conflicts import find_conflicts

DETAILS = ("number", "date", "time", "person", "place")
VALUES = ("number", "date", "time")
"""The operators whose mutants lose a detail, and give a thing another value."""


@dataclass(frozen=True, slots=True)
class Result:
    """What was noticed, by operator, and what was raised where nothing was planted.

    ``lost_lines`` are the lines in use that lack a detail in the faithful sentences alone, which
    leave some out on purpose; ``questions`` what the notes themselves give rise to.
    """

    lost: dict[str, Share]
    conflicts: dict[str, Share]
    false_conflicts: Share
    lost_lines: Share
    questions: int


def run(cases: tuple[Case, ...]) -> Result:
    """Plant every mutant, one at a time."""
    whole = {case.id: _lost(case, _sentences(case)) for case in cases}
    return Result(
        lost=_by_operator(DETAILS, cases, lambda trial: _loses(trial, whole[trial.case.id])),
        conflicts=_by_operator(VALUES, cases, _clashes),
        false_conflicts=_share(map(_clashes, faithful(cases))),
        lost_lines=Share(
            sum(len({line for line, _ in lost}) for lost in whole.values()),
            sum(len({line for one in _sentences(case) for line in one.lines}) for case in cases),
        ),
        questions=sum(
            len(ask(case.notes, case.header, find_conflicts(case.notes, reader())))
            for case in cases
        ),
    )


def _by_operator(
    names: Iterable[str], cases: tuple[Case, ...], noticed: Callable[[Trial], bool]
) -> dict[str, Share]:
    operators = {one.id: one for one in OPERATORS}
    return {name: _share(map(noticed, mutants(operators[name], cases))) for name in names}


def _sentences(case: Case) -> tuple[Sentence, ...]:
    return tuple(item.sentence for item in case.items)


def _lost(case: Case, sentences: tuple[Sentence, ...]) -> set[tuple[int, str]]:
    draft = Draft(case.report_type.id, "", case.header, (), (Section("", "", 2, (sentences,)),))
    found = find_lost(draft, case.notes, cover(case.notes, draft, ()), reader())
    return {(lost.line, detail) for lost in found for detail in lost.details}


def _loses(trial: Trial, before: set[tuple[int, str]]) -> bool:
    """Whether the report with the mutant in its sentence's place lacks more than it did."""
    sentences = tuple(
        trial.sentence if one.id == trial.sentence.id else one for one in _sentences(trial.case)
    )
    return bool(_lost(trial.case, sentences) - before)


def _clashes(trial: Trial) -> bool:
    """Whether the sentence, as one more line of the notes, contradicts another."""
    notes = trial.case.notes
    last = notes.lines[-1]
    line = Line(last.number + 2, trial.sentence.text, block=last.block + 1)
    found = find_conflicts(replace(notes, lines=(*notes.lines, line)), reader())
    return any(line.number in (one.first.line, one.second.line) for one in found)


def _share(hits: Iterable[bool]) -> Share:
    counted = list(hits)
    return Share(sum(counted), len(counted))
