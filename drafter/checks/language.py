"""``sprak.*``: is the report in the language that it has to be in?"""

import re
from collections.abc import Iterator

from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import SentenceKind, Severity
from drafter.text.language import foreign


@rule(
    "sprak.frammande",
    Severity.ERROR,
    "En mening är på ett annat språk än svenska.",
    "»The city was invited to the conference and to the dinner.«",
)
def other_language(case: Case) -> Iterator[Hit]:
    """A sentence that plainly is not Swedish outside what it quotes.

    Public authorities write in Swedish (Språklagen 2009:600, section 10).
    """
    for sentence in case.draft.sentences():
        own_word = sentence.kind is SentenceKind.OWN
        if not own_word and (language := foreign(_QUOTED.sub(" ", sentence.text))):
            yield Hit(f"Meningen är på {language}.", sentence=sentence)


_QUOTED = re.compile(r"[”»“\"][^”»«“\"]*[”»«\"]")

RULES = (other_language,)
