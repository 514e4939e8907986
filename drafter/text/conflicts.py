"""Note lines that give one thing two values: two figures, two days or times, two holders."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from drafter.nouns import Notes
from drafter.text.facts import Reader
from drafter.text.posts import rival_holders
from drafter.text.statements import LAST, ONLY, Statement, find_statements
from drafter.text.vocabulary import Word

_RARE = 3
"""A word on at most so many lines tells what they are about."""

_ROOT = 8

_ALIKE = 3
"""Lines with so many telling words in common are about one thing."""

_OFTEN = 3
"""From so many different values on, the lines list things rather than contradict each other."""

_SHELF = 12
"""More statements on one thing than this are a table, not a slip."""

_ROUGHLY = frozenset({"forbehall.ungefar", "forbehall.drygt", "forbehall.knappt"})
_TURNS = frozenset({"nekande", "utan_nekande", "jamforelse", "forbehall.minst", "forbehall.hogst"})


class Side(NamedTuple):
    """One of two values: the line, the value's normal form, and how the line puts it."""

    line: int
    value: str
    said: str


class Conflict(NamedTuple):
    """Two lines that give one thing different values."""

    first: Side
    second: Side


def find_conflicts(notes: Notes, reader: Reader) -> tuple[Conflict, ...]:
    """The pairs of lines that cannot both be right, in the order of the notes.

    Different years, names, comparisons (``tidigare``, ``varav``, ``budget``), reservations and
    proposals are no contradiction, nor are lists of more than two values.
    """
    spread: Counter[str] = Counter()
    for line in notes.lines:
        spread.update({_root(stem) for stem in reader.line(line.text).stems})
    rare = frozenset(stem for stem, lines in spread.items() if lines <= _RARE)
    pairs = {
        (one, other): None
        for one, other in _neighbours(find_statements(notes, reader), rare)
        if _clash(one, other, rare)
    }
    found = [Conflict(_side(one), _side(other)) for one, other in pairs]
    found += [Conflict(Side(*one), Side(*other)) for one, other in rival_holders(notes, reader)]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.first.line, one.second.line)))


def _side(statement: Statement) -> Side:
    return Side(statement.line, statement.value, statement.said)


def _neighbours(
    statements: Iterable[Statement], rare: frozenset[str]
) -> Iterator[tuple[Statement, Statement]]:
    """The pairs that may be about one thing: of a kind, and with a telling word in common."""
    shelves: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for one in statements:
        words = one.wide if one.counted else one.about
        for stem in _stems(words) & rare:
            shelves[one.kind, one.counted, stem].append(one)
        if one.counted:
            shelves[one.kind, one.counted].append(one)
    for shelf in shelves.values():
        if len(shelf) <= _SHELF and 1 < len({one.value for one in shelf}) < _OFTEN:
            yield from combinations(shelf, 2)


def _clash(one: Statement, other: Statement, rare: frozenset[str]) -> bool:
    """Whether two statements give one thing different values."""
    if one.line == other.line or one.value == other.value:
        return False
    if _is_apart(one, other) or (one.amount and _is_near(one, other)):
        return False
    return _is_same_thing(one, other, rare)


def _is_apart(one: Statement, other: Statement) -> bool:
    """Whether the lines speak of different places, people, times, or turns of a matter."""
    here, there = one.setting, other.setting
    for ours, theirs in ((here.names, there.names), (here.label, there.label)):
        if ours and theirs and not ours & theirs:
            return True
    free = one.amount or one.kind == "tid"
    sorts = ("år ", "dag ", "vecka ", "kvartal ", "månad ") if free else {"år "} - {f"{one.kind} "}
    for sort in sorts:
        times = [
            {one for one in setting.moments if one.startswith(sort)} for setting in (here, there)
        ]
        if all(times) and not times[0] & times[1]:
            return True
    return _turns(one) != _turns(other)


def _turns(one: Statement) -> frozenset[str]:
    """What the words beside a value do to it; that something is to be is all the same."""
    wishes = {f"status.{rank}" for rank in range(_SETTLED)} if one.amount else set[str]()
    return one.setting.tags & (_TURNS | wishes)


_SETTLED = 5
"""Up to here on the scale of ``status`` an amount is only wished for or proposed."""


def _is_near(one: Statement, other: Statement) -> bool:
    """Whether the amounts are one, rounded, reserved or with its thousands left out."""
    least, most = sorted((one.amount, other.amount))
    difference = (most - least) / most
    rough = (one.setting.tags | other.setting.tags) & _ROUGHLY
    if rough:
        return difference <= 0.15
    if most / least in (1000, 10**6):
        return True
    return difference <= 0.05 and any(_is_round(str(a.amount)) for a in (one, other))


def _is_round(amount: str) -> bool:
    return amount.isdecimal() and len(amount.rstrip("0")) < min(3, len(amount))


def _is_same_thing(one: Statement, other: Statement, rare: frozenset[str]) -> bool:
    """Whether enough of the telling words are the same.

    Values need two words in common, or one when a line has no other, and a day or a
    time one that tells that it is the only one.
    """
    if one.counted:
        return one.counted == other.counted and _is_same_count(one, other, rare)
    here, there = _stems(one.about), _stems(other.about)
    shared = here & there
    if not shared & rare:
        return False
    alike = len(_stems(one.wide) & _stems(other.wide) & rare) >= _ALIKE
    if alike and one.kind != "år":
        return True
    if one.amount:
        return len(shared) > 1 or shared in (here, there)
    last = [word for word in one.about if word.tags & LAST]
    if last and any(word.tags & LAST for word in other.about):
        return len(shared - _stems(last)) > 0
    only = {_root(word.stem) for word in one.about if word.tags & ONLY}
    return bool(only & shared) and (len(shared) > 1 or shared in (here, there))


def _is_same_count(one: Statement, other: Statement, rare: frozenset[str]) -> bool:
    """Whether like things are counted in one place: a telling word beside them is the same.

    Two such words anywhere in the lines will do, or the same digits in another order.
    """
    counted = {_root(word.stem) for word in one.wide if word.kin == one.counted}
    beside = (_stems(one.about) & _stems(other.about) & rare) - counted
    wide = (_stems(one.wide) & _stems(other.wide) & rare) - counted
    return bool(beside) or len(wide) > 1 or _is_slip(one.value, other.value)


def _is_slip(one: str, other: str) -> bool:
    """Whether two numbers have the same digits in another order: 48 and 84."""
    return len(one) > len("tal 4") and sorted(one) == sorted(other)


def _root(stem: str) -> str:
    """The beginning of a stem, which a word cut short has in common with the whole one."""
    return stem[:_ROOT]


def _stems(words: Iterable[Word]) -> set[str]:
    return {_root(word.stem) for word in words}
