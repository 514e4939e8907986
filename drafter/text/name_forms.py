"""The ways that one person's name is written: in full, in parts, as initials, as pet names."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from drafter.text.folding import fold

WORD = re.compile(r"[^\W\d_]+")
"""A run of letters in a folded text."""

PARTICLES = frozenset(
    "af al ben bin da dal de del den der di do dos du el ibn la le of ten ter van von y zu".split()
)
"""What stands between names and names nobody alone."""

_BARE = 5
"""Shorter names lose too much with their marks: ``Pär`` would be every ``par``."""

_INITIALS = 3
"""A single word of so many capitals is somebody's initials."""

Nicknames = Mapping[str, tuple[str, ...]]
"""Pet names by first name, in lower case."""


class Form(NamedTuple):
    """One way to write a name: its ``text``, and the folded words by which it is found."""

    text: str
    words: tuple[str, ...]
    initials: bool = False

    @classmethod
    def of(cls, text: str, initials: bool = False) -> "Form":
        """The form of a text; what stands between its letters does not count."""
        return cls(text, tuple(WORD.findall(fold(text).text)), initials)


def forms_of(name: str, nicknames: Nicknames) -> tuple[Form, ...]:
    """All forms of a full name, the name itself first, then first name, surname and initials."""
    whole = " ".join(name.split())
    words = [word for word in _clean(whole).split() if word.casefold() not in PARTICLES]
    if len(words) == 1 and words[0].isupper() and len(words[0]) <= _INITIALS:
        return (Form.of(words[0], initials=True),)
    texts = [whole, *_texts(words, _clean(whole), nicknames)]
    texts += [_bare(text) for text in texts if len(text) >= _BARE]
    forms = [Form.of(text) for text in dict.fromkeys(texts)]
    if len(words) > 1:
        forms[3:3] = _initial_forms(words)
    return tuple(form for form in forms if form.words and len("".join(form.words)) > 1)


def _texts(words: list[str], whole: str, nicknames: Nicknames) -> Iterator[str]:
    if not words:
        return
    given = list(dict.fromkeys(_given(words[0], nicknames)))
    surnames = list(dict.fromkeys(_surnames(words, whole)))
    yield given[0]
    yield from surnames
    yield from given
    for last in surnames:
        for first in given:
            yield f"{first} {last}"
            yield f"{last} {first}"
            yield f"{first} {last[0]}"
            yield _joined(f"{first}{last}")
        yield f"{words[0][0]} {last}"
        yield f"{' '.join(part[0] for part in _parts(words[0]))} {last}"


def _given(word: str, nicknames: Nicknames) -> Iterator[str]:
    """A first name, its parts, and the pet names of all these."""
    yield word
    yield from _parts(word)
    yield _joined(word)
    for one in (word, *_parts(word)):
        yield from nicknames.get(one.casefold(), ())


def _surnames(words: list[str], whole: str) -> Iterator[str]:
    """The last name, all after the first one, and each part of that."""
    for word in reversed(words[1:]):
        yield word
        yield from _parts(word)
        yield _joined(word)
    if rest := whole.removeprefix(words[0]).strip():
        yield rest


def _initial_forms(words: list[str]) -> list[Form]:
    """``FE`` and ``F.E.``; for several names also the shorter ones: ``ELES``, ``ELS``, ``ES``."""
    parted = ["".join(part[0] for part in _parts(word)) for word in words]
    whole = [letters[:1] for letters in parted]
    tails = ("".join(parted[1:]), "".join(whole[1:]), whole[-1], parted[-1])
    runs = dict.fromkeys(
        f"{head}{tail}".upper() for head in (parted[0], whole[0]) for tail in tails
    )
    forms = [(Form.of(run, initials=True), Form.of(".".join(run))) for run in runs]
    return [form for pair in forms for form in pair]


def _parts(word: str) -> list[str]:
    """What hyphens and apostrophes join."""
    return [part for part in re.split(r"[-'’]", word) if part]


def _joined(text: str) -> str:
    return re.sub(r"[-'’ ]", "", text)


def _clean(name: str) -> str:
    """A name with plain hyphens and without quotation marks, brackets, points or commas."""
    dashed = ("-" if unicodedata.category(one) == "Pd" else one for one in name)
    composed = unicodedata.normalize("NFC", "".join(dashed))
    return " ".join(re.sub(r"[^\w' ’-]|[\d_]", " ", composed).split())


def _bare(text: str) -> str:
    """A form as keyboards without Swedish letters give it: ``Sjostrom``, ``Andre``."""
    letters = unicodedata.normalize("NFD", text)
    return "".join(one for one in letters if not unicodedata.combining(one))
