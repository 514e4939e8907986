"""Notes in, review out: the whole of drafter, read from top to bottom."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from drafter.checks import RULES, Case, cover, gather, run
from drafter.job import Job
from drafter.library.manuscript import read_manuscript
from drafter.llm.model import Model
from drafter.nouns import Coverage, Draft, Finding, Plan, Review, Section
from drafter.steps.assemble import assemble
from drafter.steps.assign import assign
from drafter.steps.header import with_rivals
from drafter.steps.plain import plain_section
from drafter.steps.write import Brief, Written, write


def draft_report(job: Job, model: Model | None, progress: Callable[[Section], None]) -> Review:
    """Place the notes, write the sections, set the frame, and check the whole.

    Without a model the sections hold the notes' own words.

    Raises:
        EndpointError: the model's endpoint failed for every section.
    """
    brief = prepare(job)
    plan = brief.plan
    written = write(brief, model, progress) if model else _skeleton(brief)
    sections = tuple(one.section for one in written)
    draft = assemble(job.report_type, job.notes, plan, sections)
    origin = replace(job.origin, model=model.name, host=model.host) if model else job.origin
    kept_out = (*plan.asides, *(aside for one in written for aside in one.asides))
    coverage = cover(job.notes, draft, kept_out)
    findings = _findings(job, draft, coverage)
    questions = job.protection.flag(plan.questions, plan, job.notes)
    return Review(replace(draft, origin=origin), findings, coverage, questions)


def prepare(job: Job) -> Brief:
    """What the sections are written from: every line placed, sensitive matter kept out."""
    return Brief(job.report_type, _plan(job), job.notes, job.reader.lexicon, job.prompts)


def _plan(job: Job) -> Plan:
    plan = assign(job.notes, job.report_type, job.reader.lexicon, job.given)
    return job.protection.protect(plan, job.notes)


def _findings(job: Job, draft: Draft, coverage: Coverage) -> tuple[Finding, ...]:
    """What the rules find in a draft that is held to its notes."""
    evidence = gather(draft, job.notes, job.reader)
    words = job.reader.sensitive
    case = Case(job.report_type, draft, job.notes, coverage, evidence, words)
    return run(case, RULES, job.rules_off)


def _skeleton(brief: Brief) -> tuple[Written, ...]:
    return tuple(
        Written(plain_section(heading, brief.plan, brief.notes, brief.lexicon))
        for heading in brief.report_type.written
    )


def check_text(job: Job, path: Path) -> Review:
    """Check a finished text, from anywhere, by the same rules and against the same notes.

    Where the text cites no lines there is no account of the notes, and a job without notes has
    its form checked only.

    Raises:
        ManuscriptError: the text cannot be read.
    """
    notes = None if job.notes.is_empty else job.notes
    draft = read_manuscript(path, job.report_type, notes)
    draft = with_rivals(draft, job.report_type, job.given)
    if not job.notes.lines:
        case = Case(job.report_type, draft, notes, sensitive=job.reader.sensitive)
        return Review(draft, run(case, RULES, job.rules_off))
    plan = _plan(job)
    cited = any(sentence.quotes for sentence in draft.sentences())
    coverage = cover(job.notes, draft, (*plan.asides, *job.kept_out)) if cited else Coverage()
    questions = job.protection.flag(plan.questions, plan, job.notes)
    return Review(draft, _findings(job, draft, coverage), coverage, questions)
