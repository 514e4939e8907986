"""The files that drafter writes from a draft, and whether they are still what it made."""

import os
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import FolderError, OutputError
from drafter.library import files, shapes
from drafter.library.draft_file import DraftFile
from drafter.library.written import Written


@dataclass(frozen=True, slots=True)
class _Signed:
    """``underlag.json``: the imprint of the inputs, and the SHA-256 of the draft made from them."""

    source: str = ""
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Outputs:
    """What is written from the draft of a folder."""

    folder: Path
    draft: DraftFile

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every file that drafter makes from the folder, the draft among them."""
        return (self.draft.path, *self._written.paths)

    def check(self, path: Path, overwrite: bool) -> None:
        """See that writing ``path`` destroys nobody's work.

        A file may be replaced when it holds exactly what drafter wrote there and is no newer
        than the draft; anything else may be somebody's edit.

        Raises:
            OutputError: it may hold an edit and ``overwrite`` is false, or cannot be written.
        """
        files.check_writable(path)
        if overwrite or not path.exists():
            return
        if not self._written.knows(path) or self._is_newer_than_draft(path):
            raise OutputError(
                f"{path.name} kan ha ändrats för hand och skrivs inte över.",
                "Spara den under ett annat namn, eller skriv över den med --skriv-over.",
                path,
            )

    def write(self, path: Path, data: bytes) -> None:
        """Write a report and remember its bytes, so that a later edit can be told.

        They are remembered first: whoever is killed in between has left a report that drafter
        still knows as its own. Nothing can be remembered in a folder that must only be read; what
        is written elsewhere from it counts as somebody's edit the next time.
        """
        inside = path.resolve().is_relative_to(self.folder.resolve())
        time = self.draft.path.stat().st_mtime_ns if self.draft.path.exists() else None
        if not inside and not os.access(self.folder, os.W_OK):
            files.write_whole(path, data, mtime=time)
            return
        with self.draft.held():
            self._written.remember(path, data)
            if inside:
                files.sweep(path.parent, path.name, age=0.0)
            files.write_whole(path, data, mtime=time)

    def sign(self, source: str) -> None:
        """Remember that the draft on the disk was made from inputs with this imprint."""
        with self.draft.held():
            signed = _Signed(source, self._draft_sha)
            files.sweep(self._signature.parent, self._signature.name, age=0.0)
            files.write_whole(self._signature, shapes.write_json(signed))

    def are_made_from(self, source: str, path: Path) -> bool:
        """Whether the draft and the file ``path`` are just as drafter made them from ``source``."""
        try:
            data = files.read_bytes(self._signature, FolderError)
            signed = shapes.read_json(data, _Signed, FolderError)
        except FolderError:
            return False
        return signed == _Signed(source, self._draft_sha) and self._written.knows(path)

    @property
    def _written(self) -> Written:
        return Written(self.draft.own / "skrivet.json", self.folder)

    @property
    def _signature(self) -> Path:
        return self.draft.own / "underlag.json"

    @property
    def _draft_sha(self) -> str:
        path = self.draft.path
        return files.sha256(path.read_bytes()) if path.is_file() else ""

    def _is_newer_than_draft(self, path: Path) -> bool:
        draft = self.draft.path
        return draft.exists() and path.stat().st_mtime_ns > draft.stat().st_mtime_ns
