from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from drafter.export.archive import packed, unpacked

PARTS = {"word/b.xml": b"b", "[Content_Types].xml": b"t", "_rels/.rels": b"r", "a.xml": b""}


def entries(archive: bytes) -> list[tuple[str, object, int, int]]:
    with ZipFile(BytesIO(archive)) as file:
        return [
            (one.filename, one.date_time, one.compress_type, one.create_system)
            for one in file.infolist()
        ]


def test_what_is_packed_can_be_unpacked() -> None:
    assert unpacked(packed(PARTS)) == PARTS


def test_the_order_of_the_parts_does_not_matter() -> None:
    assert packed(PARTS) == packed(dict(reversed(PARTS.items())))


def test_the_content_types_come_first_and_nothing_tells_the_time_or_the_machine() -> None:
    names = ("[Content_Types].xml", "_rels/.rels", "a.xml", "word/b.xml")
    when = (1980, 1, 1, 0, 0, 0)
    assert entries(packed(PARTS)) == [(name, when, ZIP_STORED, 0) for name in names]
