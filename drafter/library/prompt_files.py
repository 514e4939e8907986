"""Where report types, prompts and word lists lie: the user's own folder first, then drafter's."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from drafter.errors import SettingsError

SHARED = "gemensamt"


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

    def types(self) -> tuple[str, ...]:
        """The ids of all report types, in alphabetical order."""
        found = {path.parent.name for root in self.roots for path in root.glob("*/rapport.toml")}
        return tuple(sorted(found))


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
