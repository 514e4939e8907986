"""What a model is sent and what comes back, through the veil."""

import json
import re

import pytest

from drafter.errors import AnswerError
from drafter.llm.private import Private, disguise, restored
from drafter.llm.remote import connect
from drafter.nouns import Message, Prompt
from drafter.text.pseudonyms import Pseudonyms
from drafter.text.veil import Veil
from tests.endpoint import Answer, Endpoint, Request, ok, profile_for

PEOPLE = ("Anna Berg", "Jonas Åberg", 'Karl "Kalle" Ek')
VEIL = Veil.of(Pseudonyms.of(PEOPLE, {}))


def line(number: int, text: str) -> str:
    return json.dumps({"rad": number, "text": text}, ensure_ascii=False)


def prompt_of(*texts: str) -> Prompt:
    system = Message("system", "Märken står mellan ⟦ och ⟧. Skriv som Anna Berg.")
    return Prompt("prov", (system, *(Message("user", text) for text in texts)), {"type": "object"})


NAMED = disguise(prompt_of(", ".join(PEOPLE)), VEIL)[1]
"""The numbers of a prompt that names everybody."""


AWKWARD = [
    'Bergs förslag\toch Ek\tsade: "nej, Berg"',
    "C:\\Berg\\Ek och ”Kalle”",
    "⟦P1⟧ stod det",
    '{"text": "Anna Berg"}',
    "Anna\u00adBerg\u2028Ek",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_note_lines_are_hidden_whatever_their_escapes(text: str) -> None:
    sent, numbering = disguise(prompt_of(line(4, text)), VEIL)
    record = json.loads(sent.messages[1].text)
    assert VEIL.leaks(record["text"]) == ()
    assert (record["rad"], numbering.restore(record["text"]).text) == (4, text)


def test_lines_stay_lines_among_other_text() -> None:
    sent, _ = disguise(prompt_of(f"Rätta Anna\nBergs mening:\n{line(4, 'Ek')}\nsa Jonas"), VEIL)
    first, material, last = sent.messages[1].text.split("\n")
    assert re.fullmatch(r"Rätta ⟦P1(?:\.\d+)?⟧s mening:", first)
    assert json.loads(material)["rad"] == 4
    assert last.startswith("sa ⟦")


def test_the_system_message_is_hidden_but_may_speak_of_marks() -> None:
    system = disguise(prompt_of(), VEIL)[0].messages[0].text
    assert system == "Märken står mellan ⟦ och ⟧. Skriv som ⟦P1⟧."


def echo(request: Request) -> Answer:
    """A model that quotes the lines that it was sent, and gives two people a genitive."""
    lines = [json.loads(one) for one in request.json["messages"][-1]["content"].split("\n")]
    quotes = [{"rad": one["rad"], "text": one["text"]} for one in lines]
    return ok(json.dumps({"citat": quotes, "text": "⟦P1⟧s bil och ⟦P2⟧s hatt"}))


def test_quotes_come_back_to_the_letter_and_names_in_the_genitive() -> None:
    texts = ("berg:s  cykel", 'han kallas "Kalle"', "JONAS ÅBERG\u00a0åkte")
    material = "\n".join(line(at, text) for at, text in enumerate(texts, 1))
    with Endpoint(echo) as server:
        model = Private(connect(profile_for(server)), VEIL)
        answer = json.loads(model.complete(prompt_of(material)).text)
    assert [one["text"] for one in answer["citat"]] == list(texts)
    assert answer["text"] == "Anna Bergs bil och Kalles hatt"


@pytest.mark.parametrize(
    "answer",
    [
        '{"text": "⟦P1⟧ kom"}',
        '```json\n{"text": "⟦P1⟧ kom"}\n```',
        '<think>Vem är "Berg? ⟦P9⟧</think>{"text": "⟦P1⟧ kom"}',
        '{"text": "\\u27e6P1\\u27e7 kom"}',
    ],
)
def test_names_come_back_however_the_answer_is_wrapped(answer: str) -> None:
    assert '"Anna Berg kom"' in restored(answer, NAMED)


def test_a_name_with_a_line_break_leaves_the_answer_whole() -> None:
    _, numbering = disguise(prompt_of("Jonas\nÅberg kom"), VEIL)
    told = json.loads(restored('{"text": "⟦P2⟧ kom", "rad": 4}', numbering))
    assert told == {"text": "Jonas\nÅberg kom", "rad": 4}


def test_somebody_who_was_never_mentioned_makes_the_answer_unusable() -> None:
    with pytest.raises(AnswerError, match="som inte finns i underlaget"):
        restored('{"text": "⟦P17⟧ kom"}', NAMED)


def test_what_is_no_json_is_left_to_the_reader() -> None:
    assert restored('Hej "\\x" ⟦P1⟧', NAMED) == 'Hej "\\x" ⟦P1⟧'


def test_a_prompt_counts_its_own_people_and_numbers() -> None:
    sent, _ = disguise(prompt_of("Ek ringde 070-123 45 67 och 070-765 43 21", "Karl Ek"), VEIL)
    more = VEIL.hide("Ring 070-000 00 00")
    again, _ = disguise(prompt_of("Ek ringde 070-123 45 67 och 070-765 43 21", "Karl Ek"), VEIL)
    assert more == "Ring ⟦N3⟧"
    assert sent.messages[1].text == "⟦P2⟧ ringde ⟦N1⟧ och ⟦N2⟧" == again.messages[1].text
    assert sent.messages[2].text == "⟦P2.2⟧"


def test_somebody_whom_another_prompt_names_is_unknown_in_this_one() -> None:
    _, numbering = disguise(prompt_of("Anna Berg kom"), VEIL)
    with pytest.raises(AnswerError, match="som inte finns i underlaget"):
        restored('{"text": "⟦P2⟧ kom"}', numbering)
