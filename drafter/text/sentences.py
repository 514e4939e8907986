"""Where one Swedish sentence ends and the next begins."""

import re
from collections.abc import Iterator

# Something always follows these, so their period ends no sentence.
_LEADING = frozenset(
    """ang anm avd bitr bl.a bla c:a ca d.v.s diarienr dnr doc dr dvs em enl ers ev exkl f.d
    f.n fm fr.o.m förf förv g.m gm handl i.o.m i.st.f inkl jfr kl kungl m.a.o m.h.a m.t.p
    motsv nr nuv ordf p.g.a pga prof resp s.k sekr stf t.ex t.f t.o.m t.v tel tex tf tfn utg
    v.ordf""".split()
)

# A figure after these belongs to them ("3 feb. 2017", "s. 14", "5 kap. 2 §").
_BEFORE_FIGURES = _LEADING | frozenset(
    """apr art aug avsn bet bil dec dir feb fig fre jan juli jun juni kap lör max min mom mån nov
    okt ons p pkt prop rskr s sep sept skr st sön tab tis tor tors v vol""".split()
)

# A letter after these names a thing ("bilaga A."); elsewhere it is a person's initial.
_LETTERED = frozenset(
    """alternativ bilaga block del fas grupp hus kategori klass nivå paket plan punkt sal spår typ
    vitamin zon""".split()
)

_END = re.compile(r"(?<![.!?…])(?P<mark>[.!?…]++)(?P<closing>[”\"’'»«)\]]*+) ")
_NEXT = re.compile(r"\W{0,8}(?P<letter>\w)")
_INITIALS = re.compile(r"(?:[A-ZÅÄÖ][a-zåäö]*-)?[A-ZÅÄÖ](?:\.-?[A-ZÅÄÖ])*")
_NUMBERING = re.compile(r"(?:§ ?)?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-zÅÄÖ]|[ivxIVX]{1,5})")

# Parentheses, brackets and quotations of reasonable length hold together.
_WHOLE = re.compile(
    r"\([^()]{0,400}+\)"
    r"|\[[^\[\]]{0,400}+\]"
    r"|(?<![^ (])”(?! )[^”]{1,400}+(?<! )”(?!\w)"
    r"|(?<![^ (])\"(?! )[^\"]{1,400}+(?<! )\"(?!\w)"
    r"|[»“](?! )[^»«“”]{1,400}+(?<! )[«»”](?!\w)"
)


def split(text: str) -> tuple[str, ...]:
    """The sentences of a text, in order; joined by single spaces they are the text again.

    White space is first made single spaces. A sentence ends at ``.``, ``!``, ``?`` or ``…`` before
    something that can begin one, but not after abbreviations, initials and numbering, nor inside
    quotations and parentheses. The time is linear in the length of the text.
    """
    flat = " ".join(text.split())
    parts = []
    start = 0
    for end in _ends(flat):
        parts.append(flat[start:end])
        start = end + 1
    return (*parts, flat[start:]) if flat else ()


def _ends(flat: str) -> Iterator[int]:
    """Where the spaces are that part sentences."""
    start = 0
    wholes = _WHOLE.finditer(flat)
    whole = next(wholes, None)
    for match in _END.finditer(flat):
        end = match.end() - 1
        while whole and whole.end() < end:
            whole = next(wholes, None)
        if (whole and _holds(whole, start, end)) or _goes_on(flat, start, match):
            continue
        yield end
        start = end + 1


def _holds(whole: re.Match[str], start: int, end: int) -> bool:
    """Whether a quotation or parenthesis keeps the sentence that began at ``start`` together.

    A parenthesis that ends here ends the sentence only if the sentence is the parenthesis.
    """
    if end == whole.end() and whole[0][-1] in ")]":
        return whole.start() > start
    return whole.start() < end < whole.end()


def _goes_on(flat: str, start: int, match: re.Match[str]) -> bool:
    """Whether the sentence goes on after what looks like its end."""
    following = _NEXT.match(flat, match.end())
    if following is None or following["letter"].islower():
        return True
    mark = match.start()
    if flat[mark - 1 : mark] in ("", " "):
        return match["mark"] in (".", "…", "...")
    return match["mark"] == "." and _abbreviates(flat, start, mark, following["letter"])


def _abbreviates(flat: str, start: int, mark: int, letter: str) -> bool:
    """Whether the word before the period at ``mark`` is shortened, or numbers what follows.

    An abbreviation in capitals before a word (``enligt KL. Nämnden``) is a name, not a ``kl.``.
    """
    if mark - start <= 12 and _NUMBERING.fullmatch(flat, start, mark):
        return True
    word_start = max(flat.rfind(" ", start, mark) + 1, start)
    word = flat[word_start:mark].lstrip("([”\"’'»«“")
    if _INITIALS.fullmatch(word) and not letter.isdigit():
        return _word_before(flat, start, word_start) not in _LETTERED
    if letter.isdigit():
        return _is_known(word, _BEFORE_FIGURES)
    return not (len(word) > 1 and word.isupper()) and _is_known(word, _LEADING)


def _word_before(flat: str, start: int, word_start: int) -> str:
    end = max(word_start - 1, start)
    return flat[max(flat.rfind(" ", start, end) + 1, start) : end].casefold()


def _is_known(word: str, abbreviations: frozenset[str]) -> bool:
    """``St.`` is Sankt, and the last part of ``gen.sekr.`` tells what it is."""
    folded = word.casefold()
    return word == "St" or folded in abbreviations or folded.rpartition(".")[2] in abbreviations
