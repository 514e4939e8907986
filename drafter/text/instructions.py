"""What a note says to the one who writes the report, keeps out of it, and is unsure of.

An instruction to oneself is no content; an action that somebody is to take is. Where a phrase may
be either it is content: a reviewer sees a line too many, but not one that is lost.
"""

import re
from functools import lru_cache

from drafter.text.injections import find_injections

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


def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One of the phrases and nothing else, with or without a cry for attention before it."""
    either = "|".join(phrases)
    return re.compile(rf"(?:(?:obs|nb|todo)[!:.,]*\s+)?(?:{either})[.!?]*", re.IGNORECASE)


# Each is tried after those before it, as making the phrases anew for every place is slow.
_WHOLE = (_any_of(_ABOUT_THE_TEXT),)
_TAIL = (*_WHOLE, _any_of(_AFTER_CONTENT))
_BRACKETED = (*_TAIL, _any_of(_IN_BRACKETS))

_BRACKETS = re.compile(r"\(([^()]{2,120})\)|\[([^\[\]]{2,120})\]")
_SENTENCE = re.compile(
    r"(?:(?i:obs|nb|todo)\b[!:.,]*\s)?[^\s.!?…–](?:(?! [–-] )[^.!?…]|[.!?…](?=\w))*[.!?…]*"
)

# A chore of the writer's own after its label; a chore that somebody was given is content.
_CHORE = (
    r"(?:(?:dubbel)?kolla|kontrollera|verifiera|fråga|ring|mejla|maila|hör|stäm av|leta|slå upp"
    r"|ta reda på|lägg (?:till|in)|fyll i|komplettera|renskriv|bifoga|spara)"
)
_WITH_NAME = r"(?:(?: upp| av)? (?:med|m\.?|hos|av) (?-i:[A-ZÅÄÖ])[\w-]+[^.!?]*)"
_BEFORE_SENDING = (
    r"(?:[^.!?]*\b(?:innan (?:vi|jag|det|den|rapporten)|före)"
    r" (?:skicka|utskick|inlämn|lämna)[^.!?]*)"
)
_TO_SELF = re.compile(
    rf"(?:(?:todo|to do)\b[:!., –-]*(?!(?-i:[A-ZÅÄÖ])[\w-]+ \w+r\b)\w[^.!?]*"
    rf"|(?:note to self|till mig själv|minneslapp)\b[:!., –-]*\w[^.!?]*"
    rf"|(?:att göra|kom ihåg|påminnelse)(?:[:!] ?| [–-] ){_CHORE}\b[^.!?]*"
    rf"|(?:obs|nb)\b[!:., –-]*{_CHORE}\b(?:{_WITH_NAME}|{_BEFORE_SENDING}))[.!?]*",
    re.IGNORECASE,
)
_GIVEN_TO = re.compile(r" ?(?:[–-] |/ ?|\()[A-ZÅÄÖ][\w-]+")
_GIVEN_WITHIN = re.compile(r"\([A-ZÅÄÖ][\w-]+\)|\b(?:ansvarig|ansvar)\b")

# What the author keeps out of the report: said of a whole line, before it or after it.
_RECORD = (
    r"(?:(?:rese|mötes|kort)?rapporten|protokollet|referatet|(?:minnes)?anteckningarna|texten"
    r"|(?:vidare )?spridning|publicering|utskick(?:et)?|offentlighet(?:en)?)"
)
_NOT = r"(?:inte|ej|icke)"
_SUBJECT = r"(?:(?:detta|det här|det|den här delen|följande|nedanstående|resten|allt nedan) )?"
_CONFIDED = r"(?:(?:helt |strikt )?konfidentiellt|förtroligt|(?:sagt )?i förtroende|off the record)"
_KEPT_OUT = (
    rf"{_SUBJECT}(?:ska|skall|bör|får) {_NOT} (?:(?:tas |vara |komma )?med|stå|nämnas|skrivas"
    rf"|föras|citeras)(?: (?:i|till|på) {_RECORD})?",
    rf"(?:ta|skriv|nämn|för) {_NOT} (?:med )?(?:detta|det här|det)?(?:i|till)? ?{_RECORD}",
    rf"{_SUBJECT}(?:är )?(?:absolut )?{_NOT} (?:med )?(?:i|för|till) {_RECORD}|utanför {_RECORD}",
    rf"{_SUBJECT}(?:stannar|ska stanna) mellan oss|(?:bara |endast )?mellan oss(?: sagt)?",
    r"oss emellan(?: sagt)?|not for the record|off record",
    rf"{_CONFIDED}|får {_NOT} spridas(?: vidare)?|sprid {_NOT}(?: vidare)?",
)
# Alone these may describe a thing: a house is "privat", a system "för internt bruk".
_LABELS = r"privat|(?:(?:bara|endast) )?för (?:internt bruk|mig själv)"
_KEEP_OUT = "|".join(_KEPT_OUT)
_CRY = r"(?:(?:obs|nb|ps)\b[!:.,]* ?)?"
_SAID_BEFORE = re.compile(
    rf"{_CRY}[(\[]?{_CRY}(?:{_KEEP_OUT}|{_LABELS})[!.]*(?: ?[:)\]]| [–-] )", re.IGNORECASE
)
_SAID_ALONE = re.compile(rf"{_CRY}(?:{_KEEP_OUT})[!.]*", re.IGNORECASE)
_SAID_OF_RECORD = re.compile(
    rf"{_CRY}{_SUBJECT}(?:(?:ska|skall|bör|får) {_NOT} (?:tas |vara |komma )?(?:med|nämnas|stå) i"
    rf"|{_NOT} (?:för|till)) {_RECORD}\b",
    re.IGNORECASE,
)
_SAID_WITHIN = re.compile(r"\b(?:off the record|sagt i förtroende)\b(?!-)", re.IGNORECASE)
_SEGMENT = re.compile(r" [–-] |[()\[\]:,]|(?<=[.!?]) ")

# Single lines of a signature under an e-mail; a name is one to three words with capitals.
_NAME = r"(?-i:[A-ZÅÄÖ][\w’'-]*)(?: (?-i:[A-ZÅÄÖ][\w’'-]*)){0,2}"
_PHONE = (
    r"(?:(?:tel|telefon|tfn|mobil|mob|växel|direkt|fax)[.:]{0,2} ?)?"
    r"(?:\+\d{2}(?: ?\(0\))?[ -]?\d{1,3}|0\d{1,3})[ -]\d{2,3}(?:[ -]?\d{2,3}){1,3}"
)
_DEVICE = r"(?:iphone|ipad|samsung|galaxy|huawei|mobil(?:en)?|telefon|android)"
_PROGRAM = r"(?:microsoft |ms )?(?:outlook|onenote|gmail|yahoo(?: mail)?|e-post|mail)"
_SIGNATURE = re.compile(
    rf"(?:(?:med|m\.?) )?(?:vänlig(?:a|t)?|bästa|varma|hjärtliga|goda) häls(?:ning(?:ar)?|n\.?)"
    rf"[,.!]?(?: {_NAME})?"
    rf"|(?:mvh|m\.?v\.?h\.?|hälsningar|allt gott|(?:best|kind|warm) regards|regards)[,.!]?"
    rf"(?: {_NAME})?|//? ?{_NAME}"
    rf"|(?!\d{{4}}-\d{{4}}$){_PHONE}(?: ?[,/|;·]? ?{_PHONE}){{0,2}}"
    rf"|(?:skickat|sänt) från (?:min|mitt) (?:\w+ )?{_DEVICE}(?: \w+)?"
    rf"|sent from my (?:\w+ )?{_DEVICE}(?: \w+)?"
    rf"|(?:skickat|skapat|sent|created|skapad) (?:från|med|i|from|with|in) {_PROGRAM}"
    rf"(?: (?:för|for) (?:ios|android|windows|mac|iphone))?"
    rf"|(?:get|hämta|skaffa) outlook (?:för|for) (?:ios|android)",
    re.IGNORECASE,
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


@lru_cache(maxsize=2000)
def find_instructions(text: str) -> tuple[tuple[int, int], ...]:
    """Where the parts of a note line stand that are said to its writer, in order.

    ``(skriv snällare!)``, ``[fixa]`` and ``viktigt!!`` after a sentence are; ``skriv ut
    fakturorna`` is something to be done.
    """
    spans = [match.span() for match in _BRACKETS.finditer(text) if _is_for_writer(match)]
    for at, match in enumerate(_SENTENCE.finditer(text)):
        if _is_one(_TAIL if at else _WHOLE, match[0]) or _is_own_chore(match):
            spans.append(match.span())
    spans += find_injections(text, _SENTENCE.finditer(text))
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


def speaks_to_model(text: str) -> bool:
    """Whether a text gives orders to a language model, or passes itself off as part of a chat."""
    return any(find_injections(text, _SENTENCE.finditer(text)))


def is_private(text: str) -> bool:
    """Whether a line's author keeps it out of the report: ``mellan oss: …``.

    Phrases count before what they are said of, after it, or alone; never as part of a clause, so
    that ``samarbetet mellan oss och Oslo`` is content.
    """
    flat = " ".join(text.split()).strip("*_ ")
    opens = _SAID_BEFORE.match(flat) or _SAID_OF_RECORD.match(flat)
    return bool(opens or _SAID_WITHIN.search(flat)) or any(
        _SAID_ALONE.fullmatch(segment.strip()) for segment in _SEGMENT.split(flat)
    )


def is_signature(text: str) -> bool:
    """Whether a line is part of the signature under an e-mail, or what a program adds there.

    ``Mvh Anna``, a telephone number, ``Skickat från min iPhone``; a line with content is none.
    """
    return bool(_SIGNATURE.fullmatch(" ".join(text.split()).strip("*_ ").removesuffix(".")))


@lru_cache(maxsize=2000)
def doubts(text: str) -> tuple[str, ...]:
    """The marks of doubt in a note line, verbatim: ``2026??``, ``(?)``, ``minns ej namn``."""
    return tuple(match[0] for match in _DOUBTS.finditer(text))


def _is_own_chore(match: re.Match[str]) -> bool:
    """Whether a sentence is a chore that the writer set herself, with nobody's name after it."""
    return (
        bool(_TO_SELF.fullmatch(match[0]))
        and not _GIVEN_TO.match(match.string, match.end())
        and not _GIVEN_WITHIN.search(match[0])
    )


def _is_for_writer(match: re.Match[str]) -> bool:
    return _is_one(_BRACKETED, (match[1] or match[2]).strip())


def _is_one(phrases: tuple[re.Pattern[str], ...], text: str) -> bool:
    return any(one.fullmatch(text) for one in phrases)
