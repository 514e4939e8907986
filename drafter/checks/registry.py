"""What a rule is, and how rules are run."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from drafter.checks.evidence import Evidence
from drafter.nouns import Changes, Coverage, Draft, Finding, Notes, ReportType, Sentence, Severity
from drafter.text.conflicts import Conflict
from drafter.text.sensitive import SensitiveWords


@dataclass(frozen=True, slots=True)
class Lost:
    """The details of a line in use, as they may be looked for in it, that no sentence tells."""

    line: int
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """What rules look at.

    ``notes`` is nothing when a text is checked on its own; ``evidence`` holds each sentence that
    cites lines beside those lines, ``lost`` what of those lines was dropped on the way, and
    ``conflicts`` the lines that give one thing different values. ``changes`` tell what has become
    of the lines since the draft was saved, and ``sensitive`` what is nobody's business; without
    it the rules about that find nothing.
    """

    report_type: ReportType
    draft: Draft
    notes: Notes | None = None
    coverage: Coverage = Coverage()
    evidence: tuple[Evidence, ...] = ()
    changes: Changes = Changes()
    lost: tuple[Lost, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
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
    titles = {
        sentence.id: section.title
        for section in case.draft.sections
        for sentence in section.sentences()
    }
    return tuple(
        _finding(one, hit, case, titles)
        for one in rules
        if not is_off(one.id, silenced)
        for hit in one.find(case)
    )


def is_off(rule_id: str, off: Iterable[str]) -> bool:
    """Whether an id, or a family that it belongs to, is switched off: ``sprak`` or ``sprak.``."""
    return any(f"{rule_id}.".startswith(f"{prefix.rstrip('.')}.") for prefix in off)


def _finding(one: Rule, hit: Hit, case: Case, titles: Mapping[str, str]) -> Finding:
    """A hit as a finding of its rule; ``titles`` are those of the sentences' sections."""
    sentence = hit.sentence
    return Finding(
        rule=one.id,
        severity=one.severity,
        message=hit.message + (_LOOKED_UP if _is_guess(case, hit) else ""),
        section=hit.section or (titles.get(sentence.id, "") if sentence else ""),
        sentence=sentence.id if sentence else "",
        text=sentence.text if sentence else "",
        lines=hit.lines or (sentence.lines if sentence else ()),
        suggestion=hit.suggestion,
    )


def _is_guess(case: Case, hit: Hit) -> bool:
    return case.draft.looked_up and hit.sentence is not None and bool(hit.sentence.quotes)


_LOOKED_UP = " (Raderna är framsökta, inte angivna i texten.)"
