"""Writes the fault tables of docs/driftsakerhet.md: ``python -m tests.faults.document``."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.faults import table, test_everything, test_stream

TARGET = Path(__file__).parents[2] / "docs" / "driftsakerhet.md"


def documented(text: str) -> str:
    """The document with today's tables in it."""
    for name, rows in (
        ("ett-avsnitt", _of_one_section()),
        ("hela-tjansten", _of_everything()),
        ("strom", _of_streams()),
    ):
        before, begin, rest = text.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition(f"<!-- /{name} -->")
        table_of_rows = "".join(f"{row}\n" for row in rows)
        text = "".join((before, begin, table_of_rows, end, after))
    return text


def _of_one_section() -> Iterator[str]:
    yield from _head("Fel", "Frågor", "Vad som händer, eller vad som står i avsnittet")
    for row in table.ROWS:
        yield _row(row.fault, str(row.asked), row.outcome or _told(f"{row.says} {row.do}"))


def _of_everything() -> Iterator[str]:
    yield from _head("Fel", "Frågor som mest", "Vad som står i terminalen")
    for row in test_everything.ROWS:
        yield _row(row.fault, str(row.asked or "inga"), _told(f"{row.says} {row.do}"))


def _of_streams() -> Iterator[str]:
    yield from _head("Fel", "Frågor", "Ur det som står i avsnittet")
    for row in test_stream.ROWS:
        yield _row(row.fault, str(row.asked), f"… {_told(row.says)} …")


def _told(text: str) -> str:
    filled = text.format(host="VÄRD", model="MODELL")
    return re.sub(r"\b0,\d sekunder", "N sekunder", filled)


def _head(*cells: str) -> Iterable[str]:
    return _row(*cells), _row(*("---" for _ in cells))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    TARGET.write_text(documented(TARGET.read_text(encoding="utf-8")), encoding="utf-8")
