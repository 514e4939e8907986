"""``draft``, with its estimate, and ``show``: what would be sent."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from drafter import custody
from drafter.commands.documents import Target, document
from drafter.forecast import Forecast, forecast
from drafter.intake import Wishes, take_in
from drafter.library.folder import ReportFolder
from drafter.llm.service import Service
from drafter.nouns import Notes, Profile, ReportType, Review, Usage
from drafter.pipeline import draft_report, settle
from drafter.preview import Preview, preview
from drafter.steps.watch import Watcher


@dataclass(frozen=True, slots=True)
class Drafted:
    """A finished run: the review, what it was made from and took, and where it was written.

    ``usage`` is by section; empty where no model was used.
    """

    review: Review
    notes: Notes
    report_type: ReportType
    profile: Profile | None
    folder: Path
    written: tuple[Path, ...]
    usage: dict[str, Usage]


class Onlooker(Watcher, Protocol):
    """Who waits at the command line."""

    def started(self, profile: Profile | None) -> None:
        """The work begins, with this model; nothing has been sent yet."""


def draft(source: Path, wishes: Wishes, target: Target, onlooker: Onlooker) -> Drafted:
    """Draft a report and save it: ``utkast.json`` first, then the document."""
    folder = ReportFolder.of(source, wishes.participants)
    job, profile = take_in(folder, wishes)
    path = target.in_folder(folder)
    folder.check_draft()
    records = custody.records_of(folder, wishes.fresh)
    job = custody.decide(job, profile, wishes.confirmed, records.log)
    service = Service(profile, onlooker.heard) if profile else None
    with folder.drafting():
        job = replace(job, saved=folder.find())
        onlooker.started(profile)
        made = draft_report(job, custody.connect(job, service, records), onlooker)
        review = folder.renew(lambda saved: settle(job, made, saved))
        folder.write_output(path, document(review, job.report_type, path.suffix.lower()))
    return Drafted(
        review,
        job.notes,
        job.report_type,
        profile,
        folder.path,
        (path, folder.draft_file),
        service.purse.by_section if service else {},
    )


def estimate(source: Path, wishes: Wishes) -> Forecast:
    """What drafting a report would cost. Nothing is sent."""
    folder = ReportFolder.of(source, wishes.participants)
    job, profile = take_in(folder, wishes)
    job = replace(job, saved=folder.find())
    return forecast(job, profile, custody.records_of(folder).answers)


def show(source: Path, wishes: Wishes) -> Preview:
    """What drafting a folder's report would send. Nothing is sent."""
    folder = ReportFolder.of(source, wishes.participants)
    job, profile = take_in(folder, wishes)
    return preview(replace(job, saved=folder.find()), profile)
