"""What a Swedish sentence, or a note line, claims: figures, days, names, words and stance."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from drafter.text.clauses import CLAUSE, TOKEN, Clause, find_clauses
from drafter.text.date_patterns import MONTHS, WEEKDAYS
from drafter.text.dates import Day, find_dates
from drafter.text.kinship import cut_short
from drafter.text.lexicon import Lexicon
from drafter.text.name_words import NameWords
from drafter.text.quantities import Quantity, find_quantities
from drafter.text.sensitive import SensitiveWords
from drafter.text.vocabulary import Vocabulary

_YEAR = re.compile(r"(?<![\d/.,])(?:19|20)\d\d(?![\d/]|-tal)")
_BEFORE_YEAR = (
    "ren ten ern jan feb mar ars apr maj jun jul aug sep ept okt nov dec ari ber uli uni ril"
)
_SHORT_YEAR = re.compile(
    rf"(?:(?<=[^\W\d_]{{2}} )[’']|(?<=(?:{'|'.join(_BEFORE_YEAR.split())}) )-|\b[hv]t[ -]?)"
    r"(\d\d)(?![\d%])"
)
_DECADE = re.compile(r"(?<!\d)(?:19|20)?(\d0)-tal")
_CLOCK = r"(?:[01]?\d|2[0-4])(?:[.:]?[0-5]\d)?(?!\d)"
_TIME = re.compile(
    rf"\bkl(?:ockan|\.)?\s?({_CLOCK})(?:\s?[-–]\s?({_CLOCK}))?(?!\d|:\d)"
    r"|(?<![\d.,:/])([01]?\d|2[0-4])[.:]([0-5]\d)(?!\d|[.:/]\d)"
    r"(?!\s?(?:%|procent|miljon|miljard|milj|mkr|tkr|kr|km))"
)
_SEASON = re.compile(
    rf"(?<![\d/])(?:20)?(?:{'|'.join(f'(?:{one}/{one + 1})' for one in range(13, 60))})(?![\d/])"
)
_WEEK = re.compile(
    r"\b(?:vecka|v\.?)\s?(\d{1,2})(?:\s?[-–]\s?(\d{1,2}))?(?!\d|[\s\u00a0]\d{3}(?!\d))"
)
_QUARTER = re.compile(r"\bQ([1-4])\b|\b(första|andra|tredje|fjärde) kvartalet")
_QUARTERS = {"första": "1", "andra": "2", "tredje": "3", "fjärde": "4"}
_WEEKDAY = re.compile(
    r"\b(mån|tis|ons|tor|fre|lör|sön)(?:s?dag\w*|s?d|(?<=tor)s)?\b"
    r"|(?:^|(?<=[\s(:,]))(må|ti|on|to|fr|lö|sö)(?= \d{1,2}[/ ][\djfmasond])"
)
_MONTH = re.compile(
    r"\b(jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)"
    r"(?:uari|ruari|s|il|i|usti|tember|ober|ember|r|t)?\b"
)
_CASE_NUMBER = re.compile(r"\b\d{2,4}-\d{1,6}/\d{4}\b|\b[A-ZÅÄÖ]{2,5} ?\d{4}[/-]\d{1,6}\b")


@dataclass(frozen=True, slots=True)
class Count:
    """A number and the kin of what it counts, the first word of content after it."""

    quantity: Quantity
    counted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything in a text that can be compared with another text.

    ``moments`` are days, years, weeks and times as short strings (``dag 16-2``, ``år 2017``,
    ``tid 14.20``, ``vecka 38``); ``names`` are capitalised words that do not open a sentence;
    ``cut`` are words that a point cuts short.
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


def _spell_change(text: str) -> str:
    """A note line whose signs of growth are words: ``+12 %`` is *ökning 12 %*."""
    return _LESS.sub("minskning ", _MORE.sub("ökning ", text))


_MORE = re.compile(r"(?<![\w)+])\+ ?(?=\d)")
_LESS = re.compile(r"(?<![\w)])[-−–](?=\d+(?:[ ,]\d+)? ?(?:%|procent|[tm]?kr))")


@dataclass(slots=True)
class Reader:
    """Reads facts and remembers them: a note line is read once however often it is cited.

    ``names`` and ``sensitive`` are what is known of people and of what is nobody's business.
    """

    vocabulary: Vocabulary
    lexicon: Lexicon
    names: NameWords
    sensitive: SensitiveWords
    _lines: dict[str, Facts] = field(default_factory=dict)
    _texts: dict[str, Facts] = field(default_factory=dict)
    _expanded: dict[str, str] = field(default_factory=dict)

    def line(self, text: str) -> Facts:
        """The facts of a note line, as written and with its abbreviations written out.

        Its clauses are those of the text with the abbreviations written out.
        """
        known = self._lines.get(text)
        if known is None:
            expanded = self.expanded(text)
            known = self._read(expanded)
            if expanded != text:
                known = replace(merged((known, self._read(text))), clauses=known.clauses)
            self._lines[text] = known
        return known

    def expanded(self, text: str) -> str:
        """A note line with its abbreviations written out."""
        known = self._expanded.get(text)
        if known is None:
            known = self._expanded[text] = _spell_change(self.lexicon.expand(text))
        return known

    def sentence(self, text: str) -> Facts:
        """The facts of a finished sentence."""
        known = self._texts.get(text)
        if known is None:
            known = self._texts[text] = self._read(text)
        return known

    def _read(self, text: str) -> Facts:
        blanked, moments = _moments(text)
        found = tuple(find_quantities(blanked))
        clauses = tuple(
            replace(
                clause,
                quantities=tuple(one for one in found if clause.start <= one.start < clause.end),
            )
            for clause in find_clauses(text, self.vocabulary)
        )
        return Facts(
            counts=tuple(self._count(one, text) for one in found),
            moments=frozenset(moments),
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


def _moments(text: str) -> tuple[str, set[str]]:
    """The points in time of a text, and the text without them."""
    found: set[str] = set()
    blanked = _CASE_NUMBER.sub(_blank, text)
    if _DIGIT.search(text):
        for date in find_dates(blanked):
            found.update(_days(date.first, date.last))
            blanked = blanked[: date.start] + " " * (date.end - date.start) + blanked[date.end :]
        for pattern, moments in _NUMBERED:
            for match in pattern.finditer(blanked):
                found.update(moments(match))
            blanked = pattern.sub(_blank, blanked)
    lower = text.lower()
    found.update(f"veckodag {_weekday(match)}" for match in _WEEKDAY.finditer(lower))
    found.update(f"månad {match[1]}" for match in _MONTH.finditer(lower))
    found.update(f"kvartal {match[1] or _QUARTERS[match[2]]}" for match in _QUARTER.finditer(text))
    return _QUARTER.sub(_blank, blanked), found


_DIGIT = re.compile(r"\d")


def _weekday(match: re.Match[str]) -> str:
    return match[1] or next(day for day in WEEKDAYS if day.startswith(match[2]))


def _times(match: re.Match[str]) -> Iterator[str]:
    clocks = [f"{match[3]}.{match[4]}"] if match[3] else [match[1], match[2]]
    for clock in clocks:
        if clock:
            digits = re.sub(r"\D", "", clock)
            hour, minute = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
            yield f"tid {int(hour)}.{minute}"


def _weeks(match: re.Match[str]) -> Iterator[str]:
    return (f"vecka {int(week)}" for week in match.groups() if week)


def _season(match: re.Match[str]) -> Iterator[str]:
    """A winter, or a year of school, that begins in one year and ends in the next."""
    yield f"säsong {match[0][-5:]}"


_NUMBERED: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterable[str]]], ...] = (
    (_SEASON, _season),
    (_TIME, _times),
    (_WEEK, _weeks),
    (_DECADE, lambda match: [f"årtionde {match[1]}"]),
    (_YEAR, lambda match: [f"år {match[0]}"]),
    (_SHORT_YEAR, lambda match: [f"år 20{match[1]}"]),
)


def _days(first: Day, last: Day) -> Iterator[str]:
    for day in (first, last):
        yield f"dag {day.day}-{day.month}"
        yield f"månad {MONTHS[day.month - 1][:3]}"
        if day.year:
            yield f"år {day.year}"


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


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
