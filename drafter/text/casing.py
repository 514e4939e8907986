"""Capitals and full stops: what makes a note's words look like sentences."""

import re

_EMPHASISED = re.compile(
    r"(?<!\w)(?<![\w.]-)[A-ZÅÄÖ]{2,}(?:ADE|ADES|DES|TES|ATS|ANDE|ENDE|IGT|LIGA|IGA|NING|NINGEN|LÖST"
    r"|[A-ZÅÄÖ]{3}(?:EN|ET|ER|AR|AT|ARE))(?![\w-])"
)
_NAME_BEFORE = re.compile(r"(?:^|\s)[A-ZÅÄÖÉ][a-zåäöé]+ $")
_CALM_WORD = re.compile(r"(?<!\w)[a-zåäö]{2,}(?!\w)")

_START = re.compile(r"(?<=[.?])\s+(?P<word>[a-zåäöé][\w-]*)")
_LAST_WORD = re.compile(r"[^\s(”\"]{1,24}$")
_ABBREVIATIONS = frozenset(
    """art avd bet bil bl.a bla ca dir dnr dvs e.d e.dyl ev exkl f.d f.n fr.o.m inkl jfr kap kl
    m.a.o m.fl m.m max min mom motsv nr nuv o.d o.dyl osv p.g.a prop ref resp s.k sid st t.ex t.o.m
    tel tf tfn vol""".split()
)

_CUT_SHORT = re.compile(
    r"(?:[bdfgkpt]l|[bdfkpstv]n|[bdfgkptv]r|[dstk]v|[dts]j|[bdfgjklmnprstv]h|[bdgkmnpst]f|[dgkpt]b"
    r"|^[^aeiouyåäö]+)$"
)
"""Endings that no Swedish word has: the word was cut, and its point says so."""

_ENDS_WELL = re.compile(r"[.?!…:]”?$|^\(.*[.?!…]”?\)$")
_WORD = re.compile(r"[^\W_]")
_LOOSE_END = re.compile(r"[\s,;–-]+$")
_FIRST = re.compile(r"^[(”]?(?P<word>[a-zåäöé][\w-]*)")


def calm_capitals(text: str) -> str:
    """Words in capitals for emphasis in lower case: ``LADES NER`` among words that are calm.

    Only long words with the endings of Swedish verbs, participles and nouns: acronyms, and
    surnames after a first name, keep their capitals.
    """
    if not _CALM_WORD.search(text):
        return text

    def calm(match: re.Match[str]) -> str:
        before = text[max(match.start() - 24, 0) : match.start()]
        return match[0] if _NAME_BEFORE.search(before) else match[0].lower()

    return _EMPHASISED.sub(calm, text)


def capitalise(text: str, abbreviations: frozenset[str]) -> str:
    """A capital where the text and each sentence in it begins; ``iPad`` keeps its own."""

    def begin(match: re.Match[str]) -> str:
        before = _LAST_WORD.search(text, max(match.start() - 24, 0), match.start())
        word = before[0] if before else ""
        stopped = word.endswith("?") or not _abbreviates(word.rstrip("."), abbreviations)
        return _raised(match) if stopped else match[0]

    return _FIRST.sub(_raised, _START.sub(begin, text))


def end(text: str) -> str:
    """The text with a full stop, unless another mark ends it; nothing if it has no word."""
    whole = _LOOSE_END.sub("", text)
    if not _WORD.search(whole):
        return ""
    if _ENDS_WELL.search(whole):
        return whole
    return f"{whole}."


def _raised(match: re.Match[str]) -> str:
    word = match["word"]
    if any(letter.isupper() for letter in word):
        return match[0]
    at = match.start("word") - match.start()
    return match[0][:at] + word[0].upper() + match[0][at + 1 :]


def _abbreviates(word: str, abbreviations: frozenset[str]) -> bool:
    """Whether the point after a word shortens it rather than ends the sentence."""
    if len(word) == 1 or "." in word:
        return word[-1:].isalpha()
    folded = word.lower()
    known = folded in _ABBREVIATIONS or folded in abbreviations
    return known or (word.isalpha() and bool(_CUT_SHORT.search(folded)))
