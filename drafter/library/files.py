"""Files read with errors that a person understands, and written whole or not at all."""

import errno
import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from drafter.errors import DrafterError, OutputError


def sha256(data: bytes) -> str:
    """The hexadecimal SHA-256 of some bytes."""
    return hashlib.sha256(data).hexdigest()


def read_bytes(path: Path, error: type[DrafterError]) -> bytes:
    """The bytes of a file that a person names.

    Raises:
        DrafterError: of the type ``error``, when it is missing, a folder, or must not be read.
    """
    with _reading(path, error):
        return path.read_bytes()


def read_lines(path: Path, error: type[DrafterError]) -> Iterator[bytes]:
    """The lines of a file that a person names, one at a time: it may be larger than the memory.

    Raises:
        DrafterError: as for :func:`read_bytes`.
    """
    with _reading(path, error), path.open("rb") as file:
        yield from file


@contextmanager
def _reading(path: Path, error: type[DrafterError]) -> Iterator[None]:
    """See that whatever hinders the reading of a file is told as an ``error``."""
    try:
        if path.is_dir():
            raise error(f"{path.name} är en mapp.", "Ange en fil i mappen.", path)
        yield
    except FileNotFoundError as cause:
        hint = "Kontrollera namnet och vilken mapp filen ligger i."
        raise error(f"{path.name} finns inte.", hint, path) from cause
    except PermissionError as cause:
        hint = "Kontrollera att du har behörighet till filen."
        raise error(f"{path.name} får inte läsas.", hint, path) from cause
    except OSError as cause:
        hint = "Kontrollera att disken eller nätverksmappen är ansluten."
        raise error(f"{path.name} kan inte läsas.", hint, path) from cause


def write_whole(path: Path, data: bytes, mode: int = 0o644, mtime: int | None = None) -> None:
    """Write a file so that a reader sees the old bytes or the new ones, never a part.

    The new bytes are on the disk when this returns. ``mtime`` is when the file is to have been
    changed (nanoseconds since the epoch), where that is not now. What a process that was killed
    long ago left half-written beside the file is cleared away.

    Raises:
        OutputError: the folder is missing or must not be written in, or the disk is full.
    """
    path = path.resolve()
    sweep(path.parent, path.name)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_HALF)
    except OSError as error:
        raise unwritable(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        if mtime is not None:
            os.utime(temporary, ns=(mtime, mtime))
        temporary.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)
    _settle(path.parent)


_HALF = ".tmp"
"""How the name of a file ends that is not written to its end."""

_DEAD = 3600.0
"""After so many seconds nobody is still writing a file."""


def sweep(folder: Path, name: str = "*", age: float = _DEAD) -> None:
    """Clear away the half-written files beside ``name`` that are at least ``age`` seconds old."""
    for path in folder.glob(f".{name}.????????{_HALF}"):
        # Another process may take it away first, and Windows keeps what is open.
        with suppress(OSError):
            if time.time() - path.stat().st_mtime >= age:
                path.unlink()


def _settle(folder: Path) -> None:
    """See that what was renamed in a folder stays so after a power cut.

    Windows has no way to ask for it, and some network disks refuse; there it is theirs to see to.
    """
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def make_private(folder: Path) -> None:
    """Make a folder that only its owner may look into.

    Raises:
        OutputError: it cannot be made.
    """
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error


def append_private(path: Path, data: bytes) -> None:
    """Add to the end of a file that only its owner may read, in a folder that only she may open.

    Raises:
        OutputError: it cannot be written.
    """
    make_private(path.parent)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(handle, "ab", buffering=0) as file:
            file.write(data)
    except OSError as error:
        raise unwritable(path, error) from error


def check_writable(path: Path) -> None:
    """See, before any work is done, that a file can be written.

    Raises:
        OutputError: it cannot.
    """
    if path.is_dir():
        raise OutputError(f"{path.name} är en mapp.", "Ange en fil med -o.", path)
    if not path.parent.is_dir():
        hint = "Skapa mappen eller ange en annan plats med -o."
        raise OutputError(f"Mappen {path.parent} finns inte.", hint, path)
    writable = os.access(path if path.exists() else path.parent, os.W_OK)
    if not writable:
        raise unwritable(path, PermissionError("skrivskyddad"))


def unwritable(path: Path, error: OSError) -> OutputError:
    """Why a file could not be written, and what to do about it."""
    reason, hint = _REASONS.get(error.errno or 0, _LIKELY)
    return OutputError(f"{path.name} kunde inte skrivas: {reason}.", hint, path)


_FREE = "Frigör utrymme på disken och kör om. Det som fanns där sedan tidigare är oskadat."
_LIKELY = (
    "platsen är skrivskyddad eller filen är öppen i ett annat program",
    "Stäng filen om den är öppen, eller ange en annan plats med -o.",
)
_REASONS = {
    errno.ENOSPC: ("disken är full", _FREE),
    errno.EDQUOT: ("ditt utrymme på disken är slut", _FREE),
    errno.EFBIG: ("filen blir större än vad som är tillåtet på disken", _FREE),
    errno.EROFS: (
        "platsen är skrivskyddad",
        "Flytta mappen till en plats där du får skriva, eller ange en annan plats med -o.",
    ),
}
