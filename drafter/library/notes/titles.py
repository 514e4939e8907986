"""Whether some words can be a heading, or are a sentence, a label or a reference number."""

import re

# Finite verbs and subjects that notes are full of. They only have to tell "Vi diskuterade" from
# "Diskussion"; a noun phrase has none of them. What follows "som" or "att" is not looked at.
_CLAUSE = frozenset(
    """
    jag vi du ni han hon hen de dom man det
    är var varit blev blir har hade ska skall skulle kan kunde vill ville bör borde måste får fick
    går gick kom kommer tog tar gav ger höll håller sa sade säger såg ser gör gjorde vet visste
    tyckte tycker tror trodde lyfte lyfter föreslog föreslår ansåg anser höjde möttes möts hölls
    visade visar frågade frågar svarade svarar undrade undrar berättade berättar menade menar
    beslöt beslutar finns fanns gäller gällde saknas behöver behövs behövde verkar verkade bjöd
    åkte åker kör körde satt sitter stod står ligger låg vann vinner lovade lovar begärde begär
    """.split()
)
_PAST = re.compile(r"\w{3,}(?:ade|ades|ats|erar|eras)\b")
_QUESTION = frozenset("vad vilka vilken vilket hur varför när vem".split())
_SUBORDINATE = re.compile(r"\s(?:som|att)\s", re.IGNORECASE)

# 803-1966/2016, RS 2026/0588, 3/2017: header data, however short and however shouted.
_REFERENCE = re.compile(r"\d{4}/\d|\d/\d{4}|\d{5,}|\d{3,}-\d")

_LABEL = re.compile(r"[^\W\d_][^\s:]*:\s")


def is_title(text: str, words: int = 12) -> bool:
    """Whether a text can be a heading at all: few words, no sentence, no reference number."""
    return (
        len(text.split()) <= words
        and not text.endswith((".", "!", "?", ",", ";"))
        and not _REFERENCE.search(text)
        and not is_clause(text)
    )


def is_clause(text: str) -> bool:
    """Whether a text has a subject or a finite verb: ``KF beslutade``, but not ``Vad vi såg``."""
    words = _SUBORDINATE.split(text, maxsplit=1)[0].casefold().split()
    words = [word.strip(".,:;!?()\"”'’*_") for word in words]
    if not words or words[0] in _QUESTION:
        return False
    return not _CLAUSE.isdisjoint(words) or any(map(_PAST.fullmatch, words[1:]))


def is_label(text: str) -> bool:
    """Whether a text opens with one word, a colon and what it says: ``tema: Öppna städer``."""
    return bool(_LABEL.match(text))


def is_shouted(text: str, letters: int) -> bool:
    """Whether all of a text is in capitals, and some word of it has that many letters."""
    return text.upper() == text and any(
        sum(map(str.isalpha, word)) >= letters for word in text.split()
    )
