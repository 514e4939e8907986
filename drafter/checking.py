"""A finished text from anywhere, held to the same rules as a draft."""

from dataclasses import dataclass
from pathlib import Path

from drafter.checks.registry import Case, run
from drafter.job import Job
from drafter.library.manuscript import read_manuscript
from drafter.library.manuscript.source import Source, read_source
from drafter.nouns import Draft, Review, Sentence
from drafter.steps.header import with_rivals
from drafter.steps.place import Places, placed, places_of


@dataclass(frozen=True, slots=True)
class CheckedText:
    """A finished text that was checked: what was found, its file, and what stands where in it."""

    review: Review
    source: Source
    places: Places


def check_text(job: Job, path: Path) -> CheckedText:
    """Check a finished text, from anywhere, by the same rules and against the same notes.

    Where the text cites no lines they are looked up; a job without notes has its form and its
    language checked only. Citations count lines as the folder's saved draft does.

    Raises:
        ManuscriptError: the text cannot be read.
    """
    notes = None if job.notes.is_empty else job.notes
    draft = read_manuscript(path, job.report_type, notes)
    draft = with_rivals(draft, job.report_type, job.given)
    source = read_source(path)
    places = places_of(draft, source.rows, source.unit)
    doubled = tuple(places.doubled(draft))
    if job.notes.lines:
        # imported here: a text that stands alone needs a third of the code
        from drafter.holding import hold

        review = hold(job, draft, doubled)
    else:
        review = _check_alone(job, draft, doubled)
    return CheckedText(placed(review, places), source, places)


def _check_alone(job: Job, draft: Draft, doubled: tuple[tuple[Sentence, int], ...]) -> Review:
    """What there is to say of a text when there are no notes."""
    case = Case(
        job.report_type,
        draft,
        None if job.notes.is_empty else job.notes,
        sensitive=job.reader.sensitive,
        remarks=job.remarks(draft),
        doubled=doubled,
    )
    return Review(draft, run(case, job.rules, job.rules_off))
