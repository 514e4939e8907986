"""The ways in which a faithful sentence is made unfaithful."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random

from benchmarks.grounding.nouns import Case, Item, Trial
from benchmarks.grounding.operators.calendar import turn_date, turn_time, turn_weekday
from benchmarks.grounding.operators.figures import turn_number
from benchmarks.grounding.operators.lines import turn_line
from benchmarks.grounding.operators.names import turn_person, turn_place
from benchmarks.grounding.operators.units import turn_unit
from drafter.nouns import Sentence

Turn = Callable[[Case, Item, Random], Iterator[Sentence]]
"""Yields mutants of a faithful sentence, as many as it can make."""

# As many of one operator as count, so that no common slip outweighs a rare one in the total.
MOST = 80

# As many mutants of one sentence as one programmed operator makes.
EACH = 2


@dataclass(frozen=True, slots=True)
class Operator:
    """One way to turn a sentence. Without ``turn`` its mutants are written by hand in the data."""

    id: str
    title: str
    turn: Turn | None = None


OPERATORS = (
    Operator("number", "number", turn_number),
    Operator("unit", "unit", turn_unit),
    Operator("date", "date", turn_date),
    Operator("weekday", "weekday", turn_weekday),
    Operator("time", "time", turn_time),
    Operator("person", "person", turn_person),
    Operator("place", "place", turn_place),
    Operator("organisation", "organisation"),
    Operator("role", "role swap within a line"),
    Operator("negation", "negation"),
    Operator("antonym", "antonym"),
    Operator("lost", "lost attribution"),
    Operator("moved", "moved attribution"),
    Operator("opinion", "opinion made general"),
    Operator("decision", "proposal made decision"),
    Operator("certainty", "certainty raised"),
    Operator("quantifier", "quantifier raised"),
    Operator("added", "added plausible clause"),
    Operator("line", "wrong line", turn_line),
    Operator("quote", "quote with a meaning-turning ellipsis"),
    Operator("merged", "merged facts of two lines"),
    Operator("reservation", "dropped reservation"),
)


def faithful(cases: tuple[Case, ...]) -> tuple[Trial, ...]:
    """Every faithful sentence as it is."""
    return tuple(
        Trial(item.id, case, item.sentence, hard=item.hard) for case in cases for item in case.items
    )


def mutants(operator: Operator, cases: tuple[Case, ...]) -> tuple[Trial, ...]:
    """The operator's mutants, the same at every call: at most ``MOST``, drawn from them all."""
    trials = [one for case in cases for item in case.items for one in _turned(operator, case, item)]
    if len(trials) <= MOST:
        return tuple(trials)
    drawn = Random(operator.id).sample(range(len(trials)), MOST)
    return tuple(trials[index] for index in sorted(drawn))


def _turned(operator: Operator, case: Case, item: Item) -> Iterator[Trial]:
    for number, sentence in enumerate(_sentences(operator, case, item), start=1):
        yield Trial(f"{item.id}.{operator.id}.{number}", case, sentence, operator.id, item.hard)


def _sentences(operator: Operator, case: Case, item: Item) -> Iterator[Sentence]:
    """The operator's written mutants, then the programmed ones that nobody has written."""
    yield from (one.sentence for one in item.written if one.operator == operator.id)
    if operator.turn:
        written = {(one.sentence.text, one.sentence.quotes) for one in item.written}
        turned = operator.turn(case, item, Random(f"{operator.id} {item.id}"))
        yield from islice((one for one in turned if (one.text, one.quotes) not in written), EACH)
