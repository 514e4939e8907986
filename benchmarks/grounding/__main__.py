"""``python -m benchmarks.grounding [--held-back] [--json | --slips | --speed]``."""

import argparse
import json
import sys

from benchmarks.grounding import floors, show
from benchmarks.grounding.checker import check, check_report
from benchmarks.grounding.data import load
from benchmarks.grounding.measure import checks_per_second, measure
from benchmarks.grounding.nouns import Part


def main() -> int:
    """Run one part; 1 if a floor is not reached."""
    options = _options()
    part = Part.HELD_BACK if options.held_back else Part.TUNED
    if options.speed:
        print(f"{checks_per_second(load(part), check_report):,.0f} checks a second on one core")
        return 0
    result = measure(load(part), check)
    missed = floors.misses(result, floors.load_floors())
    if options.json:
        print(json.dumps(show.as_json(part, result, missed), ensure_ascii=False, indent=2))
        return 1 if missed else 0
    for slip in show.slips(result) if options.slips else ():
        print(slip, end="\n\n")
    print(show.as_text(part, result, missed))
    return 1 if missed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.grounding")
    parser.add_argument("--held-back", action="store_true", help="the part nobody tunes on")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="the figures as one JSON object")
    form.add_argument("--slips", action="store_true", help="also each sentence judged wrongly")
    form.add_argument("--speed", action="store_true", help="only how fast the checks are")
    options = parser.parse_args()
    if options.held_back and options.slips:
        parser.error("the sentences of the held-back part are never shown")
    return options


if __name__ == "__main__":
    sys.exit(main())
