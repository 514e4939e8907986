"""What a model is asked to write: the lines of a section, or of a part of it, and the question."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.library.prompt_files import PromptFiles, Task
from drafter.nouns import Heading, Line, Notes, Plan, Prompt, ReportType
from drafter.steps.answers import ANSWER_SCHEMA
from drafter.steps.divide import halved, portions, size
from drafter.text.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Brief:
    """What a section is written from, beside its heading."""

    report_type: ReportType
    plan: Plan
    notes: Notes
    lexicon: Lexicon
    prompts: PromptFiles


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of a section that are written together, which mostly are all of them.

    It is the ``number``-th of ``count`` parts, and ``share`` is how much of the section it has.
    """

    heading: Heading
    lines: tuple[Line, ...]
    number: int = 1
    count: int = 1
    share: float = 1.0

    @property
    def told(self) -> str:
        """Which part it is, as the question tells; nothing of a whole section."""
        if self.count == 1:
            return ""
        return f", del {self.number} av {self.count}: bara raderna nedan, resten skrivs för sig"

    @property
    def length(self) -> str:
        """How long its text should be, in words."""
        low, high = self.heading.band
        if self.count > 1:
            low, high = (10 * round(words * self.share / 10) for words in (low, high))
        return f"{low}–{high} ord" if high else "så kort som innehållet medger"

    def halves(self) -> "tuple[Part, ...]":
        """It in two, for a model that it is too long for; in one, where it cannot be divided."""
        parts = halved(self.lines)
        if len(parts) == 1:
            return (self,)
        whole, first = size(self.lines), 2 * self.number - 1
        return tuple(
            Part(self.heading, lines, number, 2 * self.count, self.share * size(lines) / whole)
            for number, lines in enumerate(parts, first)
        )


def to_write(brief: Brief) -> tuple[Heading, ...]:
    """The headings that have notes."""
    return tuple(one for one in brief.report_type.written if brief.plan.lines_for(one.id))


def lines_of(brief: Brief, heading: Heading) -> tuple[Line, ...]:
    """The note lines of a section."""
    return brief.notes.pick(brief.plan.lines_for(heading.id))


def parts_of(brief: Brief, heading: Heading) -> tuple[Part, ...]:
    """What is asked about each by itself: the section, or its parts where it is long.

    They depend on the section's own lines alone, so that an edited line asks nothing of others.
    """
    lines = lines_of(brief, heading)
    parts = portions(lines)
    return tuple(
        Part(heading, part, number, len(parts), size(part) / size(lines))
        for number, part in enumerate(parts, 1)
    )


def section_prompts(brief: Brief) -> tuple[Prompt, ...]:
    """What the model is asked first for each section that has notes, in the type's order."""
    parts = (part for heading in to_write(brief) for part in parts_of(brief, heading))
    return tuple(section_prompt(brief, part) for part in parts)


def section_prompt(brief: Brief, part: Part) -> Prompt:
    """What the model is asked for some lines: the shared rules, the task, and the lines.

    Imported here: LangChain takes half a second to load, and only a model needs it.
    """
    from drafter.library.prompts import render

    task = Task(brief.prompts, brief.report_type.id, "skriv.md")
    messages = render(task, prompt_values(brief, part), as_material(part.lines))
    divisible = len(halved(part.lines)) > 1
    return Prompt("svar", messages, ANSWER_SCHEMA, part.heading.title, divisible)


def prompt_values(brief: Brief, part: Part) -> dict[str, str]:
    """What prompt files may name, for one section or a part of it."""
    return {
        "rapporttyp": brief.report_type.name,
        "register": brief.report_type.register,
        "rubrik": part.heading.title,
        "anvisning": part.heading.guide,
        "langd": part.length,
        "del": part.told,
    }


def as_material(lines: Iterable[Line]) -> str:
    """Note lines as JSON lines; a nested or wrapped line says which one it belongs to."""
    return "\n".join(
        json.dumps(_as_record(line), ensure_ascii=False, separators=(", ", ": ")) for line in lines
    )


def _as_record(line: Line) -> dict[str, int | str]:
    over = line.parent or line.continues
    return {"rad": line.number, **({"under": over} if over else {}), "text": line.text}
