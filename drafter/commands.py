"""What the commands do, between reading their options and showing their results."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from drafter import custody
from drafter.checking import check_saved, check_text
from drafter.errors import ManuscriptError, OutputError
from drafter.export.coverage import coverage_table
from drafter.export.markdown import markdown_document
from drafter.intake import Wishes, prompt_files, take_in, take_in_saved, take_in_text
from drafter.job import Job
from drafter.library.folder import ReportFolder
from drafter.library.report_types import all_report_types, load_report_type
from drafter.library.starter import start_folder
from drafter.nouns import Notes, Profile, ReportType, Review, Section
from drafter.pipeline import draft_report
from drafter.preview import Preview, preview

FORMATS = (".docx", ".md")


@dataclass(frozen=True, slots=True)
class Drafted:
    """A finished run: the review, what it was made from, and where it was written."""

    review: Review
    notes: Notes
    report_type: ReportType
    profile: Profile | None
    folder: Path
    written: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """Where the report goes; nothing for the folder's own ``rapport`` file."""

    file: Path | None = None
    overwrite: bool = False

    def in_folder(self, folder: ReportFolder, suffix: str = "") -> Path:
        """The file to write, seen to be writable and to hold nobody's edit.

        ``suffix`` is the format asked for; empty when the file's own name decides.

        Raises:
            OutputError: it cannot be written, or must not be overwritten.
        """
        path = self.file or folder.path / f"rapport{suffix or FORMATS[0]}"
        if path.suffix.lower() not in FORMATS:
            known = " och ".join(FORMATS)
            raise OutputError(f"{path.name} har inget känt format.", f"Formaten är {known}.", path)
        if suffix and path.suffix.lower() != suffix:
            hint = "Ange bara det ena."
            raise OutputError(f"{path.name} är inte av formatet {suffix[1:]}.", hint, path)
        folder.check_output(path, self.overwrite)
        return path


@dataclass(frozen=True, slots=True)
class Progress:
    """Who is told before the work starts, and of each section that is finished."""

    started: Callable[[Profile | None], None]
    section: Callable[[Section], None]


def draft(source: Path, wishes: Wishes, target: Target, progress: Progress) -> Drafted:
    """Draft a report and save it: ``utkast.json`` first, then the document."""
    folder = ReportFolder.of(source, wishes.participants)
    job, profile = take_in(folder, wishes)
    path = target.in_folder(folder)
    folder.check_draft()
    log = custody.log_of(folder)
    job = custody.decide(job, profile, wishes.confirmed, log)
    progress.started(profile)
    review = draft_report(job, custody.connect(job, profile, log), progress.section)
    folder.save(review)
    folder.write_output(path, _document(review, job.report_type, path.suffix.lower()))
    return Drafted(
        review, job.notes, job.report_type, profile, folder.path, (path, folder.draft_file)
    )


def show(source: Path, wishes: Wishes) -> Preview:
    """What drafting a folder's report would send. Nothing is sent."""
    folder = ReportFolder.of(source, wishes.participants)
    return preview(*take_in(folder, wishes))


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
    folder.write_output(path, _document(review, job.report_type, path.suffix.lower()))
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
    folder.write_output(path, coverage_table(review, folder.read_notes()))
    return path, review


def _document(review: Review, report_type: ReportType, suffix: str) -> bytes:
    if suffix == ".md":
        return markdown_document(review, report_type).encode()
    from drafter.export.word import word_document

    return word_document(review, report_type)


@dataclass(frozen=True, slots=True)
class Checked:
    """A text that was checked, and what it was checked against."""

    review: Review
    job: Job


def check(text: Path, wishes: Wishes, notes: Path | None) -> Checked:
    """Check a finished text against its type and, where there are any, its notes."""
    if not text.is_file():
        hint = "Ange en text: .md, .txt eller .docx."
        raise ManuscriptError(f"{text} är ingen fil.", hint, text)
    job = take_in_text(text, wishes, notes)
    return Checked(check_text(job, text), job)


def types(prompts: Path | None) -> tuple[ReportType, ...]:
    """The report types that a draft in the present folder could have."""
    return all_report_types(prompt_files(Path(), Wishes(prompts=prompts)))


def new(report_type: str, folder: Path, wishes: Wishes) -> tuple[Path, ...]:
    """Make a report folder to start from; the files that were written."""
    chosen = load_report_type(report_type, prompt_files(Path(), wishes))
    return start_folder(folder, chosen)
