"""Processes that change a report folder and die on the way: killed, or without room on the disk.

A child is forked from a server that has everything loaded, so that a hundred of them take seconds.
"""

import io
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest

from drafter import cli
from drafter.commands import drafting, editing, locking  # noqa: F401 - loaded once, in the server
from drafter.library.folder import ReportFolder
from drafter.llm import remote  # noqa: F401 - the same
from drafter.nouns import Decision, Judgement, Review

posix = pytest.mark.skipif(os.name != "posix", reason="Windows has neither SIGKILL nor fork")

FACTORY = multiprocessing.get_context("forkserver" if os.name == "posix" else "spawn")
FACTORY.set_forkserver_preload([__name__])

Work = Callable[..., None]


def start(work: Work, *arguments: Any) -> BaseProcess:
    process = FACTORY.Process(target=work, args=arguments)
    process.start()
    return process


def finish(*processes: BaseProcess) -> list[int | None]:
    """The exit codes, when all are done; a signal is negative."""
    for process in processes:
        process.join(120)
    return [process.exitcode for process in processes]


# What a child does


def decide(folder: Path, what: str) -> None:
    """Add a decision to the folder's draft."""
    made = Decision("bakgrund-1", Judgement.CHANGED, "", what, "prov", "2026-05-20T12:00:00+02:00")

    def change(review: Review) -> Review:
        return replace(review, decisions=(*review.decisions, made))

    ReportFolder.of(folder).revise(change)


def decide_and_tell(folder: Path, what: str, told: Path) -> None:
    """The same; a line in ``told`` says that it is done."""
    decide(folder, what)
    with told.open("a", encoding="utf-8") as file:
        file.write(f"{what}\n")


def decide_on_and_on(folder: Path, name: str, told: Path) -> None:
    for number in range(10_000):
        decide_and_tell(folder, f"{name}-{number}", told)


def decide_often(folder: Path, name: str, times: int) -> None:
    for number in range(times):
        decide(folder, f"{name}-{number}")


def command(*words: str) -> None:
    sys.exit(cli.main(words))


def draft_quietly(folder: Path) -> None:
    sys.stdout = io.StringIO()
    cli.main(["draft", str(folder), "--skriv-over"])


def die_holding(folder: Path) -> None:
    """Be killed while drafting, and while changing the draft."""

    def killed(review: Review) -> Review:
        os.kill(os.getpid(), signal.SIGKILL)
        return review

    report = ReportFolder.of(folder)
    with report.drafting():
        report.revise(killed)


# How it dies

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_STEPS = frozenset("os.rename os.remove os.mkdir os.utime os.chmod os.link".split())


class _Steps:
    """Counts what a process does to the files of a folder, and ends it before one of them."""

    def __init__(self, folder: Path, last: int, torn: bool) -> None:
        self.folder, self.last, self.torn = str(folder), last, torn
        self.count = 0
        self._fsync = os.fsync
        os.fsync = self.fsync
        sys.addaudithook(self.watch)

    def watch(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            if isinstance(flags, int) and flags & _WRITING:
                self.step(path)
        elif event in _STEPS:
            self.step(arguments[0])

    def step(self, path: object) -> None:
        if str(path).startswith(self.folder):
            self.count += 1
            if self.count == self.last:
                os.kill(os.getpid(), signal.SIGKILL)

    def fsync(self, handle: int) -> None:
        """What was written may not be on the disk yet: a half of it is."""
        self.count += 1
        if self.count == self.last:
            if self.torn and (size := os.fstat(handle).st_size) and _is_file(handle):
                os.truncate(handle, size // 2)
            os.kill(os.getpid(), signal.SIGKILL)
        self._fsync(handle)


def _is_file(handle: int) -> bool:
    return os.fstat(handle).st_mode & 0o170000 == 0o100000


def dying(folder: Path, last: int, torn: bool, work: Work, *arguments: Any) -> None:
    """Do some work, and be killed before its step number ``last``."""
    _Steps(folder, last, torn)
    work(*arguments)


def counted(folder: Path, report: Path, work: Work, *arguments: Any) -> None:
    """Do some work, and tell how many steps it took."""
    steps = _Steps(folder, -1, False)
    work(*arguments)
    report.write_text(str(steps.count), encoding="utf-8")


def steps_of(folder: Path, report: Path, work: Work, *arguments: Any) -> int:
    """How many steps some work takes."""
    finish(start(counted, folder, report, work, *arguments))
    return int(report.read_text(encoding="utf-8"))


def cramped(size: int, told: Path, *words: str) -> None:
    """A command that may write no file larger than ``size`` bytes; its errors go to ``told``."""
    import resource

    sys.stdout = sys.stderr = io.StringIO()
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))
    code = cli.main(words)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    told.write_text(sys.stderr.getvalue(), encoding="utf-8")
    sys.exit(code)
