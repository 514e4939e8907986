"""A job: everything that a report is made from, or checked against."""

from dataclasses import dataclass, field

from drafter.library.prompt_files import PromptFiles
from drafter.nouns import Notes, Origin, Privacy, ReportType, Review
from drafter.steps.protect import Protection
from drafter.text.facts import Reader


@dataclass(frozen=True, slots=True)
class Job:
    """Everything that a report is made from, or checked against.

    ``given`` holds header values by field id; ``notes`` are empty when a text stands alone;
    ``origin`` has the fingerprints of the inputs, ``saved`` is the folder's draft of them, and
    ``privacy`` the official's decisions about names and sensitive lines.
    """

    notes: Notes
    report_type: ReportType
    reader: Reader
    prompts: PromptFiles
    given: dict[str, str] = field(default_factory=dict)
    rules_off: tuple[str, ...] = ()
    origin: Origin = Origin()
    saved: Review | None = None
    privacy: Privacy = Privacy()

    @property
    def protection(self) -> Protection:
        """What keeps sensitive lines out of the report."""
        return Protection(self.reader.sensitive, self.privacy)

    @property
    def has_changed_notes(self) -> bool:
        """Whether the notes are other than those that the saved draft was made from."""
        before = self.saved.draft.origin.notes_sha if self.saved else self.origin.notes_sha
        return bool(self.notes.lines) and before != self.origin.notes_sha
