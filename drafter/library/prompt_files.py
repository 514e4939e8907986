"""Where report types, prompts and word lists lie: the user's own folder first, then drafter's."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, update_wrapper
from importlib.resources import files
from pathlib import Path
from typing import TypeVar, TypeVarTuple

from drafter.errors import SettingsError

SHARED = "gemensamt"

_READINGS = 8
"""So many readings of a kind are kept, each some megabytes: those of houses, not of reports."""

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


def shipped() -> Path:
    """drafter's own prompts: inside the installed package, or beside it in a checkout."""
    packaged = Path(str(files("drafter"))) / "prompts"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "prompts"


@dataclass(frozen=True, slots=True)
class PromptFiles:
    """The prompt folders in the order that they are searched; a file there hides those below."""

    roots: tuple[Path, ...]

    @classmethod
    def searched(cls, *own: Path) -> "PromptFiles":
        """drafter's own files behind those of the user's folders that exist."""
        return cls((*(root for root in own if root.is_dir()), shipped()))

    def find(self, *names: str) -> Path:
        """The first file with one of the names, tried name by name through all folders.

        Raises:
            SettingsError: no folder has any of them.
        """
        for name in names:
            for root in self.roots:
                if (root / name).is_file():
                    return root / name
        raise SettingsError(
            f"Filen prompts/{names[-1]} saknas.",
            "Lägg tillbaka filen eller installera om drafter.",
            self.roots[0] / names[-1],
        )

    def find_all(self, folder: str, pattern: str) -> tuple[Path, ...]:
        """The files of a folder that fit a pattern, by name; of equal names the first found."""
        found: dict[str, Path] = {}
        for root in self.roots:
            for path in sorted((root / folder).glob(pattern)):
                found.setdefault(path.name, path)
        return tuple(found[name] for name in sorted(found))

    def stamp(self) -> tuple[tuple[str, int, int], ...]:
        """What tells whether any of the files has changed: each one's time and size."""
        return tuple(entry for root in self.roots for entry in sorted(_stamps(str(root))))

    def types(self) -> tuple[str, ...]:
        """The ids of all report types, in alphabetical order."""
        found = {path.parent.name for root in self.roots for path in root.glob("*/rapport.toml")}
        return tuple(sorted(found))


def _stamps(folder: str, depth: int = 2) -> Iterator[tuple[str, int, int]]:
    """The path, time in nanoseconds and size of every file in a folder and those in it.

    What cannot be looked at is left out; who needs it says so when it is read.
    """
    if not os.access(folder, os.R_OK | os.X_OK):
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file():
                state = entry.stat()
                yield entry.path, state.st_mtime_ns, state.st_size
            elif depth and entry.is_dir():
                yield from _stamps(entry.path, depth - 1)


def read_once(read: Callable[[PromptFiles, *Ts], T]) -> Callable[[PromptFiles, *Ts], T]:
    """A reading of prompt files that is done again only when one of them has changed.

    A thousand reports of one house share what has been read. What else the reading is given has
    to be hashable.
    """

    @lru_cache(maxsize=_READINGS)
    def kept(_stamp: object, args: tuple[PromptFiles, *Ts]) -> T:
        return read(*args)

    def reading(prompts: PromptFiles, *others: *Ts) -> T:
        return kept(prompts.stamp(), (prompts, *others))

    return update_wrapper(reading, read)


@dataclass(frozen=True, slots=True)
class Task:
    """A question to the model: the file that asks it, behind the rules that all questions share.

    The report type's own files go before the shared ones.
    """

    prompts: PromptFiles
    report_type: str
    file: str

    @property
    def rules(self) -> Path:
        """The file with the rules."""
        return self._find("system.md")

    @property
    def question(self) -> Path:
        """The file that asks."""
        return self._find(self.file)

    def _find(self, name: str) -> Path:
        return self.prompts.find(f"{self.report_type}/{name}", f"{SHARED}/{name}")
