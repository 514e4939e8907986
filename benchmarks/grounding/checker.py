"""The one place where the benchmark meets the checks of drafter."""

from functools import cache

from drafter.checks.evidence import gather
from drafter.checks.families import RULES
from drafter.checks.registry import Case, run
from drafter.library.prompt_files import PromptFiles
from drafter.library.vocabulary import read_reader
from drafter.nouns import (
    Draft,
    Finding,
    HeaderValue,
    Notes,
    ReportType,
    Section,
    Sentence,
    Severity,
)
from drafter.text.facts import Reader


@cache
def reader() -> Reader:
    """The word data that ships."""
    return read_reader(PromptFiles.searched())


def check(
    report_type: ReportType, notes: Notes, sentence: Sentence, header: tuple[HeaderValue, ...]
) -> frozenset[Severity]:
    """The severities of what drafter finds when it checks one sentence against its notes."""
    found = check_report(report_type, notes, (sentence,), header)
    return frozenset(finding.severity for finding in found)


def check_report(
    report_type: ReportType,
    notes: Notes,
    sentences: tuple[Sentence, ...],
    header: tuple[HeaderValue, ...],
) -> tuple[Finding, ...]:
    """What drafter finds when it checks many sentences at once, as those of a report."""
    section = Section("", "", 2, (sentences,))
    draft = Draft(report_type.id, "", header, (), (section,))
    case = Case(report_type, draft, notes, evidence=gather(draft, notes, reader()))
    return run(case, RULES, OTHER_FAMILIES)


OTHER_FAMILIES = ("rubrik", "huvud", "deltagare", "tackning")
"""Rules about the report as a whole; a sentence on its own cannot satisfy them."""
