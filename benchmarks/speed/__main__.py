"""``python -m benchmarks.speed [--rapporter 1 10 100 1000] [--server local] [--scale 1]``."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.speed import chains, latency, measure, show, targets
from benchmarks.speed.measure import Measured, Setting
from benchmarks.speed.processes import RunError


def main() -> int:
    """Print the figures; 1 when a target is missed, 2 when something could not run."""
    told = _options()
    setting = Setting(told.server, told.scale, told.faulty, told.length)
    table = sys.stderr if told.json else sys.stdout
    found = []
    print(show.head(), file=table)
    try:
        for one in _measured(told.rapporter, told.chains, setting):
            found.append(show.figures(one, setting.latency.slots))
            print(show.row(found[-1]), file=table, flush=True)
    except RunError as error:
        print(error, file=sys.stderr)
        return 2
    # With other times than the server's own, what the client adds weighs more or less.
    missed = tuple(targets.missed(found)) if told.scale == 1 else ()
    if told.json:
        print(json.dumps(found, indent=2))
    else:
        _tell(found, missed)
    return int(bool(missed))


def _tell(found: list[dict[str, Any]], missed: Iterable[str]) -> None:
    print("", *show.ratios(found), sep="\n")
    for one in found:
        if one["way"] == measure.DRAFTER:
            print("", *show.details(one), sep="\n")
    print("", *(f"missed: {one}" for one in missed), sep="\n")


def _measured(counts: list[int], limit: int, setting: Setting) -> Iterator[Measured]:
    """drafter for each number of reports, and the chains where the number is within the limit."""
    for count in counts:
        with TemporaryDirectory() as folder:
            yield from measure.drafter(Path(folder), count, setting)
        for way in chains.WAYS if count <= limit else ():
            with TemporaryDirectory() as folder:
                yield measure.chain(way, Path(folder), count, setting)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed")
    add = parser.add_argument
    add("--rapporter", type=int, nargs="+", default=[1], help="how many reports, one run for each")
    add("--server", choices=latency.names(), default="local", help="as in latency.toml")
    add("--scale", type=float, default=1.0, help="multiplies all times of the server")
    add("--faulty", type=float, default=0.05, help="share of the sentences with a fault to mend")
    add("--length", type=int, default=1, help="how many times as long the notes are")
    add("--chains", type=int, default=10, help="the chains are run for at most so many reports")
    add("--json", action="store_true", help="the figures for another program")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
