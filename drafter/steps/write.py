"""Write the sections: each by the model, or in the notes' own words where the model fails."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from drafter.errors import AnswerError, EndpointError, FinalError, LengthError, ModelError
from drafter.library.prompt_files import PromptFiles, Task
from drafter.llm.faults import told
from drafter.llm.model import Model
from drafter.nouns import (
    Aside,
    Heading,
    Line,
    Notes,
    Plan,
    Prompt,
    ReportType,
    Section,
    SectionState,
)
from drafter.steps.answers import ANSWER_SCHEMA, Answer, parse_answer
from drafter.steps.divide import halved, joined
from drafter.steps.parallel import in_parallel
from drafter.steps.plain import plain_section, silent_section
from drafter.steps.watch import Watcher
from drafter.text.lexicon import Lexicon

ATTEMPTS = 2
"""How often a section is asked for when its answer is unusable."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What a section is written from, beside its heading."""

    report_type: ReportType
    plan: Plan
    notes: Notes
    lexicon: Lexicon
    prompts: PromptFiles


@dataclass(frozen=True, slots=True)
class Written:
    """One section, the lines that the model kept out of it, and what went wrong."""

    section: Section
    asides: tuple[Aside, ...] = ()
    failure: ModelError | None = None


def write(brief: Brief, model: Model, watcher: Watcher) -> tuple[Written, ...]:
    """Every section that has notes, written in parallel, in the report type's order.

    A section whose answers stay unusable is a fallback that says so.

    Raises:
        EndpointError: the endpoint failed for every section; nothing was written.
    """
    headings = to_write(brief)
    watcher.planned(headings)
    results: dict[int, Written] = {}
    for position, written in in_parallel(
        lambda heading: write_section(brief, heading, model), headings, model.parallel
    ):
        results[position] = written
        watcher.finished(written.section)
    sections = tuple(results[position] for position in sorted(results))
    _raise_if_unreachable(sections)
    return sections


def _raise_if_unreachable(sections: tuple[Written, ...]) -> None:
    """No section at all came through: that is a fault to mend, not a draft to review."""
    failures = [one.failure for one in sections]
    if failures and all(isinstance(failure, EndpointError) for failure in failures):
        raise next(failure for failure in failures if failure)


def write_section(brief: Brief, heading: Heading, model: Model) -> Written:
    """One section by the model; by its notes' own words when the model fails for good."""
    try:
        answers = _answers(brief, heading, lines_of(brief, heading), model)
    except ModelError as error:
        section = plain_section(heading, brief.plan, brief.notes, brief.lexicon)
        failed = replace(section, state=SectionState.FALLBACK, reason=told(error))
        return Written(failed, (), error)
    answer = joined(answers)
    section = replace(_section(heading, answer), parts=len(answers))
    return Written(section, _left_out(brief, heading, answer))


def _answers(
    brief: Brief, heading: Heading, lines: tuple[Line, ...], model: Model
) -> tuple[Answer, ...]:
    """The answer about some lines; where they are too long for the model, about half at a time.

    Raises:
        ModelError: there is none, or a single point of the notes is too long.
    """
    try:
        return (_ask(model, section_prompt(brief, heading, lines)),)
    except LengthError:
        parts = halved(lines)
        if len(parts) < 2:
            raise
    return tuple(one for part in parts for one in _answers(brief, heading, part, model))


def lines_of(brief: Brief, heading: Heading) -> tuple[Line, ...]:
    """The note lines of a section."""
    return brief.notes.pick(brief.plan.lines_for(heading.id))


def _left_out(brief: Brief, heading: Heading, answer: Answer) -> tuple[Aside, ...]:
    """The lines that the model keeps out; only lines that it was sent, and each once."""
    reasons = {one.rad: one.skal for one in answer.utelamnade}
    return tuple(
        Aside(line.number, reasons[line.number], line.text)
        for line in lines_of(brief, heading)
        if line.number in reasons
    )


def _ask(model: Model, prompt: Prompt) -> Answer:
    """The model's answer; an unusable one is asked for once more, if another may come."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return parse_answer(model.complete(prompt).text)
        except (FinalError, LengthError):
            raise
        except AnswerError:
            if attempt == ATTEMPTS:
                raise
    raise AssertionError("the last attempt returns or raises")


def _section(heading: Heading, answer: Answer) -> Section:
    if not answer.meningar:
        return silent_section(heading)
    paragraphs = answer.paragraphs(heading.id)
    return Section(heading.id, heading.title, heading.level, paragraphs)


def section_prompts(brief: Brief) -> tuple[Prompt, ...]:
    """What the model is asked first for each section that has notes, in the type's order."""
    return tuple(section_prompt(brief, one, lines_of(brief, one)) for one in to_write(brief))


def to_write(brief: Brief) -> tuple[Heading, ...]:
    """The headings that have notes."""
    return tuple(one for one in brief.report_type.written if brief.plan.lines_for(one.id))


def section_prompt(brief: Brief, heading: Heading, lines: tuple[Line, ...]) -> Prompt:
    """What the model is asked for one section: the shared rules, the task, and some lines.

    Imported here: LangChain takes half a second to load, and only a model needs it.
    """
    from drafter.library.prompts import render

    task = Task(brief.prompts, brief.report_type.id, "skriv.md")
    messages = render(task, prompt_values(brief, heading), as_material(lines))
    return Prompt("svar", messages, ANSWER_SCHEMA, heading.title, len(halved(lines)) > 1)


def prompt_values(brief: Brief, heading: Heading) -> dict[str, str]:
    """What prompt files may name, for one section."""
    return {
        "rapporttyp": brief.report_type.name,
        "register": brief.report_type.register,
        "rubrik": heading.title,
        "anvisning": heading.guide,
        "langd": _length(heading),
    }


def _length(heading: Heading) -> str:
    low, high = heading.band
    return f"{low}–{high} ord" if high else "så kort som innehållet medger"


def as_material(lines: Iterable[Line]) -> str:
    """Note lines as JSON lines; a nested or wrapped line says which one it belongs to."""
    return "\n".join(
        json.dumps(_as_record(line), ensure_ascii=False, separators=(", ", ": ")) for line in lines
    )


def _as_record(line: Line) -> dict[str, int | str]:
    over = line.parent or line.continues
    return {"rad": line.number, **({"under": over} if over else {}), "text": line.text}
