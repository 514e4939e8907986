"""Put a report together: every heading in order, the frame set by code."""

from drafter.nouns import Draft, Heading, HeadingKind, Notes, Plan, ReportType, Section
from drafter.steps.plain import frame_section, silent_section


def assemble(
    report_type: ReportType, notes: Notes, plan: Plan, sections: tuple[Section, ...]
) -> Draft:
    """The whole report, from the sections that were written and what code knows."""
    by_heading = {section.heading: section for section in sections}
    values = {value.field: value.value for value in plan.values}
    return Draft(
        report_type=report_type.id,
        title=report_type.title_line(values),
        header=plan.values,
        participants=notes.present,
        sections=tuple(
            by_heading.get(heading.id) or _unwritten(heading) for heading in report_type.headings
        ),
        absent=tuple(person for person in notes.participants if not person.present),
    )


def _unwritten(heading: Heading) -> Section:
    """A section that nobody wrote: the frame's own, or one that the notes say nothing about."""
    written = heading.kind is HeadingKind.TEXT
    return silent_section(heading) if written else frame_section(heading)
