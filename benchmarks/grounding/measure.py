"""Every trial put to the checks, and the answers counted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from time import process_time

from benchmarks.grounding.nouns import Case, Check, CheckReport, Trial
from benchmarks.grounding.operators import OPERATORS, faithful, mutants
from benchmarks.grounding.wilson import interval
from drafter.nouns import Sentence, Severity


@dataclass(frozen=True, slots=True)
class Share:
    """``hits`` of ``n``, with its 95 % interval."""

    hits: int
    n: int

    @property
    def value(self) -> float:
        """The share itself; 0 of nothing."""
        return self.hits / self.n if self.n else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval."""
        return interval(self.hits, self.n)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the checks said about one trial."""

    trial: Trial
    severities: frozenset[Severity]

    @property
    def has_error(self) -> bool:
        """Whether something was found that must be settled before sign-off."""
        return any(severity.open for severity in self.severities)

    @property
    def has_warning(self) -> bool:
        """Whether something was found that is shown but need not be settled."""
        return Severity.WARNING in self.severities

    @property
    def is_noticed(self) -> bool:
        """Whether there is an error or a warning; mere advice does not count."""
        return self.has_error or self.has_warning


@dataclass(frozen=True, slots=True)
class Result:
    """All answers of one part."""

    mutants: tuple[Answer, ...]
    faithful: tuple[Answer, ...]

    def of(self, operator: str) -> tuple[Answer, ...]:
        """The answers on one operator's mutants."""
        return tuple(one for one in self.mutants if one.trial.operator == operator)


def measure(cases: tuple[Case, ...], check: Check) -> Result:
    """Put every mutant and every faithful sentence to the checks."""
    turned = [trial for operator in OPERATORS for trial in mutants(operator, cases)]
    return Result(
        tuple(_ask(trial, check) for trial in turned),
        tuple(_ask(trial, check) for trial in faithful(cases)),
    )


def checks_per_second(cases: tuple[Case, ...], check_report: CheckReport) -> float:
    """How many sentences one core checks in a second, as the reports of the cases.

    Every sentence that was written for a case, true or not, stands in its report; each is read
    for the first time.
    """
    reports = [(case, tuple(_sentences(case))) for case in cases]
    start = process_time()
    for case, sentences in reports:
        check_report(case.report_type, case.notes, sentences, case.header)
    return sum(len(sentences) for _, sentences in reports) / (process_time() - start)


def _sentences(case: Case) -> Iterator[Sentence]:
    for item in case.items:
        yield item.sentence
        yield from (one.sentence for one in item.written)


def errors(answers: Iterable[Answer]) -> Share:
    """How many of the answers hold an error."""
    return _share([answer.has_error for answer in answers])


def warnings(answers: Iterable[Answer]) -> Share:
    """How many of the answers hold a warning."""
    return _share([answer.has_warning for answer in answers])


def noticed(answers: Iterable[Answer]) -> Share:
    """How many of the answers hold an error or a warning."""
    return _share([answer.is_noticed for answer in answers])


def _share(hits: list[bool]) -> Share:
    return Share(sum(hits), len(hits))


def _ask(trial: Trial, check: Check) -> Answer:
    case = trial.case
    return Answer(trial, check(case.report_type, case.notes, trial.sentence, case.header))
