"""Is drafter well, and does the model answer? What ``drafter doctor`` looks at."""

import platform
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from drafter import __version__
from drafter.errors import DrafterError
from drafter.library.profiles import choose_profile, config_files, rules_off
from drafter.library.prompt_files import PromptFiles
from drafter.library.report_types import all_report_types
from drafter.library.vocabulary import read_reader
from drafter.nouns import Profile


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that was looked at, whether it is well, and what a person should know."""

    name: str
    well: bool
    told: str


def examine(folder: Path, model: str) -> tuple[Sign, ...]:
    """Look at the installation and at the model that a draft in ``folder`` would use."""
    python = f"drafter {__version__}, Python {platform.python_version()}, {platform.system()}"
    prompts = PromptFiles.searched(folder / "prompts")
    return (
        Sign("Program", True, python),
        _look("Rapporttyper", lambda: _types(prompts)),
        _look("Ordlista", lambda: _words(prompts)),
        _look("Inställningar", lambda: _settings(folder)),
        *_model(folder, model),
    )


def _look(name: str, look: Callable[[], str]) -> Sign:
    """A sign that is well when looking raises nothing."""
    try:
        return Sign(name, True, look())
    except DrafterError as error:
        return Sign(name, False, f"{error.message} {error.hint}".strip())


def _types(prompts: PromptFiles) -> str:
    return ", ".join(one.id for one in all_report_types(prompts))


def _words(prompts: PromptFiles) -> str:
    return f"{len(read_reader(prompts).lexicon.entries)} uppslag"


def _settings(folder: Path) -> str:
    rules_off(folder)  # reads them all, and objects to what it does not know
    found = [str(path) for path in config_files(folder) if path.is_file()]
    return ", ".join(found) or "ingen drafter.toml finns, och ingen behövs"


def _model(folder: Path, name: str) -> Iterator[Sign]:
    """Which model is chosen, and whether its endpoint answers."""
    try:
        profile = choose_profile(folder, name)
    except DrafterError as error:
        yield Sign("Modell", False, f"{error.message} {error.hint}".strip())
        return
    if profile is None:
        yield Sign("Modell", True, "ingen: utkasten blir anteckningarnas egna ord")
        return
    told = f"{profile.model} hos {profile.host} ({profile.hosting.value}), profil {profile.name}"
    yield Sign("Modell", True, told)
    yield _endpoint(profile)


def _endpoint(profile: Profile) -> Sign:
    """Ask the endpoint itself. Imported here: LangChain takes a second to load."""
    from drafter.llm.remote import answers

    pulse = answers(profile)
    well = pulse.answers and pulse.key is not False and pulse.model is not False
    return Sign("Svar", well, f"{pulse.message} {pulse.hint}".strip())
