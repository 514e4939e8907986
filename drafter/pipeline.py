"""Notes in, review out: the whole of drafter, read from top to bottom."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from drafter.checks import RULES, Case, cover, gather, run
from drafter.library.manuscript import read_manuscript
from drafter.library.prompt_files import PromptFiles
from drafter.llm.model import Model
from drafter.nouns import (
    Aside,
    Coverage,
    Draft,
    Finding,
    Heading,
    HeadingKind,
    Notes,
    Origin,
    Plan,
    ReportType,
    Review,
    Section,
)
from drafter.steps.assign import assign
from drafter.steps.header import header_values
from drafter.steps.plain import frame_section, plain_section, silent_section
from drafter.steps.write import Brief, Written, write
from drafter.text.facts import Reader


@dataclass(frozen=True, slots=True)
class Job:
    """Everything that a report is made from, or checked against.

    ``given`` holds header values by field id; ``notes`` are empty when a text stands alone;
    ``kept_out`` are the lines that the folder's saved draft leaves out.
    """

    notes: Notes
    report_type: ReportType
    reader: Reader
    prompts: PromptFiles
    given: dict[str, str] = field(default_factory=dict)
    rules_off: tuple[str, ...] = ()
    origin: Origin = Origin()
    kept_out: tuple[Aside, ...] = ()


def draft_report(job: Job, model: Model | None, progress: Callable[[Section], None]) -> Review:
    """Place the notes, write the sections, set the frame, and check the whole.

    Without a model the sections hold the notes' own words.

    Raises:
        EndpointError: the model's endpoint failed for every section.
    """
    plan = assign(job.notes, job.report_type, job.reader.lexicon, job.given)
    brief = Brief(job.report_type, plan, job.notes, job.reader.lexicon, job.prompts)
    written = write(brief, model, progress) if model else _skeleton(brief)
    draft = _assemble(job, plan, written)
    origin = replace(job.origin, model=model.name, host=model.host) if model else job.origin
    kept_out = (*plan.asides, *(aside for one in written for aside in one.asides))
    coverage = cover(job.notes, draft, kept_out)
    findings = _findings(job, draft, coverage)
    return Review(replace(draft, origin=origin), findings, coverage, plan.questions)


def _findings(job: Job, draft: Draft, coverage: Coverage) -> tuple[Finding, ...]:
    """What the rules find in a draft that is held to its notes."""
    evidence = gather(draft, job.notes, job.reader)
    return run(Case(job.report_type, draft, job.notes, coverage, evidence), RULES, job.rules_off)


def _skeleton(brief: Brief) -> tuple[Written, ...]:
    return tuple(
        Written(plain_section(heading, brief.plan, brief.notes, brief.lexicon))
        for heading in brief.report_type.written
    )


def _assemble(job: Job, plan: Plan, written: tuple[Written, ...]) -> Draft:
    """The report whole: every heading of the type in order, the frame set by code."""
    by_heading = {one.section.heading: one.section for one in written}
    values = {value.field: value.value for value in plan.values}
    return Draft(
        report_type=job.report_type.id,
        title=job.report_type.title_line(values),
        header=plan.values,
        participants=job.notes.present,
        sections=tuple(
            by_heading.get(heading.id) or _unwritten(heading)
            for heading in job.report_type.headings
        ),
        absent=tuple(one for one in job.notes.participants if not one.present),
    )


def _unwritten(heading: Heading) -> Section:
    """A section that nobody wrote: the frame's own, or one that the notes say nothing about."""
    written = heading.kind is HeadingKind.TEXT
    return silent_section(heading) if written else frame_section(heading)


def check_text(job: Job, path: Path) -> Review:
    """Check a finished text, from anywhere, by the same rules and against the same notes.

    Where the text cites no lines there is no account of the notes, and a job without notes has
    its form checked only.

    Raises:
        ManuscriptError: the text cannot be read.
    """
    notes = None if job.notes.is_empty else job.notes
    draft = _with_rivals(read_manuscript(path, job.report_type, notes), job)
    if not job.notes.lines:
        return Review(draft, run(Case(job.report_type, draft, notes), RULES, job.rules_off))
    plan = assign(job.notes, job.report_type, job.reader.lexicon, job.given)
    cited = any(sentence.quotes for sentence in draft.sentences())
    coverage = cover(job.notes, draft, (*plan.asides, *job.kept_out)) if cited else Coverage()
    return Review(draft, _findings(job, draft, coverage), coverage, plan.questions)


def _with_rivals(draft: Draft, job: Job) -> Draft:
    """A finished text's draft, its header values beside those that ``rapport.toml`` gives."""
    given = {value.field: value.value for value in header_values(job.report_type, job.given, {})}
    header = tuple(
        replace(value, rival=given[value.field])
        if value.value and given.get(value.field, "") not in ("", value.value)
        else value
        for value in draft.header
    )
    return replace(draft, header=header)
