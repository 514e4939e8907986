"""A job: everything that a report is made from, or checked against."""

from dataclasses import dataclass, field

from drafter.library.prompt_files import PromptFiles
from drafter.nouns import Aside, Notes, Origin, Privacy, ReportType
from drafter.steps.protect import Protection
from drafter.text.facts import Reader


@dataclass(frozen=True, slots=True)
class Job:
    """Everything that a report is made from, or checked against.

    ``given`` holds header values by field id; ``notes`` are empty when a text stands alone;
    ``kept_out`` are the lines that the folder's saved draft leaves out, and ``privacy`` the
    official's decisions about names and sensitive lines.
    """

    notes: Notes
    report_type: ReportType
    reader: Reader
    prompts: PromptFiles
    given: dict[str, str] = field(default_factory=dict)
    rules_off: tuple[str, ...] = ()
    origin: Origin = Origin()
    kept_out: tuple[Aside, ...] = ()
    privacy: Privacy = Privacy()

    @property
    def protection(self) -> Protection:
        """What keeps sensitive lines out of the report."""
        return Protection(self.reader.sensitive, self.privacy)
