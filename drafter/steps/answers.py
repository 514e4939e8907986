"""A model's answer for one section: its shape, and the strict way in."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, groupby
from typing import Any, ClassVar

from drafter.errors import AnswerError
from drafter.library import shapes
from drafter.nouns import Quote, Reason, Sentence, SentenceKind
from drafter.text.language.foreign import foreign
from drafter.text.sentences import split


@dataclass(frozen=True, slots=True)
class _QuoteShape:
    """The words of a note line that a sentence stands on; given before the sentence itself."""

    __pydantic_config__: ClassVar[dict[str, Any]] = shapes.STRICT
    rad: int
    text: str


@dataclass(frozen=True, slots=True)
class _SentenceShape:
    """One sentence: first what it stands on, then what it says."""

    __pydantic_config__: ClassVar[dict[str, Any]] = shapes.STRICT
    citat: tuple[_QuoteShape, ...]
    text: str
    typ: SentenceKind
    stycke: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that the model knowingly keeps out, and why."""

    __pydantic_config__: ClassVar[dict[str, Any]] = shapes.STRICT
    rad: int
    skal: Reason


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer for a section."""

    __pydantic_config__: ClassVar[dict[str, Any]] = shapes.STRICT
    meningar: tuple[_SentenceShape, ...]
    utelamnade: tuple[LeftOut, ...]

    def paragraphs(self, heading: str) -> tuple[tuple[Sentence, ...], ...]:
        """Its sentences with ids, a paragraph for each run of one paragraph number.

        Where the model wrote two sentences as one, each stands on all that was quoted.
        """
        ids = (f"{heading}-{number}" for number in count(1))
        runs = groupby(self.meningar, key=lambda shape: shape.stycke)
        return tuple(tuple(_sentences(shapes, ids)) for _, shapes in runs)


def _sentences(shapes: Iterable[_SentenceShape], ids: Iterator[str]) -> Iterator[Sentence]:
    for shape in shapes:
        quotes = tuple(Quote(quote.rad, quote.text) for quote in shape.citat)
        for text in split(shape.text):
            yield Sentence(next(ids), text, quotes, shape.typ)


MODEL_REASONS = tuple(reason for reason in Reason if reason not in (Reason.HEADER, Reason.HEADING))
"""Why a model may leave a line out; what is header or heading is told by code."""


def _closed(**properties: dict[str, Any]) -> dict[str, Any]:
    """A JSON object with exactly these keys: what every endpoint's strict mode understands."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list_of(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


_TEXT = {"type": "string"}
_NUMBER = {"type": "integer"}
_KIND = {"type": "string", "enum": [kind for kind in SentenceKind if kind != SentenceKind.OWN]}

ANSWER_SCHEMA = _closed(
    meningar=_list_of(
        _closed(
            citat=_list_of(_closed(rad=_NUMBER, text=_TEXT)),
            text=_TEXT,
            typ=_KIND,
            stycke=_NUMBER,
        )
    ),
    utelamnade=_list_of(
        _closed(rad=_NUMBER, skal={"type": "string", "enum": list(MODEL_REASONS)}),
    ),
)
"""The JSON schema of ``Answer`` as it is sent: no references, quotes before the sentence."""


def parse_answer(text: str) -> Answer:
    """A raw answer as an Answer; thoughts before it, and words or a code fence around it, are no
    part of it.

    Raises:
        AnswerError: not JSON, a key given twice, another shape, an answer that says nothing, a
            kind that only a person may use, or another language.
    """
    bare = _AROUND.sub(r"\1", _THOUGHTS.sub("", text))
    try:
        json.loads(bare, object_pairs_hook=_once)
    except _TwiceError as error:
        raise _unusable(f"svaret har nyckeln »{error}« två gånger") from error
    except (ValueError, RecursionError) as error:
        raise _unusable("svaret är inte giltig JSON") from error
    answer = shapes.read_json(bare, Answer, _misshapen)
    sentences = answer.meningar
    if not sentences and not answer.utelamnade:
        raise _unusable("svaret är tomt")
    if not all(sentence.text.strip() for sentence in sentences):
        raise _unusable("svaret har en tom mening")
    if any(one.skal not in MODEL_REASONS for one in answer.utelamnade):
        raise _unusable("svaret utelämnar rader med ett skäl som bara koden får ange")
    if any(sentence.typ is SentenceKind.OWN for sentence in sentences):
        raise _unusable("svaret har en mening av typen egen, som bara en person får skriva")
    if language := foreign(" ".join(sentence.text for sentence in sentences)):
        raise _unusable(f"svaret är på {language}")
    return answer


_THOUGHTS = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
"""What some local models write before they answer."""

_AROUND = re.compile(r"\A[^{}\"]*(\{.*\})[^{}\"]*\Z", re.DOTALL)
"""A code fence, or the courtesies of a model that nobody can bind to JSON.

A quotation mark outside the object could not be told from those that its strings stand between
(``llm/private.py``), so with one the answer is refused.
"""


class _TwiceError(ValueError):
    """A key that is given twice."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse what JSON allows and a reader cannot: two values for one key."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(key)
        found[key] = value
    return found


def _misshapen(what: str) -> AnswerError:
    return _unusable(f"svaret har inte den form som drafter bad om: {what}")


def _unusable(what: str) -> AnswerError:
    hint = "Kör om, eller välj en modell som är bättre på att följa ett svarsformat."
    return AnswerError(f"{what[0].upper()}{what[1:]}.", hint)
