"""A finished text, or a draft saved earlier, held to the notes as they are now."""

from dataclasses import replace
from pathlib import Path

from drafter.checks import AGEING, RULES, Case, cover, run
from drafter.job import Job
from drafter.library.manuscript import read_manuscript
from drafter.nouns import Changes, Review
from drafter.pipeline import plan_of, review_of
from drafter.steps.follow import compare, follow, still_kept_out
from drafter.steps.header import with_rivals
from drafter.steps.locate import locate
from drafter.text.conflicts import find_conflicts


def check_text(job: Job, path: Path) -> Review:
    """Check a finished text, from anywhere, by the same rules and against the same notes.

    Where the text cites no lines they are looked up; a job without notes has its form checked
    only. Citations count lines as the folder's saved draft does.

    Raises:
        ManuscriptError: the text cannot be read.
    """
    notes = None if job.notes.is_empty else job.notes
    draft = read_manuscript(path, job.report_type, notes)
    draft = with_rivals(draft, job.report_type, job.given)
    if not job.notes.lines:
        case = Case(job.report_type, draft, notes, sensitive=job.reader.sensitive)
        return Review(draft, run(case, RULES, job.rules_off))
    changes = changes_of(job)
    if any(sentence.quotes or sentence.rows for sentence in draft.sentences()):
        draft = follow(draft, changes, job.notes)
    else:
        draft = locate(draft, job.notes, job.report_type, job.reader)
    plan = plan_of(job)
    kept_out = still_kept_out(job.saved, changes) if job.saved else ()
    coverage = cover(job.notes, draft, (*plan.asides, *kept_out))
    conflicts = find_conflicts(job.notes, job.reader)
    case = Case(job.report_type, draft, notes, coverage, changes=changes, conflicts=conflicts)
    return review_of(job, plan, case)


def check_saved(job: Job, saved: Review) -> Review:
    """A saved draft with what has come to be wrong since its notes or its list were changed."""
    changes = changes_of(job)
    draft = follow(saved.draft, changes, job.notes)
    case = Case(job.report_type, draft, job.notes, changes=changes)
    return replace(saved, findings=(*run(case, AGEING, job.rules_off), *saved.findings))


def changes_of(job: Job) -> Changes:
    """What has become of the lines that the folder's saved draft stands on."""
    return compare(job.saved, job.notes) if job.saved and job.has_changed_notes else Changes()
