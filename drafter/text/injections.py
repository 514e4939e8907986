"""What in a note speaks to a language model instead of telling its reader something.

Notes may hold a pasted page, a mail or a prank. A line that is about rules and instructions is
content; one that gives orders about them is none.
"""

import re
from collections.abc import Iterator

_RULES = (
    r"(?:regl\w*|regel\w*|instruktion\w*|anvisning\w*|prompt\w*|systemmeddelande\w*|föregående"
    r"|ovanstående|allt ovan|instructions?|rules?|everything above|the above)"
)
_ORDER = re.compile(
    rf"(?:(?:ignorera|bortse från|glöm|strunta i|åsidosätt|ignore|disregard|forget)\b(?! inte| ej)"
    rf"[^.!?]{{0,40}}?\b{_RULES}\b"
    r"|(?:skriv|write)(?: i rapporten)? (?:att|that)\b"
    r"|(?:du är|you are) (?:nu|now|inte längre|no longer)\b"
    r"|(?:från och med nu|hädanefter|from now on)\b[^.!?]{0,20}\b(?:du|you|svara|answer)\b"
    r"|låtsas (?:att du|som om)\b|(?:pretend|respond|answer|reply) (?:as|to be|only|with)\b"
    r"|svara (?:bara|endast|enbart) med\b"
    r"|(?:visa|upprepa|skriv ut|reveal|print|repeat) (?:din|your|the)? ?(?:system)?prompt\w*\b)",
    re.IGNORECASE,
)
"""An order at the beginning of a sentence, about the rules or about what is to be claimed."""

_TAG = re.compile(
    r"<\|[^|<>]{1,40}\|>|\[/?(?:INST|SYS)\]|<</?SYS>>"
    r"|</?(?:system|user|assistant|instructions?|prompt|tool_call|function_call)\b[^<>]{0,80}>"
    r"|(?:^|(?<=[>#*] ))(?:systemprompt|system ?message|systemmeddelande|assistant|user)\s*:"
    r"|^[{\[]\s*\{?\s*\"(?:role|messages|content|meningar|utelamnade|citat|system)\"\s*:",
    re.IGNORECASE,
)
"""What marks the roles of a chat, or the shape of an answer; all that follows belongs to it."""


def find_injections(text: str, sentences: Iterator[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Where a line speaks to a model: sentences that give orders, and all after a role's mark."""
    if tag := _TAG.search(text):
        yield tag.start(), len(text)
    for sentence in sentences:
        if _ORDER.match(sentence[0].lstrip("*_\"”'( ")):
            yield sentence.span()
