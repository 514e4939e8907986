"""The last versions of a folder's draft, so that what is damaged or regretted can be undone."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from drafter.library import files

KEPT = 10
"""How many versions are kept, the present one among them."""


@dataclass(frozen=True, slots=True)
class Versions:
    """A folder with a file for each version: ``000012-20260503T120500.123456Z.json``.

    The names sort by revision, then by the time (UTC) when it was kept. Only the holder of the
    folder's lock changes anything here.
    """

    folder: Path

    def all(self) -> tuple[Path, ...]:
        """The versions that are kept, the newest first."""
        return tuple(sorted(self.folder.glob(_NAMES), reverse=True))

    @property
    def newest(self) -> int:
        """The revision that was kept last; 0 where there is none."""
        return next(map(_revision, self.all()), 0)

    def keep(self, data: bytes, revision: int) -> None:
        """Keep a version, unless it is kept already.

        Raises:
            OutputError: it cannot be written.
        """
        if self._has(data, revision):
            return
        files.make_private(self.folder)
        files.sweep(self.folder, age=0.0)
        time = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
        files.write_whole(self.folder / f"{revision:06}-{time}.json", data, 0o600)

    def trim(self) -> None:
        """Take away the oldest beyond those to keep."""
        for path in self.all()[KEPT:]:
            # What cannot be taken away today is taken away another day.
            with suppress(OSError):
                path.unlink()

    def newest_whole(self, is_whole: Callable[[bytes], bool]) -> Path | None:
        """The newest version that can be read."""
        for path in self.all():
            with suppress(OSError):
                if is_whole(path.read_bytes()):
                    return path
        return None

    def _has(self, data: bytes, revision: int) -> bool:
        same = self.folder.glob(f"{revision:06}-*.json")
        return any(path.read_bytes() == data for path in same)


_NAMES = "[0-9]*-[0-9]*Z.json"


def _revision(path: Path) -> int:
    return int(path.name.partition("-")[0])
