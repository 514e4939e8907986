"""What a Swedish sentence, or a note line, claims: figures, days, names, words and stance."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from drafter.text.clauses import CLAUSE, TOKEN, Clause, find_clauses
from drafter.text.kinship import cut_short
from drafter.text.lexicon import Lexicon
from drafter.text.memory import Memory
from drafter.text.moments import find_moments
from drafter.text.name_words import NameWords
from drafter.text.quantities import Quantity, find_quantities
from drafter.text.sensitive import SensitiveWords
from drafter.text.vocabulary import Vocabulary


class Count(NamedTuple):
    """A number and the kin of what it counts, the first word of content after it."""

    quantity: Quantity
    counted: frozenset[str]


class Facts(NamedTuple):
    """Everything in a text that can be compared with another text.

    ``moments`` are points in time as short strings (``dag 16-2``, ``tid 14.20``); ``names`` are
    capitalised words that do not open a sentence; ``cut`` are words that a point cuts short.
    """

    counts: tuple[Count, ...]
    moments: frozenset[str]
    names: tuple[str, ...]
    clauses: tuple[Clause, ...]
    kin: frozenset[str]
    stems: frozenset[str]
    cut: frozenset[str]
    text: str

    def tagged(self, family: str) -> frozenset[str]:
        """What its words do to its statements, of one family."""
        return frozenset[str]().union(*(clause.tagged(family) for clause in self.clauses))


def merged(parts: Sequence[Facts]) -> Facts:
    """The facts of several texts as those of one."""
    return Facts(
        counts=tuple(one for part in parts for one in part.counts),
        moments=frozenset[str]().union(*(part.moments for part in parts)),
        names=tuple(one for part in parts for one in part.names),
        clauses=tuple(one for part in parts for one in part.clauses),
        kin=frozenset[str]().union(*(part.kin for part in parts)),
        stems=frozenset[str]().union(*(part.stems for part in parts)),
        cut=frozenset[str]().union(*(part.cut for part in parts)),
        text=" ".join(part.text for part in parts),
    )


def _spell_signs(text: str) -> str:
    """A note line whose signs are words: ``+12 %`` is *ökning 12 %*, ``2 M€`` *2 miljoner euro*."""
    text = _LESS.sub("minskning ", _MORE.sub("ökning ", text))
    return _EURO.sub(lambda sign: f" {_SCALES[sign[1].lower()]} euro", text)


_MORE = re.compile(r"(?<![\w)+])\+ ?(?=\d)")
_EURO = re.compile(r"(?<=\d) ?([MmKk])€")
_SCALES = {"m": "miljoner", "k": "tusen"}
_LESS = re.compile(r"(?<![\w)])[-−–](?=\d+(?:[ ,]\d+)? ?(?:%|procent|[tm]?kr))")


_TEXTS = 2000
"""So many lines, and so many sentences, are remembered: some dozens of reports."""


@dataclass(slots=True, eq=False)
class Reader:
    """Reads facts and remembers them: a note line is read once however often it is cited.

    ``names`` and ``sensitive`` are what is known of people and of what is nobody's business.
    ``words`` reads the vocabulary, which a text without notes may do without.
    """

    words: Callable[[], Vocabulary]
    lexicon: Lexicon
    names: NameWords
    sensitive: SensitiveWords
    _lines: Memory[str, Facts] = field(default_factory=lambda: Memory(_TEXTS))
    _texts: Memory[str, Facts] = field(default_factory=lambda: Memory(_TEXTS))

    @property
    def vocabulary(self) -> Vocabulary:
        """All that is known of words."""
        return self.words()

    def line(self, text: str) -> Facts:
        """The facts of a note line, as written and with its abbreviations written out.

        Its clauses are those of the text with the abbreviations written out.
        """
        known = self._lines.get(text)
        if known is None:
            expanded = self.expanded(text)
            known = self._read(expanded)
            if expanded != text:
                known = merged((known, self._read(text)))._replace(clauses=known.clauses)
            self._lines.keep(text, known)
        return known

    def expanded(self, text: str) -> str:
        """A note line with its abbreviations written out."""
        return _spell_signs(self.lexicon.expand(text))

    def sentence(self, text: str) -> Facts:
        """The facts of a finished sentence."""
        known = self._texts.get(text)
        if known is None:
            known = self._texts.keep(text, self._read(text))
        return known

    def _read(self, text: str) -> Facts:
        blanked, moments = find_moments(text)
        found = tuple(find_quantities(blanked))
        clauses = tuple(find_clauses(text, self.vocabulary))
        if found:
            clauses = tuple(_with_quantities(clause, found) for clause in clauses)
        return Facts(
            counts=tuple(self._count(one, text) for one in found),
            moments=moments,
            names=tuple(_names(text)),
            clauses=clauses,
            kin=frozenset[str]().union(*(clause.kin for clause in clauses)),
            stems=frozenset(word.stem for clause in clauses for word in clause.words),
            cut=cut_short(text.lower()),
            text=text.lower(),
        )

    def _count(self, quantity: Quantity, text: str) -> Count:
        after = CLAUSE.split(text[quantity.end : quantity.end + 40].lower(), maxsplit=1)[0]
        words = (self.vocabulary.word(match[0]) for match in TOKEN.finditer(after))
        first = next((word for word in words if not word.light), None)
        return Count(quantity, first.kin if first else frozenset())


def _with_quantities(clause: Clause, found: tuple[Quantity, ...]) -> Clause:
    """A clause with those of a text's numbers that stand in it."""
    own = tuple(one for one in found if clause.start <= one.start < clause.end)
    return clause._replace(quantities=own)


_CAPITAL = re.compile(r"(?<![\w-])[A-ZÅÄÖÆØÉÈÜÁÍÓÚÝÞÐŠŽČĆ][\w’'&-]*\w")
_OPENS = re.compile(r"(?:^|[.!?:;”\"(–]\s*|^\W+)$")


def _names(text: str) -> Iterator[str]:
    """Capitalised words, except those whose capital only says that a sentence begins."""
    for match in _CAPITAL.finditer(text):
        before = text[max(0, match.start() - 3) : match.start()]
        if not _OPENS.search(before) or any(
            char.isupper() or char.isdigit() for char in match[0][1:]
        ):
            yield match[0]
