"""Take the sections that a person holds from a saved draft into a new one, untouched."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from drafter.errors import FolderError
from drafter.nouns import (
    Aside,
    Decision,
    Draft,
    Heading,
    Hold,
    Origin,
    Review,
    Section,
    SectionState,
)
from drafter.steps.basis import based, marked
from drafter.steps.brief import Brief
from drafter.steps.follow import compare, follow, still_kept_out


@dataclass(frozen=True, slots=True)
class Kept:
    """The sections that are kept, with their citations followed to the lines of today.

    ``asides`` are the lines that were knowingly kept out of them, ``decisions`` those of a person
    on their sentences, and ``origin`` tells which model wrote any of them.
    """

    sections: tuple[Section, ...] = ()
    asides: tuple[Aside, ...] = ()
    decisions: tuple[Decision, ...] = ()
    origin: Origin = Origin()

    def has(self, heading: str) -> bool:
        """Whether the section under a heading is kept."""
        return any(section.heading == heading for section in self.sections)

    def left(self, brief: Brief) -> Brief:
        """What is left to write: the lines of the sections that are kept are placed nowhere."""
        placements = tuple(one for one in brief.plan.placements if not self.has(one.heading))
        return replace(brief, plan=replace(brief.plan, placements=placements))

    def mendable(self, brief: Brief) -> Brief:
        """What may be mended: the headings of the sections that are kept are not there."""
        headings = tuple(one for one in brief.report_type.headings if not self.has(one.id))
        return replace(brief, report_type=replace(brief.report_type, headings=headings))

    def with_origin(self, origin: Origin) -> Origin:
        """A new draft's origin, with the model that wrote what is kept of the old one."""
        model = _joined(origin.model, self.origin.model)
        return replace(origin, model=model, host=_joined(origin.host, self.origin.host))


def _joined(new: str, old: str) -> str:
    names = dict.fromkeys(name for one in (new, old) for name in one.split(_AND) if name)
    return _AND.join(names)


_AND = " och "


def keep(saved: Review | None, brief: Brief) -> Kept:
    """What a new draft takes over from a saved one; a section that is stale says why.

    Raises:
        FolderError: a section is held whose heading the report type does not have.
    """
    if saved is None or not saved.draft.held:
        return Kept()
    changes = compare(saved, brief.notes)
    followed = follow(saved.draft, changes, brief.notes)
    sections = tuple(
        marked(_titled(one, _heading(one, brief)), brief, changes) for one in followed.held
    )
    lines = {line for one in sections for line in brief.plan.lines_for(one.heading)}
    by_model = any(one.state is SectionState.WRITTEN for one in sections)
    return Kept(
        sections,
        tuple(aside for aside in still_kept_out(saved, changes) if aside.line in lines),
        decisions_on(sections, saved.decisions),
        saved.draft.origin if by_model else Origin(),
    )


def decisions_on(
    sections: Iterable[Section], decisions: Iterable[Decision]
) -> tuple[Decision, ...]:
    """The decisions that are about the sentences of some sections."""
    ids = {sentence.id for section in sections for sentence in section.sentences()}
    return tuple(one for one in decisions if one.sentence in ids)


def _titled(section: Section, heading: Heading) -> Section:
    return replace(section, title=heading.title, level=heading.level)


def _heading(section: Section, brief: Brief) -> Heading:
    if heading := brief.report_type.heading(section.heading):
        return heading
    name = brief.report_type.name
    message = f"Avsnittet »{section.title}« är {section.hold.told} men finns inte i {name}."
    hint = "Välj samma rapporttyp som förut, eller släpp avsnittet med: drafter lock … --upp"
    raise FolderError(message, hint)


def take_over(draft: Draft, kept: Kept, brief: Brief) -> Draft:
    """A new draft with the sections that are kept; of all others it tells what they rest on.

    A section that nobody holds any longer is free again.
    """
    sections = (
        based(replace(one, hold=Hold.FREE), brief) if not kept.has(one.heading) else one
        for one in draft.with_sections(*kept.sections).sections
    )
    return replace(draft, sections=tuple(sections))
