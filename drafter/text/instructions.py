"""What a note says to the one who writes the report, and what it is unsure of.

An instruction to oneself is no content; an action that somebody is to take is. Where a phrase may
be either it is content: a reviewer sees a line too many, but not one that is lost.
"""

import re

_PIECE = (
    r"(?:texten|stycket|avsnittet|meningen|formuleringen|ordvalet|språket|tonen|rubriken|titeln)"
)
_THIS = rf"(?:detta|det här|det|den här|denna|allt|{_PIECE})"
_MANNER = (
    r"(?:snällare|vänligare|artigare|mildare|mjukare|försiktigare|diplomatiskt|diplomatiskare"
    r"|bättre|finare|snyggare|kortare|kort|längre|mer|utförligare|utförligt|tydligare|tydligt"
    r"|enklare|sakligare|sakligt|formellare|formellt|neutralare|neutralt|om|rent|klart)"
)
_WHEN = (
    r"(?: (?:före|innan|till|senast|efter|på|i|sen|sedan|senare|först)(?: [^\s.!?]{1,20}){0,3})?"
)

# About the text itself: an instruction wherever it stands.
_ABOUT_THE_TEXT = (
    rf"skriv(?=[^.!?]{{0,40}} {_MANNER}\b)(?: (?:lite|något|mycket|{_THIS}|{_MANNER})){{1,5}}"
    rf"{_WHEN}",
    r"skriv om så[^.!?]{1,60}",
    rf"(?:ren|om)skriv(?: {_THIS}| rapporten| anteckningarna)?{_WHEN}",
    rf"(?:formulera|uttryck)(?: {_THIS})?(?: {_MANNER}){{1,2}}|omformulera(?: {_THIS})?",
    rf"(?:mildra|tona ne[rd]|korta(?: ne[rd])?|förkorta|finslipa|putsa(?: på)?) {_PIECE}",
    rf"(?:stryk|ta bort|utelämna) {_PIECE}(?: om [^.!?]{{1,40}})?",
    rf"(?:ta (?:inte|ej) med|nämn (?:inte|ej)|skriv (?:inte|ej))(?: {_THIS})?(?: i rapporten)?",
    r"(?:ska|bör|får) (?:inte|ej) (?:med|nämnas|stå|vara med)(?: i rapporten)?",
    r"(?:ej|inte|ännu inte) renskriv(?:et|na|en)",
    r"\w{0,12}(?:rapport|referat)(?:en|et)?,? (?:ska vara |får vara |är )?(?:max|högst|maximalt)\.?"
    r" \d{1,3} (?:sid\.?|sida|sidor|ord|A4(?:-sid(?:a|or))?)",
    r"(?:glöm (?:inte|ej)|kom ihåg)(?: att)? (?:bifoga|nämna|skriva|renskriva|ta med)\b"
    r"[^.!?]{0,60}",
    r"hm+[,…. ]*[^.!?]{0,80}\?+",
    r"(?:ignorera|bortse från|glöm|ignore)(?: alla| tidigare| ovanstående| dina| all| previous)*"
    r" (?:instruktioner|regler|anvisningar|instructions|rules)\b[^.!?]{0,200}",
)

# Also said of things that somebody is to do: an instruction only after the content of a line.
_AFTER_CONTENT = (
    r"(?:mycket |super|jätte)?viktigt!+",
    rf"(?:kolla|dubbelkolla|kontrollera|verifiera)(?: upp)? {_THIS}(?: igen| först| sen)?",
    r"obs!*",
)

# Only in brackets, where a note speaks to its writer.
_IN_BRACKETS = (
    r"(?:obs|nb|todo|fixme|viktigt|mycket viktigt|snällare|mildare|kortare|utveckla|förtydliga)",
    rf"(?:fixa|ändra|rätta|mildra|stryk|ta bort|ta med|komplettera|kolla|dubbelkolla|kontrollera)"
    rf"(?: {_THIS}| namn(?:et|en)?| stavning(?:en)?| siffr(?:an|or|orna)| datum(?:et)?| källan?"
    r"| upp| igen| först| sen| senare| här| till){0,3}",
    r"(?:kolla|stäm av|fråga|ring|mejla|maila)(?: av)?(?: med| m\.?| till)?"
    r"(?-i: [A-ZÅÄÖ][\w-]+){1,2}(?: (?:om|först|igen)\b[^.!?]{0,30})?",
    r"(?:bra|fint|roligt|viktigt|snyggt|användbart) (?:citat|formulering)",
    r"(?:ska|bör|behöver) (?:det|detta|det här|den|jag|vi) (?:vara med|med|redovisas|nämnas|stå)"
    r"(?: med| här| i rapporten)?",
)


