"""A draft, written or exported, as a person reads of it in a terminal."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from drafter.checks.families import AGEING
from drafter.commands.drafting import Drafted
from drafter.commands.exporting import Exported
from drafter.console.findings import show_changes, show_findings, show_repairs
from drafter.console.language import is_language
from drafter.console.reviews import show_coverage
from drafter.console.spending import show_usage
from drafter.console.terminal import escape, say, show_table, table, typed
from drafter.export.frame import status_line
from drafter.nouns import (
    HeadingKind,
    ReportType,
    Review,
    Section,
    SectionState,
    Severity,
)

STATES = {
    SectionState.WRITTEN: "skrivet av modellen",
    SectionState.SKELETON: "anteckningarnas egna ord",
    SectionState.FALLBACK: "modellen misslyckades, anteckningarnas egna ord",
    SectionState.SILENT: "anteckningarna säger inget",
}


def show_draft(drafted: Drafted) -> None:
    """A finished draft: what was written, what is wrong with it, and what to do now."""
    if drafted.unchanged:
        say("Inget har ändrats sedan utkastet skrevs, och ingenting behövde göras om.")
    else:
        show_written(drafted.written, drafted.review)
    say("")
    _sections(drafted.review, drafted.report_type)
    if drafted.profile and not drafted.unchanged:
        show_usage(drafted.usage, drafted.profile, _has_failed(drafted.review))
    show_repairs(drafted.review)
    _findings(drafted)
    show_coverage(drafted.review)
    _next_steps(drafted)


def _has_failed(review: Review) -> bool:
    return any(one.state is SectionState.FALLBACK for one in review.draft.sections)


def _findings(drafted: Drafted) -> None:
    """What is wrong; advice about language is only counted, as a draft is not yet polished."""
    found = drafted.review.findings
    advice = [one for one in found if is_language(one) and one.severity is Severity.ADVICE]
    rest = tuple(one for one in found if one not in advice)
    show_findings(replace(drafted.review, findings=rest), drafted.notes)
    if advice:
        report = next((path for path in drafted.written if path.suffix != ".json"), Path())
        say(f"Råd om språket: {len(advice)}. Läs dem med: drafter check {typed(report)}")


def show_written(paths: Iterable[Path], review: Review) -> None:
    """Which files were written, and their status."""
    for path in paths:
        say(f"Skrev {path} ({status_line(review)})")


def show_export(exported: Exported) -> None:
    """A saved draft as a document, and whether its notes are still those it was made from."""
    show_written((exported.path,), exported.review)
    origin = exported.review.draft.origin
    if origin.notes and not exported.job.notes.lines:
        say(f"\n{origin.notes} finns inte kvar, så det är okänt om utkastet stämmer med den.")
    show_changes(exported.review, exported.job)
    ages = {rule.id for rule in AGEING}
    new = tuple(one for one in exported.review.findings if one.rule in ages)
    if new:
        show_findings(replace(exported.review, findings=new), exported.job.notes)


def _sections(review: Review, report_type: ReportType) -> None:
    """How each section came about and how much it holds."""
    rows = table(2)
    for section in review.draft.sections:
        heading = report_type.heading(section.heading)
        if heading and heading.kind is not HeadingKind.GROUP:
            rows.add_row(escape(section.title), _held(section, review))
    show_table(rows)


def _held(section: Section, review: Review) -> str:
    if section.state is SectionState.FRAME:
        count = len(review.draft.participants)
        away = f", {len(review.draft.absent)} frånvarande" if review.draft.absent else ""
        return f"{count} {'person' if count == 1 else 'personer'} från deltagarlistan{away}"
    if section.state is SectionState.SILENT:
        return STATES[section.state]
    count = sum(1 for _ in section.sentences())
    parts = f" i {section.parts} delar som skrevs var för sig" if section.parts > 1 else ""
    return f"{count} {'mening' if count == 1 else 'meningar'}, {STATES[section.state]}{parts}"


def _next_steps(drafted: Drafted) -> None:
    review = drafted.review
    steps = []
    if review.has_open_errors:
        steps.append("Rätta felen i rapport.toml, deltagarlistan eller anteckningarna och kör om.")
    if any(finding.severity.open and finding.sentence for finding in review.findings):
        steps.append("Jämför meningarna som har fel med raderna som står under dem.")
    if any(finding.rule == "huvud.hamtad" for finding in review.findings):
        steps.append("Stäm av huvudet. Det som stämmer kan skrivas in i rapport.toml.")
    if review.coverage.unused:
        steps.append("Gå igenom de oanvända raderna: hör de hemma i rapporten?")
    steps.append("Läs utkastet bredvid anteckningarna.")
    steps.append(f"Se källan till varje mening: drafter export {typed(drafted.folder)} --format md")
    say("\nAtt göra nu:")
    for at, step in enumerate(steps, 1):
        say(f"  {at}. {step}")
