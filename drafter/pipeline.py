"""Notes in, review out: the whole of drafter, read from top to bottom."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from functools import partial

from drafter.checks.coverage import cover
from drafter.checks.details import find_lost
from drafter.checks.evidence import gather
from drafter.checks.registry import Case, run
from drafter.job import Job
from drafter.llm.model import Model
from drafter.nouns import Aside, Draft, Plan, Review
from drafter.steps.assemble import assemble
from drafter.steps.assign import assign
from drafter.steps.brief import Brief
from drafter.steps.keep import keep, take_over
from drafter.steps.mend import polished
from drafter.steps.plain import plain_section
from drafter.steps.question import ask
from drafter.steps.repair import Bench, rehearse, repair
from drafter.steps.watch import Watcher
from drafter.steps.write import Written, write
from drafter.text.conflicts import find_conflicts


def draft_report(job: Job, model: Model | None, watcher: Watcher) -> Review:
    """Place the notes, write the sections, set the frame, check the whole, mend what is wrong.

    Without a model the sections hold the notes' own words, and nothing is mended. A section of
    the saved draft that a person has locked or edited is kept as it is, and no model is asked.

    Raises:
        EndpointError: the model's endpoint failed for every section.
        PromptError: a prompt file cannot be filled in.
    """
    brief = prepare(job)
    kept = keep(job.saved, brief)
    if model:
        rehearse(brief)
    rest = kept.left(brief)
    warm_up = partial(_warm_up, job, rest)
    written = write(rest, model, watcher, warm_up) if model else _skeleton(rest)
    origin = replace(job.origin, model=model.name, host=model.host) if model else job.origin
    draft = replace(_assembled(brief, written), origin=kept.with_origin(origin))
    draft = take_over(draft, kept, brief)
    asides = (*kept.asides, *(aside for one in written for aside in one.asides))
    check = checker(job, brief.plan, asides)
    review = polished(check(draft), check, job.reader)
    if model:
        review = repair(review, Bench(kept.mendable(brief), model, check))
    return replace(review, decisions=kept.decisions)


def settle(job: Job, review: Review, saved: Review | None) -> Review:
    """A new draft with what a person has come to hold, or let go of, while it was written.

    ``saved`` is the draft that is on the disk when the new one is done.
    """
    if saved is None or saved == job.saved:
        return review
    brief = prepare(job)
    kept = keep(saved, brief)
    draft = replace(review.draft, origin=kept.with_origin(review.draft.origin))
    check = checker(job, brief.plan, (*review.coverage.asides, *kept.asides))
    checked = check(take_over(draft, kept, brief))
    return replace(checked, repairs=review.repairs, decisions=kept.decisions)


def checker(job: Job, plan: Plan, asides: Iterable[Aside]) -> Callable[[Draft], Review]:
    """What a whole draft is held to; ``asides`` are the lines kept out beside the plan's own."""
    conflicts = find_conflicts(job.notes, job.reader)
    kept_out = (*plan.asides, *asides)

    def check(draft: Draft) -> Review:
        coverage = cover(job.notes, draft, kept_out)
        case = Case(job.report_type, draft, job.notes, coverage, conflicts=conflicts)
        return review_of(job, plan, case)

    return check


def prepare(job: Job) -> Brief:
    """What the sections are written from: every line placed, sensitive matter kept out."""
    return Brief(job.report_type, plan_of(job), job.notes, job.reader.lexicon, job.prompts)


def plan_of(job: Job) -> Plan:
    """Where every line belongs, sensitive matter kept out."""
    plan = assign(job.notes, job.report_type, job.reader.lexicon, job.given)
    return job.protection.protect(plan, job.notes)


def review_of(job: Job, plan: Plan, case: Case) -> Review:
    """The draft of a case, what the rules find in it, and what the notes leave open."""
    case = replace(
        case,
        evidence=gather(case.draft, job.notes, job.reader),
        lost=find_lost(case.draft, job.notes, case.coverage, job.reader),
        sensitive=job.reader.sensitive,
        remarks=job.remarks(case.draft),
    )
    asked = ask(job.notes, case.draft.header, case.conflicts)
    questions = job.protection.flag(asked, plan, job.notes)
    return Review(case.draft, run(case, job.rules, job.rules_off), case.coverage, questions)


def _warm_up(job: Job, brief: Brief) -> None:
    """Hold the notes' own words to the checks, and forget what they say.

    What the checks load, and what they read in the notes, is then there when the model is done.
    """
    # A fault of a check is met where its findings are used; a rehearsal fails no draft.
    with suppress(Exception):
        checker(job, brief.plan, ())(_assembled(brief, _skeleton(brief)))


def _assembled(brief: Brief, written: tuple[Written, ...]) -> Draft:
    """A draft of some sections, with the frame set."""
    sections = tuple(one.section for one in written)
    return assemble(brief.report_type, brief.notes, brief.plan, sections)


def _skeleton(brief: Brief) -> tuple[Written, ...]:
    return tuple(
        Written(plain_section(heading, brief.plan, brief.notes, brief.lexicon))
        for heading in brief.report_type.written
    )
