"""A result as a table and as JSON."""

from collections.abc import Iterator
from typing import Any

from benchmarks.grounding.measure import Answer, Result, Share, errors, noticed, warnings
from benchmarks.grounding.nouns import Part
from benchmarks.grounding.operators import OPERATORS

_WIDTH = 38


def as_text(part: Part, result: Result, missed: tuple[str, ...]) -> str:
    """The table that the benchmark prints."""
    return "\n".join((*_recall(part, result), "", *_alarms(result), "", *_verdict(missed)))


def as_json(part: Part, result: Result, missed: tuple[str, ...]) -> dict[str, Any]:
    """The same figures for other programs; an interval is its two ends."""
    return {
        "part": part.value,
        "operators": {one.id: _both(result.of(one.id)) for one in OPERATORS},
        "total": _both(result.mutants),
        "false_alarms": {
            "errors": _one(errors(result.faithful)),
            "warnings": _one(warnings(result.faithful)),
        },
        "floors_missed": list(missed),
    }


def slips(result: Result) -> Iterator[str]:
    """Every mutant that went by without an error, and every faithful sentence that did not."""
    for answer in result.mutants:
        if not answer.has_error:
            yield _slip("warning only" if answer.has_warning else "MISSED", answer)
    for answer in result.faithful:
        if answer.is_noticed:
            yield _slip("FALSE ERROR" if answer.has_error else "false warning", answer)


def _recall(part: Part, result: Result) -> Iterator[str]:
    yield f"Recall, {part.value} part (95 % Wilson intervals)"
    yield f"{'operator':<{_WIDTH}}{'n':>5}  {'errors':<21}errors + warnings"
    for operator in OPERATORS:
        yield _row(operator.title, result.of(operator.id))
    yield _row("total", result.mutants)


def _row(title: str, answers: tuple[Answer, ...]) -> str:
    alone, both = _cell(errors(answers)), _cell(noticed(answers))
    return f"{title:<{_WIDTH}}{len(answers):>5}  {alone:<21}{both}"


def _cell(share: Share) -> str:
    low, high = share.interval
    return f"{share.value:.3f} ({low:.3f}–{high:.3f})"


def _alarms(result: Result) -> Iterator[str]:
    hard = tuple(answer for answer in result.faithful if answer.trial.hard)
    yield f"False alarms on {len(result.faithful)} faithful sentences, {len(hard)} of them hard"
    for title, answers in (("all", result.faithful), ("hard", hard)):
        alone, other = _cell(errors(answers)), _cell(warnings(answers))
        yield f"{title:<8}errors {alone}   warnings {other}"


def _verdict(missed: tuple[str, ...]) -> Iterator[str]:
    yield "All floors reached." if not missed else "Floors not reached:"
    yield from (f"  {one}" for one in missed)


def _both(answers: tuple[Answer, ...]) -> dict[str, Any]:
    return {"errors": _one(errors(answers)), "errors_and_warnings": _one(noticed(answers))}


def _one(share: Share) -> dict[str, Any]:
    low, high = share.interval
    ends = [round(low, 4), round(high, 4)]
    return {"hits": share.hits, "n": share.n, "share": round(share.value, 4), "interval": ends}


def _slip(what: str, answer: Answer) -> str:
    trial = answer.trial
    cited = "\n".join(f"    [{quote.line}] {quote.text}" for quote in trial.sentence.quotes)
    return f"{what}  {trial.id}\n  {trial.sentence.text}\n{cited}"
