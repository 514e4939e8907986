"""``check``: a finished text, and what can be mended in it without a person."""

from dataclasses import dataclass
from pathlib import Path

from drafter.checking import CheckedText, check_text
from drafter.errors import ManuscriptError
from drafter.intake import Wishes, take_in_text
from drafter.job import Job
from drafter.library.files import write_whole
from drafter.library.manuscript.source import edited_rows
from drafter.nouns import Review
from drafter.steps.mend import mend as mend_draft
from drafter.steps.place import edits_of


@dataclass(frozen=True, slots=True)
class Checked:
    """A text that was checked, and what it was checked against."""

    text: CheckedText
    job: Job
    path: Path

    @property
    def review(self) -> Review:
        """What was found."""
        return self.text.review


def check(text: Path, wishes: Wishes, notes: Path | None) -> Checked:
    """Check a finished text against its type and, where there are any, its notes."""
    if not text.is_file():
        hint = "Ange en text: .md, .txt eller .docx."
        raise ManuscriptError(f"{text} är ingen fil.", hint, text)
    job = take_in_text(text, wishes, notes)
    return Checked(check_text(job, text), job, text)


@dataclass(frozen=True, slots=True)
class Mended:
    """The rows of a file before and after its safe suggestions, and how many there were.

    ``left`` are safe suggestions that would have changed what a sentence says, or that stand
    where they cannot be carried out.
    """

    path: Path
    before: tuple[str, ...]
    after: tuple[str, ...]
    done: int
    left: int
    written: bool


def mend(checked: Checked, write: bool) -> Mended:
    """Carry out the safe suggestions in the file itself, or just tell what they would change.

    Raises:
        OutputError: the file cannot be written.
    """
    text, path = checked.text, checked.path
    mendings = mend_draft(text.review.draft, text.review.findings, checked.job.reader)
    edits = tuple(edits_of(mendings, text.places))
    if write and edits:
        write_whole(path, text.source.rewritten(edits))
    asked = sum(one.fix is not None for one in text.review.findings)
    after = edited_rows(text.source.rows, edits)
    left = asked - len(edits)
    return Mended(path, text.source.rows, after, len(edits), left, write and bool(edits))
