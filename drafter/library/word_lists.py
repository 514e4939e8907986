"""Plain lists and small tables of words, as they lie in the prompts folder."""

import csv
from collections.abc import Iterator
from pathlib import Path

from drafter.errors import SettingsError
from drafter.library.encoding import read_text
from drafter.library.lines import split_lines


def read_entries(path: Path) -> tuple[str, ...]:
    """The filled lines of a list; one that begins with ``#`` is a remark.

    Raises:
        SettingsError: the file cannot be read.
    """
    lines = split_lines(read_text(path, SettingsError))
    return tuple(line for line in lines if line.strip() and not line.startswith("#"))


def read_words(path: Path) -> tuple[str, ...]:
    """The words of a list, however many stand on a line.

    Raises:
        SettingsError: the file cannot be read.
    """
    return tuple(word for line in read_entries(path) for word in line.split())


def read_rows(path: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The filled cells of each row below the header, with the row's line; cells part at ``;``.

    Raises:
        SettingsError: the file cannot be read.
    """
    text = read_text(path, SettingsError)
    lines = split_lines(text)
    rows = csv.reader(lines, delimiter=";") if '"' in text else (one.split(";") for one in lines)
    for number, row in enumerate(rows, 1):
        filled = tuple(filter(None, map(str.strip, row)))
        if number > 1 and filled:
            yield number, filled
