"""Write the sections: each by the model, or in the notes' own words where the model fails."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count

from drafter.errors import AnswerError, EndpointError, FinalError, LengthError, ModelError
from drafter.llm.faults import told
from drafter.llm.model import Model
from drafter.nouns import Aside, Heading, Placement, Prompt, Section, SectionState, Sentence
from drafter.steps.answers import Answer, parse_answer
from drafter.steps.brief import Brief, Part, parts_of, section_prompt, to_write
from drafter.steps.divide import joined, size
from drafter.steps.parallel import in_parallel
from drafter.steps.plain import plain_section, silent_section
from drafter.steps.watch import Watcher

ATTEMPTS = 2
"""How often a section is asked for when its answer is unusable."""

Paragraphs = tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True)
class Written:
    """One section, the lines that the model kept out of it, and what went wrong."""

    section: Section
    asides: tuple[Aside, ...] = ()
    failure: ModelError | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """What the model said of a part, in one answer or several, or why it said nothing usable."""

    part: Part
    answers: tuple[Answer, ...] = ()
    failure: ModelError | None = None


def write(
    brief: Brief, model: Model, watcher: Watcher, meanwhile: Callable[[], None] | None = None
) -> tuple[Written, ...]:
    """Every section that has notes, written in parallel, in the report type's order.

    The longest part is begun first, as it would be the last to be done. A section whose answers
    stay unusable is a fallback that says so. ``meanwhile`` is done while the model writes.

    Raises:
        EndpointError: the endpoint failed for every section; nothing was written.
    """
    headings = to_write(brief)
    watcher.planned(headings)
    parts = [part for heading in headings for part in parts_of(brief, heading)]
    parts.sort(key=lambda part: size(part.lines), reverse=True)
    pieces: dict[str, list[_Piece]] = {}
    results: dict[str, Written] = {}
    asked = in_parallel(lambda part: _piece(brief, part, model), parts, model.parallel, meanwhile)
    for _, piece in asked:
        heading = piece.part.heading
        found = pieces.setdefault(heading.id, [])
        found.append(piece)
        if len(found) == piece.part.count:
            results[heading.id] = _written(brief, heading, found)
            watcher.finished(results[heading.id].section)
    sections = tuple(results[heading.id] for heading in headings)
    _raise_if_unreachable(sections)
    return sections


def _raise_if_unreachable(sections: tuple[Written, ...]) -> None:
    """No section at all came through: that is a fault to mend, not a draft to review."""
    failures = [one.failure for one in sections]
    if failures and all(isinstance(failure, EndpointError) for failure in failures):
        raise next(failure for failure in failures if failure)


def _piece(brief: Brief, part: Part, model: Model) -> _Piece:
    """A part by the model; a model that fails for good is told of, not raised."""
    try:
        return _Piece(part, _answers(brief, part, model))
    except ModelError as error:
        return _Piece(part, failure=error)


def _answers(brief: Brief, part: Part, model: Model) -> tuple[Answer, ...]:
    """The answer about a part; where it is too long for the model, about half at a time.

    Raises:
        ModelError: there is none, or a single point of the notes is too long.
    """
    try:
        return (_ask(model, section_prompt(brief, part)),)
    except LengthError:
        halves = part.halves()
        if len(halves) < 2:
            raise
    return tuple(one for half in halves for one in _answers(brief, half, model))


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


def _written(brief: Brief, heading: Heading, pieces: Iterable[_Piece]) -> Written:
    """One section of all its parts; one that failed stands in the notes' own words.

    The section is then a fallback, though the model wrote the rest of it.
    """
    ordered = sorted(pieces, key=lambda piece: piece.part.number)
    paragraphs = _numbered(heading, (one for piece in ordered for one in _said(brief, piece)))
    if not paragraphs:
        return Written(silent_section(heading), _left_out(ordered))
    parts = sum(max(len(piece.answers), 1) for piece in ordered)
    section = Section(heading.id, heading.title, heading.level, paragraphs, parts=parts)
    failures = [piece for piece in ordered if piece.failure]
    if failures:
        reason = _reason(failures, len(ordered))
        section = replace(section, state=SectionState.FALLBACK, reason=reason)
    failure = _gravest(failures) if len(failures) == len(ordered) else None
    return Written(section, _left_out(ordered), failure)


def _said(brief: Brief, piece: _Piece) -> Paragraphs:
    """A part in paragraphs: by the model, or in the notes' own words where that failed."""
    heading = piece.part.heading
    if not piece.failure:
        return joined(piece.answers).paragraphs(heading.id)
    numbers = tuple(line.number for line in piece.part.lines)
    plan = replace(brief.plan, placements=(Placement(heading.id, numbers),))
    return plain_section(heading, plan, brief.notes, brief.lexicon).paragraphs


def _numbered(heading: Heading, paragraphs: Iterable[tuple[Sentence, ...]]) -> Paragraphs:
    """The paragraphs of all parts, their sentences numbered through the section."""
    ids = (f"{heading.id}-{number}" for number in count(1))
    return tuple(tuple(replace(one, id=next(ids)) for one in paragraph) for paragraph in paragraphs)


def _reason(failures: list[_Piece], count: int) -> str:
    """Why a section, or some of its parts, is in the notes' own words."""
    why = " ".join(dict.fromkeys(told(one.failure) for one in failures if one.failure))
    if len(failures) == count:
        return why
    numbers = " och ".join(str(one.part.number) for one in failures)
    return f"Del {numbers} av {count} står i anteckningarnas egna ord. {why}"


def _gravest(failures: list[_Piece]) -> ModelError | None:
    """A fault of an answer if there is one, as it shows that the endpoint works."""
    found = [one.failure for one in failures]
    return next((one for one in found if not isinstance(one, EndpointError)), found[0])


def _left_out(pieces: Iterable[_Piece]) -> tuple[Aside, ...]:
    """The lines that the model keeps out; only lines that it was sent, and each once."""
    return tuple(aside for piece in pieces for aside in _kept_out(piece))


def _kept_out(piece: _Piece) -> Iterator[Aside]:
    reasons = {one.rad: one.skal for one in joined(piece.answers).utelamnade}
    for line in piece.part.lines:
        if line.number in reasons:
            yield Aside(line.number, reasons[line.number], line.text)
