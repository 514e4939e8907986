"""The word data of the checks, read from the prompts folder as a Vocabulary."""

import csv
from collections.abc import Iterator
from pathlib import Path

from drafter.errors import SettingsError
from drafter.library import toml
from drafter.library.prompt_files import SHARED, PromptFiles
from drafter.text.vocabulary import Vocabulary

_TAGS = ("hallning", "matt")
"""The files that say what words do to a statement, and which may not stand for each other."""


def read_vocabulary(prompts: PromptFiles) -> Vocabulary:
    """All that the checks know of words.

    Raises:
        SettingsError: a file is missing, or has a row that cannot be read (with its line).
    """
    inflections = dict(_pairs(prompts.find(f"{SHARED}/bojningar.csv")))
    synonyms = (
        *(row for _, row in _rows(prompts.find(f"{SHARED}/synonymer.csv"))),
        *(row[:2] for _, row in _rows(prompts.find(f"{SHARED}/partier_roller.csv"))),
    )
    opposites = tuple(_pairs(prompts.find(f"{SHARED}/motsatser.csv")))
    stance = {name: toml.load(prompts.find(f"{SHARED}/{name}.toml")) for name in _TAGS}
    light = prompts.find(f"{SHARED}/smaord.txt").read_text(encoding="utf-8").split()
    tags = dict(tag for table in stance.values() for tag in _tagged(table))
    return Vocabulary(inflections, synonyms, opposites, tags, frozenset(light))


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    for line, row in _rows(path):
        if len(row) != 2:
            message = f"{path.name}, rad {line}: raden ska ha två ord."
            raise SettingsError(message, "Skriv dem som ord;ord.", path, line)
        yield row[0], row[1]


def _rows(path: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The filled rows below the header, with their lines."""
    with path.open(encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.reader(file, delimiter=";"), 1):
            filled = tuple(cell.strip().lower() for cell in row if cell.strip())
            if line > 1 and filled:
                yield line, filled


def _tagged(table: dict[str, object], family: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lists of a stance file by their tags.

    A class is ``forbehall.ungefar``; the steps of a scale are numbered from 0: ``mangd.3``.
    """
    for name, value in table.items():
        tag = f"{family}.{name}" if family else name
        if isinstance(value, dict):
            yield from _tagged(value, tag)
        elif isinstance(value, list):
            for step, one in enumerate(value):
                if isinstance(one, dict):
                    yield f"{tag}.{step}", tuple(one["ord"])
            yield tag, tuple(one for one in value if isinstance(one, str))
