"""The three ways of writing a report, each against a server of its own that starts cold."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.speed import chains, log, processes, reports
from benchmarks.speed.latency import Latency
from benchmarks.speed.log import Entry
from benchmarks.speed.processes import Run, RunError
from benchmarks.speed.stand_in import StandIn

DRAFTER, RERUN = "drafter", "rerun"
AT_ONCE = 8
"""How many questions of one report are asked at once."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is measured: the server by name, all times multiplied, faults, and length of notes."""

    server: str
    scale: float
    faulty: float
    length: int

    @property
    def latency(self) -> Latency:
        """The server's settings as it keeps them."""
        return Latency.of(self.server).scaled(self.scale)

    def options(self, path: Path) -> tuple[str, ...]:
        """The options of the server's process."""
        told = {"log": path, "server": self.server, "scale": self.scale, "faulty": self.faulty}
        return tuple(f"--{name}={value}" for name, value in told.items())


@dataclass(frozen=True, slots=True)
class Measured:
    """One way of writing so many reports: its process, and what the server saw of it."""

    way: str
    reports: int
    run: Run
    entries: tuple[Entry, ...]

    @property
    def sent(self) -> int:
        """Prompt tokens in all."""
        return sum(one.prompt for one in self.entries)

    @property
    def answered(self) -> int:
        """Completion tokens in all."""
        return sum(one.completion for one in self.entries)

    @property
    def cached(self) -> float:
        """The share of the prompt tokens that the server's cache hit."""
        return log.share(sum(one.cached for one in self.entries), self.sent)

    @property
    def shared(self) -> float:
        """The share of the prompt tokens that an earlier request had begun with, read or not."""
        return log.share(sum(one.shared for one in self.entries), self.sent)

    @property
    def start(self) -> float:
        """Seconds from the start of the process to its first request, or to its end."""
        arrivals = (one.arrival for one in self.entries)
        return min(arrivals, default=self.run.ended) - self.run.began

    @property
    def close(self) -> float:
        """Seconds from the last answer, where there was any, to the end of the process."""
        return self.run.ended - max((one.end for one in self.entries), default=self.run.ended)

    def spent(self) -> dict[str, Counter[str]]:
        """The prompt tokens by kind of question and part of the prompt."""
        found: dict[str, Counter[str]] = {}
        for one in self.entries:
            kept = found.setdefault(one.kind, Counter())
            kept.update({**asdict(one.parts), "requests": 1, "written": one.completion})
        return found


def drafter(parent: Path, count: int, setting: Setting) -> tuple[Measured, ...]:
    """drafter in new folders: ``draft`` for one report and once more, ``batch`` for several.

    One report has eight questions at once, many have as many as the server has slots. The second
    run of one report finds nothing changed, and every answer kept.

    Raises:
        RunError: drafter could not run, or left a folder without its report.
    """
    path = parent / "log.jsonl"
    with processes.serving(*setting.options(path)) as url:
        at_once = setting.latency.slots if count > 1 else AT_ONCE
        wish = reports.Wish(count, setting.length, at_once)
        folders = reports.make(parent / "folders", wish, url)
        command = "batch" if count > 1 else "draft"
        run = processes.run("drafter", command, *map(str, folders))
        if missing := [one.name for one in folders if not (one / "rapport.docx").is_file()]:
            raise RunError(f"{len(missing)} of {count} folders have no report: {missing[:5]}")
        first = Measured(DRAFTER, count, run, log.read(path))
        return (first,) if count > 1 else (first, _again(folders[0], path, first))


def _again(folder: Path, path: Path, first: Measured) -> Measured:
    """The same report once more; its entries are those that the first run did not write."""
    run = processes.run("drafter", "draft", str(folder), "--skriv-over")
    return Measured(RERUN, 1, run, log.read(path)[len(first.entries) :])


def chain(way: str, parent: Path, count: int, setting: Setting) -> Measured:
    """A plain chain with the same notes, so many reports of them at once as the server has slots.

    Raises:
        RunError: the chain could not run.
    """
    path, task = parent / "log.jsonl", parent / "task.json"
    with processes.serving(*setting.options(path)) as url:
        folders = reports.make(parent / "folders", reports.Wish(count, setting.length), url)
        chains.write(task, url, _written(folders, setting))
        at_once = f"--at-once={setting.latency.slots}"
        run = processes.run("benchmarks.speed.chains", str(task), way, at_once)
    return Measured(way, count, run, log.read(path))


def _written(folders: Sequence[Path], setting: Setting) -> list[chains.Report]:
    answer = StandIn(setting.faulty).answer
    return [chains.report_of(folder, answer) for folder in folders]
