"""What a rule is, and how rules are run."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from drafter.nouns import Changes, Coverage, Draft, Finding, Notes, ReportType, Sentence, Severity
from drafter.text.language.rules import Remark
from drafter.text.sensitive import SensitiveWords

if TYPE_CHECKING:
    # a text that stands alone is held to no evidence, and need not load what makes it
    from drafter.checks.evidence import Evidence
    from drafter.text.conflicts import Conflict


class Lost(NamedTuple):
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
    it the rules about that find nothing. ``remarks`` are what the language rules found, by ids,
    and ``doubled`` the spaces of sentences that are more than one in the file.
    """

    report_type: ReportType
    draft: Draft
    notes: Notes | None = None
    coverage: Coverage = Coverage()
    evidence: "tuple[Evidence, ...]" = ()
    changes: Changes = Changes()
    lost: tuple[Lost, ...] = ()
    conflicts: "tuple[Conflict, ...]" = ()
    sensitive: SensitiveWords | None = None
    remarks: Mapping[str, tuple[Remark, ...]] = field(default_factory=dict)
    doubled: tuple[tuple[Sentence, int], ...] = ()


class Hit(NamedTuple):
    """One place where a rule applies. ``section`` is a heading as printed.

    ``span`` counts in the sentence, or in ``text`` where there is none; ``fix`` may stand there
    instead without a person's choice.
    """

    message: str
    section: str = ""
    sentence: Sentence | None = None
    lines: tuple[int, ...] = ()
    suggestion: str | None = None
    text: str = ""
    span: tuple[int, int] | None = None
    fix: str | None = None


Find = Callable[[Case], Iterable[Hit]]


class Rule(NamedTuple):
    """A rule as a value: its dotted id, severity, a sentence for the official, and an example.

    ``source`` tells who says so; a rule about language has one.
    """

    id: str
    severity: Severity
    summary: str
    example: str
    find: Find
    source: str = ""


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
        text=sentence.text if sentence else hit.text,
        lines=hit.lines or (sentence.lines if sentence else ()),
        suggestion=hit.suggestion,
        source=one.source or None,
        span=hit.span,
        fix=hit.fix,
    )


def _is_guess(case: Case, hit: Hit) -> bool:
    return case.draft.looked_up and hit.sentence is not None and bool(hit.sentence.quotes)


_LOOKED_UP = " (Raderna är framsökta, inte angivna i texten.)"
