"""``kalla.inaktuell`` and ``kalla.flyttad``: does a draft stand on the notes as they are now?"""

from collections.abc import Iterator

from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import Severity

_MOST = 4
"""How many moved lines are listed in one message."""


@rule(
    "kalla.inaktuell",
    Severity.ERROR,
    "Ett avsnitt bygger på underlag som har ändrats sedan utkastet skrevs.",
    "Bakgrund citerar rad 7, som har en annan lydelse nu.",
)
def stale(case: Case) -> Iterator[Hit]:
    """A section with sentences, unchanged since, that quote what the lines no longer say.

    So does a value of the header that was taken from such a line. A sentence that somebody has
    rewritten is held to the new lines by the other rules.
    """
    lost, texts = set(case.changes.lost), set(case.changes.stale)
    for section in case.draft.sections:
        told = (one for one in section.sentences() if one.text in texts)
        if lines := sorted({line for one in told for line in one.lines if line in lost}):
            message = f"{section.title} bygger på rader som har ändrats: {_listed(lines)}."
            yield Hit(message, section=section.title, lines=tuple(lines), suggestion=_ADVICE)
    for value in case.draft.header:
        if value.line in lost:
            message = f"Uppgiften »{value.value}« i huvudet är hämtad från en rad som har ändrats."
            yield Hit(message, lines=(value.line,), suggestion=_ADVICE)


_ADVICE = "Skriv om utkastet, eller ändra meningarna efter raderna."


@rule(
    "kalla.flyttad",
    Severity.WARNING,
    "Ett avsnitt hänvisar till rader som har fått andra nummer sedan utkastet skrevs.",
    "Rad 7 är nu rad 8.",
)
def moved(case: Case) -> Iterator[Hit]:
    """A section that stands on lines which say the same as before in another place."""
    before = {new: old for old, new in case.changes.moved}
    for section in case.draft.sections:
        cited = {line for sentence in section.sentences() for line in sentence.lines}
        if lines := sorted(cited & before.keys()):
            told = [f"rad {before[line]} är nu rad {line}" for line in lines[:_MOST]]
            told += [f"{len(lines) - _MOST} till"] if len(lines) > _MOST else []
            message = f"{section.title} hänvisar till rader som har flyttats: {_joined(told)}."
            yield Hit(message, section=section.title, lines=tuple(lines))


def _listed(lines: list[int]) -> str:
    return _joined([str(line) for line in lines])


def _joined(parts: list[str]) -> str:
    """The parts with commas between them and *och* before the last."""
    *most, last = parts
    return f"{', '.join(most)} och {last}" if most else last


RULES = (stale, moved)
