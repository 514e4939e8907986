"""The files that drafter writes from a draft, told from those that somebody has edited."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from drafter.errors import FolderError, OutputError
from drafter.library import files, shapes
from drafter.library.draft_file import DraftFile


@dataclass(frozen=True, slots=True)
class _Made:
    """``skrivet.json``: the SHA-256 of each file as it was written, and what all was made from.

    ``source`` is the imprint of the inputs and ``draft`` the SHA-256 of the draft made from them.
    """

    files: dict[str, str] = field(default_factory=dict)
    source: str = ""
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Outputs:
    """The files written from the draft of a folder; paths are remembered as seen from there."""

    folder: Path
    draft: DraftFile

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every file that drafter makes in the folder, the draft among them."""
        return (self.draft.path, *(self.folder / name for name in self._made.files))

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
        if not self._is_untouched(path) or self._is_newer_than_draft(path):
            raise OutputError(
                f"{path.name} kan ha ändrats för hand och skrivs inte över.",
                "Spara den under ett annat namn, eller skriv över den med --skriv-over.",
                path,
            )

    def write(self, path: Path, data: bytes) -> None:
        """Write a file and remember its bytes, so that a later edit can be told.

        Nothing can be remembered in a folder that must only be read; what is written elsewhere
        from it counts as somebody's edit the next time.
        """
        files.write_whole(path, data)
        if self.draft.path.exists():
            time = self.draft.path.stat().st_mtime_ns
            os.utime(path, ns=(time, time))
        inside = path.resolve().is_relative_to(self.folder.resolve())
        if os.access(self.folder, os.W_OK) or inside:
            new = {self._key(path): files.sha256(data)}
            self._remember(lambda made: replace(made, files=made.files | new))

    def sign(self, source: str) -> None:
        """Remember that the draft on the disk was made from inputs with this imprint."""
        draft = _sha256(self.draft.path)
        self._remember(lambda made: replace(made, source=source, draft=draft))

    def are_made_from(self, source: str, path: Path) -> bool:
        """Whether the draft and the file ``path`` are just as drafter made them from ``source``."""
        made = self._made
        same = made.source == source and made.draft == _sha256(self.draft.path)
        return bool(source) and same and self._is_untouched(path)

    def _remember(self, change: Callable[[_Made], _Made]) -> None:
        with self.draft.held():
            files.write_whole(self._record, shapes.write_json(change(self._made)))

    @property
    def _record(self) -> Path:
        return self.draft.own / "skrivet.json"

    @property
    def _made(self) -> _Made:
        """What drafter remembers; a damaged memory only makes it more careful."""
        try:
            data = files.read_bytes(self._record, FolderError)
            return shapes.read_json(data, _Made, FolderError)
        except FolderError:
            return _Made()

    def _is_untouched(self, path: Path) -> bool:
        known = self._made.files.get(self._key(path))
        return known is not None and known == _sha256(path)

    def _is_newer_than_draft(self, path: Path) -> bool:
        draft = self.draft.path
        return draft.exists() and path.stat().st_mtime_ns > draft.stat().st_mtime_ns

    def _key(self, path: Path) -> str:
        return os.path.relpath(path, self.folder)


def _sha256(path: Path) -> str:
    """The SHA-256 of a file; nothing where there is none."""
    return files.sha256(path.read_bytes()) if path.is_file() else ""
