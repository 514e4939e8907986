"""A draft as cited Markdown: the plain form that a person can read, edit and check again."""

import re
from collections.abc import Iterator

from drafter.export.characters import one_line
from drafter.export.frame import header_lines, section_remark, status_line
from drafter.nouns import Draft, HeadingKind, ReportType, Review, Section, Sentence, Status, missing
from drafter.text.citations import citation, escaped


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
        said = " ".join(f"{_text(one)} {citation(one)}".rstrip() for one in paragraph)
        yield _OPENING.sub(r"\1\\\2", said)


def _text(sentence: Sentence) -> str:
    """A sentence on one line, with nothing in it that Markdown would take for markup."""
    return _MARKUP.sub(r"\\\g<0>", escaped(one_line(sentence.text)))


_MARKUP = re.compile(r"[*`<]")
_OPENING = re.compile(r"^(\d*)(?=[#>+=|~:-]|(?<=\d)[.)])(.)")
"""What would make a paragraph a heading, a list, a quotation or a table."""


def _participants(draft: Draft, title: str) -> str:
    if not draft.participants:
        return missing(title)
    return "\n".join(f"{at}. {one.entry}" for at, one in enumerate(draft.participants, 1))
