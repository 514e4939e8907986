"""Every trial put to the checks, and the answers counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from time import perf_counter

from benchmarks.grounding.nouns import Case, Check, Trial
from benchmarks.grounding.operators import OPERATORS, faithful, mutants
from benchmarks.grounding.wilson import interval
from drafter.nouns import Severity


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
    """All answers of one part, and how many sentences were checked in a second."""

    mutants: tuple[Answer, ...]
    faithful: tuple[Answer, ...]
    speed: float

    def of(self, operator: str) -> tuple[Answer, ...]:
        """The answers on one operator's mutants."""
        return tuple(one for one in self.mutants if one.trial.operator == operator)


def measure(cases: tuple[Case, ...], check: Check) -> Result:
    """Put every mutant and every faithful sentence to the checks."""
    turned = [trial for operator in OPERATORS for trial in mutants(operator, cases)]
    true = faithful(cases)
    start = perf_counter()
    on_turned = tuple(_ask(trial, check) for trial in turned)
    on_true = tuple(_ask(trial, check) for trial in true)
    seconds = perf_counter() - start
    return Result(on_turned, on_true, speed=(len(turned) + len(true)) / seconds)


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
