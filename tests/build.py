"""A small language for tests: notes and drafts written as the texts they are."""

from collections.abc import Mapping

from drafter.library.notes.reader import parse_notes
from drafter.library.participants.reader import parse_participants
from drafter.library.prompt_files import PromptFiles
from drafter.library.report_types import load_report_type
from drafter.nouns import (
    Draft,
    HeaderValue,
    Heading,
    HeadingKind,
    Notes,
    Participant,
    Quote,
    ReportType,
    Section,
    Sentence,
)


def notes_of(text: str, participants: str = "") -> Notes:
    """Notes as they stand in a file, and a participant list."""
    people = parse_participants(participants) if participants else ()
    return Notes(parse_notes(text), people, "anteckningar.md")


def travel_report() -> ReportType:
    """The report type that ships."""
    return load_report_type("reserapport", PromptFiles.searched())


def small_type() -> ReportType:
    """A report type of three headings."""
    return ReportType(
        id="liten",
        name="Liten rapport",
        title="Liten rapport",
        fields=(),
        headings=(
            Heading("deltagare", "Deltagare", kind=HeadingKind.PARTICIPANTS),
            Heading("bakgrund", "Bakgrund", empty="Uppgift saknas."),
            Heading("beslut", "Beslut", level=3, empty="Uppgift saknas."),
        ),
    )


def section_of(heading: str, title: str, *sentences: Sentence, level: int = 2) -> Section:
    """A section of one paragraph."""
    return Section(heading, title, level, (sentences,) if sentences else ())


def sentence_of(text: str, cited: Mapping[int, str], sentence_id: str = "bakgrund-1") -> Sentence:
    """A sentence with its quotes, given by line."""
    return Sentence(sentence_id, text, tuple(Quote(line, said) for line, said in cited.items()))


def draft_of(
    *sections: Section,
    participants: tuple[Participant, ...] = (Participant(1, "Anna Ek", "ordförande"),),
    header: tuple[HeaderValue, ...] = (),
) -> Draft:
    """A draft of the small type."""
    return Draft("liten", "Liten rapport", header, participants, sections)
