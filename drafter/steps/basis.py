"""What a section was written from, and what of that has changed since."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from drafter.nouns import Basis, Changes, Heading, HeadingKind, Section, fingerprint
from drafter.steps.brief import Brief

_MOST = 5
"""How many lines are listed in one message."""


def basis_of(heading: Heading, brief: Brief) -> Basis:
    """What a section under a heading is written from today."""
    placed = brief.notes.pick(brief.plan.lines_for(heading.id))
    lines = tuple((line.number, fingerprint(line.text)) for line in placed)
    return Basis(lines, fingerprint(heading.guide))


def based(section: Section, brief: Brief) -> Section:
    """A section that holds for the material of today; one that code fills rests on none."""
    heading = brief.report_type.heading(section.heading)
    if heading is None or heading.kind is not HeadingKind.TEXT:
        return section
    return replace(section, basis=basis_of(heading, brief), stale="")


def marked(section: Section, brief: Brief, changes: Changes) -> Section:
    """A held section with the reason why it no longer rests on today's material, if it does not.

    One whose basis is not known is stale when a line that it quotes has changed, and stays so.
    """
    heading = brief.report_type.heading(section.heading)
    if not section.is_held or heading is None:
        return section
    quoted = dict(changes.stale)
    lost = {at for one in section.sentences() for at in quoted.get(one.text, ())}
    stale = _Difference(gone=tuple(sorted(lost))).told
    if section.basis:
        stale = _difference(section.basis, basis_of(heading, brief)).told or stale
    else:
        stale = stale or section.stale
    return replace(section, stale=stale)


@dataclass(frozen=True, slots=True)
class _Difference:
    """The lines with another wording, those that came and those that went, and the guide.

    Only ``gone`` counts as the notes did when the section was written.
    """

    changed: tuple[int, ...] = ()
    come: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()
    guide: bool = False

    @property
    def told(self) -> str:
        """What has changed, as a person reads it; nothing where all is the same."""
        parts = (
            f"{_rows(self.changed)} har ny lydelse" if self.changed else "",
            f"{_rows(self.come)} har kommit till" if self.come else "",
            f"det som var {_rows(self.gone)} har ändrats eller fallit bort" if self.gone else "",
            "rapporttypens anvisning för rubriken har ändrats" if self.guide else "",
        )
        return ", ".join(part for part in parts if part)


def _difference(before: Basis, today: Basis) -> _Difference:
    """A line that only stands in another place is the same."""
    said, says = [text for _, text in before.lines], [text for _, text in today.lines]
    changed: list[int] = []
    come: list[int] = []
    gone: list[int] = []
    matcher = SequenceMatcher(None, said, says, autojunk=False)
    for _, start, end, first, last in matcher.get_opcodes():
        old = [number for number, text in before.lines[start:end] if text not in says]
        new = [number for number, text in today.lines[first:last] if text not in said]
        pairs = min(len(old), len(new))
        changed += new[:pairs]
        come += new[pairs:]
        gone += old[pairs:]
    return _Difference(tuple(changed), tuple(come), tuple(gone), before.guide != today.guide)


def _rows(numbers: Sequence[int]) -> str:
    """``rad 7``, ``raderna 7, 8 och 9``."""
    told = [str(number) for number in numbers]
    if len(told) > _MOST:
        told = [*told[:_MOST], f"{len(told) - _MOST} till"]
    *most, last = told
    return f"raderna {', '.join(most)} och {last}" if most else f"rad {last}"
