"""People whom notes name: full names, surnames after titles, first names, initials of speakers."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drafter.text.name_forms import PARTICLES, Form, forms_of
from drafter.text.name_words import NameWords
from drafter.text.person_cues import TITLE, acts, is_cued, is_joined
from drafter.text.tokens import Token, tokens_of

_INTO = frozenset("i till från vid på mot kring runt nära genom inom utanför via".split())
"""What stands before places, and seldom before a name that is also a word."""

_TELLS = frozenset("enl enligt ansv ansvarig ansvar".split())
_NO_INITIALS = frozenset(
    "ab ai ap at bk bo ca cc cu dn dm ds ei eu ey fn fu gd gp gu hb hd hr id ip it jk jo kb kd kf"
    " ki kr ks ku lo lu mm nb nr nu obs ok os pb pc pm po pp ps qr ro se sj sl sr su tu tv ud uk us"
    " uu vd vs wc".split()
)
_SMALL_WORDS = frozenset("iåö")
"""Words of one letter: ``I Borg`` is no initial."""

_NO_LABEL = re.compile(r"(?:en|et|na|ar|er|or|ing|het|tion|ik|else)s?$")
"""How words end that are hardly a name, where nothing but a colon or a verb tells of one."""

_DEFINITE = re.compile(r"(?:[^s]en|et|na|ns)s?$")
"""How things end that are spoken of as known, and few names: ``Länstrafiken``."""

_LONGEST = 4
"""So many words a name has at most."""


def find_people(texts: Iterable[str], listed: Iterable[str], names: NameWords) -> tuple[str, ...]:
    """The people that texts name and that are not on the list, in the order that they appear.

    Each is named once, as fully as anywhere. Places, bodies and ordinary words are left alone as
    far as the word data tells them; in doubt a word is a name.
    """
    lines = (line for text in texts for line in text.splitlines())
    seen = list(dict.fromkeys(name for line in lines for name in _Line.of(line, names).people()))
    known = {form.words for name in listed for form in forms_of(name, names.nicknames)}
    found: list[str] = []
    for name in sorted(seen, key=lambda one: -len(one.split())):
        if Form.of(name).words not in known:
            known |= {form.words for form in forms_of(name, {})}
            found.append(name)
    return tuple(sorted(found, key=seen.index))


class _Line(NamedTuple):
    """The words of a line, read with what is known of names."""

    tokens: tuple[Token, ...]
    names: NameWords

    @classmethod
    def of(cls, line: str, names: NameWords) -> "_Line":
        return cls(tuple(tokens_of(line)), names)

    def people(self) -> Iterator[str]:
        at = end = 0
        while at < len(self.tokens):
            count = self._length_at(at)
            if not count and is_joined(self.tokens, end, at) and self._may_be_name(at):
                count = self._run(at)
            if count:
                yield self._name(at, count)
                end = at + count
            at += count or 1

    def _length_at(self, at: int) -> int:
        """How many words from one on are a person's name; 0 if it begins none."""
        token = self.tokens[at]
        if self._are_initials(at):
            return 1
        if not token.is_capital:
            return self._small_length_at(at)
        if TITLE.fullmatch(token.text) or self._is_nobody(at):
            return 0
        count = self._run(at)
        if count > 1 and self._begins_full_name(at):
            return count
        if self._is_titled(at) or (self._may_be_name(at) and is_cued(self.tokens, at)):
            return count
        return 1 if self._stands_alone(at) else 0

    def _is_nobody(self, at: int) -> bool:
        """Whether a word is a place or a thing, and not a first name before a surname."""
        token = self.tokens[at]
        before_surname = token.text in self.names.given and self._has_surname(at)
        return self.names.is_nobody(token.text) and not before_surname

    def _has_surname(self, at: int) -> bool:
        """Whether the word after one is a surname."""
        follows = at + 1 < len(self.tokens) and self.tokens[at].after == " "
        return follows and bool(_base(self.tokens[at + 1].text, self.names.surnames))

    def _small_length_at(self, at: int) -> int:
        """The same for a word in small letters, of which more must be known."""
        text = self.tokens[at].text
        if not self.names.is_given(text) or text in self.names.wordlike:
            return 0
        if self._has_surname(at):
            return 2
        return 1 if len(text) > 3 and not self.names.ordinary.knows(text) else 0

    def _run(self, at: int) -> int:
        """How many words from one on are written as one name."""
        end = at + 1
        while end < min(len(self.tokens), at + _LONGEST) and self._continues(end):
            end += 1
        while end > at + 1 and self.tokens[end - 1].text in PARTICLES:
            end -= 1
        return end - at

    def _continues(self, at: int) -> bool:
        token, last = self.tokens[at], self.tokens[at - 1]
        initial = len(last.text) == 1 and last.after in (".", ". ", ".-")
        if last.after != " " and not initial:
            return False
        if token.text in PARTICLES:
            return True
        if not token.is_capital or TITLE.fullmatch(token.text):
            return False
        if token.text in self.names.ordinary.vocabulary.light:
            return False
        if token.text in self.names.surnames or not self.names.is_nobody(token.text):
            return True
        return self.names.is_given(last.text) and self.names.sounds_like_place(token.text)

    def _begins_full_name(self, at: int) -> bool:
        """Whether a first name or an initial stands here, or any word before a surname."""
        token = self.tokens[at]
        if self.names.is_given(token.text):
            return True
        if len(token.text) == 1:
            initial = token.after.startswith(".") or token.text not in _SMALL_WORDS
            if initial and token.after == ".-" and len(self.tokens[at + 1].text) == 1:
                return self._begins_full_name(at + 1)
            return initial and self._is_surname_after(at + 1, token.after)
        return not self.names.ordinary.knows(token.text) and not token.written.isupper()

    def _is_surname_after(self, at: int, between: str) -> bool:
        """Whether a surname follows an initial; after a point any word that may be a name."""
        pointed = between.startswith(".") and self._may_be_name(at)
        return pointed or self._is_surname(self.tokens[at].text)

    def _is_titled(self, at: int) -> bool:
        if at == 0 or self.tokens[at - 1].after not in (" ", ". ", "."):
            return False
        token = self.tokens[at]
        acronym = token.written.isupper() and not self.names.is_surname(token.text)
        return bool(TITLE.fullmatch(self.tokens[at - 1].text)) and not acronym

    def _stands_alone(self, at: int) -> bool:
        """Whether a single word is a person's name, or tells who speaks."""
        token = self.tokens[at]
        base = _base(token.text, self.names.known)
        if (base and base not in self.names.wordlike) or self._is_double(token.text):
            return True
        if base and (self._says(at + 1) or is_cued(self.tokens, at)):
            return True
        if base:
            placed = at > 0 and self.tokens[at - 1].text in _INTO
            return not token.opens and not placed and not re.match(r" ?\d", token.after)
        if not self._may_be_name(at):
            return False
        speaks = self._says(at + 1) and not _NO_LABEL.search(token.text)
        return speaks or self.names.is_surname(token.text) or self._is_label(at)

    def _may_be_name(self, at: int) -> bool:
        """Whether a word with a capital is neither ordinary, nor a place or body, nor letters."""
        token = self.tokens[at]
        if not token.is_capital or len(token.text) < 2 or TITLE.fullmatch(token.text):
            return False
        letters = token.written.isupper() and len(token.text) < 5
        definite = _DEFINITE.search(token.text) and not self.names.is_surname(token.text)
        known = self._is_nobody(at) or self.names.ordinary.knows(token.text)
        return not (letters or definite or known)

    def _is_double(self, text: str) -> bool:
        """Whether it is a first name with a hyphen: ``Mats-Ola``."""
        return "-" in text and self.names.is_given(text)

    def _is_label(self, at: int) -> bool:
        """Whether an unknown word opens the line before a colon: ``Wik: vi väntar``."""
        token = self.tokens[at]
        labels = at == 0 and token.after.startswith(": ") and not token.written.isupper()
        unlikely = _NO_LABEL.search(token.text) or self.names.ordinary.knows(token.text)
        return labels and not unlikely

    def _are_initials(self, at: int) -> bool:
        """Whether two capitals stand where somebody is told of: ``ÅK:``, ``(ÅK)``, ``enl ÅK``."""
        token = self.tokens[at]
        capitals = len(token.text) == 2 and token.written.isupper()
        if not capitals or token.text in _NO_INITIALS or self.names.is_nobody(token.text):
            return False
        labels = at == 0 and token.after.startswith(":")
        enclosed = token.before.endswith("(") and token.after.startswith(")")
        told = at > 0 and self.tokens[at - 1].text in _TELLS
        does = self._says(at + 1) or acts(self.tokens, at)
        paired = token.after in ("/", " + ", " & ") and self._are_initials(at + 1)
        return labels or enclosed or told or does or paired

    def _says(self, at: int) -> bool:
        if at >= len(self.tokens) or self.tokens[at - 1].after != " ":
            return False
        word = self.names.ordinary.vocabulary.word(self.tokens[at].text)
        return "sagesverb" in word.tags

    def _is_surname(self, text: str) -> bool:
        return bool(_base(text, self.names.surnames)) or self.names.is_surname(text)

    def _name(self, at: int, count: int) -> str:
        """The name as it is written, without a genitive that is known to be one."""
        words = [_clean(token.written) for token in self.tokens[at : at + count]]
        last = self.tokens[at + count - 1].text
        base = _base(last, self.names.known)
        if base == last[:-1] and len(base) > 2:
            words[-1] = words[-1][:-1]
        return " ".join(words)


def _base(text: str, names: frozenset[str]) -> str:
    """The word, or the word whose genitive it is, among some names; empty if neither is."""
    if text in names:
        return text
    return text[:-1] if text.endswith("s") and text[:-1] in names else ""


def _clean(written: str) -> str:
    composed = unicodedata.normalize("NFKC", written)
    return "".join(one for one in composed if unicodedata.category(one) != "Cf")
