"""What drafter wrote itself, so that a report that a person has edited can be told from it."""

import os
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import FolderError
from drafter.library import files, shapes


@dataclass(frozen=True, slots=True)
class Written:
    """A file with the SHA-256 of what drafter wrote, by paths seen from ``root``.

    The folder may so be moved. A damaged memory only makes drafter more careful.
    """

    record: Path
    root: Path

    def knows(self, path: Path) -> bool:
        """Whether a file holds exactly what drafter wrote, or was about to write, there."""
        known = self._all().get(self._key(path), "").split()
        return path.is_file() and files.sha256(path.read_bytes()) in known

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every file that drafter has written."""
        return tuple(self.root / name for name in self._all())

    def remember(self, path: Path, data: bytes) -> None:
        """Remember what is about to be written to a file, beside what stands there until then.

        Whoever is killed in between has left one of the two. Only the holder of the folder's lock
        remembers anything.
        """
        old = [files.sha256(path.read_bytes())] if self.knows(path) else []
        sums = " ".join(dict.fromkeys([*old, files.sha256(data)]))
        written = self._all()
        if written.get(self._key(path)) != sums:
            changed = written | {self._key(path): sums}
            files.sweep(self.record.parent, self.record.name, age=0.0)
            files.write_whole(self.record, shapes.write_json(changed))

    def _all(self) -> dict[str, str]:
        if not self.record.is_file():
            return {}
        try:
            data = files.read_bytes(self.record, FolderError)
            return shapes.read_json(data, dict[str, str], FolderError)
        except FolderError:
            return {}

    def _key(self, path: Path) -> str:
        return os.path.relpath(path, self.root)
