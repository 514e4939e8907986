"""The answers beside a draft: one file for each, named by what was asked."""

from dataclasses import dataclass
from pathlib import Path

from drafter.errors import DrafterError, FolderError
from drafter.library import files, shapes
from drafter.nouns import Kept


@dataclass(frozen=True, slots=True)
class AnswerStore:
    """``.drafter/svar/``: whole files that only their owner may read.

    An answer is on the disk before anybody uses it. Nothing is ever taken away: to weed is the
    authority's own decision, and costs what the answers cost.
    """

    path: Path

    def find(self, key: str) -> Kept | None:
        """The answer with that address.

        One that cannot be read is as good as none: it is asked for again and then replaced.
        """
        path = self._file(key)
        try:
            data = files.read_bytes(path, FolderError)
            kept = shapes.read_json(data, Kept, _damaged)
        except FolderError:
            return None
        return kept if kept.key == key else None

    def keep(self, answer: Kept) -> None:
        """Write an answer, whole or not at all.

        Raises:
            OutputError: it cannot be written.
        """
        files.make_private(self.path.parent)
        files.make_private(self.path)
        files.write_whole(self._file(answer.key), shapes.write_json(answer), 0o600)

    def _file(self, key: str) -> Path:
        return self.path / f"{key}.json"


def _damaged(what: str) -> DrafterError:
    return FolderError(what)
