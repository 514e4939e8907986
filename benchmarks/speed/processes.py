"""Processes from outside: how long they take, what they compute and how much memory they hold.

Memory is read from ``/proc``, so this runs on Linux.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

STEP = 0.02
"""Seconds between two looks at a process."""
_PAGE = os.sysconf("SC_PAGE_SIZE")


class RunError(Exception):
    """A process that could not do its work; holds what it said."""


@dataclass(frozen=True, slots=True)
class Run:
    """A finished process. Times are in seconds; moments are those of the monotonic clock.

    ``cpu`` is its own and its children's, user and system. ``memory`` is the most bytes that it and
    its children had resident at the same time; pages that they share are counted for each.
    """

    began: float
    ended: float
    cpu: float
    memory: int

    @property
    def wall(self) -> float:
        return self.ended - self.began


def run(module: str, *arguments: str) -> Run:
    """Run a module of Python to its end.

    Raises:
        RunError: its exit code is over 1 (drafter's 1 says that a report has open errors).
    """
    with TemporaryFile() as said:
        began = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments], stdout=said, stderr=said
        )
        memory = 0
        while not (ended := os.wait4(process.pid, os.WNOHANG))[0]:
            memory = max(memory, _resident(process.pid))
            time.sleep(STEP)
        over = time.monotonic()
        process.returncode = os.waitstatus_to_exitcode(ended[1])
        if process.returncode not in (0, 1):
            said.seek(0)
            raise RunError(said.read().decode(errors="replace"))
    return Run(began, over, ended[2].ru_utime + ended[2].ru_stime, memory)


def _resident(pid: int) -> int:
    """The resident bytes of a process and its children; 0 for one that has just ended."""
    folder = Path(f"/proc/{pid}")
    try:
        own = int((folder / "statm").read_text().split()[1]) * _PAGE
        tasks = (task / "children" for task in (folder / "task").iterdir())
        children = [int(child) for task in tasks for child in task.read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return own + sum(map(_resident, children))


@contextmanager
def serving(*arguments: str) -> Iterator[str]:
    """A server of ``server.py`` as a process of its own; its address."""
    command: Sequence[str] = [sys.executable, "-m", "benchmarks.speed.server", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        url = process.stdout.readline().strip()
        try:
            yield url
        finally:
            process.terminate()
