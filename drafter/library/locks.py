"""One at a time in a report folder, and the others are told who it is.

A lock is the operating system's own: it lets go of it when a process ends, however it ends, so
that a lock left behind by a dead process stops nobody. Beside the lock lies a small file that
tells who holds it; it is for people to read, and decides nothing.

On a network folder the lock is as good as the network disk. Windows shares (SMB) and NFS version 4
lock between machines, and let go when a machine has been away for as long as the server waits,
mostly a minute or two. NFS version 3 does so only where its lock service runs. A folder that a
program copies between machines (OneDrive, Dropbox) is locked on each machine for itself. A disk
that cannot lock at all is refused rather than used without one.
"""

import errno
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from drafter.errors import BusyError, DrafterError, FolderError
from drafter.library import files, shapes
from drafter.library.who import who

_POLL = 0.02
"""How many seconds pass between two looks at a lock that somebody else holds."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock: user, machine, process, what for, and since when (ISO 8601)."""

    user: str
    host: str
    pid: int
    what: str
    since: str

    @classmethod
    def here(cls, what: str) -> "Holder":
        """This very process."""
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        return cls(who(), platform.node(), os.getpid(), what, now)

    @property
    def told(self) -> str:
        """``anna på pc-17 skriver ett utkast i mappen sedan 2026-05-03 kl. 14.05 (process 81)``."""
        day, _, clock = self.since.partition("T")
        since = f"{day} kl. {clock[:5].replace(':', '.')}"
        return f"{self.user} på {self.host} {self.what} sedan {since} (process {self.pid})"


@contextmanager
def held(path: Path, what: str, patience: float = 0.0) -> Iterator[None]:
    """Hold the lock ``path`` as long as the block lasts.

    ``what`` is what the holder is doing, as others read of it: ``skriver ett utkast i mappen``.
    Nothing is waited for unless ``patience`` says how many seconds to wait.

    Raises:
        BusyError: somebody else holds it.
        OutputError: the folder cannot be written in.
        FolderError: the disk that the folder lies on cannot lock files.
    """
    # imported here: a text is checked without a lock
    from filelock import FileLock, Timeout

    files.make_private(path.parent)
    lock = FileLock(path, fallback_to_soft=False)
    try:
        lock.acquire(timeout=patience, poll_interval=_POLL)
    except Timeout as error:
        raise _busy(path) from error
    except OSError as error:
        raise _unlockable(path, error) from error
    try:
        _tell(path, what)
        yield
    finally:
        # A note that is left decides nothing, and the next holder writes it anew.
        with suppress(OSError):
            _note_of(path).unlink()
        lock.release()


def _note_of(path: Path) -> Path:
    """The file that tells who holds a lock."""
    return path.with_name(f"{path.name}.json")


def _tell(path: Path, what: str) -> None:
    note = _note_of(path)
    try:
        note.write_bytes(shapes.write_json(Holder.here(what)))
    except OSError as error:
        raise files.unwritable(note, error) from error


def _busy(path: Path) -> BusyError:
    holder = _holder(path)
    told = holder.told if holder else "En annan drafter arbetar i mappen"
    hint = "Vänta tills det är klart och kör om. Inget har ändrats."
    return BusyError(f"{told}.", hint, path.parent.parent)


def _holder(path: Path) -> Holder | None:
    """Who holds a lock, as far as it can be read: it may be written at this very moment."""
    with suppress(OSError, FolderError):
        return shapes.read_json(_note_of(path).read_bytes(), Holder, FolderError)
    return None


def _unlockable(path: Path, error: OSError) -> DrafterError:
    if error.errno in _UNABLE:
        hint = "Flytta mappen till datorns egen disk, eller till en nätverksdisk som kan låsa."
        return FolderError("Disken som mappen ligger på kan inte låsa filer.", hint, path)
    return files.unwritable(path, error)


_UNABLE = (errno.ENOSYS, errno.ENOLCK, errno.ENOTSUP)
