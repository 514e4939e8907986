"""``tackning.*``: what became of every note line?"""

from collections.abc import Iterable, Iterator

from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import Aside, Coverage, Draft, Notes, Reason, Severity


def cover(notes: Notes, draft: Draft, asides: Iterable[Aside]) -> Coverage:
    """The account of every note line: used in a sentence, set aside, or unused.

    A line whose part is set aside while a sentence uses the rest counts as used, and its aside
    is listed too. An aside that no longer stands in the notes is no account of them.
    """
    texts = {line.number: line.text for line in notes.lines}
    kept_out = tuple(
        aside for aside in dict.fromkeys(asides) if aside.text in texts.get(aside.line, "")
    )
    used = {line for sentence in draft.sentences() for line in sentence.lines}
    whole = {aside.line for aside in kept_out if _is_whole(notes, aside)}
    numbers = [line.number for line in notes.lines]
    return Coverage(
        used=tuple(number for number in numbers if number in used),
        asides=tuple(
            aside for aside in kept_out if aside.line not in used or not _is_whole(notes, aside)
        ),
        unused=tuple(number for number in numbers if number not in used | whole),
    )


def _is_whole(notes: Notes, aside: Aside) -> bool:
    line = notes.line(aside.line)
    return line is not None and line.text == aside.text


@rule(
    "tackning.oanvand",
    Severity.WARNING,
    "En rad i anteckningarna har inte kommit med i rapporten.",
    "Rad 9 används inte i någon mening och är inte heller utelämnad med skäl.",
)
def unused(case: Case) -> Iterator[Hit]:
    """A note line that no sentence stands on and that nobody has set aside."""
    if case.notes is None:
        return
    for line in case.notes.pick(case.coverage.unused):
        yield Hit(f"Rad {line.number} används inte: ”{line.text}”", lines=(line.number,))


@rule(
    "tackning.utelamnad",
    Severity.WARNING,
    "En rad i anteckningarna är utelämnad av ett skäl som en person bör pröva.",
    "Rad 9 är utelämnad som ovidkommande.",
)
def left_out(case: Case) -> Iterator[Hit]:
    """A line of content that is kept out of the report: a person should agree."""
    for aside in case.coverage.asides:
        if aside.reason not in _FORMAL:
            message = f"Rad {aside.line} är utelämnad ({aside.reason.told}): ”{aside.text}”"
            yield Hit(message, lines=(aside.line,))


_FORMAL = (Reason.HEADER, Reason.HEADING, Reason.INSTRUCTION)

RULES = (unused, left_out)
