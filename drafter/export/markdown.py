"""A draft as cited Markdown: the plain form that a person can read, edit and check again."""

from collections.abc import Iterator

from drafter.export.frame import header_lines, section_remark, status_line
from drafter.nouns import Draft, HeadingKind, ReportType, Review, Section, Status
from drafter.text.citations import citation


def markdown_document(review: Review, report_type: ReportType) -> str:
    """The whole report; each sentence is followed by the note lines that it stands on."""
    draft = review.draft
    parts = [f"> {status_line(review)}"] if review.status is not Status.APPROVED else []
    lines = header_lines(report_type, draft)
    parts.append("  \n".join(f"**{one.text}**" if one.bold else one.text for one in lines))
    parts.append(f"# {draft.title}")
    for section in draft.sections:
        parts.extend(_section(section, draft, report_type))
    return "\n\n".join(parts) + "\n"


def _section(section: Section, draft: Draft, report_type: ReportType) -> Iterator[str]:
    yield f"{'#' * (section.level or 2)} {section.title}"
    if remark := section_remark(section):
        yield f"> {remark}"
    heading = report_type.heading(section.heading)
    if heading and heading.kind is HeadingKind.PARTICIPANTS:
        yield _participants(draft, section.title)
    for paragraph in section.paragraphs:
        yield " ".join(f"{one.text} {citation(one)}".rstrip() for one in paragraph)


def _participants(draft: Draft, title: str) -> str:
    if not draft.participants:
        return f"[uppgift saknas: {title}]"
    return "\n".join(f"{at}. {one.entry}" for at, one in enumerate(draft.participants, 1))
