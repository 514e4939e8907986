"""A text, or a draft saved earlier, held to the notes as they are now."""

from dataclasses import replace

from drafter.checks.coverage import cover
from drafter.checks.families import AGEING
from drafter.checks.registry import Case, run
from drafter.job import Job
from drafter.nouns import Changes, Draft, Review, Section, Sentence
from drafter.pipeline import checker, plan_of, prepare, review_of
from drafter.steps.basis import marked
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
    if job.saved:
        draft = _as_held(draft, _marked(job.saved.draft, job, changes))
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
    draft = _marked(follow(saved.draft, changes, job.notes), job, changes)
    case = Case(job.report_type, draft, job.notes, changes=changes)
    ages = {rule.id for rule in AGEING}
    lasting = (one for one in saved.findings if one.rule not in ages)
    return replace(saved, findings=(*run(case, AGEING, job.rules_off), *lasting))


def check_changed(job: Job, saved: Review, draft: Draft, sentence_id: str) -> Review:
    """A saved draft in which a person has changed a sentence, checked anew.

    Where the notes have been changed too, only that sentence is: what is known of the rest is
    known of the notes as they were.
    """
    changes = changes_of(job)
    check = checker(job, plan_of(job), still_kept_out(saved, changes))
    checked = check(follow(draft, changes, job.notes))
    if job.notes.lines and not job.has_changed_notes:
        return replace(checked, status=saved.status, repairs=saved.repairs)
    others = (one for one in saved.findings if one.sentence != sentence_id)
    found = (one for one in checked.findings if one.sentence == sentence_id)
    return replace(saved, draft=draft, findings=(*others, *found))


def _marked(draft: Draft, job: Job, changes: Changes) -> Draft:
    """A saved draft whose held sections tell what has changed under them; told by notes alone."""
    if not draft.held or not job.notes.lines:
        return draft
    brief = prepare(job)
    return draft.with_sections(*(marked(section, brief, changes) for section in draft.held))


def _as_held(draft: Draft, saved: Draft) -> Draft:
    """A text whose sections are held as those of the saved draft that they have sentences of."""
    held = {one.heading: one for one in saved.held}
    alike = (
        replace(section, hold=held[section.heading].hold, stale=held[section.heading].stale)
        for section in draft.sections
        if section.heading in held and _share(section, held[section.heading])
    )
    return draft.with_sections(*alike)


def _share(one: Section, other: Section) -> bool:
    texts = {sentence.text for sentence in one.sentences()}
    return any(sentence.text in texts for sentence in other.sentences())


def changes_of(job: Job) -> Changes:
    """What has become of the lines that the folder's saved draft stands on."""
    return compare(job.saved, job.notes) if job.saved and job.has_changed_notes else Changes()
