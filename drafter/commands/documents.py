"""The file that a report goes to, and the bytes that it gets."""

from dataclasses import dataclass
from pathlib import Path

from drafter.errors import OutputError
from drafter.export.markdown import markdown_document
from drafter.library.folder import ReportFolder
from drafter.nouns import ReportType, Review

FORMATS = (".docx", ".md")


@dataclass(frozen=True, slots=True)
class Target:
    """Where the report goes; nothing for the folder's own ``rapport`` file."""

    file: Path | None = None
    overwrite: bool = False

    def in_folder(self, folder: ReportFolder, suffix: str = "") -> Path:
        """The file to write, seen to be writable and to hold nobody's edit.

        ``suffix`` is the format asked for; empty when the file's own name decides.

        Raises:
            OutputError: it cannot be written, or must not be overwritten.
        """
        path = self.file or folder.path / f"rapport{suffix or FORMATS[0]}"
        if path.suffix.lower() not in FORMATS:
            known = " och ".join(FORMATS)
            raise OutputError(f"{path.name} har inget känt format.", f"Formaten är {known}.", path)
        if suffix and path.suffix.lower() != suffix:
            hint = "Ange bara det ena."
            raise OutputError(f"{path.name} är inte av formatet {suffix[1:]}.", hint, path)
        folder.check_output(path, self.overwrite)
        return path


def document(review: Review, report_type: ReportType, suffix: str) -> bytes:
    """The report as a file of a format: ``.docx`` or ``.md``."""
    if suffix == ".md":
        return markdown_document(review, report_type).encode()
    from drafter.export.word import word_document

    return word_document(review, report_type)
