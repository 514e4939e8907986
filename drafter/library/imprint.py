"""The imprint of what a draft is made from: the same as long as no file of it has been touched."""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from drafter.library.profiles import config_files
from drafter.library.prompt_files import PromptFiles


def imprint(folder: Path, prompts: PromptFiles, made: Collection[Path], how: Iterable[str]) -> str:
    """The SHA-256 of every file that may count, by its place, size and time, and of ``how``.

    ``made`` are the files in the folder that drafter itself makes. A file that means nothing to
    drafter counts too: to look once too often costs a second.
    """
    told = [*how, *_marks(_inputs(folder, made)), *_marks(config_files(folder))]
    told += (f"{path} {size} {time}" for path, time, size in prompts.stamp())
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _inputs(folder: Path, made: Collection[Path]) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        # What begins so is an editor's own, there while a file is open.
        if path.is_file() and path not in made and not path.name.startswith((".", "~$")):
            yield path


def _marks(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        try:
            state = path.stat()
        except OSError:
            continue
        yield f"{path} {state.st_size} {state.st_mtime_ns}"
