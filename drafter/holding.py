"""A text, or a draft saved earlier, held to the notes as they are now."""

from dataclasses import replace

from drafter.checks.coverage import cover
from drafter.checks.families import AGEING
from drafter.checks.registry import Case, run
from drafter.job import Job
from drafter.nouns import Changes, Draft, Review, Sentence
from drafter.pipeline import plan_of, review_of
from drafter.steps.follow import compare, follow, still_kept_out
from drafter.steps.locate import locate
from drafter.text.conflicts import find_conflicts


def hold(job: Job, draft: Draft, doubled: tuple[tuple[Sentence, int], ...]) -> Review:
    """A text held to its notes, its lines followed or looked up."""
    changes = changes_of(job)
    if any(sentence.quotes or sentence.rows for sentence in draft.sentences()):
        draft = follow(draft, changes, job.notes)
    else:
        draft = locate(draft, job.notes, job.report_type, job.reader)
    plan = plan_of(job)
    kept_out = still_kept_out(job.saved, changes) if job.saved else ()
    case = Case(
        job.report_type,
        draft,
        job.notes,
        cover(job.notes, draft, (*plan.asides, *kept_out)),
        changes=changes,
        conflicts=find_conflicts(job.notes, job.reader),
        doubled=doubled,
    )
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
