"""Sentences as wholes: length, predicate, voice."""

import re
from collections.abc import Iterator, Sequence

from drafter.text.language.passages import Passage, Word
from drafter.text.language.rules import Detect, Document, Remark

Span = tuple[int, int]


def long(limit: int, exceptions: frozenset[str]) -> Detect:
    """Sentences of more than ``limit`` words."""

    def detect(document: Document) -> Iterator[Remark]:
        for number, passage, (start, end) in _sentences(document):
            size = len(passage.text[start:end].split())
            if size > limit:
                advice = f"Meningen har {size} ord. Dela den."
                yield Remark(number, start, end, advice=advice)

    return detect


def incomplete(limit: int, exceptions: frozenset[str]) -> Detect:
    """Sentences of at least ``limit`` words without a predicate outside their subclauses.

    Only those that follow another sentence in their paragraph, as a fragment belongs to it: list
    items and captions stand alone.
    """

    def detect(document: Document) -> Iterator[Remark]:
        for number, passage, span in _sentences(document):
            words = passage.words_in(span)
            follows = span != passage.sentences[0]
            ended = passage.text[span[0] : span[1]].rstrip("”»)").endswith(".")
            if follows and ended and len(words) >= limit and _is_fragment(passage, words):
                advice = "Meningen saknar predikat. Foga den till den föregående."
                yield Remark(number, *span, advice=advice)

    return detect


def passive(limit: int, exceptions: frozenset[str]) -> Detect:
    """The first passive sentence of a text in which more than ``limit`` per cent are passive.

    Texts of fewer than ten sentences are left alone.
    """

    def detect(document: Document) -> Iterator[Remark]:
        every = list(_sentences(document))
        hits = [
            (number, span)
            for number, passage, span in every
            if any(_PASSIVE.search(word.text) for word in passage.words_in(span))
        ]
        if len(every) >= _ENOUGH and 100 * len(hits) > limit * len(every):
            number, span = hits[0]
            share = round(100 * len(hits) / len(every))
            advice = f"{share} procent av meningarna är passiva. Skriv vem som gör vad."
            yield Remark(number, *span, advice=advice)

    return detect


_ENOUGH = 10

_PASSIVE = re.compile(
    r"\w{2}(?:ades|[bdglmnrv]des|[kpst]tes|erats|[ai]ts|eras|[bdgklprtv]as)$|^(?:blev|blir|blivit)$"
)
"""Endings of passive verbs, as far as they can be told from genitives."""

_FINITE = re.compile(
    r"(?:^|.)(?:tog|gick|stod|höll|kom|fick|blev|gav|låg|satt|såg|bjöd|drog|slog|lade|sade|gjorde"
    r"|hade|skulle|kunde|ville|borde|måste|visste|fanns|lät|bröt|skrev|vann|valde|sålde|åt|steg)s?$"
    r"|^(?:är|var|har|ska|skall|kan|vill|bör|får|går|står|ser|ger|tar|blir|finns|ligger|gör|vet|kom"
    r"|saknas|krävs|behövs|sker|skedde|bar|bad|dog|for|lär|torde|tycks|hoppas|minns|trivs)$"
    r"|\w{2}(?:erar|eras|erade|erades)$"
)
"""Verbs that can be nothing else, told by their forms."""

_MAYBE = re.compile(r"\w{2}(?:ade|ades|ar|as|er|[åöy]r|de|des|te|tes|s)$")
"""What may be a verb, or a noun or an adjective."""

_BEFORE_NOUNS = frozenset(
    """de den det dessa denna detta alla många flera fler olika sin sina sitt vår våra en ett mer
    mest mycket ett några två tre fyra fem stora nya egna andra större mindre bättre samtliga
    båda vissa hög stor ny god och eller samt av med för i på om till från mellan under vid
    hos utan inom""".split()
)
_SUBORDINATE = re.compile(
    r"\b(?:som|där|när|att|om|eftersom|medan|då|vars|vilket|vilka|vilken|därför att|så att|innan"
    r"|sedan|ifall|även om|trots att|genom att|för att)\b[^,;–]*"
)
_CONJUNCTIONS = frozenset("att om som när där vad hur".split())
_PARENTHESIS = re.compile(r"\([^()]*\)")
_OPENERS = frozenset(
    """särskilt både framför såväl främst inklusive liksom samt exempelvis till bland dels inte
    även dessutom alltså därmed framförallt speciellt allt ofta också och men eller""".split()
)


def _sentences(document: Document) -> Iterator[tuple[int, Passage, Span]]:
    """The sentences outside headings, with the number of their passages."""
    for number, passage in enumerate(document.passages):
        for span in () if passage.is_heading else passage.sentences:
            yield number, passage, span


def _is_fragment(passage: Passage, words: Sequence[Word]) -> bool:
    """Whether nothing outside subclauses and parentheses can be a predicate."""
    if words[0].text not in _OPENERS or words[1].text in _CONJUNCTIONS:
        return False
    text = passage.open[words[0].start : words[-1].end]
    main = _SUBORDINATE.sub(" ", _PARENTHESIS.sub(" ", text.lower()))
    left = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", main)
    return not any(_may_be_verb(left, at) for at in range(len(left)))


def _may_be_verb(words: Sequence[str], at: int) -> bool:
    word = words[at]
    if _FINITE.search(word):
        return True
    before = words[at - 1]
    leads = at > 1 and (before in _BEFORE_NOUNS or before.endswith(("a", "t")))
    return bool(_MAYBE.search(word)) and not leads and at > 0
