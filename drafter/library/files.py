"""Files read with errors that a person understands, and written whole or not at all."""

import hashlib
import os
import tempfile
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
    try:
        if path.is_dir():
            raise error(f"{path.name} är en mapp.", "Ange en fil i mappen.", path)
        return path.read_bytes()
    except FileNotFoundError as cause:
        hint = "Kontrollera namnet och vilken mapp filen ligger i."
        raise error(f"{path.name} finns inte.", hint, path) from cause
    except PermissionError as cause:
        hint = "Kontrollera att du har behörighet till filen."
        raise error(f"{path.name} får inte läsas.", hint, path) from cause
    except OSError as cause:
        hint = "Kontrollera att disken eller nätverksmappen är ansluten."
        raise error(f"{path.name} kan inte läsas.", hint, path) from cause


def write_whole(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a file so that a reader sees the old bytes or the new ones, never a part.

    Raises:
        OutputError: the folder is missing or must not be written in, or the disk is full.
    """
    path = path.resolve()
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(path)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise _unwritable(path, error) from error


def make_private(folder: Path) -> None:
    """Make a folder that only its owner may look into.

    Raises:
        OutputError: it cannot be made.
    """
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error


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
        raise _unwritable(path, error) from error


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
        raise _unwritable(path, PermissionError("skrivskyddad"))


def _unwritable(path: Path, error: OSError) -> OutputError:
    reason = {28: "disken är full", 30: "platsen är skrivskyddad"}.get(
        error.errno or 0, "platsen är skrivskyddad eller filen är öppen i ett annat program"
    )
    return OutputError(
        f"{path.name} kunde inte skrivas: {reason}.",
        "Stäng filen om den är öppen, eller ange en annan plats med -o.",
        path,
    )
