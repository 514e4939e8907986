import pytest

from drafter.llm.remote import answers
from drafter.nouns import Hosting, Profile
from tests.endpoint import (
    MODEL,
    Answer,
    Endpoint,
    cut_body,
    html,
    model_list,
    of_json,
    profile_for,
    stall,
    status,
)

Learnt = tuple[bool, bool | None, bool | None]

PULSES = [
    # what GET …/models gives; (answers, key, model); a part of the message
    (model_list(MODEL), (True, True, True), f"godtar nyckeln. Modellen {MODEL} finns."),
    (model_list(f"{MODEL}:latest"), (True, True, True), "finns."),
    (model_list("en", "två"), (True, True, False), "finns inte i dess lista"),
    (model_list(), (True, None, None), "räknar inte upp sina modeller"),
    (of_json({"data": None}), (True, None, None), "räknar inte upp sina modeller"),
    (of_json([1]), (True, None, None), "räknar inte upp sina modeller"),
    (html(), (True, None, None), "räknar inte upp sina modeller"),
    (html(404), (True, None, None), "räknar inte upp sina modeller"),
    (status(401), (True, False, None), "saknas eller gäller inte"),
    (status(403), (True, False, None), "ger inte rätt"),
    (status(429), (False, None, None), "inte emot fler"),
    (status(500), (False, None, None), "internt fel (HTTP 500)"),
    (cut_body(), (False, None, None), "bröts"),
]


@pytest.mark.parametrize(("models", "learnt", "message"), PULSES)
def test_a_probe_tells_what_it_learnt(models: Answer, learnt: Learnt, message: str) -> None:
    with Endpoint(models=models) as endpoint:
        pulse = answers(profile_for(endpoint, key="hemlig"))
    assert (pulse.answers, pulse.key, pulse.model) == learnt
    assert message in pulse.message
    assert "hemlig" not in pulse.message + pulse.hint


def test_a_probe_does_not_wait_for_ever() -> None:
    with Endpoint(models=stall()) as endpoint:
        pulse = answers(profile_for(endpoint, timeout=0.2))
    assert not pulse.answers
    assert "svarade inte inom 0,2 sekunder" in pulse.message


def test_a_probe_asks_once_and_sends_nothing_but_the_key() -> None:
    with Endpoint(models=status(503)) as endpoint:
        answers(profile_for(endpoint, key="hemlig"))
    (request,) = endpoint.requests
    assert (request.method, request.path, request.raw) == ("GET", "/v1/models", b"")
    assert request.headers["authorization"] == "Bearer hemlig"


def test_a_missing_model_is_shown_those_there_are() -> None:
    with Endpoint(models=model_list(*"abcdef")) as endpoint:
        assert answers(profile_for(endpoint)).hint == "Modeller i listan: a, b, c, d, e med flera."


def test_azure_does_not_list_its_deployments() -> None:
    with Endpoint() as endpoint:
        profile = profile_for(endpoint, base_url=endpoint.origin, api_version="2024-10-21")
        pulse = answers(profile)
    assert (pulse.answers, pulse.model) == (True, None)
    assert endpoint.requests[0].path == "/openai/models?api-version=2024-10-21"


@pytest.mark.parametrize("base_url", ["http://127.0.0.1:1/v1", "http://[::1/v1", "hej", ""])
def test_a_probe_raises_nothing_for_an_address_that_leads_nowhere(base_url: str) -> None:
    pulse = answers(Profile("prov", base_url, MODEL, Hosting.LOCAL))
    assert (pulse.answers, pulse.key, pulse.model) == (False, None, None)
    assert pulse.message
    assert pulse.hint
