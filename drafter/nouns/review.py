"""What code found in a draft, what a person decided, and where the draft stands."""

from dataclasses import dataclass
from enum import StrEnum

from drafter.nouns.draft import Draft, Sentence
from drafter.nouns.plan import Aside, Question


class Severity(StrEnum):
    """How grave a finding is; ``STOP`` and ``ERROR`` must be settled before sign-off."""

    STOP = "stopp"
    ERROR = "fel"
    WARNING = "varning"
    ADVICE = "rad"

    @property
    def open(self) -> bool:
        """Whether a finding of this severity makes the exit code 1."""
        return self in (Severity.STOP, Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a remark stands in a file: the number of a line or a paragraph, and characters in it.

    All count from 1; ``end`` is the first character after it. ``unit`` is ``rad`` in a text file
    and ``stycke`` in a Word file.
    """

    unit: str
    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark. ``section`` is the heading as printed, ``lines`` the note lines concerned.

    ``span`` tells which characters of ``text`` it is about, where that is not all of it, and
    ``fix`` what may stand there instead without a person's choice. ``source`` is the rule's, and
    ``place`` is where it stands in a file that was checked.
    """

    rule: str
    severity: Severity
    message: str
    section: str = ""
    sentence: str = ""
    text: str = ""
    lines: tuple[int, ...] = ()
    suggestion: str | None = None
    source: str | None = None
    span: tuple[int, int] | None = None
    fix: str | None = None
    place: Place | None = None

    @property
    def words(self) -> str:
        """The words that it is about."""
        return self.text[slice(*self.span)] if self.span else ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What became of every note line: used, set aside with a reason, or unused."""

    used: tuple[int, ...] = ()
    asides: tuple[Aside, ...] = ()
    unused: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """One sentence sent back to the model: why, what came of it, and whether it was taken.

    ``round`` counts from 1. ``findings`` are the open ones that ``before`` had, and ``lines`` the
    note lines that were sent with it. ``after`` is what the model proposed, or nothing when no
    usable answer came; ``reason`` tells why it was not taken.
    """

    round: int
    before: Sentence
    findings: tuple[Finding, ...]
    lines: tuple[int, ...]
    after: Sentence | None = None
    taken: bool = False
    reason: str = ""


class Judgement(StrEnum):
    """What a person decided about a sentence."""

    CHANGED = "andrad"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person did with a sentence, who it was, and when (ISO 8601)."""

    sentence: str
    judgement: Judgement
    before: str
    after: str
    who: str
    when: str


class Status(StrEnum):
    """Where a draft stands; only a person moves it on from ``DRAFT``."""

    DRAFT = "utkast"
    REVIEWED = "granskat"
    APPROVED = "godkant"


@dataclass(frozen=True, slots=True)
class Review:
    """A draft with everything that is known about it: a whole truth, saved as ``utkast.json``."""

    draft: Draft
    findings: tuple[Finding, ...] = ()
    coverage: Coverage = Coverage()
    questions: tuple[Question, ...] = ()
    status: Status = Status.DRAFT
    repairs: tuple[Repair, ...] = ()
    decisions: tuple[Decision, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings have that severity."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def has_open_errors(self) -> bool:
        """Whether anything must be settled before the report can be signed off."""
        return any(finding.severity.open for finding in self.findings)
