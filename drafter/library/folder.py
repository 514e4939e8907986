"""A report folder: what the official puts there, and what drafter keeps beside it."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import FolderError, NotesError, OutputError
from drafter.library import files, locks
from drafter.library.draft_file import DraftFile
from drafter.library.outputs import Outputs
from drafter.nouns import Notes, Origin, Review


@dataclass(frozen=True, slots=True)
class ReportFolder:
    """A folder with notes (``anteckningar.*``) and perhaps participants (``deltagare.*``)."""

    path: Path
    notes_file: Path | None
    participants_file: Path | None

    @classmethod
    def of(cls, source: Path, participants: Path | None = None) -> "ReportFolder":
        """The folder that ``source`` is, or in which the notes file ``source`` lies.

        Raises:
            NotesError: there is nothing at ``source``.
            FolderError: the folder must not be read.
        """
        if source.is_dir():
            _check_readable(source)
            return cls(source, _find(source, "anteckningar"), participants or _people(source))
        if source.exists():
            return cls(source.parent, source, participants or _people(source.parent))
        hint = "Kontrollera sökvägen, eller skapa en mapp med: drafter new reserapport MAPP"
        raise NotesError(f"Hittar inte {source}.", hint, source)

    @property
    def settings_file(self) -> Path:
        """``rapport.toml``, which need not exist."""
        return self.path / "rapport.toml"

    @property
    def draft_file(self) -> Path:
        """``utkast.json``, the whole draft."""
        return self.path / "utkast.json"

    @property
    def sent_log(self) -> Path:
        """The log of what was sent to a model."""
        return self._own / "sant.jsonl"

    @property
    def answers(self) -> Path:
        """Where a model's answers are kept."""
        return self.path / ".drafter" / "svar"

    def read_notes(self) -> Notes:
        """The notes and the participants.

        Raises:
            NotesError: no notes in the folder, or unreadable ones.
            ParticipantsError: an unreadable participant list.
        """
        notes = self.notes_to_read()
        # imported here: many a folder is only looked into
        from drafter.library.notes.reader import read_notes
        from drafter.library.participants.reader import read_participants

        people = read_participants(self.participants_file) if self.participants_file else ()
        return Notes(read_notes(notes), people, notes.name)

    def notes_to_read(self) -> Path:
        """The file of the notes.

        Raises:
            NotesError: no notes in the folder.
        """
        if self.notes_file is None:
            raise NotesError(
                f"Det finns inga anteckningar i {self.path}.",
                "Lägg dem där med namnet anteckningar.md eller anteckningar.txt.",
                self.path,
            )
        return self.notes_file

    def check_unchanged(self, origin: Origin) -> None:
        """See that the notes are those that a draft was made from.

        Raises:
            FolderError: they have been changed, or taken away, since.
        """
        notes = self.notes_file
        if notes is None or files.sha256(files.read_bytes(notes, NotesError)) != origin.notes_sha:
            message = "Anteckningarna har ändrats sedan utkastet skrevs."
            raise FolderError(message, f"Skriv ett nytt med: drafter draft {self.path}", notes)

    @property
    def _draft(self) -> DraftFile:
        return DraftFile(self.draft_file, self._own)

    def check_draft(self) -> None:
        """See that answers and a new draft can be saved, before anybody is asked.

        The draft replaces none that this drafter cannot read.

        Raises:
            FolderError: the saved draft is damaged, or written by a newer drafter.
            OutputError: the file, or what drafter keeps for itself, cannot be written.
        """
        files.check_writable(self.draft_file)
        for own in (self._own, self.answers):
            if own.exists() and not os.access(own, os.W_OK | os.X_OK):
                hint = "Be den som äger mappen om behörighet att skriva i den."
                message = f"{own.name} kunde inte skrivas: platsen är skrivskyddad."
                raise OutputError(message, hint, own)
        self._draft.find()

    def drafting(self) -> AbstractContextManager[None]:
        """Be the only one who drafts in the folder, as long as the block lasts.

        Raises:
            BusyError: somebody is drafting there already.
        """
        return locks.held(self._own / "skriver.lock", "skriver ett utkast i mappen")

    def load(self) -> Review:
        """The draft that was saved last.

        Raises:
            FolderError: there is none, or it cannot be read.
        """
        return self._draft.load()

    def find(self) -> Review | None:
        """The draft that was saved last; nothing where there is none.

        Raises:
            FolderError: it cannot be read.
        """
        return self._draft.find()

    def revise(self, change: Callable[[Review], Review]) -> Review:
        """Change the saved draft, with nobody else at it between the reading and the writing.

        ``change`` gets the draft as it is on the disk; when it returns the same, nothing is
        written. Keep it short: others wait.

        Raises:
            BusyError: somebody else was at it all the time that one can wait.
            FolderError: there is no draft, or it cannot be read.
            OutputError: it cannot be written; the draft is as it was.
        """
        return self._draft.revise(change)

    def renew(self, make: Callable[[Review | None], Review]) -> Review:
        """Save a new draft, made with regard to the one that is on the disk by now, if any.

        Raises:
            DrafterError: as for ``revise``.
        """
        return self._draft.renew(make)

    def save(self, review: Review) -> None:
        """Save a draft in the place of the one on the disk; whole or not at all."""
        self.renew(lambda _: review)

    @property
    def outputs(self) -> Outputs:
        """What drafter writes from the folder's draft."""
        return Outputs(self.path, self._draft)

    def check_output(self, path: Path, overwrite: bool) -> None:
        """See that writing ``path`` destroys nobody's work.

        What the report is made from is never replaced, whatever the user says.

        Raises:
            OutputError: the file is an input, may hold an edit and ``overwrite`` is false, or
                the place cannot be written.
        """
        inputs = (self.notes_file, self.participants_file, self.settings_file, self.draft_file)
        if path.resolve() in [one.resolve() for one in inputs if one]:
            hint = "Ange en annan fil med -o."
            raise OutputError(f"{path.name} är underlag och skrivs aldrig över.", hint, path)
        self.outputs.check(path, overwrite)

    @property
    def _own(self) -> Path:
        """What drafter keeps for itself."""
        return self.path / ".drafter"


def _check_readable(folder: Path) -> None:
    """See that a folder may be looked into; what is looked for in it is else just not found.

    Raises:
        FolderError: it may not.
    """
    if not os.access(folder, os.R_OK | os.X_OK):
        hint = "Kontrollera att du har behörighet till mappen."
        raise FolderError(f"{folder} får inte läsas.", hint, folder)


def _find(folder: Path, stem: str) -> Path | None:
    """The folder's text file with that stem.

    Raises:
        FolderError: there are several, so that it is not clear which one counts.
    """
    found = sorted(path for path in folder.glob(f"{stem}*") if path.stem == stem and _is_text(path))
    if len(found) > 1:
        listed = " och ".join(path.name for path in found)
        hint = "Låt bara den som gäller ligga kvar."
        raise FolderError(f"Det är oklart vilken fil som gäller: {listed}.", hint, folder)
    return found[0] if found else None


def _is_text(path: Path) -> bool:
    return path.suffix.lower() in _SUFFIXES and path.is_file()


_SUFFIXES = frozenset({"", ".md", ".markdown", ".txt", ".text", ".csv", ".tsv"})


def _people(folder: Path) -> Path | None:
    return _find(folder, "deltagare")
