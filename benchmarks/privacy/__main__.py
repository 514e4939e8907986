"""``python -m benchmarks.privacy [--json]``."""

import argparse
import json
import sys
from dataclasses import asdict

from benchmarks.privacy import lines, notes, speed
from drafter.library.prompt_files import PromptFiles
from drafter.library.vocabulary import read_reader


def main() -> int:
    """Print the figures; 1 when hiding and restoring takes longer than it may."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.privacy")
    parser.add_argument("--json", action="store_true", help="the figures as one JSON object")
    as_json = parser.parse_args().json
    reader = read_reader(PromptFiles.searched())
    counts = [*lines.counts(reader), *notes.counts(reader)]
    prepare, hide, restore = speed.seconds(reader)
    if as_json:
        times = {"prepare": prepare, "hide": hide, "restore": restore}
        print(json.dumps({"counts": [asdict(one) for one in counts], "seconds": times}, indent=2))
    else:
        print(f"{'':<34}{'found':>12}{'in vain':>12}")
        for one in counts:
            found, vain = f"{one.found}/{one.lines}", f"{one.alarms}/{one.quiet}"
            print(f"{one.title:<34}{found:>12}{vain:>12}")
        print(f"\n{speed.SIZE // 1000} kB of notes, {speed.PEOPLE} people, seconds of one core")
        print(f"prepare {prepare:.3f}   hide {hide:.3f}   restore {restore:.3f}")
    return int(hide + restore > speed.LIMIT)


if __name__ == "__main__":
    sys.exit(main())
