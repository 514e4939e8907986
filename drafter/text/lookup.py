"""Which of many texts a sentence is about, by the figures, names and words that they share."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from drafter.text.facts import Facts

Terms = Mapping[str, float]
"""What a text can be found by, and how much each of it tells beside being rare."""

_FIGURE, _NAME, _STEM, _KIN, _START = 1.5, 1.5, 1.0, 0.5, 0.3
"""The same figure or name tells more than the same word, and that more than one like it."""

_ROOT = 5
"""So many letters at the start of two words show that they may be related."""

_MOST = 3
"""A sentence is rarely about more texts than this."""

_FEW = 20
"""A term of more texts than this, and of more than one in as many, is passed over."""

_ENOUGH = 0.3
"""The share of what a sentence says that the first text must have."""

_MORE = 0.15
"""The share that each further text must add."""

_TOGETHER = 2
"""So many things a further text must add: one word that it shares may be chance."""


class Index(NamedTuple):
    """Texts by what they can be found by.

    ``postings`` hold the places of the texts that have a term, and ``frame`` the terms that any
    sentence may use: those of the header and of the participants.
    """

    postings: Mapping[str, Sequence[int]]
    size: int
    frame: frozenset[str]

    def places(self, term: str) -> Sequence[int]:
        """The texts that have a term, unless so many do that it tells nothing."""
        found = self.postings.get(term, ())
        return found if len(found) <= max(_FEW, self.size // _FEW) else ()

    def weight(self, term: str) -> float:
        """How rare a term is; one that no text has is rarest."""
        return log((self.size + 1) / (len(self.postings.get(term, ())) + 0.5))


def index_of(texts: Sequence[Facts], frame: Iterable[Facts]) -> Index:
    """An index of texts, each known by its place."""
    postings: dict[str, list[int]] = defaultdict(list)
    for place, facts in enumerate(texts):
        for term in _terms(facts):
            postings[term].append(place)
    return Index(postings, len(texts), frozenset[str]().union(*map(_terms, frame)))


def _terms(facts: Facts) -> set[str]:
    return {term for terms in _features(facts) for term in terms}


def find(sentence: Facts, index: Index) -> tuple[int, ...]:
    """The places of the texts that a sentence is about, at most three, the likeliest first.

    Nothing when no text has enough of what it says. The time grows with how many texts share a
    word with the sentence, not with how many there are.
    """
    features = [_found(terms, index) for terms in _features(sentence)]
    whole = sum(most for most, _ in features)
    places: list[int] = []
    share = _ENOUGH
    while len(places) < _MOST:
        gains: Counter[int] = Counter()
        for _, weights in features:
            gains.update(weights)
        best, gain = min(gains.items(), key=lambda one: (-one[1], one[0]), default=(-1, 0.0))
        if best < 0 or gain < share * whole:
            break
        rest = [one for one in features if best not in one[1]]
        if places and len(features) - len(rest) < _TOGETHER:
            break
        places.append(best)
        features, share = rest, _MORE
    return tuple(places)


def _found(terms: Terms, index: Index) -> tuple[float, dict[int, float]]:
    """The most that a thing can weigh, and what it weighs in each text that has it.

    What only the frame has weighs nothing.
    """
    weights: dict[int, float] = {}
    for term, worth in terms.items():
        weight = worth * index.weight(term)
        for place in index.places(term):
            weights[place] = max(weights.get(place, 0.0), weight)
    if not weights and index.frame.intersection(terms):
        return 0.0, weights
    return max(worth * index.weight(term) for term, worth in terms.items()), weights


def _features(facts: Facts) -> Iterable[Terms]:
    """What a text says, one mapping for each thing, with all terms that it may be found by."""
    for count in facts.counts:
        if count.quantity.value != 1:
            yield {f"tal {count.quantity.value}": _FIGURE}
    for moment in facts.moments:
        yield {moment: _FIGURE}
    for name in {name.lower().removesuffix("s") for name in facts.names}:
        yield {f"namn {name}": _NAME}
    words = {word.stem: word for clause in facts.clauses for word in clause.content}
    for stem, word in words.items():
        yield {f"början {stem[:_ROOT]}": _START, **dict.fromkeys(word.kin, _KIN), stem: _STEM}