def _any_of(*groups: tuple[str, ...]) -> re.Pattern[str]:
    """One of the phrases and nothing else, with or without a cry for attention before it."""
    phrases = "|".join(phrase for group in groups for phrase in group)
    return re.compile(rf"(?:(?:obs|nb|todo)[!:.,]*\s+)?(?:{phrases})[.!?]*", re.IGNORECASE)


_WHOLE = _any_of(_ABOUT_THE_TEXT)
_TAIL = _any_of(_ABOUT_THE_TEXT, _AFTER_CONTENT)
_BRACKETED = _any_of(_ABOUT_THE_TEXT, _AFTER_CONTENT, _IN_BRACKETS)

_BRACKETS = re.compile(r"\(([^()]{2,120})\)|\[([^\[\]]{2,120})\]")
_SENTENCE = re.compile(
    r"(?:(?i:obs|nb|todo)\b[!:.,]*\s)?[^\s.!?…–](?:(?! [–-] )[^.!?…]|[.!?…](?=\w))*[.!?…]*"
)

_DOUBTS = re.compile(
    r"\w{0,40}(?<![!?])(?=!*\?)[!?]{2,}|\(\?\)|\([^()?\s]{1,40}\?\)|\b\d{1,9}\?(?= [a-zåäö(])"
    r"|\bhmm+\b|\bminns (?:ej|inte)(?: \w+){0,2}|\bkommer (?:ej|inte) ihåg\b|\bhar jag för mig\b"
    r"|\bosäker på (?:namn|siffr|datum|stavning|årtal)\w*|\(osäkert?\)"
    r"|\bstämmer (?:det|detta|det här)\?|\b(?-i:[A-ZÅÄÖ])[\w-]{1,30} (?:ngt|någonting|nåt)\b"
    r"|\b(?:dubbel)?kolla(?: upp)? (?:detta|det|det här)\b|\((?:dubbel)?kolla\b[^()]{0,60}\)"
    r"|\b(?:tbd|tbc|todo|xx+)\b",
    re.IGNORECASE,
)


def find_instructions(text: str) -> tuple[tuple[int, int], ...]:
    """Where the parts of a note line stand that are said to its writer, in order.

    ``(skriv snällare!)``, ``[fixa]`` and ``viktigt!!`` after a sentence are; ``skriv ut
    fakturorna`` is something to be done.
    """
    spans = [match.span() for match in _BRACKETS.finditer(text) if _is_for_writer(match)]
    for at, match in enumerate(_SENTENCE.finditer(text)):
        if (_TAIL if at else _WHOLE).fullmatch(match[0]):
            spans.append(match.span())
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def instructions(text: str) -> tuple[str, ...]:
    """The parts of a note line that are said to its writer, verbatim and in order."""
    return tuple(text[start:end] for start, end in find_instructions(text))


def without_instructions(text: str) -> str:
    """What a note line says to its reader."""
    pieces, at = [], 0
    for start, end in find_instructions(text):
        pieces.append(text[at:start])
        at = end
    return " ".join((*pieces, text[at:]))


def is_instruction(text: str) -> bool:
    """Whether a whole line is said to its writer and holds nothing for the report."""
    return bool(find_instructions(text)) and not re.search(r"\w", without_instructions(text))


def doubts(text: str) -> tuple[str, ...]:
    """The marks of doubt in a note line, verbatim: ``2026??``, ``(?)``, ``minns ej namn``."""
    return tuple(match[0] for match in _DOUBTS.finditer(text))


def _is_for_writer(match: re.Match[str]) -> bool:
    return bool(_BRACKETED.fullmatch((match[1] or match[2]).strip()))
