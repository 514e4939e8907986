"""``python -m benchmarks.language [--list | --missed | --speed]``."""

import argparse
import sys
from collections import Counter

from benchmarks.language.checker import checker
from benchmarks.language.judged import as_row
from benchmarks.language.measure import Planted, Precision, planted, precision, words_per_second

PRECISION, RECALL, HELD_BACK, PER_HUNDRED = 0.95, 0.95, 0.87, 1.0
"""What must be reached: right remarks of those that are more than advice, planted errors found by
their own rules in the set that the rules were tuned on and in the one that nobody tunes on, and
remarks of one rule in a hundred words of good text at most."""


def main() -> int:
    """Print the figures; 1 if one of them is not what it must be."""
    options = _options()
    with checker() as free:
        if options.speed:
            print(f"{words_per_second(free):,.0f} words a second")
            return 0
        good = precision(free)
    with checker("reserapport") as reports:
        tried = planted(reports)
        unseen = planted(reports, "held_back")
    if options.list:
        print("\n".join(as_row(one) for one in good.judgements))
        return 0
    for one in tried if options.missed else ():
        if not one.found:
            print(f"{one.rule}\t{one.error}\t{one.text}")
    print(_told(good))
    print(f"planted errors, tuned on: {_found(tried)}")
    print(f"planted errors, held back: {_found(unseen)}")
    missed = (*_missed(good, tried), *_low(unseen))
    print("\n".join(missed))
    return 1 if missed else 0


def _low(unseen: tuple[Planted, ...]) -> list[str]:
    recall = sum(one.found for one in unseen) / len(unseen)
    return [] if recall >= HELD_BACK else [f"held back: recall {recall:.3f} is under {HELD_BACK}"]


def _found(tried: tuple[Planted, ...]) -> str:
    own, pointed = sum(one.found for one in tried), sum(one.pointed for one in tried)
    return f"{own} of {len(tried)} found by their rule, {pointed} by any"


def _told(good: Precision) -> str:
    counts = Counter(one.finding.severity.value for one in good.judgements)
    busiest = list(good.per_hundred().items())[:5]
    return "\n".join(
        (
            f"good texts: {good.words} words, {dict(counts)}",
            f"right of those that are more than advice: {good.value:.3f} of {len(good.weighty)}",
            "per 100 words: " + ", ".join(f"{rule} {often:.2f}" for rule, often in busiest),
        )
    )


def _missed(good: Precision, tried: tuple[Planted, ...]) -> list[str]:
    """One line for each thing that is not as it must be."""
    recall = sum(one.found for one in tried) / len(tried)
    talkative = [rule for rule, often in good.per_hundred().items() if often > PER_HUNDRED]
    unseen = [one for one in good.open if one in good.weighty]
    wrong = []
    if unseen:
        wrong.append(f"{len(unseen)} findings that nobody has judged: --list shows them with »?«")
    if good.value < PRECISION:
        wrong.append(f"precision {good.value:.3f} is under {PRECISION}")
    if recall < RECALL:
        wrong.append(f"recall {recall:.3f} is under {RECALL}")
    return [*wrong, *(f"{rule} speaks more than once in 100 words" for rule in talkative)]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.language")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--list", action="store_true", help="every finding on the good texts")
    form.add_argument("--missed", action="store_true", help="also the planted errors not found")
    form.add_argument("--speed", action="store_true", help="only how fast the rules are")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
