"""The zip around an Office file, the same bytes for the same parts on every machine."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

CONTENT_TYPES = "[Content_Types].xml"
EPOCH = (1980, 1, 1, 0, 0, 0)


def unpacked(archive: bytes) -> dict[str, bytes]:
    """The parts of an Office file by their names."""
    with ZipFile(BytesIO(archive)) as source:
        return {name: source.read(name) for name in source.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """An Office file of those parts, without the time of the day or anything of the machine.

    The parts are stored and not compressed: compressors differ between systems, and the file is
    small either way. The list of content types comes first, where readers look for it.
    """
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as target:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            target.writestr(_entry(name), parts[name])
    return buffer.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, EPOCH)
    entry.create_system = 0  # zipfile notes the operating system unless told
    return entry
