"""How long the commands take that ask no model, as whole processes.

``python -m benchmarks.speed.commands [N]`` prints the median of N runs: the time on the clock, and
the processor time of drafter and its dictionary together, which a busy machine lengthens less.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

SAMPLE = Path(__file__).parents[2] / "samples" / "nordisk-huvudstadskonferens"

RUNS = 9


@dataclass(frozen=True, slots=True)
class Timing:
    """The median times of a command, in seconds."""

    command: str
    clock: float
    processor: float


def measure(runs: int) -> Iterator[Timing]:
    """The times of each command on the sample, in a folder of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / SAMPLE.name
        shutil.copytree(SAMPLE, folder)
        draft = ("draft", str(folder), "--modell", "ingen", "--skriv-over")
        _run(draft)
        _run(("export", str(folder), "--format", "md"))
        alone = Path(name) / "rapport.md"
        shutil.copy(folder / "rapport.md", alone)
        commands = {
            "--version": ("--version",),
            "check rapport.md, utan anteckningar": ("check", str(alone)),
            "check rapport.md": ("check", str(folder / "rapport.md")),
            "check rapport.docx": ("check", str(folder / "rapport.docx")),
            "draft --modell ingen": draft,
        }
        for told, command in commands.items():
            clocks, processors = zip(*(_run(command) for _ in range(runs)), strict=True)
            yield Timing(told, median(clocks), median(processors))


def _run(command: tuple[str, ...]) -> tuple[float, float]:
    """The seconds that one run takes, on the clock and of processor time."""
    before, start = _processor(), perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "drafter", *command], capture_output=True, text=True, check=False
    )
    clock = perf_counter() - start
    if done.returncode not in (0, 1):
        raise RuntimeError(f"drafter {' '.join(command)}: {done.stderr}")
    return clock, _processor() - before


def _processor() -> float:
    """The processor time of all processes that have been run and are done."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print a table of the commands and their times."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    print(f"{'drafter …':<38}{'klocka, s':>10}{'processor, s':>14}   median av {runs}")
    for one in measure(runs):
        print(f"{one.command:<38}{one.clock:>10.2f}{one.processor:>14.2f}")


if __name__ == "__main__":
    main()
