"""What a rule is, and how rules are run."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from drafter.checks.evidence import Evidence
from drafter.nouns import Coverage, Draft, Finding, Notes, ReportType, Sentence, Severity
from drafter.text.sensitive import SensitiveWords


@dataclass(frozen=True, slots=True)
class Case:
    """What rules look at.

    ``notes`` is nothing when a text is checked on its own; ``evidence`` holds each sentence that
    cites lines beside those lines. ``sensitive`` tells what is nobody's business; without it
    the rules about that find nothing.
    """

    report_type: ReportType
    draft: Draft
    notes: Notes | None = None
    coverage: Coverage = Coverage()
    evidence: tuple[Evidence, ...] = ()
    sensitive: SensitiveWords | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule applies. ``section`` is a heading as printed."""

    message: str
    section: str = ""
    sentence: Sentence | None = None
    lines: tuple[int, ...] = ()
    suggestion: str | None = None


Find = Callable[[Case], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as a value: its dotted id, severity, a sentence for the official, and an example."""

    id: str
    severity: Severity
    summary: str
    example: str
    find: Find


def rule(rule_id: str, severity: Severity, summary: str, example: str) -> Callable[[Find], Rule]:
    """Turn a generator of hits into a Rule; the rule is listed by its own module."""

    def make(find: Find) -> Rule:
        return Rule(rule_id, severity, summary, example, find)

    return make


def run(case: Case, rules: Iterable[Rule], off: Iterable[str] = ()) -> tuple[Finding, ...]:
    """All findings of the rules that are not switched off, in the order of the rules."""
    silenced = tuple(off)
    return tuple(
        finding for one in rules if not is_off(one.id, silenced) for finding in _findings(one, case)
    )


def is_off(rule_id: str, off: Iterable[str]) -> bool:
    """Whether an id, or a family that it belongs to, is switched off: ``sprak`` or ``sprak.``."""
    return any(f"{rule_id}.".startswith(f"{prefix.rstrip('.')}.") for prefix in off)


def _findings(one: Rule, case: Case) -> Iterator[Finding]:
    for hit in one.find(case):
        sentence = hit.sentence
        section = hit.section or (_section_title(case, sentence) if sentence else "")
        yield Finding(
            rule=one.id,
            severity=one.severity,
            message=hit.message,
            section=section,
            sentence=sentence.id if sentence else "",
            text=sentence.text if sentence else "",
            lines=hit.lines or (sentence.lines if sentence else ()),
            suggestion=hit.suggestion,
        )


def _section_title(case: Case, sentence: Sentence) -> str:
    section = case.draft.section_of(sentence.id)
    return section.title if section else ""
