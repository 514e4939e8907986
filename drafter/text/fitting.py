"""Whether a form of the lexicon fits the place in a text where its letters stand."""

import re
from typing import NamedTuple

from drafter.text.entries import Entry, Kind
from drafter.text.neighbours import NUMBER, TIME

_WORD = re.compile(r"[^\W\d_]+")
_REST = re.compile(r"[a-zåäöé]{3}")
_BELONGS = re.compile(
    r"(?:19|20)\d\d\b"
    r"|\d[\d ,.]{0,12}(?:till \d[\d ,.]{0,12})?(?:[tm]?kr|mnkr|kronor|tusen|milj|mdr|procent)"
)
_STARTERS = frozenset(
    """alla allt andra av bara beslut bra de den denna deras det detta dock du där därefter därför
    då efter en ett flera fler frågan från följd följden för förslag genom han hela hon här i ingen
    inga inget innan inför inte jag kan kl kommer man med men mer många ni nu när nästa nöjda och
    också om oss på samma samtidigt sedan ska skäl som så särskilt till tyvärr under ungefär ut var
    vi vid viktigt vissa vår våra åtgärd även är över övriga""".split()
)
"""Words that in capitals more often begin a sentence than name somebody."""


class Form(NamedTuple):
    """One spelling of an entry's note form, as written and in lower case (``folded``)."""

    text: str
    folded: str
    formal: str
    entry: Entry


def begins(text: str, start: int, entry: Entry) -> bool:
    """Whether a word of its own can begin here."""
    before, further = text[start - 1 : start], text[max(start - 2, 0) : max(start - 1, 0)]
    if start == 0 or before.isspace():
        return True
    if before.isdigit():
        return NUMBER in entry.beside.after
    if before in ".:":
        return not further.isalnum()
    if before == "-":
        return not further.isalnum() or (entry.kind is Kind.PLACE and text[start].isupper())
    return before not in "_@#&\\'’"


def ends(text: str, end: int, form: Form) -> bool:
    """Whether the word can end here; the first part of a compound needs the rest of it."""
    if form.entry.opens:
        return bool(_REST.match(text, end))
    after, further = text[end : end + 1], text[end + 1 : end + 2]
    if after.isdigit():
        return NUMBER in form.entry.beside.before
    if after.isalnum() or after == "_":
        return False
    if after == "-":
        return not further.isalnum() or further.isupper()
    return not (after and after in ".:'’@&" and further.isalnum())


def after_hyphen(text: str, start: int) -> bool:
    """Whether a hyphen joins what begins here to a word before it."""
    return text[start - 1 : start] == "-" and text[max(start - 2, 0) : start - 1].isalnum()


def spelled(found: str, form: Form, opening: bool) -> bool:
    """Whether the capitals are those of the form, or a sentence's (``opening``), or emphasis."""
    if found == form.text:
        return True
    if form.entry.kind is Kind.PLACE:
        return found[0].isupper() or found.islower()
    if form.entry.kind is Kind.EMPHASIS:
        return False
    capital = form.text[0].upper() + form.text[1:]
    single = len(form.text.rstrip(".")) == 1
    return (opening and found == capital and not single) or (
        len(found) > 4 and found == form.text.upper()
    )


def keeps_point(after: str, entry: Entry) -> bool:
    """Whether the point of a shortened word also ends the sentence."""
    rest = after.lstrip()
    if not rest:
        return True
    if rest == after or entry.kind is Kind.SMALL or entry.opens:
        return False
    word = _WORD.match(rest)
    if word and word[0][0].isupper():
        return entry.kind is not Kind.TITLE or word[0].lower() in _STARTERS
    numbered = entry.beside.before & {NUMBER, TIME}
    return rest[0].isdigit() and not numbered and not _BELONGS.match(rest)
