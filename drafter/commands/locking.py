"""``lock``: sections that a new draft must leave as they are, or may write again."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from drafter.checks.holding import outdated
from drafter.errors import FolderError
from drafter.intake import Wishes, take_in_saved
from drafter.job import Job
from drafter.library.folder import ReportFolder
from drafter.nouns import Draft, Heading, Hold, Review, Section, SectionState
from drafter.pipeline import prepare
from drafter.steps.basis import based
from drafter.text.headings import exact_heading


@dataclass(frozen=True, slots=True)
class Locked:
    """The sections as they were and as they are."""

    before: tuple[Section, ...]
    after: tuple[Section, ...]


def lock(source: Path, names: Iterable[str]) -> Locked:
    """Lock sections, so that no new draft writes them again.

    One that is locked already, or told to be stale, is locked again as it stands: the person has
    read it against the material of today.

    Raises:
        FolderError: the draft has no such section, or code fills it.
    """
    folder = ReportFolder.of(source)
    job, _ = take_in_saved(folder, Wishes())
    return _change(folder, names, lambda section: _locked(section, job))


def release(source: Path, names: Iterable[str]) -> Locked:
    """Let the next draft write sections again.

    Raises:
        FolderError: the draft has no such section, or code fills it.
    """
    folder = ReportFolder.of(source)
    return _change(folder, names, lambda section: replace(section, hold=Hold.FREE, stale=""))


def _locked(section: Section, job: Job) -> Section:
    read_again = section.hold is Hold.LOCKED or section.stale
    first = section.basis is None and not job.has_changed_notes
    if job.notes.lines and (read_again or first):
        section = based(section, prepare(job))
    return replace(section, hold=Hold.LOCKED)


def _change(
    folder: ReportFolder, names: Iterable[str], change: Callable[[Section], Section]
) -> Locked:
    wanted = tuple(names)
    before: tuple[Section, ...] = ()
    after: tuple[Section, ...] = ()

    def revised(saved: Review) -> Review:
        nonlocal before, after
        before = tuple(dict.fromkeys(_section(name, saved.draft, folder) for name in wanted))
        after = tuple(map(change, before))
        return _with(saved, after)

    folder.revise(revised)
    return Locked(before, after)


def _with(saved: Review, changed: tuple[Section, ...]) -> Review:
    """A review with some sections in other hands; what was said of a stale one is taken back."""
    fresh = {section.title for section in changed if not section.stale}
    findings = tuple(
        one for one in saved.findings if one.rule != outdated.id or one.section not in fresh
    )
    return replace(saved, draft=saved.draft.with_sections(*changed), findings=findings)


def _section(name: str, draft: Draft, folder: ReportFolder) -> Section:
    """The section that a person means by its heading or its id."""
    meant = exact_heading(name, [Heading(one.heading, one.title) for one in draft.sections])
    wanted = meant.id if meant else name
    found = next((one for one in draft.sections if one.heading == wanted), None)
    if found is None:
        raise _unknown(name, draft, folder)
    if found.state is SectionState.FRAME:
        hint = "Det följer deltagarlistan och rubrikerna, och skrivs aldrig av en modell."
        raise FolderError(f"Avsnittet »{found.title}« låses inte.", hint, folder.draft_file)
    return found


def _unknown(name: str, draft: Draft, folder: ReportFolder) -> FolderError:
    keys = ((key, one.title) for one in draft.sections for key in (one.title, one.heading))
    titles = {key.casefold(): title for key, title in keys}
    near = get_close_matches(name.casefold(), titles, n=1)
    known = ", ".join(f"»{one.title}«" for one in draft.sections)
    hint = f"Menade du »{titles[near[0]]}«?" if near else f"De avsnitt som finns är {known}."
    return FolderError(f"Utkastet har inget avsnitt »{name}«.", hint, folder.draft_file)
