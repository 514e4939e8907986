"""What the server says: sentences made from the request by rule. No model, and no good report.

A section's answer makes a sentence or more of every line, in the words of drafter's own rules. Some
sentences get a figure that the notes lack, so that there is something to mend; asked to mend one,
the stand-in takes the figure out again. What is right and wrong is given by the text alone.
"""

import json
import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from benchmarks.speed.tokens import CHARACTERS, records
from drafter.library.prompt_files import PromptFiles
from drafter.library.vocabulary import read_reader
from drafter.text.formal import formal
from drafter.text.sentences import split

PLANTED = " (97 procent)"
"""What is wrong in a sentence that is to be mended."""
_FILLER = "Det här är fyllnadstext av rätt längd, inte en modells svar. "


class StandIn:
    """Answers by rule; ``faulty`` is the share of sentences with something to mend in them."""

    def __init__(self, faulty: float) -> None:
        self._faulty = faulty
        self._lexicon = read_reader(PromptFiles.searched()).lexicon
        # A thousand reports share many lines.
        self._formal = lru_cache(maxsize=20_000)(self._sentences)

    def answer(self, request: Mapping[str, Any]) -> str:
        """The whole answer to a chat request.

        ``metadata.tokens`` asks for plain text of that length. Otherwise the request's JSON lines
        are a section to write, or a sentence to mend.
        """
        if length := request.get("metadata", {}).get("tokens"):
            size = int(length) * CHARACTERS
            return (_FILLER * (size // len(_FILLER) + 1))[:size]
        asked = "\n".join(one["content"] for one in request["messages"] if one["role"] == "user")
        found = list(records(asked))
        broken = [one for one in found if "mening" in one]
        return _as_answer(map(_mended, broken), ()) if broken else self._section(found)

    def _section(self, found: Iterable[Mapping[str, Any]]) -> str:
        written, out = [], []
        for line in found:
            quote = {"rad": line["rad"], "text": line["text"]}
            sentences = self._formal(line["text"])
            written += [_sentence(text, [quote]) for text in sentences]
            out += [] if sentences else [{"rad": line["rad"], "skal": "instruktion"}]
        return _as_answer(written, out)

    def _sentences(self, text: str) -> tuple[str, ...]:
        found = split(formal(text, self._lexicon).text)
        return tuple(self._spoiled(one) if self._is_faulty(one) else one for one in found)

    def _is_faulty(self, sentence: str) -> bool:
        return zlib.crc32(sentence.encode()) % 1000 < 1000 * self._faulty

    def _spoiled(self, sentence: str) -> str:
        return f"{sentence.removesuffix('.')}{PLANTED}."


def _mended(broken: Mapping[str, Any]) -> dict[str, Any]:
    return _sentence(broken["mening"].replace(PLANTED, ""), broken["citat"])


def _sentence(text: str, quotes: list[dict[str, Any]]) -> dict[str, Any]:
    return {"citat": quotes, "text": text, "typ": "fakta", "stycke": 1}


def _as_answer(sentences: Iterable[dict[str, Any]], out: Iterable[dict[str, Any]]) -> str:
    answer = {"meningar": list(sentences), "utelamnade": list(out)}
    return json.dumps(answer, ensure_ascii=False)
