"""``draft``, and ``show``: what would be sent."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from drafter import custody
from drafter.commands.documents import Target, document
from drafter.intake import Wishes, take_in
from drafter.library.folder import ReportFolder
from drafter.nouns import Notes, Profile, ReportType, Review, Section
from drafter.pipeline import draft_report, settle
from drafter.preview import Preview, preview


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
    with folder.drafting():
        job = replace(job, saved=folder.find())
        progress.started(profile)
        made = draft_report(job, custody.connect(job, profile, log), progress.section)
        review = folder.renew(lambda saved: settle(job, made, saved))
        folder.write_output(path, document(review, job.report_type, path.suffix.lower()))
    return Drafted(
        review, job.notes, job.report_type, profile, folder.path, (path, folder.draft_file)
    )


def show(source: Path, wishes: Wishes) -> Preview:
    """What drafting a folder's report would send. Nothing is sent."""
    folder = ReportFolder.of(source, wishes.participants)
    job, profile = take_in(folder, wishes)
    return preview(replace(job, saved=folder.find()), profile)
