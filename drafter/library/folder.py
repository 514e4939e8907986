"""A report folder: what the official puts there, and what drafter keeps beside it."""

import os
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import DrafterError, FolderError, NotesError, OutputError
from drafter.library import files, shapes
from drafter.nouns import Notes, Origin, Review

VERSION = 1
"""The version of ``utkast.json``; a reader refuses one that is newer than itself."""


@dataclass(frozen=True, slots=True)
class _Saved:
    """The whole of ``utkast.json``."""

    version: int
    granskning: Review


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
        """
        if source.is_dir():
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
        return self.path / ".drafter" / "sant.jsonl"

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
        if self.notes_file is None:
            raise NotesError(
                f"Det finns inga anteckningar i {self.path}.",
                "Lägg dem där med namnet anteckningar.md eller anteckningar.txt.",
                self.path,
            )
        # imported here: many a folder is only looked into
        from drafter.library.notes.reader import read_notes
        from drafter.library.participants.reader import read_participants

        people = read_participants(self.participants_file) if self.participants_file else ()
        return Notes(read_notes(self.notes_file), people, self.notes_file.name)

    def check_unchanged(self, origin: Origin) -> None:
        """See that the notes are those that a draft was made from.

        Raises:
            FolderError: they have been changed, or taken away, since.
        """
        notes = self.notes_file
        if notes is None or files.sha256(files.read_bytes(notes, NotesError)) != origin.notes_sha:
            message = "Anteckningarna har ändrats sedan utkastet skrevs."
            raise FolderError(message, f"Skriv ett nytt med: drafter draft {self.path}", notes)

    def check_draft(self) -> None:
        """See that a new draft replaces none that this drafter cannot read.

        Raises:
            FolderError: the saved draft is written by a newer drafter.
            OutputError: the file cannot be written.
        """
        files.check_writable(self.draft_file)
        if self.draft_file.is_file():
            data = files.read_bytes(self.draft_file, FolderError)
            if shapes.version_of(data) > VERSION:
                raise self._too_new()

    def _too_new(self) -> FolderError:
        message = "Utkastet är skrivet av en nyare drafter."
        return FolderError(message, "Uppdatera drafter.", self.draft_file)

    def save(self, review: Review) -> None:
        """Write ``utkast.json`` whole or not at all."""
        files.write_whole(self.draft_file, shapes.write_json(_Saved(VERSION, review)))

    def load(self) -> Review:
        """The draft that was saved last.

        Raises:
            FolderError: there is none, or it cannot be read.
        """
        if not self.draft_file.is_file():
            hint = f"Skriv ett med: drafter draft {self.path}"
            raise FolderError(f"Det finns inget utkast i {self.path}.", hint, self.draft_file)
        data = files.read_bytes(self.draft_file, FolderError)
        if shapes.version_of(data) > VERSION:
            raise self._too_new()
        saved = shapes.read_json(data, _Saved, self._damaged)
        return saved.granskning

    def _damaged(self, what: str) -> DrafterError:
        hint = "Filen har ändrats för hand eller skadats. Skriv ett nytt utkast."
        return FolderError(f"utkast.json går inte att läsa: {what}.", hint, self.draft_file)

    def check_output(self, path: Path, overwrite: bool) -> None:
        """See that writing ``path`` destroys nobody's work.

        A file may be replaced when it holds exactly what drafter wrote there and is no newer
        than the draft; anything else may be somebody's edit. What the report is made from is
        never replaced, whatever the user says.

        Raises:
            OutputError: the file is an input, may hold an edit and ``overwrite`` is false, or
                the place cannot be written.
        """
        inputs = (self.notes_file, self.participants_file, self.settings_file, self.draft_file)
        if path.resolve() in [one.resolve() for one in inputs if one]:
            hint = "Ange en annan fil med -o."
            raise OutputError(f"{path.name} är underlag och skrivs aldrig över.", hint, path)
        files.check_writable(path)
        if overwrite or not path.exists():
            return
        untouched = self._written().get(self._key(path)) == files.sha256(path.read_bytes())
        if not untouched or self._is_newer_than_draft(path):
            raise OutputError(
                f"{path.name} kan ha ändrats för hand och skrivs inte över.",
                "Spara den under ett annat namn, eller skriv över den med --skriv-over.",
                path,
            )

    def write_output(self, path: Path, data: bytes) -> None:
        """Write a report and remember its bytes, so that a later edit can be told."""
        files.write_whole(path, data)
        if self.draft_file.exists():
            time = self.draft_file.stat().st_mtime_ns
            os.utime(path, ns=(time, time))
        written = self._written() | {self._key(path): files.sha256(data)}
        files.make_private(self._record.parent)
        files.write_whole(self._record, shapes.write_json(written))

    @property
    def _record(self) -> Path:
        return self.path / ".drafter" / "skrivet.json"

    def _written(self) -> dict[str, str]:
        """What drafter wrote and remembers; a damaged memory only makes it more careful."""
        if not self._record.is_file():
            return {}
        try:
            data = files.read_bytes(self._record, FolderError)
            return shapes.read_json(data, dict[str, str], self._damaged)
        except FolderError:
            return {}

    def _key(self, path: Path) -> str:
        """The path seen from the folder, so that a folder may be moved."""
        return os.path.relpath(path, self.path)

    def _is_newer_than_draft(self, path: Path) -> bool:
        draft = self.draft_file
        return draft.exists() and path.stat().st_mtime_ns > draft.stat().st_mtime_ns


def _find(folder: Path, stem: str) -> Path | None:
    """The folder's text file with that stem.

    Raises:
        FolderError: there are several, so that it is not clear which one counts.
    """
    try:
        found = sorted(
            path for path in folder.glob(f"{stem}*") if path.stem == stem and _is_text(path)
        )
    except OSError as error:
        hint = "Kontrollera att du har behörighet till mappen."
        raise FolderError(f"{folder} får inte läsas.", hint, folder) from error
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
