"""A report as data: sections of paragraphs of sentences that know what they stand on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from drafter.nouns.notes import Participant
from drafter.nouns.plan import HeaderValue


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim part of a note line that a sentence stands on."""

    line: int
    text: str


class SentenceKind(StrEnum):
    """What a sentence claims. ``OWN`` is added by the official on her own word."""

    FACT = "fakta"
    OPINION = "asikt"
    PROPOSAL = "forslag"
    DECISION = "beslut"
    BRIDGE = "brygga"
    OWN = "egen"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its sources.

    ``id`` is given once (``bakgrund-2``) and survives repair and review. ``rows`` are the rows
    of the participant list that it stands on, beside the quoted note lines.
    """

    id: str
    text: str
    quotes: tuple[Quote, ...] = ()
    kind: SentenceKind = SentenceKind.FACT
    rows: tuple[int, ...] = ()

    @property
    def lines(self) -> tuple[int, ...]:
        """The note lines that it stands on, each once, in the order cited."""
        return tuple(dict.fromkeys(quote.line for quote in self.quotes))


class SectionState(StrEnum):
    """How a section came about.

    ``SKELETON`` holds the notes' own words by choice, ``FALLBACK`` because the model failed,
    ``SILENT`` the heading's standard sentence because the notes say nothing, ``FRAME`` what code
    sets (participants, group headings) and ``FOUND`` what was read from somebody's text.
    """

    WRITTEN = "skriven"
    SKELETON = "skelett"
    FALLBACK = "reserv"
    SILENT = "tyst"
    FRAME = "ram"
    FOUND = "last"


class Hold(StrEnum):
    """Whether a new draft may write a section anew: not where a person locked or edited it."""

    FREE = "fri"
    LOCKED = "last"
    EDITED = "andrad"

    @property
    def told(self) -> str:
        """What a section is, as a person reads it: ``låst``."""
        return {Hold.FREE: "fritt", Hold.LOCKED: "låst"}.get(self, "ändrat av en person")


@dataclass(frozen=True, slots=True)
class Basis:
    """What a section was written from: fingerprints, so that a later change can be told.

    ``lines`` are the note lines placed under its heading, each with its number at the time, and
    ``guide`` what the report type wants the section to say.
    """

    lines: tuple[tuple[int, str], ...]
    guide: str


class Markup(StrEnum):
    """How a heading stands in the text: as a real heading, or as something that looks like one."""

    HEADING = "rubrik"
    BOLD = "fetstil"
    LABEL = "rad"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it.

    ``heading`` is the id of the report type's heading, empty for one that the type does not
    know; ``title`` is the heading as it stands in the text and ``level`` its level there
    (2, 3; 0 where it is not a real heading). ``reason`` tells why a section, or a part of it, is a
    fallback, and ``parts`` in how many parts its lines were sent, being long.
    ``stale`` tells why a section that a person holds no longer rests on the material of today;
    ``basis`` is what it was written from, or nothing where that is not known.
    """

    heading: str
    title: str
    level: int
    paragraphs: tuple[tuple[Sentence, ...], ...] = ()
    state: SectionState = SectionState.WRITTEN
    reason: str = ""
    markup: Markup = Markup.HEADING
    parts: int = 1
    hold: Hold = Hold.FREE
    stale: str = ""
    basis: Basis | None = None

    @property
    def is_held(self) -> bool:
        """Whether a person has locked or edited it."""
        return self.hold is not Hold.FREE

    def sentences(self) -> Iterator[Sentence]:
        """Its sentences in reading order."""
        for paragraph in self.paragraphs:
            yield from paragraph

    def with_sentences(self, changed: Mapping[str, Sentence]) -> "Section":
        """The same section with other sentences in the place of those that have their ids."""
        paragraphs = (
            tuple(changed.get(one.id, one) for one in paragraph) for paragraph in self.paragraphs
        )
        return replace(self, paragraphs=tuple(paragraphs))


@dataclass(frozen=True, slots=True)
class Origin:
    """What a draft was made from: the model and its host, and the inputs with their SHA-256."""

    model: str = ""
    host: str = ""
    notes: str = ""
    notes_sha: str = ""
    participants_sha: str = ""
    participants: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole report.

    ``title`` is the finished title line, ``participants`` those it lists and ``absent`` those of
    the list who did not take part, kept but never printed. ``looked_up`` tells that the text
    cites nothing, so that the lines of its sentences are drafter's own guess.
    """

    report_type: str
    title: str
    header: tuple[HeaderValue, ...]
    participants: tuple[Participant, ...]
    sections: tuple[Section, ...]
    origin: Origin = Origin()
    absent: tuple[Participant, ...] = ()
    looked_up: bool = False

    def sentences(self) -> Iterator[Sentence]:
        """All sentences in reading order."""
        for section in self.sections:
            yield from section.sentences()

    @property
    def held(self) -> tuple[Section, ...]:
        """The sections that a person has locked or edited."""
        return tuple(section for section in self.sections if section.is_held)

    def with_sections(self, *changed: Section) -> "Draft":
        """The same report with other sections in the place of those under their headings."""
        by_heading = {section.heading: section for section in changed}
        sections = tuple(by_heading.get(one.heading, one) for one in self.sections)
        return replace(self, sections=sections)

    def with_sentences(self, *changed: Sentence) -> "Draft":
        """The same report with other sentences in the place of those that have their ids."""
        by_id = {sentence.id: sentence for sentence in changed}
        return replace(self, sections=tuple(one.with_sentences(by_id) for one in self.sections))
