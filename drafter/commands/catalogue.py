"""``types``, ``rules`` and ``new``: what there is, and a folder to begin with."""

from pathlib import Path

from drafter.checks.families import RULES
from drafter.checks.language import rules_of
from drafter.checks.registry import Rule
from drafter.intake import Wishes, prompt_files
from drafter.library.house import language_for
from drafter.library.lexicon import read_shared_lexicon
from drafter.library.report_types import all_report_types, load_report_type
from drafter.library.settings import read_report_settings
from drafter.library.starter import start_folder
from drafter.nouns import ReportType


def types(prompts: Path | None) -> tuple[ReportType, ...]:
    """The report types that a draft in the present folder could have."""
    return all_report_types(prompt_files(Path(), Wishes(prompts=prompts)))


def rules(prompts: Path | None) -> tuple[Rule, ...]:
    """Every rule that a report in the present folder is held to."""
    files = prompt_files(Path(), Wishes(prompts=prompts))
    own = read_report_settings(Path("rapport.toml")).sprak
    return (*RULES, *rules_of(language_for(Path(), own, files, read_shared_lexicon(files))))


def new(report_type: str, folder: Path, wishes: Wishes) -> tuple[Path, ...]:
    """Make a report folder to start from; the files that were written."""
    chosen = load_report_type(report_type, prompt_files(Path(), wishes))
    return start_folder(folder, chosen)
