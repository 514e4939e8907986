"""``kalla.inaktuell`` and ``kalla.flyttad``: does a draft stand on the notes as they are now?"""

from collections.abc import Iterable, Iterator

from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import Severity

_MOST = 5
"""How many lines are listed in one message."""


@rule(
    "kalla.inaktuell",
    Severity.ERROR,
    "Ett avsnitt bygger på underlag som har ändrats sedan utkastet skrevs.",
    "»Bakgrund« citerar rad 7, som nu har en annan lydelse.",
)
def stale(case: Case) -> Iterator[Hit]:
    """A section with sentences, unchanged since, that quote what the lines no longer say.

    So does a value of the header that was taken from such a line. A sentence that somebody has
    rewritten is held to the new lines by the other rules.
    """
    lost = dict(case.changes.stale)
    for section in case.draft.sections:
        if lines := sorted({at for one in section.sentences() for at in lost.get(one.text, ())}):
            message = (
                f"{section.title} bygger på rader som har ändrats: {_listed(map(str, lines))}."
            )
            yield Hit(message, section=section.title, lines=tuple(lines), suggestion=_ADVICE)
    for value in case.draft.header:
        if value.line in case.changes.lost:
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
            told = _listed(f"rad {before[line]} är nu rad {line}" for line in lines)
            message = f"{section.title} hänvisar till rader som har flyttats: {told}."
            yield Hit(message, section=section.title, lines=tuple(lines))


def _listed(parts: Iterable[str]) -> str:
    """The first parts, with *och* before the last, or before how many more there are."""
    told = [*parts]
    if len(told) > _MOST:
        told = [*told[:_MOST], f"{len(told) - _MOST} till"]
    *most, last = told
    return f"{', '.join(most)} och {last}" if most else last


RULES = (stale, moved)
