import json

import pytest

from drafter.errors import AnswerError
from drafter.nouns import Quote, SentenceKind
from drafter.steps.answers import ANSWER_SCHEMA, parse_answer


def answer(*sentences: dict, left_out: tuple = ()) -> str:
    return json.dumps({"meningar": list(sentences), "utelamnade": list(left_out)})


def sentence(text: str = "Staden bjöds in.", kind: str = "fakta", paragraph: int = 1) -> dict:
    quote = {"rad": 4, "text": "staden inbjuden"}
    return {"citat": [quote], "text": text, "typ": kind, "stycke": paragraph}


def test_an_answer_becomes_paragraphs_of_sentences_with_sources() -> None:
    parsed = parse_answer(answer(sentence("Ett."), sentence("Två."), sentence("Tre.", paragraph=2)))
    first, second = parsed.paragraphs("bakgrund")
    assert [one.text for one in first] == ["Ett.", "Två."]
    assert [one.id for one in second] == ["bakgrund-3"]
    assert first[0].quotes == (Quote(4, "staden inbjuden"),)
    assert first[0].kind is SentenceKind.FACT


def test_two_sentences_written_as_one_stand_on_the_same_lines() -> None:
    ((first, second),) = parse_answer(answer(sentence("Ett. Två."))).paragraphs("bakgrund")
    assert (first.text, second.text) == ("Ett.", "Två.")
    assert (first.id, second.id) == ("bakgrund-1", "bakgrund-2")
    assert first.quotes == second.quotes


def test_a_code_fence_around_an_answer_is_taken_off() -> None:
    assert parse_answer(f"```json\n{answer(sentence())}\n```").meningar


@pytest.mark.parametrize("words", ["Här är avsnittet:\n\n{}", "{}\n\nSäg till om något saknas!"])
def test_words_around_an_answer_are_no_part_of_it(words: str) -> None:
    assert parse_answer(words.replace("{}", answer(sentence()))).meningar


def test_a_models_thoughts_before_its_answer_are_taken_off() -> None:
    assert parse_answer(f"<think>Hm, {{}}?\n</think>\n\n{answer(sentence())}").meningar


def test_an_answer_may_leave_every_line_out() -> None:
    parsed = parse_answer(answer(left_out=({"rad": 4, "skal": "privat"},)))
    assert parsed.paragraphs("bakgrund") == ()


ENGLISH = "The city was invited to the conference and it was held with the other cities in Oslo."
UNUSABLE = {
    "prose": "Här är avsnittet: Staden bjöds in.",
    "quotation marks around it": f'Avsnittet "Bakgrund": {answer(sentence())}',
    "two answers": answer(sentence()) + answer(sentence()),
    "cut": answer(sentence())[:-5],
    "empty object": "{}",
    "nothing said": answer(),
    "empty sentence": answer(sentence("  ")),
    "unknown kind": answer(sentence(kind="faktum")),
    "a reason of ours": answer(sentence(), left_out=({"rad": 4, "skal": "huvud"},)),
    "a person's kind": answer(sentence(kind="egen")),
    "extra key": answer({**sentence(), "sakerhet": 1}),
    "missing key": answer({"text": "Staden bjöds in.", "typ": "fakta", "stycke": 1}),
    "double key": '{"meningar": [], "meningar": [], "utelamnade": []}',
    "a list": "[]",
    "english": answer(sentence(ENGLISH)),
    "deep nesting": "[" * 100_000,
}


@pytest.mark.parametrize("text", UNUSABLE.values(), ids=UNUSABLE.keys())
def test_an_unusable_answer_is_an_error(text: str) -> None:
    with pytest.raises(AnswerError) as caught:
        parse_answer(text)
    assert caught.value.message.endswith(".")


def test_the_schema_asks_for_quotes_before_the_sentence() -> None:
    item = ANSWER_SCHEMA["properties"]["meningar"]["items"]
    assert list(item["properties"]) == ["citat", "text", "typ", "stycke"]
    assert "egen" not in item["properties"]["typ"]["enum"]


def test_the_schema_is_closed_all_the_way_down() -> None:
    def objects(schema: dict) -> list[dict]:
        inner = [schema.get("items", {}), *schema.get("properties", {}).values()]
        found = [one for child in inner if child for one in objects(child)]
        return [schema, *found] if schema.get("type") == "object" else found

    for one in objects(ANSWER_SCHEMA):
        assert one["additionalProperties"] is False
        assert one["required"] == list(one["properties"])
