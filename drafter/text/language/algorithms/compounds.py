"""Compounds, by a dictionary: words that have been parted, and words that can be taken apart."""

from collections.abc import Collection, Iterator
from functools import lru_cache

from drafter.text.language.passages import Passage, Word
from drafter.text.language.rules import Detect, Document, Remark, Speller

_NEVER_FIRST = frozenset(
    """alla allt att av bara bland bort dag de del dem den denna det detta efter eller en enda ett
    fast fram från för före först genom gott ha han hel hela hem hur här högt i igen in ingen inom
    inte kan kring lika lite lång långt med mellan mer mest mot mycket när nära någon något några nu
    ny nya nytt och också om oss på rätt sig sin så samt själv ska som stor stort större största
    tag till tre två under upp ur ut utan utom var vad vid vilka väl än åt åter över hög låg alltid
    minst högst båda fri fritt full fullt hård hårt klar klart ren rent sen sent tidig tidigt vit
    svart röd blå grön gul ett två tre fyra fem sex sju åtta nio tio hundra tusen miljoner procent
    kronor klockan vice chef år års dags månads veckors första andra tredje fjärde femte sjätte
    sjunde åttonde nionde tionde små lilla egen eget egna annan annat denne varje viss visst
    gammal ner ned bort hem tillbaka ihop isär igenom emot dit hit ute inne uppe nere hemma borta
    ofta sällan extra super kilometer meter centimeter millimeter kilo ton liter timmar minuter
    dagar veckor månader gånger grader""".split()
)
_NEVER_LAST = frozenset(
    """lång långt långa bred brett breda hög högt höga djup djupt djupa stor stort stora gammal
    gammalt gamla ny nytt nya efter före under över inne ute fri fritt fria""".split()
)
"""Words that stand before others without making one word with them."""


def parted(limit: int, exceptions: frozenset[str]) -> Detect:
    """Two words that the dictionary has as one: *kommun styrelsen*."""

    def detect(document: Document) -> Iterator[Remark]:
        if document.speller is None:
            return
        pairs = [
            (number, first, second)
            for number, passage in enumerate(document.passages)
            for first, second in _neighbours(passage)
            if not exceptions & {first.text, f"{first.text} {second.text}"}
        ]
        whole = {first.text + second.text for _, first, second in pairs}
        adjectives = {f"{first.text}{end}" for _, first, _ in pairs for end in ("t", "a")}
        listed = document.speller.listed(whole | adjectives)
        for number, first, second in pairs:
            inflects = all(f"{first.text}{end}" in listed for end in ("t", "a"))
            if first.text + second.text in listed and not inflects:
                yield Remark(number, first.start, second.end, first.written + second.written)

    return detect


@lru_cache(maxsize=2000)
def _neighbours(passage: Passage) -> tuple[tuple[Word, Word], ...]:
    """Words beside each other that may be one word that was parted."""
    return tuple(_parted(passage))


def _parted(passage: Passage) -> Iterator[tuple[Word, Word]]:
    for first, second in zip(passage.words, passage.words[1:], strict=False):
        joined = passage.open[first.end : second.start] == " "
        lower = second.written.islower() and first.written[1:].islower()
        named = first.written[0].isupper() and not passage.opens(first.start)
        letters = first.text.isalpha() and second.text.isalpha()
        sized = len(first.text) >= 3 and len(second.text) >= 4
        fits = joined and lower and letters and sized and not named
        if fits and first.text not in _NEVER_FIRST and second.text not in _NEVER_LAST:
            yield first, second


def are_compounds(words: Collection[str], speller: Speller, least: int) -> frozenset[str]:
    """Those of some words that can be taken apart into at most four words of the dictionary.

    ``least`` is how many letters a part has at least.
    """
    parts = {part for word in words for part in _parts(word, least)}
    listed = speller.listed(parts) - _NEVER_PARTS
    return frozenset(word for word in words if _joins(word, listed, _MOST_PARTS))


_MOST_PARTS = 4

_NEVER_PARTS = frozenset(
    """ande ende het heten heter ning ningen ningar ling are aren arna erna orna ande else elser
    skap lig liga ligt bar bart sam samt full fulla lös löst mässig ade ades ats ans ens
    ers""".split()
)
"""Endings that are words as well, and would let anything pass."""

_JOINED_BY_S = ("het", "skap", "tion", "sion", "itet", "dom", "ning", "else", "ment")
"""Endings of first parts that are joined to others by an s."""


def _parts(word: str, least: int) -> Iterator[str]:
    """Everything in a word that may be a part of it."""
    for start in range(len(word) - least + 1):
        for end in range(start + least, len(word) + 1):
            yield word[start:end]


def _joins(word: str, listed: frozenset[str], most: int) -> bool:
    """Whether a word is one of the listed, or a listed one, perhaps an s, and such a word."""
    if word in listed:
        return True
    for at in range(1, len(word)) if most > 1 else ():
        first, rest = word[:at], word[at:]
        if first not in listed:
            continue
        if rest.startswith("s") and _joins(rest[1:], listed, most - 1):
            return True
        if not first.endswith(_JOINED_BY_S) and _joins(rest, listed, most - 1):
            return True
    return False
