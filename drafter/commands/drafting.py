"""``draft``, with its estimate, and ``show``: what would be sent."""

from collections.abc import Callable
from dataclasses import astuple, dataclass, field, replace
from pathlib import Path
from typing import Protocol

from drafter import __version__, custody
from drafter.commands.documents import Target, document
from drafter.custody import Records
from drafter.errors import SettingsError
from drafter.forecast import Forecast, forecast
from drafter.intake import Wishes, take_in
from drafter.job import Job
from drafter.library.files import read_bytes, sha256
from drafter.library.folder import ReportFolder
from drafter.library.house import word_list
from drafter.library.imprint import imprint
from drafter.library.settings import read_report_settings
from drafter.llm.exchange import Exchange
from drafter.llm.service import Service
from drafter.nouns import Notes, Profile, ReportType, Review, SectionState, Usage
from drafter.pipeline import draft_report, settle
from drafter.preview import Preview, preview
from drafter.steps.watch import Unwatched, Watcher


@dataclass(frozen=True, slots=True)
class Drafted:
    """A finished run: the review, what it was made from and took, and where it was written.

    ``usage`` is by section; empty where no model was used. ``unchanged`` tells that the draft was
    made before, from the same material, so that nothing had to be done.
    """

    review: Review
    notes: Notes
    report_type: ReportType
    profile: Profile | None
    folder: Path
    written: tuple[Path, ...]
    usage: dict[str, Usage] = field(default_factory=dict)
    unchanged: bool = False


class Onlooker(Watcher, Protocol):
    """Who waits at the command line."""

    def started(self, profile: Profile | None) -> None:
        """The work begins, with this model; nothing has been sent yet."""


@dataclass(frozen=True, slots=True)
class Way:
    """How reports are drafted: what the user asked for, and where the questions go."""

    wishes: Wishes
    exchange: Callable[[Profile], Exchange]


def alone(wishes: Wishes, onlooker: Onlooker) -> Way:
    """The way of one report, whose answers the onlooker may hear as they come."""
    return Way(wishes, lambda profile: Service(profile, onlooker.heard))


@dataclass(frozen=True, slots=True)
class Assignment:
    """A report to draft: its folder, its material, its model, and what is written down of it."""

    folder: ReportFolder
    job: Job
    profile: Profile | None
    records: Records

    @classmethod
    def of(cls, source: Path, wishes: Wishes) -> "Assignment":
        """What a folder or a notes file asks for.

        Raises:
            DrafterError: something is missing or wrong, or a person must decide first.
        """
        folder = ReportFolder.of(source, wishes.participants)
        job, profile = take_in(folder, wishes)
        records = custody.records_of(folder, wishes.fresh)
        job = custody.decide(job, profile, wishes.confirmed, records.log)
        return cls(folder, job, profile, records)

    @property
    def words(self) -> str:
        """The fingerprint of the house's own word list; empty where there is none."""
        own = read_report_settings(self.folder.settings_file).sprak
        path = word_list(self.folder.path, own)
        return sha256(read_bytes(path, SettingsError)) if path else ""

    def imprint(self, path: Path) -> str:
        """What tells whether anything that the draft depends on has been touched.

        ``path`` is the document, which nothing depends on.
        """
        profile, decided = self.profile, [one.fingerprint for one in self.job.privacy.choices]
        model = [profile.name, profile.base_url, profile.model] if profile else []
        # Notes, participants and word list are told by what they say: they may lie anywhere.
        read = *astuple(self.job.origin), self.words
        how = (__version__, self.job.report_type.id, *read, *model, *decided)
        made = path, *self.folder.outputs.paths
        return imprint(self.folder.path, self.job.prompts, made, how)

    def write(self, way: Way, watcher: Watcher) -> Review:
        """The report's sections, written, checked and mended; nothing is saved."""
        exchange = way.exchange(self.profile) if self.profile else None
        return draft_report(self.job, custody.connect(self.job, exchange, self.records), watcher)

    def done(self, review: Review, path: Path) -> Drafted:
        """The outcome, in terms of a person who waited for it."""
        job, usage = self.job, self.records.ledger.by_section
        files = path, self.folder.draft_file
        told = job.notes, job.report_type, self.profile, self.folder.path
        return Drafted(review, *told, files, usage)


def draft(source: Path, way: Way, target: Target, onlooker: Onlooker) -> Drafted:
    """Draft a report and save it: ``utkast.json`` first, then the document."""
    work = Assignment.of(source, way.wishes)
    folder, path = work.folder, target.in_folder(work.folder)
    folder.check_draft()
    with folder.drafting():
        work = replace(work, job=_with_saved(work.job, folder))
        onlooker.started(work.profile)
        before, saved = work.imprint(path), work.job.saved
        if saved and not way.wishes.fresh and _is_done(work, before, path):
            return replace(work.done(saved, path), unchanged=True)
        made = work.write(way, onlooker)
        review = folder.renew(lambda saved: settle(work.job, made, saved))
        folder.outputs.write(path, document(review, work.job.report_type, path.suffix.lower()))
        if work.imprint(path) == before:
            folder.outputs.sign(before)
    return work.done(review, path)


def _is_done(work: Assignment, source: str, path: Path) -> bool:
    """Whether the same draft was made before, with nothing left that failed."""
    sections = work.job.saved.draft.sections if work.job.saved else ()
    failed = any(section.state is SectionState.FALLBACK for section in sections)
    return not failed and work.folder.outputs.are_made_from(source, path)


def _with_saved(job: Job, folder: ReportFolder) -> Job:
    """The job with the folder's draft as it is on the disk by now."""
    return replace(job, saved=folder.find())


def collect(source: Path, way: Way) -> None:
    """Let a report put its questions, and save nothing of what comes of it."""
    work = Assignment.of(source, way.wishes)
    work = replace(work, job=_with_saved(work.job, work.folder))
    work.write(way, Unwatched())


def estimate(source: Path, wishes: Wishes) -> Forecast:
    """What drafting a report would cost. Nothing is sent."""
    folder = ReportFolder.of(source, wishes.participants)
    job, profile = take_in(folder, wishes)
    job = _with_saved(job, folder)
    return forecast(job, profile, custody.records_of(folder).answers)


def show(source: Path, wishes: Wishes) -> Preview:
    """What drafting a folder's report would send. Nothing is sent."""
    folder = ReportFolder.of(source, wishes.participants)
    job, profile = take_in(folder, wishes)
    return preview(_with_saved(job, folder), profile)
