"""``python -m benchmarks.speed [--rapporter 1 10 100 1000] [--server local] [--scale 1]``."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.speed import chains, latency, measure, show
from benchmarks.speed.measure import Measured, Setting
from benchmarks.speed.processes import RunError


def main() -> int:
    """Print the figures; 2 when something could not run."""
    told = _options()
    setting = Setting(told.server, told.scale, told.faulty, told.length)
    found = []
    print("" if told.json else show.head(), file=sys.stderr if told.json else sys.stdout)
    try:
        for one in _measured(told.rapporter, told.chains, setting):
            found.append(show.figures(one, setting.latency.slots))
            if not told.json:
                print(show.row(found[-1]), flush=True)
    except RunError as error:
        print(error, file=sys.stderr)
        return 2
    if told.json:
        print(json.dumps(found, indent=2))
        return 0
    print("", *show.ratios(found), sep="\n")
    for figures in found:
        if figures["way"] == measure.DRAFTER:
            print("", *show.details(figures), sep="\n")
    return 0


def _measured(counts: list[int], limit: int, setting: Setting) -> Iterator[Measured]:
    """drafter for each number of reports, and the chains where the number is within the limit."""
    for count in counts:
        with TemporaryDirectory() as folder:
            yield measure.drafter(Path(folder), count, setting)
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
