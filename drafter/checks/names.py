"""``namn.*``: are those, and the places, that a sentence names the ones its lines name?"""

import re
from collections.abc import Iterator

from drafter.checks.evidence import Evidence
from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import Severity


@rule(
    "namn.okant",
    Severity.ERROR,
    "Ett namn i en mening finns inte på de rader som anges.",
    "Meningen nämner Bergen, men raderna gör det inte.",
)
def stray_name(case: Case) -> Iterator[Hit]:
    """A person, place or organisation that the lines, the header and the list do not name."""
    for evidence in case.evidence:
        for name in dict.fromkeys(evidence.claims.names):
            if not is_named(name, evidence):
                message = f"Namnet {name} finns inte på raderna."
                yield Hit(message, sentence=evidence.sentence)


def is_named(name: str, evidence: Evidence) -> bool:
    """Whether the evidence names it, in the basic form, the genitive or a compound."""
    lower = name.lower()
    forms = {lower, lower.removesuffix("s"), lower.removesuffix(":s"), lower.split("-")[0]}
    if any(_begins_a_word(form, evidence.text) for form in forms if len(form) > 1):
        return True
    if any(lower.startswith(word) for word in _LONG.findall(evidence.text)):
        return True
    return any(_shortens(short, lower) for short in evidence.carried.names)


def _begins_a_word(name: str, text: str) -> bool:
    """Whether a word of a text is the name or begins with it; a short name must be the word."""
    end = "" if len(name) > 3 else r"(?:s|:s)?(?!\w)"
    return bool(re.search(rf"(?<!\w){re.escape(name)}{end}", text))


def _shortens(short: str, name: str) -> bool:
    """Whether a name in the lines is the other one cut short: ``Lst``, ``TrV``, ``Miljödep``."""
    letters = iter(name)
    return (
        len(short) < 6
        and short[0].lower() == name[0]
        and all(letter in letters for letter in short.lower().rstrip("."))
    )


_LONG = re.compile(r"[^\W\d_]{5,}")


RULES = (stray_name,)
