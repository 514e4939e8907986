"""A true sentence that cites a line which does not say it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from benchmarks.grounding.nouns import Case, Item
from drafter.nouns import Line, LineKind, Quote, Sentence

# Of so many lines nearest to the right ones the wrong ones are drawn: a slip is seldom far away.
NEAR = 6

# A line that shares more of the long words of the sentence might support it after all.
SHARED = 0.5


def turn_line(case: Case, item: Item, chance: Random) -> Iterator[Sentence]:
    """As many wrong lines as the sentence has right ones, from nearby, quoted in full."""
    right = item.sentence.lines
    wrong = [line for line in case.notes.lines if _is_wrong(line, case, item)]
    wrong.sort(key=lambda line: min(abs(line.number - number) for number in right))
    if len(wrong) >= len(right):
        drawn = sorted(chance.sample(wrong[:NEAR], len(right)), key=lambda line: line.number)
        cited = tuple(Quote(line.number, line.text) for line in drawn)
        yield replace(item.sentence, quotes=cited, rows=())


def _is_wrong(line: Line, case: Case, item: Item) -> bool:
    if line.kind is LineKind.HEADING or len(line.text) < 25:
        return False
    right = case.notes.pick(item.sentence.lines)
    related = {one.number for one in right} | {one.parent for one in right if one.parent}
    if related & {line.number, line.parent, line.continues}:
        return False
    said = _stems(item.sentence.text)
    return len(said & _stems(line.text)) <= SHARED * len(said)


def _stems(text: str) -> set[str]:
    return {word[:5].lower() for word in re.findall(r"\w{5,}", text)}
