"""How hard a text is to read, as two figures: shown, never a reason to stop."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import log

_WORD = re.compile(r"[^\W_]+(?:[-’':][^\W_]+)*")
_LONG = 6
"""A word of more letters than this is long."""

_LEAST = 100
"""Of fewer words the figures say nothing."""

_BANDS = ((30, "mycket lättläst"), (40, "lättläst"), (50, "medelsvår"), (60, "svår"))


@dataclass(frozen=True, slots=True)
class Readability:
    """LIX and OVIX of a text of so many words.

    LIX is words per sentence plus the percentage of long words (C.-H. Björnsson, Läsbarhet, 1968);
    official texts usually have 50–60. OVIX, ln N / ln(2 - ln V / ln N) for N words of which V are
    different, tells how varied the words are (T. G. Hultman and M. Westman, Gymnasistsvenska,
    1977).
    """

    words: int
    lix: int
    ovix: int

    @property
    def told(self) -> str:
        """What the LIX means: ``medelsvår``."""
        return next((told for limit, told in _BANDS if self.lix < limit), "mycket svår")


def readability(sentences: Iterable[str]) -> Readability | None:
    """The figures of a text's sentences; nothing for a text of fewer than 100 words."""
    listed = [_WORD.findall(sentence.lower()) for sentence in sentences]
    words = [word for sentence in listed for word in sentence]
    if len(words) < _LEAST:
        return None
    long = sum(len(word) > _LONG for word in words)
    lix = len(words) / sum(bool(sentence) for sentence in listed) + 100 * long / len(words)
    return Readability(len(words), round(lix), round(_ovix(len(words), len(set(words)))))


def _ovix(words: int, different: int) -> float:
    """The word variation index; where no word comes back it has no bound, and is 0 here."""
    spread = 2 - log(different) / log(words)
    return log(words) / log(spread) if spread > 1 else 0.0
