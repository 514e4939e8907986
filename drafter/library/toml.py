"""TOML files that people edit: read with errors that point at the line."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from drafter.errors import SettingsError

_TABLE = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]\]?")
_KEY = re.compile(r"\s*([\w.-]+|\"[^\"]+\")\s*=")


def load(path: Path) -> dict[str, Any]:
    """The file as a dictionary.

    Raises:
        SettingsError: the file is missing, is not UTF-8, or is not TOML (with its line).
    """
    try:
        return tomllib.loads(_read(path))
    except tomllib.TOMLDecodeError as error:
        raise _malformed(path, error) from error


def _read(path: Path) -> str:
    """The text of a settings file; TOML is UTF-8 by definition."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(
            f"{path.name} är inte sparad som UTF-8.", "Spara om filen som UTF-8.", path
        ) from error
    except OSError as error:
        raise SettingsError(
            f"{path.name} kan inte läsas.", "Kontrollera att filen finns och får läsas.", path
        ) from error


def _malformed(path: Path, error: tomllib.TOMLDecodeError) -> SettingsError:
    """What tomllib says only in its message: the line where reading stopped."""
    place = re.search(r"at line (\d+)", str(error))
    line = int(place[1]) if place else len(_read(path).splitlines())
    return SettingsError(
        f"{path.name} går inte att tolka på rad {line}.",
        'Varje rad ska ha formen  nyckel = "värde"  och text ska stå inom citattecken.',
        path,
        line,
    )


def line_of(path: Path, location: Sequence[str | int]) -> int:
    """The line of a key, given as ``("rubriker", 3, "titel")``; 1 if it cannot be told.

    A key that is missing is placed at its table's own line.
    """
    wanted = [part for part in location if isinstance(part, str)]
    index = next((part for part in location if isinstance(part, int)), 0)
    best, tables, current = 1, -1, [""]
    for number, line in enumerate(_read(path).splitlines(), 1):
        if table := _TABLE.match(line):
            current = table[2].split(".")
            tables += table[1] == "[[" and current == wanted[:1]
            if current == wanted[: len(current)] and (table[1] == "[" or tables == index):
                best = number
        elif key := _KEY.match(line):
            path_here = [*filter(None, current), *key[1].strip('"').split(".")]
            in_table = tables in (-1, index) or current != wanted[:1]
            if path_here == wanted[: len(path_here)] and in_table:
                return number
    return best
