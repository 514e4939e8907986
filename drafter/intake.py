"""From what the user points at to a job that can be done: folder, type, notes and model."""

from dataclasses import dataclass, replace
from pathlib import Path

from drafter.checks.language import rules_of
from drafter.checks.registry import is_off
from drafter.errors import NotesError, ParticipantsError, SettingsError
from drafter.job import Job
from drafter.library.files import read_bytes, sha256
from drafter.library.folder import ReportFolder
from drafter.library.house import language_for
from drafter.library.manuscript import read_manuscript
from drafter.library.profiles import choose_profile, rules_off
from drafter.library.prompt_files import PromptFiles
from drafter.library.report_types import all_report_types, load_report_type
from drafter.library.settings import (
    ReportSettings,
    check_choices,
    check_fields,
    read_report_settings,
)
from drafter.library.spelling import dictionary
from drafter.library.vocabulary import read_reader
from drafter.nouns import FREE, Notes, Origin, Profile, ReportType, Review
from drafter.steps.protect import fingerprints


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asked for on the command line; empty where she left it open.

    ``confirmed`` is her reason for letting sensitive lines be sent, and ``fresh`` tells that the
    model is to be asked anew about what it has answered before.
    """

    report_type: str = ""
    model: str = ""
    participants: Path | None = None
    prompts: Path | None = None
    confirmed: str = ""
    fresh: bool = False


def prompt_files(folder: Path, wishes: Wishes) -> PromptFiles:
    """The prompts asked for, then the report folder's own, then drafter's."""
    if wishes.prompts and not wishes.prompts.is_dir():
        raise SettingsError(
            f"Mappen {wishes.prompts} finns inte.", "Ange en mapp med prompter.", wishes.prompts
        )
    return PromptFiles.searched(*([wishes.prompts] if wishes.prompts else []), folder / "prompts")


def take_in(folder: ReportFolder, wishes: Wishes) -> tuple[Job, Profile | None]:
    """Everything that a draft needs, read and checked before any work is done.

    Raises:
        DrafterError: something is missing or wrong, with the file and the line.
    """
    folder.notes_to_read()  # a folder without notes lacks them above all
    settings = read_report_settings(folder.settings_file)
    prompts = prompt_files(folder.path, wishes)
    name = wishes.report_type or settings.typ
    if not name:
        raise _unclear_type(folder.settings_file, prompts)
    job = _job(folder, settings, load_report_type(name, prompts), prompts)
    profile = choose_profile(folder.path, wishes.model or settings.modell)
    origin = _origin(folder.notes_file, folder.participants_file)
    notes = folder.read_notes()
    check_choices(folder.settings_file, settings, fingerprints(notes))
    return replace(job, notes=job.protection.blacken(notes), origin=origin), profile


def take_in_text(text: Path, wishes: Wishes, notes: Path | None) -> Job:
    """What a finished text is checked against: its type, and the notes named or beside it.

    The settings of the folder that it lies in count, where there are any.

    Raises:
        DrafterError: something is missing or wrong, with the file and the line.
    """
    folder = ReportFolder.of(text.parent, wishes.participants)
    settings = read_report_settings(folder.settings_file)
    prompts = prompt_files(folder.path, wishes)
    name = wishes.report_type or settings.typ
    files = notes or folder.notes_file, folder.participants_file
    likeliest = load_report_type(name, prompts) if name else _likeliest_type(text, prompts)
    if likeliest.is_free and any(files):
        raise _unclear_type(text, prompts)
    job = _job(folder, settings, likeliest, prompts)
    origin = _origin(*files)
    saved = folder.load() if folder.draft_file.is_file() else None
    if saved and saved.draft.origin.notes != origin.notes:
        saved = None
    against = job.protection.blacken(_notes_of(*files))
    return replace(job, notes=against, origin=origin, saved=saved)


def take_in_saved(folder: ReportFolder, wishes: Wishes) -> tuple[Job, Review]:
    """A folder's saved draft, and what has become of the files that it was made from.

    The notes are empty when the file is gone; so are the participants when theirs is.

    Raises:
        DrafterError: there is no draft, or something is wrong, with the file and the line.
    """
    saved = folder.load()
    prompts = prompt_files(folder.path, wishes)
    settings = read_report_settings(folder.settings_file)
    report_type = load_report_type(saved.draft.report_type, prompts)
    job = _job(folder, settings, report_type, prompts)
    names = saved.draft.origin.notes, saved.draft.origin.participants
    notes, people = (_still_there(folder, name) for name in names)
    origin = _origin(notes, people)
    against = job.protection.blacken(_notes_of(notes, people))
    return replace(job, notes=against, origin=origin, saved=saved), saved


def _still_there(folder: ReportFolder, name: str) -> Path | None:
    return folder.path / name if name and (folder.path / name).is_file() else None


def _job(
    folder: ReportFolder, settings: ReportSettings, report_type: ReportType, prompts: PromptFiles
) -> Job:
    """A job without its notes; the settings are seen to name what there is."""
    places = {field.id: field.place.value for field in report_type.fields}
    check_fields(folder.settings_file, settings, places)
    reader = read_reader(prompts)
    job = Job(
        Notes(()),
        report_type,
        reader,
        prompts,
        given=settings.values,
        rules_off=(*settings.regler.av, *rules_off(folder.path)),
        privacy=settings.privacy,
        language=language_for(folder.path, settings.sprak, prompts, reader.lexicon),
        speller=dictionary(),
    )
    _check_off(job, folder)
    return job


def _check_off(job: Job, folder: ReportFolder) -> None:
    """See that what is switched off is there at all."""
    if not job.rules_off:
        return
    from drafter.checks.families import RULES

    ids = [rule.id for rule in (*RULES, *rules_of(job.language))]
    for prefix in job.rules_off:
        if not any(is_off(rule_id, [prefix]) for rule_id in ids):
            hint = "Se vilka regler som finns: drafter rules"
            message = f"Regeln »{prefix}« finns inte och kan inte stängas av."
            raise SettingsError(message, hint, folder.settings_file)


def _unclear_type(path: Path, prompts: PromptFiles) -> SettingsError:
    listed = ", ".join(prompts.types())
    return SettingsError(
        "Det framgår inte vilken typ av rapport det gäller.",
        f'Ange --typ, eller skriv typ = "…" i rapport.toml. Typerna är: {listed}.',
        path,
    )


def _origin(notes: Path | None, people: Path | None) -> Origin:
    """The fingerprints of the inputs, so that a later change can be told."""
    return Origin(
        notes=notes.name if notes else "",
        notes_sha=sha256(read_bytes(notes, NotesError)) if notes else "",
        participants=people.name if people else "",
        participants_sha=sha256(read_bytes(people, ParticipantsError)) if people else "",
    )


def _notes_of(notes: Path | None, people: Path | None) -> Notes:
    """The notes and the participants in some files; empty where there are none.

    Imported here: a text that stands alone has neither.
    """
    if not notes and not people:
        return Notes(())
    from drafter.library.notes.reader import read_notes
    from drafter.library.participants.reader import read_participants

    lines = read_notes(notes) if notes else ()
    return Notes(lines, read_participants(people) if people else (), notes.name if notes else "")


def _likeliest_type(text: Path, prompts: PromptFiles) -> ReportType:
    """The report type most of whose headings a finished text has; ``FREE`` if it has none."""
    known = [(_known_headings(text, one), one) for one in all_report_types(prompts)]
    count, likeliest = max(known, key=lambda pair: pair[0])
    return likeliest if count else FREE


def _known_headings(text: Path, report_type: ReportType) -> int:
    draft = read_manuscript(text, report_type, None)
    return sum(bool(section.heading) for section in draft.sections)
