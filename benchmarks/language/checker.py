"""A text's findings about language, as ``drafter check`` makes them."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import docx

from drafter.checking import check_text
from drafter.intake import Wishes, take_in_text
from drafter.job import Job
from drafter.library.manuscript import read_manuscript
from drafter.nouns import Draft, Finding

DATA = Path(__file__).with_name("data")


@dataclass(frozen=True, slots=True)
class Checker:
    """Checks texts that stand alone, under one type of report or none."""

    job: Job
    scratch: Path

    def file(self, path: Path) -> tuple[Finding, ...]:
        """What is said of the language of a file."""
        review = check_text(self.job, path).review
        return tuple(one for one in review.findings if one.rule.startswith("sprak."))

    def draft(self, text: str) -> Draft:
        """A text as the rules look at it."""
        self.scratch.write_text(text, encoding="utf-8")
        return read_manuscript(self.scratch, self.job.report_type, None)

    def paragraph(self, text: str) -> tuple[Finding, ...]:
        """What is said of the language of a paragraph in Word, which has no markup."""
        document = docx.Document()
        document.add_paragraph(text)
        path = self.scratch.with_suffix(".docx")
        document.save(str(path))
        return self.file(path)


@contextmanager
def checker(report_type: str = "") -> Iterator[Checker]:
    """A checker; ``report_type`` empty holds texts to no type."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder) / "text.txt"
        scratch.write_text("En text utan rubriker.\n", encoding="utf-8")
        yield Checker(take_in_text(scratch, Wishes(report_type), None), scratch)


def texts() -> tuple[Path, ...]:
    """The good texts, by name."""
    return tuple(sorted((DATA / "texts").glob("*.md")))
