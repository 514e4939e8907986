from drafter.llm.ladder import Rung, Terms
from drafter.nouns import Message, Prompt


def test_the_first_rung_binds_the_server_to_the_schema(prompt: Prompt) -> None:
    settings = Terms().settings(prompt)
    assert settings["temperature"] == 0
    asked = settings["extra_body"]["response_format"]["json_schema"]
    assert asked == {"name": "skriv", "strict": True, "schema": prompt.schema}
    assert Terms().messages(prompt) == prompt.messages


def test_the_second_rung_binds_it_to_json(prompt: Prompt) -> None:
    settings = Terms(Rung.OBJECT).settings(prompt)
    assert settings["extra_body"] == {"response_format": {"type": "json_object"}}


def test_the_last_rung_binds_it_to_nothing(prompt: Prompt) -> None:
    assert Terms(Rung.WORDS, cold=False).settings(prompt) == {}


def test_an_unbound_server_is_told_the_schema_in_the_last_user_message() -> None:
    messages = (Message("user", "Först."), Message("user", "Sist."), Message("system", "Kort."))
    told = Terms(Rung.WORDS).messages(Prompt("plan", messages, {"title": "Åtgärd"}))
    assert (told[0], told[2]) == (messages[0], messages[2])
    assert told[1].text.startswith("Sist.\n\nSvara med ett enda JSON-objekt")
    assert told[1].text.endswith('{"title": "Åtgärd"}')


def test_each_refusal_leads_one_step_down_and_ends() -> None:
    middle = Terms().below("")
    assert middle == Terms(Rung.OBJECT)
    bottom = middle.below("response_format")
    assert bottom == Terms(Rung.WORDS)
    assert bottom.below("") is None


def test_a_refused_temperature_is_left_out_on_the_same_rung() -> None:
    warm = Terms().below("temperature")
    assert warm == Terms(Rung.SCHEMA, cold=False)
    assert warm.below("temperature") == Terms(Rung.OBJECT, cold=False)
