"""Who the notes say holds a post, and where two people hold one that is for one only."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from drafter.nouns import Line, Notes
from drafter.text.facts import Reader

_NAME = r"[A-ZÅÄÖ][\w’-]*[a-zåäö](?: [A-ZÅÄÖ][\w’-]*[a-zåäö]){0,2}"
_WHOLE_NAME = r"[A-ZÅÄÖ][\w’-]*[a-zåäö](?: [A-ZÅÄÖ][\w’-]*[a-zåäö]){1,2}"
_HELD = (
    re.compile(rf"(?<![\w-])(?P<post>[^\W\d_][\w-]*)(?: är|:|,)? \(?(?P<name>{_NAME})"),
    re.compile(rf"(?<![\w-])(?P<name>{_WHOLE_NAME}),? \(?(?P<post>[^\W\d_][\w-]*)"),
)
_WORD = re.compile(r"[^\W\d_][\w-]*")
_OTHER = re.compile(
    r"\b(?:vice|tf|[12]:[ea]|f\.? ?d|bitr\w*|ny\w?|nästa|avgående|tidigare|ersättare)\W*$"
)
_BODY = 3
"""How many words before a post may tell whose post it is."""

_REACH = 60
"""How many characters before a post are looked at."""

Holder = tuple[int, str, str]
"""A line, the normal form of the holder's name (``namn ek``), and the post with the name."""


def rival_holders(notes: Notes, reader: Reader) -> Iterator[tuple[Holder, Holder]]:
    """The pairs of lines that give one post to different people.

    Which posts are for one person is word data (``uppdrag``). A post of another body, a deputy's,
    a former or a coming one is another post.
    """
    posts = defaultdict(list)
    for line in notes.lines:
        for post, body, name in _posts(line, reader):
            posts[post, body].append((line.number, name))
    for (post, _), held in posts.items():
        names = list(dict.fromkeys(name for _, name in held))
        for one, other in combinations(held, 2):
            if len(names) == 2 and one[0] != other[0] and not _is_one(one[1], other[1]):
                yield _holder(post, *one), _holder(post, *other)


def _holder(post: str, line: int, name: str) -> Holder:
    return line, _key(name), f"{post} {name}"


def _before(match: re.Match[str]) -> str:
    """Enough of the text before a match to tell whose post it names."""
    return match.string[max(match.start() - _REACH, 0) : match.start()]


def _key(name: str) -> str:
    """The normal form of a name: its last word."""
    return f"namn {name.rpartition(' ')[2].lower()}"


def _posts(line: Line, reader: Reader) -> Iterator[tuple[str, frozenset[str], str]]:
    """Each post of a line with the words before it that tell whose it is, and its holder."""
    text = reader.lexicon.expand(line.text)
    for pattern in _HELD:
        for match in pattern.finditer(text):
            post = reader.vocabulary.word(match["post"].lower())
            before = _before(match)
            if "uppdrag" in post.tags and not _OTHER.search(before.lower()):
                near = _WORD.findall(before)[-_BODY:]
                words = (reader.vocabulary.word(one.lower()) for one in near)
                body = frozenset(word.stem for word in words if not word.light)
                yield match["post"].lower(), body, match["name"].removesuffix("s")


def _is_one(name: str, other: str) -> bool:
    """Whether two names may be one person's: a word in common, or one begun alike."""
    words, others = name.lower().split(), other.lower().split()
    return any(one[:4] == two[:4] for one in words for two in others)
