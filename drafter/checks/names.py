"""``namn.*``: are those, and the places, that a sentence names the ones its lines name?"""

import re
from collections.abc import Iterator

from drafter.checks.evidence import Evidence
from drafter.checks.registry import Case, Hit, rule
from drafter.checks.words import is_carried
from drafter.nouns import Severity
from drafter.text.vocabulary import Word


@rule(
    "namn.okant",
    Severity.ERROR,
    "Ett namn i en mening finns inte på de rader som anges.",
    "Meningen nämner Bergen, men raderna gör det inte.",
)
def stray_name(case: Case) -> Iterator[Hit]:
    """A person, place or organisation that the lines, the header and the list do not name."""
    for evidence in case.evidence:
        for name in dict.fromkeys((*_opening(evidence), *evidence.claims.names)):
            if not is_named(name, evidence):
                message = f"Namnet {name} finns inte på raderna."
                yield Hit(message, sentence=evidence.sentence)


def _opening(evidence: Evidence) -> Iterator[str]:
    """The first word of a sentence, where the notes or the list have it as a name."""
    first = _FIRST.match(evidence.sentence.text)
    if first and first[0].lower().removesuffix("s") in evidence.names:
        yield first[0]


_FIRST = re.compile(r"[A-ZÅÄÖ][\w’-]+")


@rule(
    "namn.roll",
    Severity.ERROR,
    "En mening nämner en roll eller en organisation som raderna inte nämner.",
    "Raden säger att polisen är orolig, meningen att räddningstjänsten är det.",
)
def stray_role(case: Case) -> Iterator[Hit]:
    """A role or an organisation that neither the lines nor the list of participants has."""
    for evidence in case.evidence:
        for word in _roles(evidence):
            if not (
                is_carried(word, evidence)
                or is_named(word.text, evidence)
                or _is_shortened(word, evidence)
            ):
                message = f"Raderna nämner inte »{word.text}«."
                yield Hit(message, sentence=evidence.sentence)


def _is_shortened(word: Word, evidence: Evidence) -> bool:
    """Whether the lines have the letters of a body and of the words before it: ``HaV``, ``KFN``."""
    said = evidence.claims.text
    phrase = "".join(said[: said.find(word.text)].split()[-2:]) + word.text
    return any(
        sum(char.isupper() for char in short) > 1 and _shortens(short, phrase)
        for short in evidence.carried.names
    )


def _roles(evidence: Evidence) -> Iterator[Word]:
    for clause in evidence.claims.clauses:
        for word in clause.content:
            if "sagesman" in word.tags and not word.frame and not clause.tagged("mangd"):
                yield word


def is_named(name: str, evidence: Evidence) -> bool:
    """Whether the evidence names it, in the basic form, the genitive or a compound."""
    lower = name.lower()
    forms = {lower, lower.removesuffix("s"), lower.removesuffix(":s"), lower.split("-")[0]}
    if any(_begins_a_word(form, evidence.text) for form in forms if len(form) > 1):
        return True
    longer = _LONG.findall(evidence.text)
    if any(lower.startswith(word) or (len(word) > 7 and lower.endswith(word)) for word in longer):
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


RULES = (stray_name, stray_role)
