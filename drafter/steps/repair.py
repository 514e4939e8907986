"""Send the sentences that have faults back to the model, and take only what gets better."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from drafter.errors import AnswerError, EndpointError, FinalError, LengthError, ModelError
from drafter.library.prompt_files import Task
from drafter.llm.model import Model
from drafter.nouns import (
    Draft,
    Finding,
    Heading,
    Line,
    Prompt,
    Repair,
    Review,
    SectionState,
    Sentence,
)
from drafter.steps.answers import ANSWER_SCHEMA, parse_answer
from drafter.steps.brief import Brief, Part, as_material, prompt_values
from drafter.steps.parallel import in_parallel
from drafter.steps.verdict import errors_of, is_same, unfit, worse

ROUNDS = 2
"""How often a sentence is sent back before it is left to a person."""

Check = Callable[[Draft], Review]
"""What a whole draft is held to; passed in, as rules stand on the same floor as steps."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What sentences are mended with: what they were written from, the model, and the checks."""

    brief: Brief
    model: Model
    check: Check


@dataclass(frozen=True, slots=True)
class _Case:
    """A sentence to mend: its errors, the lines that go with it, and what was tried before."""

    heading: Heading
    sentence: Sentence
    errors: tuple[Finding, ...]
    lines: tuple[Line, ...]
    refused: Repair | None


@dataclass(frozen=True, slots=True)
class _Attempt:
    """What came of asking: a repair that is not judged yet, and what went wrong on the way."""

    repair: Repair
    failure: ModelError | None = None

    @property
    def is_hopeless(self) -> bool:
        """Whether asking once more would only cost more."""
        return is_same(self.repair) or isinstance(self.failure, (FinalError, LengthError))


def rehearse(brief: Brief) -> None:
    """See that the prompt can be filled in, before any answer is paid for.

    Raises:
        PromptError: the file names a variable that there is not, or is malformed.
    """
    for heading in brief.report_type.written[:1]:
        _prompt(brief, _Case(heading, Sentence("", ""), (), (), None))


def repair(review: Review, bench: Bench) -> Review:
    """The review after at most two rounds of mending; every attempt is kept in its ``repairs``.

    A new version of a sentence is taken when that sentence gets fewer faults and nothing else in
    the report gets more. All else stays as it was, a failing model included.
    """
    given_up: set[str] = set()
    for number in range(1, ROUNDS + 1):
        cases = tuple(one for one in _cases(review, bench.brief) if one.sentence.id not in given_up)
        attempts = _attempts(cases, bench, number)
        review = _settled(review, tuple(one.repair for one in attempts), bench)
        given_up |= {one.repair.before.id for one in attempts if one.is_hopeless}
        if all(isinstance(one.failure, EndpointError) for one in attempts):
            break
    return review


def _cases(review: Review, brief: Brief) -> Iterator[_Case]:
    """The sentences of the model's own that have faults, in reading order.

    Where only language is left to mend, a sentence goes to the model once.
    """
    sent = {one.before.id for one in review.repairs}
    refused = {one.before.id: one for one in review.repairs if one.after and not one.taken}
    for section in review.draft.sections:
        heading = brief.report_type.heading(section.heading)
        if heading is None or section.state is not SectionState.WRITTEN:
            continue
        for sentence in section.sentences():
            errors = errors_of(review, sentence.id)
            if any(one.severity.open for one in errors) or (errors and sentence.id not in sent):
                lines = _lines(brief, heading, sentence)
                yield _Case(heading, sentence, errors, lines, refused.get(sentence.id))


def _lines(brief: Brief, heading: Heading, sentence: Sentence) -> tuple[Line, ...]:
    """The cited lines of the sentence's section; all of that section when it cites none of them.

    A line that was not sent when the section was written is not sent now either.
    """
    placed = brief.plan.lines_for(heading.id)
    return brief.notes.pick(set(placed).intersection(sentence.lines) or placed)


def _attempts(cases: tuple[_Case, ...], bench: Bench, number: int) -> tuple[_Attempt, ...]:
    """What the model makes of each case, asked in parallel, in the order of the cases."""
    done = in_parallel(lambda case: _attempt(case, bench, number), cases, bench.model.parallel)
    found = dict(done)
    return tuple(found[position] for position in sorted(found))


def _attempt(case: _Case, bench: Bench, number: int) -> _Attempt:
    lines = tuple(line.number for line in case.lines)
    record = Repair(number, case.sentence, case.errors, lines)
    try:
        after = _read(bench.model.complete(_prompt(bench.brief, case)).text, case.sentence)
    except ModelError as error:
        return _Attempt(replace(record, reason=error.message), error)
    return _Attempt(replace(record, after=after))


def _read(text: str, before: Sentence) -> Sentence:
    """The one sentence of an answer, under the id of the one that it may replace.

    Raises:
        AnswerError: the answer is unusable, or holds no sentence or several.
    """
    found = [one for paragraph in parse_answer(text).paragraphs(before.id) for one in paragraph]
    if len(found) != 1:
        told = "flera meningar i stället för en" if found else "ingen mening"
        raise AnswerError(f"Svaret har {told}.")
    return replace(before, text=found[0].text, quotes=found[0].quotes, kind=found[0].kind)


def _settled(review: Review, proposed: tuple[Repair, ...], bench: Bench) -> Review:
    """The review after some attempts: with the new sentences in it, or as it was, and why.

    They are judged together, as checking a report takes time; where something gets worse, half of
    them at a time, down to the one that is to blame.
    """
    judged = tuple(
        replace(one, reason=one.reason or unfit(one, bench.brief.report_type)) for one in proposed
    )
    new = tuple(one.after for one in judged if one.after and not one.reason)
    changed = bench.check(review.draft.with_sentences(*new)) if new else review
    reasons = {one.id: worse(review, changed, one.id) for one in new}
    if not any(reasons.values()):
        settled = (replace(one, taken=one.before.id in reasons) for one in judged)
        return replace(changed, repairs=(*review.repairs, *settled))
    if len(judged) == 1:
        refused = replace(judged[0], reason=reasons[judged[0].before.id])
        return replace(review, repairs=(*review.repairs, refused))
    middle = len(proposed) // 2
    return _settled(_settled(review, proposed[:middle], bench), proposed[middle:], bench)


def _prompt(brief: Brief, case: _Case) -> Prompt:
    """What the model is asked about one sentence.

    Imported here: LangChain takes half a second to load, and only a model needs it.
    """
    from drafter.library.prompts import render

    task = Task(brief.prompts, brief.report_type.id, "laga.md")
    values = prompt_values(brief, Part(case.heading, case.lines))
    messages = render(task, values, _material(case))
    return Prompt("svar", messages, ANSWER_SCHEMA, case.heading.title)


def _material(case: _Case) -> str:
    """The sentence, its errors, what was tried, and its lines, one JSON object a line."""
    quotes = [{"rad": quote.line, "text": quote.text} for quote in case.sentence.quotes]
    records: list[dict[str, object]] = [
        {"mening": case.sentence.text, "typ": case.sentence.kind, "citat": quotes}
    ]
    records += [{"fel": _told(finding)} for finding in case.errors]
    if case.refused and case.refused.after:
        records.append({"forslag": case.refused.after.text, "skal": case.refused.reason})
    told = (json.dumps(one, ensure_ascii=False) for one in records)
    return "\n".join((*told, as_material(case.lines)))


def _told(finding: Finding) -> str:
    """A fault as the model is told of it: what is wrong, where, and what to do."""
    words = f" ”{finding.words}”" if finding.words else ""
    return f"{finding.message}{words}{f' {finding.suggestion}' if finding.suggestion else ''}"
