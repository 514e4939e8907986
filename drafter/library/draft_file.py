"""``utkast.json``: a draft with all that is known of it, and the one way to change it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import DrafterError, FolderError
from drafter.library import files, locks, shapes
from drafter.library.versions import Versions
from drafter.nouns import Review

VERSION = 2
"""The version of ``utkast.json``; a reader refuses one that is newer than itself."""

PATIENCE = 20.0
"""How many seconds to wait for somebody else's change: each takes a fraction of a second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Saved:
    """The whole of ``utkast.json``. ``revision`` grows by one each time that it is saved."""

    version: int
    revision: int = 0
    granskning: Review


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A folder's draft; ``own`` is the folder where drafter keeps its locks and old versions."""

    path: Path
    own: Path

    @property
    def _versions(self) -> Versions:
        return Versions(self.own / "versioner")

    def held(self) -> AbstractContextManager[None]:
        """Be the only one who changes what drafter has saved, as long as the block lasts.

        Raises:
            BusyError: somebody else was at it all the time that one can wait.
        """
        return locks.held(self.own / "utkast.lock", "ändrar utkastet", PATIENCE)

    def find(self) -> Review | None:
        """The draft that was saved last; nothing where there is none.

        Raises:
            FolderError: it is damaged, or written by a newer drafter.
        """
        if not self.path.is_file():
            return None
        return self._parse(files.read_bytes(self.path, FolderError)).granskning

    def load(self) -> Review:
        """The draft that was saved last.

        Raises:
            FolderError: there is none, or it is damaged or written by a newer drafter.
        """
        found = self.find()
        if found is None:
            folder = self.path.parent
            hint = f"Skriv ett med: drafter draft {folder}"
            raise FolderError(f"Det finns inget utkast i {folder}.", hint, self.path)
        return found

    def revise(self, change: Callable[[Review], Review]) -> Review:
        """Change the saved draft; nothing is written where the change makes no difference."""
        with self.held():
            before = self.load()
            after = change(before)
            if after != before:
                self._write(after)
            return after

    def renew(self, make: Callable[[Review | None], Review]) -> Review:
        """Save a draft that is made with regard to the one on the disk, if there is one."""
        with self.held():
            after = make(self.find())
            self._write(after)
            return after

    def _write(self, review: Review) -> None:
        """Save as the next revision: kept among the versions first, so an error undoes nothing.

        A present file that is not among them, an older drafter's or one that was changed by hand,
        is kept there before it is replaced. A version above the present one was never saved, or
        the present one was put back; its number is not used again.
        """
        versions, present = self._versions, 0
        if self.path.is_file():
            old = files.read_bytes(self.path, FolderError)
            present = self._parse(old).revision
            versions.keep(old, present)
        revision = max(present, versions.newest) + 1
        data = shapes.write_json(_Saved(version=VERSION, revision=revision, granskning=review))
        versions.keep(data, revision)
        files.sweep(self.path.parent, self.path.name, age=0.0)
        files.write_whole(self.path, data)
        versions.trim()

    def _parse(self, data: bytes) -> _Saved:
        if shapes.version_of(data) > VERSION:
            message = "Utkastet är skrivet av en nyare drafter."
            raise FolderError(message, "Uppdatera drafter.", self.path)
        return shapes.read_json(data, _Saved, self._damaged)

    def _damaged(self, what: str) -> DrafterError:
        """The file cannot be read: which earlier version can, and how to go on."""
        whole = self._versions.newest_whole(_is_whole)
        again = f"Utan den: ta bort {self.path.name} och skriv ett nytt utkast."
        hint = (
            f"Den senaste hela versionen är {whole}. Kopiera den till {self.path}. {again}"
            if whole
            else f"Det finns ingen tidigare version. Ta bort {self.path.name} och skriv ett nytt."
        )
        message = f"{self.path.name} är skadad eller ändrad för hand och går inte att läsa: {what}."
        return FolderError(message, hint, self.path)


def _is_whole(data: bytes) -> bool:
    try:
        shapes.read_json(data, _Saved, FolderError)
    except FolderError:
        return False
    return True
