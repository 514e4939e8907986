"""What was found in a text, and what was mended, as a person reads of it in a terminal."""

from collections.abc import Iterator

from drafter.checks.holding import outdated
from drafter.checks.staleness import moved, stale
from drafter.console.language import is_language, show_language
from drafter.console.lists import NAMES, marked
from drafter.console.terminal import escape, say, show_table, table
from drafter.job import Job
from drafter.nouns import Finding, Notes, Review, Severity

_MOST = 5
"""How many note lines are quoted beside one error."""


def show_findings(review: Review, notes: Notes) -> None:
    """The findings, gravest first, under the count of each severity.

    What must be settled has the note lines beside it, and why the model could not mend it.
    """
    found = ((review.count(severity), NAMES[severity]) for severity in Severity)
    listed = ", ".join(f"{n} {one if n == 1 else many}" for n, (one, many) in found if n)
    say(f"\nAnmärkningar: {listed or 'inga'}")
    rows = table(3)
    told: set[str] = set()
    others = [one for one in review.findings if not is_language(one)]
    for finding in sorted(others, key=lambda one: tuple(Severity).index(one.severity)):
        rows.add_row(marked(finding.severity), finding.rule, escape(_told(finding)))
        if finding.severity.open and finding.sentence not in told:
            told.update({finding.sentence} - {""})
            for label, text in (*_quoted(finding, notes), *_tried(finding, review)):
                rows.add_row("", label, escape(text))
    if others:
        show_table(rows)
    show_language(one for one in review.findings if is_language(one))


def show_repairs(review: Review) -> None:
    """How many sentences went back to the model, and how many of them are well now."""
    sent = {one.before.id for one in review.repairs}
    if not sent:
        return
    ill = sent & {one.sentence for one in review.findings if one.severity.open}
    said = f"{len(sent)} {'mening' if len(sent) == 1 else 'meningar'} med fel"
    say(
        f"\nLagning: {said} gick tillbaka till modellen. "
        f"{len(sent - ill)} är utan fel nu, {len(ill)} har fel kvar. "
        "Varje försök står i utkast.json."
    )


def show_changes(review: Review, job: Job) -> None:
    """Which sections are touched by what was changed in the notes, and which are not."""
    if not job.has_changed_notes:
        return
    say("\nAnteckningarna har ändrats sedan utkastet skrevs.")
    drafted = {one.text for one in job.saved.draft.sentences() if one.quotes} if job.saved else ()
    titles = [
        section.title
        for section in review.draft.sections
        if any(sentence.quotes or sentence.text in drafted for sentence in section.sentences())
    ]
    for rule, label in ((stale, "Inaktuella avsnitt"), (moved, "Flyttade rader")):
        hit = {one.section for one in review.findings if one.rule == rule.id}
        say(f"  {label}: {', '.join(title for title in titles if title in hit) or 'inga'}")
    told = (stale.id, moved.id, outdated.id)
    touched = {one.section for one in review.findings if one.rule in told}
    rest = [title for title in titles if title not in touched]
    say(f"  Orörda avsnitt: {', '.join(rest) or 'inga'}")


def _told(finding: Finding) -> str:
    """A finding in one line: where, what, and what to do."""
    named = not finding.section or finding.section in finding.message
    where = "" if named else f"{finding.section}: "
    said = f" ”{finding.text}”" if finding.text else ""
    hint = f" {finding.suggestion}" if finding.suggestion else ""
    return f"{where}{finding.message}{said}{hint}"


def _quoted(finding: Finding, notes: Notes) -> Iterator[tuple[str, str]]:
    """The note lines that a finding concerns, to be read beside it."""
    lines = notes.pick(finding.lines)
    for line in lines[:_MOST]:
        yield f"rad {line.number}", f"”{line.text}”"
    if len(lines) > _MOST:
        yield "", f"… och {len(lines) - _MOST} rader till"


def _tried(finding: Finding, review: Review) -> Iterator[tuple[str, str]]:
    """Why the last attempt to mend a sentence was not taken."""
    tried = [one for one in review.repairs if one.before.id == finding.sentence]
    if tried and not tried[-1].taken:
        yield "lagning", tried[-1].reason
