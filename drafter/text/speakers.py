"""Who says what: the speakers that a note line names, and which words each answers for."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

_LABEL = re.compile(
    r"(?:^|(?<=[^\W\d_]{3}[.!?)] )|(?<=\d[.!?)%] )|(?<=; ))(?:(?:kl(?:ockan|\.)? )?[\d.:]+\s+)?"
    r"(?P<label>(?:(?!\w{3}\. )[^:;!?]){2,70}?):\s",
)
_ACCORDING = re.compile(r"\benl(?:igt|\.)?\s+(?P<who>(?:[\w&-]+\s?){1,3})", re.IGNORECASE)
_BRACKET = re.compile(r"\((?P<who>[A-ZÅÄÖ][\w’-]+(?: [A-ZÅÄÖ][\w’-]*)?)\)(?=\s*(?:$|[.;!?]))")
_WORD = re.compile(r"[^\W\d_][\w’-]*")
_REACH = 4
"""How many words may stand between a speaker and the verb that tells of the speaking."""


class Speaker(NamedTuple):
    """A speaker in a line: names and roles in lower case, and what of the text is theirs."""

    words: frozenset[str]
    start: int
    end: int


def find_speakers(
    text: str, is_name: Callable[[str], bool], says: Callable[[str], bool]
) -> Iterator[Speaker]:
    """The speakers of a note line.

    ``Wik: …`` speaks to the end of the line; ``… enl. Wik`` and ``… (Wik)`` for the sentence that
    it stands in, and a name before a verb of saying from there to the end of that sentence.
    """
    labels = [one for one in _LABEL.finditer(text) if _is_speaker(one["label"], is_name)]
    ends = [*(one.start() for one in labels[1:]), len(text)]
    for label, end in zip(labels, ends, strict=False):
        yield Speaker(_lower(label["label"]), label.end(), end)
    for start, end in _sentences(text):
        for pattern in (_ACCORDING, _BRACKET):
            for match in pattern.finditer(text, start, end):
                if any(map(is_name, _WORD.findall(match["who"]))):
                    yield Speaker(_lower(match["who"]), start, end)
        yield from _saying(text, (start, end), is_name, says)


def _is_speaker(label: str, is_name: Callable[[str], bool]) -> bool:
    """Whether a label names one who speaks: it opens with a name, or holds a full one."""
    words = _WORD.findall(label)
    if any(word.lower() in _TOPICS for word in words[:1]) or any(map(_ACT.search, words)):
        return False
    names = [is_name(word) for word in words]
    return any(names[:1]) or any(one and other for one, other in pairwise(names))


_ACT = re.compile(r"[a-zåäö]{2}(?:de|te)$")
"""A verb in the past tense: a label with one tells what somebody did, and names no speaker."""

_TOPICS = frozenset(
    "under om på i från vid inför efter ang angående rubrik tema pass session workshop dag".split()
)
"""What opens a label that names a topic, whatever names it holds."""


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _saying(
    text: str,
    span: tuple[int, int],
    is_name: Callable[[str], bool],
    says: Callable[[str], bool],
) -> Iterator[Speaker]:
    words = list(_WORD.finditer(text, *span))
    for at, verb in enumerate(words):
        if at and says(verb[0].lower()):
            before = [word[0] for word in words[max(0, at - _REACH) : at] if is_name(word[0])]
            if before:
                yield Speaker(_lower(" ".join(before)), verb.end(), span[1])


_END = re.compile(r"(?<=[^\W\d_]{4}[.!?])\s+|(?<=\d\d[.!?%])\s+(?=[^\W\d_])|;\s+")


def _lower(text: str) -> frozenset[str]:
    return frozenset(word.lower().removesuffix("s") for word in _WORD.findall(text))
