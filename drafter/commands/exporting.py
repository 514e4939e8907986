"""``export``: a saved draft as a document, or what became of its notes as a table."""

from dataclasses import dataclass
from pathlib import Path

from drafter.commands.documents import Target, document
from drafter.errors import OutputError
from drafter.export.coverage import coverage_table
from drafter.holding import check_saved
from drafter.intake import Wishes, take_in_saved
from drafter.job import Job
from drafter.library.folder import ReportFolder
from drafter.nouns import Review


@dataclass(frozen=True, slots=True)
class Exported:
    """A saved draft that was written as a document: what is known of it today, and where it is."""

    review: Review
    job: Job
    path: Path


def export(source: Path, wishes: Wishes, suffix: str, target: Target) -> Exported:
    """Write the saved draft of a folder as a document."""
    folder = ReportFolder.of(source)
    job, saved = take_in_saved(folder, wishes)
    review = check_saved(job, saved)
    path = target.in_folder(folder, suffix)
    folder.outputs.write(path, document(review, job.report_type, path.suffix.lower()))
    return Exported(review, job, path)


def export_coverage(source: Path, suffix: str, target: Target) -> tuple[Path, Review]:
    """Write what became of every note line, beside the report.

    Raises:
        FolderError: the notes are no longer those that the draft was made from.
        OutputError: another format was asked for, or the file cannot or must not be written.
    """
    review = ReportFolder.of(source).load()
    folder = ReportFolder.of(source / review.draft.origin.notes)
    path = target.file or source / "tackning.csv"
    if suffix or path.suffix.lower() != ".csv":
        hint = "Utelämna --format: rapporten skrivs för sig, utan --tackning."
        raise OutputError("Täckningen skrivs bara som .csv.", hint, path)
    folder.check_output(path, target.overwrite)
    folder.check_unchanged(review.draft.origin)
    folder.outputs.write(path, coverage_table(review, folder.read_notes()))
    return path, review
