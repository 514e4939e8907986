"""What must be reached, and what of it was not."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from benchmarks.grounding.measure import Result, Share, errors, noticed, warnings
from benchmarks.grounding.operators import OPERATORS

FILE = Path(__file__).with_name("floors.toml")

Floors = dict[str, dict[str, float]]


def load_floors() -> Floors:
    """The floors as they stand in ``floors.toml``."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def misses(result: Result, floors: Floors) -> tuple[str, ...]:
    """One line for each floor that the result does not reach."""
    return (
        *_recall(result, floors["recall"]),
        *_each(result, floors["errors_each"]),
        *_alarms(result, floors["false_alarms"]),
    )


def _recall(result: Result, floor: dict[str, float]) -> Iterator[str]:
    yield from _under("errors + warnings", noticed(result.mutants), floor["noticed"])
    yield from _under("errors", errors(result.mutants), floor["errors"])


def _each(result: Result, floor: dict[str, float]) -> Iterator[str]:
    titles = {operator.id: operator.title for operator in OPERATORS}
    for operator, least in floor.items():
        yield from _under(f"errors, {titles[operator]}", errors(result.of(operator)), least)


def _alarms(result: Result, ceiling: dict[str, float]) -> Iterator[str]:
    yield from _over("false errors", errors(result.faithful), ceiling["errors"])
    yield from _over("false warnings", warnings(result.faithful), ceiling["warnings"])


def _under(what: str, share: Share, floor: float) -> Iterator[str]:
    if share.value < floor:
        yield f"{what}: {share.value:.3f} is under {floor}"


def _over(what: str, share: Share, ceiling: float) -> Iterator[str]:
    if share.value > ceiling:
        yield f"{what}: {share.value:.3f} is over {ceiling}"
