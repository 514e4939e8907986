"""What a model is sent and what comes back, through the veil."""

import json
import re

import pytest

from drafter.errors import AnswerError
from drafter.llm.private import Private, hidden, restored
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


AWKWARD = [
    'Bergs förslag\toch Ek\tsade: "nej, Berg"',
    "C:\\Berg\\Ek och ”Kalle”",
    "⟦P1⟧ stod det",
    '{"text": "Anna Berg"}',
    "Anna\u00adBerg\u2028Ek",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_note_lines_are_hidden_whatever_their_escapes(text: str) -> None:
    sent = hidden(prompt_of(line(4, text)), VEIL).messages[1].text
    record = json.loads(sent)
    assert VEIL.leaks(record["text"]) == ()
    assert (record["rad"], VEIL.restore(record["text"]).text) == (4, text)


def test_lines_stay_lines_among_other_text() -> None:
    sent = hidden(prompt_of(f"Rätta Anna\nBergs mening:\n{line(4, 'Ek')}\nsa Jonas"), VEIL)
    first, material, last = sent.messages[1].text.split("\n")
    assert re.fullmatch(r"Rätta ⟦P1\.\d+⟧s mening:", first)
    assert json.loads(material)["rad"] == 4
    assert last.startswith("sa ⟦")


def test_the_system_message_is_hidden_but_may_speak_of_marks() -> None:
    system = hidden(prompt_of(), VEIL).messages[0].text
    assert system == "Märken står mellan ⟦ och ⟧. Skriv som ⟦P1⟧."


def echo(request: Request) -> Answer:
    """A model that quotes the lines that it was sent, and gives two people a genitive."""
    lines = [json.loads(one) for one in request.json["messages"][-1]["content"].split("\n")]
    quotes = [{"rad": one["rad"], "text": one["text"]} for one in lines]
    return ok(json.dumps({"citat": quotes, "text": "⟦P1⟧s bil och ⟦P2.2⟧s hatt"}))


def test_quotes_come_back_to_the_letter_and_names_in_the_genitive() -> None:
    texts = ("berg:s  cykel", 'han kallas "Kalle"', "JONAS ÅBERG\u00a0åkte")
    material = "\n".join(line(at, text) for at, text in enumerate(texts, 1))
    with Endpoint(echo) as server:
        model = Private(connect(profile_for(server)), VEIL)
        answer = json.loads(model.complete(prompt_of(material)).text)
    assert [one["text"] for one in answer["citat"]] == list(texts)
    assert answer["text"] == "Anna Bergs bil och Jonas hatt"


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
    assert '"Anna Berg kom"' in restored(answer, VEIL)


def test_a_name_with_quotation_marks_leaves_the_answer_whole() -> None:
    told = json.loads(restored('{"text": "⟦P3⟧ kom", "rad": 4}', VEIL))
    assert told == {"text": 'Karl "Kalle" Ek kom', "rad": 4}


def test_somebody_who_was_never_mentioned_makes_the_answer_unusable() -> None:
    with pytest.raises(AnswerError, match="som inte finns i underlaget"):
        restored('{"text": "⟦P17⟧ kom"}', VEIL)


def test_what_is_no_json_is_left_to_the_reader() -> None:
    assert restored('Hej "\\x" ⟦P1⟧', VEIL) == 'Hej "\\x" ⟦P1⟧'
