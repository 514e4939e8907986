"""``batch``: many folders under one limit, in one run or by way of files."""

import gc
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from drafter.commands.documents import Target
from drafter.commands.drafting import Way, collect, draft
from drafter.errors import BatchError, DrafterError
from drafter.intake import Wishes
from drafter.library.batch_files import check_questions, read_answers, write_questions
from drafter.library.encoding import read_text
from drafter.library.profiles import choose_profile
from drafter.library.settings import read_report_settings
from drafter.library.spelling import dictionary
from drafter.llm.batch import Inbox, Outbox
from drafter.llm.exchange import Exchange
from drafter.llm.service import Service
from drafter.nouns import Profile, SectionState, Severity, Usage
from drafter.steps.parallel import in_parallel
from drafter.steps.watch import Unwatched

_MORE = 2
"""So many more folders than places at the model are under way: while some are read or checked,
others have questions to put, and the model never waits."""

_OFTEN = 700, 10, 10
"""How often garbage is looked for: Python's own thresholds. What reports leave must not pile up."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one folder. ``error`` tells why it could not be drafted, if it could not.

    ``fallbacks`` counts the sections that the model could not write. ``unchanged`` tells that
    nothing had to be done.
    """

    folder: Path
    error: DrafterError | None = None
    open_errors: int = 0
    warnings: int = 0
    fallbacks: int = 0
    usage: Usage = Usage()
    unchanged: bool = False


class _Silent(Unwatched):
    """Nobody watches one report among many."""

    def started(self, profile: Profile | None) -> None:
        """Nothing is said."""


class Shared:
    """One exchange for each profile, however many folders use it. Safe from many threads."""

    def __init__(self, make: Callable[[Profile], Exchange]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._made: dict[Profile, Exchange] = {}

    def __call__(self, profile: Profile) -> Exchange:
        """The exchange of a profile."""
        with self._lock:
            if profile not in self._made:
                self._made[profile] = self._make(profile)
            return self._made[profile]


def folders_of(sources: Iterable[Path], listed: Path | None) -> tuple[Path, ...]:
    """The report folders that are meant, each once: those named, in a list, or in a named folder.

    Raises:
        BatchError: there is none, or the list cannot be read.
    """
    named = [*sources, *(_listed(listed) if listed else ())]
    found: dict[Path, Path] = {}
    for folder in (folder for one in named for folder in _reports_in(one)):
        found.setdefault(folder.resolve(), folder)  # one folder may be called several things
    if not found:
        hint = "Ange rapportmappar, en mapp som innehåller sådana, eller en lista med --lista."
        raise BatchError("Det finns inga rapportmappar att arbeta med.", hint)
    return tuple(found.values())


def _listed(path: Path) -> Iterator[Path]:
    """The folders of a list, one a line, as seen from the list itself."""
    for line in read_text(path, BatchError).splitlines():
        name = line.strip().strip('"')  # as Windows copies a path
        if name and not name.startswith("#"):
            yield path.parent / name


def _reports_in(folder: Path) -> Iterable[Path]:
    """A folder itself, or those in it that hold notes, or do not tell, where it holds none."""
    if any(folder.glob("anteckningar*")):
        return (folder,)
    return sorted(one for one in folder.glob("[!.]*/") if _may_be_report(one)) or (folder,)


def _may_be_report(folder: Path) -> bool:
    return not os.access(folder, os.R_OK | os.X_OK) or any(folder.glob("anteckningar*"))


def batch(folders: tuple[Path, ...], way: Way, overwrite: bool) -> Iterator[Outcome]:
    """Draft every folder; outcomes come as they are ready. One that fails stops no other."""
    gc.set_threshold(*_OFTEN)
    dictionary()  # one for all, begun to be read before the first folder needs it
    target, profile = Target(overwrite=overwrite), model_of(folders, way.wishes)
    at_once = _MORE + (profile.parallel if profile else 0)
    for _, outcome in in_parallel(lambda one: _drafted(one, way, target), folders, at_once):
        yield outcome


def model_of(folders: Iterable[Path], wishes: Wishes) -> Profile | None:
    """The model of the first folder that tells which it is; nothing where that is none."""
    for folder in folders:
        with suppress(DrafterError):  # whoever cannot tell will say so when its turn comes
            model = wishes.model or read_report_settings(folder / "rapport.toml").modell
            return choose_profile(folder, model)
    return None


def together(wishes: Wishes) -> Way:
    """The way of many reports: all who ask the same endpoint share its limits and its budget."""
    return Way(wishes, Shared(Service))


def export(folders: tuple[Path, ...], wishes: Wishes, path: Path) -> tuple[int, list[Outcome]]:
    """Write what the folders would ask to a file; how many questions, and who could not ask.

    Raises:
        OutputError: the file cannot be written, or is somebody's work.
        BatchError: the folders' profiles name different models, or none.
    """
    check_questions(path)
    boxes: list[Outbox] = []

    def outbox(profile: Profile) -> Exchange:
        boxes.append(Outbox(profile))
        return boxes[-1]

    way = Way(wishes, Shared(outbox))
    outcomes = [one for _, one in in_parallel(lambda one: _collected(one, way), folders, 2)]
    models = sorted({box.profile.model for box in boxes})
    if not models and not any(one.error for one in outcomes):
        hint = "Ange en modell med --modell eller i drafter.toml."
        raise BatchError("Ingen modell är vald, så det finns inga frågor att exportera.", hint)
    if len(models) > 1:
        hint = "En fil kan bara ha en modell. Exportera mapparna var för sig, eller ange --modell."
        raise BatchError(f"Mapparna har olika modeller: {', '.join(models)}.", hint)
    lines = {key: line for box in boxes for key, line in box.lines.items()}
    write_questions(path, (lines[key] for key in sorted(lines)))
    return len(lines), outcomes


def answered(wishes: Wishes, path: Path) -> tuple[Way, int]:
    """The way of reports whose answers lie in a file; and how many of those cannot be used.

    Raises:
        BatchError: the file cannot be read.
    """
    answers = read_answers(path)
    return Way(wishes, Shared(lambda one: Inbox(one, answers.by_question))), answers.unusable


def _drafted(folder: Path, way: Way, target: Target) -> Outcome:
    def work() -> Outcome:
        drafted = draft(folder, way, target, _Silent())
        review, states = drafted.review, [one.state for one in drafted.review.draft.sections]
        return Outcome(
            folder,
            open_errors=sum(one.severity.open for one in review.findings),
            warnings=review.count(Severity.WARNING),
            fallbacks=states.count(SectionState.FALLBACK),
            usage=sum(drafted.usage.values(), Usage()),
            unchanged=drafted.unchanged,
        )

    return _guarded(folder, work)


def _collected(folder: Path, way: Way) -> Outcome:
    def work() -> Outcome:
        collect(folder, way)
        return Outcome(folder)

    return _guarded(folder, work)


def _guarded(folder: Path, work: Callable[[], Outcome]) -> Outcome:
    """What some work on a folder comes to, or why it came to nothing."""
    try:
        return work()
    except DrafterError as error:
        return Outcome(folder, error)
    except OSError as error:
        told = f"{error.filename or folder} kan inte läsas eller skrivas."
        return Outcome(folder, DrafterError(told, "Kontrollera disken och behörigheten."))
    except Exception as error:  # whatever is wrong with one report, the others are not to suffer
        told = f"Ett oväntat fel i drafter ({type(error).__name__}: {error})."
        return Outcome(folder, DrafterError(told, "Anmäl felet. De andra mapparna är opåverkade."))
