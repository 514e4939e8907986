import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.errors import AnswerError, EndpointError, ModelError
from drafter.llm.model import Model
from drafter.llm.remote import connect
from drafter.nouns import Hosting, Profile, Prompt, Reply
from tests.endpoint import (
    MODEL,
    Answer,
    Endpoint,
    Request,
    close_connection,
    cut_body,
    cut_json,
    delay,
    empty_choices,
    html,
    of_json,
    ok,
    profile_for,
    stall,
    status,
)

GOOD = ok('{"meningar": []}', usage={"prompt_tokens": 31, "completion_tokens": 7})
SOON = {"Retry-After-Ms": "1"}
FORMATS = ("json_schema", "json_object", None)


def asked_format(request: Request) -> str | None:
    form: dict[str, str] = request.json.get("response_format", {})
    return form.get("type")


def only_by_words(request: Request) -> Answer:
    return status(400, "unknown field") if asked_format(request) else GOOD


def failure(answer: Answer, prompt: Prompt, **changes: object) -> ModelError:
    """What one answer, given again and again, makes of a prompt."""
    with Endpoint(lambda _: answer) as endpoint:
        model = connect(profile_for(endpoint, **changes))
        with pytest.raises(ModelError) as caught:
            model.complete(prompt)
    return caught.value


# What is asked


def test_a_good_reply_is_raw_with_its_end_and_its_cost(prompt: Prompt) -> None:
    with Endpoint([GOOD]) as endpoint:
        model: Model = connect(profile_for(endpoint, parallel=2))
        reply = model.complete(prompt)
    assert reply == Reply('{"meningar": []}', "stop", 31, 7)
    assert type(reply.text) is str
    assert (model.name, model.host, model.parallel) == (MODEL, "127.0.0.1", 2)


def test_a_request_holds_the_prompt_and_nothing_of_the_machine(prompt: Prompt) -> None:
    with Endpoint([GOOD]) as endpoint:
        connect(profile_for(endpoint, key="hemlig")).complete(prompt)
    (request,) = endpoint.requests
    assert request.path == "/v1/chat/completions"
    assert request.headers["authorization"] == "Bearer hemlig"
    assert request.json["messages"][1] == {"role": "user", "content": prompt.messages[1].text}
    assert set(request.json) == {"model", "messages", "stream", "temperature", "response_format"}
    assert (request.json["stream"], request.json["temperature"]) == (False, 0)
    assert not [name for name in request.headers if name.startswith("x-stainless-os")]


def test_azure_is_asked_as_openai_in_its_new_form(prompt: Prompt) -> None:
    with Endpoint([GOOD]) as endpoint:
        base_url = f"{endpoint.origin}/openai/v1/"
        connect(profile_for(endpoint, base_url=base_url, key="hemlig")).complete(prompt)
    (request,) = endpoint.requests
    assert request.path == "/openai/v1/chat/completions"
    assert request.headers["authorization"] == "Bearer hemlig"


def test_azure_is_asked_by_deployment_in_its_classic_form(prompt: Prompt) -> None:
    with Endpoint([GOOD]) as endpoint:
        classic = {"base_url": endpoint.origin, "api_version": "2024-10-21", "key": "hemlig"}
        connect(profile_for(endpoint, **classic)).complete(prompt)
    (request,) = endpoint.requests
    path = f"/openai/deployments/{MODEL}/chat/completions?api-version=2024-10-21"
    assert (request.path, request.headers["api-key"]) == (path, "hemlig")
    assert request.json["response_format"]["type"] == "json_schema"


def test_no_name_of_a_model_changes_the_protocol(prompt: Prompt) -> None:
    with Endpoint([GOOD]) as endpoint:
        connect(profile_for(endpoint, model="gpt-5-pro")).complete(prompt)
    assert endpoint.requests[0].path == "/v1/chat/completions"


# The ladder


@pytest.mark.parametrize("code", [400, 404, 422])
def test_a_refused_form_leads_down_and_is_remembered(prompt: Prompt, code: int) -> None:
    with Endpoint([status(code), status(code), GOOD, GOOD]) as endpoint:
        model = connect(profile_for(endpoint))
        assert model.complete(prompt) == model.complete(prompt)
    assert tuple(map(asked_format, endpoint.requests)) == (*FORMATS, None)
    assert '"additionalProperties": false' in endpoint.requests[3].json["messages"][1]["content"]


def test_a_langchain_warning_about_the_form_is_not_shown(
    prompt: Prompt, recwarn: pytest.WarningsRecorder
) -> None:
    words = "'response_format' of type 'json_schema' is not supported with this model"
    with Endpoint([status(400, words), GOOD]) as endpoint:
        connect(profile_for(endpoint)).complete(prompt)
    assert not recwarn.list


def test_a_refused_temperature_is_left_out(prompt: Prompt) -> None:
    refusal = status(400, "Only the default (1) is supported.", param="temperature")
    with Endpoint([refusal, GOOD, GOOD]) as endpoint:
        model = connect(profile_for(endpoint))
        model.complete(prompt)
        model.complete(prompt)
    assert ["temperature" in request.json for request in endpoint.requests] == [True, False, False]
    assert {asked_format(request) for request in endpoint.requests} == {"json_schema"}


@pytest.mark.parametrize("code", [401, 403, 409, 429, 500])
def test_no_other_status_leads_down(prompt: Prompt, code: int) -> None:
    refused = status(code, headers={"Retry-After": "300"})
    with Endpoint([refused, GOOD]) as endpoint, pytest.raises(EndpointError):
        connect(profile_for(endpoint)).complete(prompt)
    assert len(endpoint.requests) == 1


def test_what_the_endpoint_never_accepted_is_not_remembered(prompt: Prompt) -> None:
    with Endpoint([*[status(400)] * 3, GOOD]) as endpoint:
        model = connect(profile_for(endpoint))
        with pytest.raises(AnswerError):
            model.complete(prompt)
        model.complete(prompt)
    assert tuple(map(asked_format, endpoint.requests)) == (*FORMATS, "json_schema")


def test_sections_in_parallel_find_the_same_terms(prompt: Prompt) -> None:
    with Endpoint(only_by_words) as endpoint:
        model = connect(profile_for(endpoint))
        with ThreadPoolExecutor(8) as pool:
            replies = list(pool.map(model.complete, [prompt] * 24))
        before = len(endpoint.requests)
        replies.append(model.complete(prompt))
    assert {reply.text for reply in replies} == {'{"meningar": []}'}
    assert len(endpoint.requests) == before + 1


# What goes wrong

UNUSABLE = [
    (ok("Hej", None), "slutmarkering"),
    (ok("Hej", "length"), "klipptes av"),
    (ok("Hej", "content_filter"), "Innehållsfiltret"),
    (ok(None, "tool_calls"), "oväntat sätt (finish_reason: tool_calls)"),
    (ok(None, refusal="No."), "avböjde"),
    (ok(" \n"), "är tomt"),
    (ok(None), "är tomt"),
    (empty_choices(), "utan något svar"),
    (of_json({"choices": None}), "utan något svar"),
    (of_json({"choices": [{"message": None}]}), "utan något svar"),
    (of_json({"choices": [{}]}), "utan något svar"),
    (of_json({"error": {"message": "out of memory"}}), "något annat än ett modellsvar"),
    (of_json([]), "något annat än ett modellsvar"),
    (html(), "något annat än ett modellsvar"),
    (Answer(b"[" * 100_000), "något annat än ett modellsvar"),
    (cut_json(), "inte hel JSON"),
    (Answer(b""), "inte hel JSON"),
    (cut_body(), "bröts"),
    (close_connection(), "bröts"),
    (status(400, "Bad\n request"), f"avvisade frågan till {MODEL} (HTTP 400: Bad request)"),
    (of_json({"detail": [{"loc": "body"}]}, 422), "HTTP 422: [{'loc': 'body'}]"),
    (status(400, code="content_filter"), "Innehållsfiltret"),
    (status(400, code="context_length_exceeded"), "för långt"),
    (status(400, type="exceed_context_size_error"), "för långt"),
    (status(400, code={"a": 1}, type=[2], param=[3]), "avvisade"),
]


@pytest.mark.parametrize(("answer", "message"), UNUSABLE)
def test_an_unusable_answer_is_named_for_what_it_is(
    prompt: Prompt, answer: Answer, message: str
) -> None:
    error = failure(answer, prompt)
    assert isinstance(error, AnswerError)
    assert message in error.message
    assert error.hint


HOPELESS = [
    (status(401), "saknas eller gäller inte"),
    (status(403), f"inte rätt att använda {MODEL}"),
    (status(404, "model not found"), f"känner inte till modellen {MODEL}"),
    (html(404), f"känner inte till modellen {MODEL}"),
    (status(404, code="model_not_found"), f"känner inte till modellen {MODEL}"),
    (status(429, headers=SOON), "tar inte emot fler frågor just nu"),
    (status(429, code="insufficient_quota"), "kvot"),
    (status(429, headers={"Retry-After": "300"}), "inte emot fler frågor förrän om 5 minuter"),
    (status(500, "boom", headers=SOON), "internt fel (HTTP 500: boom)"),
    (replace(html(502), headers=SOON), "internt fel (HTTP 502)"),
    (status(408, headers=SOON), "kunde inte ta hand om frågan just nu (HTTP 408)"),
    (status(409, headers=SOON), "kunde inte ta hand om frågan just nu (HTTP 409)"),
]


@pytest.mark.parametrize(("answer", "message"), HOPELESS)
def test_a_hopeless_endpoint_is_named_for_what_it_is(
    prompt: Prompt, answer: Answer, message: str
) -> None:
    error = failure(answer, prompt)
    assert type(error) is EndpointError
    assert message in error.message
    assert error.hint.endswith("Utan språkmodell: kör med --modell ingen.")


def test_a_stalled_answer_is_not_waited_for(prompt: Prompt) -> None:
    error = failure(stall(), prompt, timeout=0.2)
    assert type(error) is EndpointError
    assert "svarade inte inom 0,2 sekunder" in error.message


def test_azure_tells_of_a_filtered_answer_in_its_own_way(prompt: Prompt) -> None:
    error = failure(ok("Hej", "content_filter"), prompt, api_version="2024-10-21", key="k")
    assert "Innehållsfiltret" in error.message


NOWHERE = [
    ("http://127.0.0.1:1/v1", "Ingen modellserver svarar på 127.0.0.1:1."),
    ("http://finns.invalid/v1", "Hittar ingen dator med adressen finns.invalid."),
    ("ftp://finns.invalid/v1", "Det går inte att ansluta"),
    ("finns.invalid/v1", "Det går inte att ansluta"),
    ("http://[::1/v1", "Det går inte att ansluta"),
]


@pytest.mark.parametrize(("base_url", "message"), NOWHERE)
def test_an_address_that_leads_nowhere(prompt: Prompt, base_url: str, message: str) -> None:
    profile = Profile("prov", base_url, MODEL, Hosting.LOCAL, timeout=5.0)
    with pytest.raises(EndpointError, match=message):
        connect(profile).complete(prompt)


def test_plain_http_behind_an_https_address(prompt: Prompt) -> None:
    with Endpoint() as endpoint:
        profile = profile_for(endpoint, base_url=endpoint.url.replace("http:", "https:"))
        with pytest.raises(EndpointError, match="krypterad förbindelse"):
            connect(profile).complete(prompt)


def test_a_passing_fault_is_tried_again(prompt: Prompt) -> None:
    with Endpoint([status(503, headers=SOON), status(429, headers=SOON), GOOD]) as endpoint:
        assert connect(profile_for(endpoint)).complete(prompt).finish_reason == "stop"
    assert len(endpoint.requests) == 3


def test_a_slow_answer_is_waited_for(prompt: Prompt) -> None:
    with Endpoint([delay(0.1, GOOD)]) as endpoint:
        assert connect(profile_for(endpoint)).complete(prompt).finish_reason == "stop"


# What must not leave


@pytest.mark.parametrize("key", ["hemlig\n", "hem lig", "hemlig–å"])
def test_a_key_that_cannot_be_a_key_is_refused_unseen(key: str) -> None:
    with pytest.raises(EndpointError) as caught:
        connect(Profile("prov", "http://127.0.0.1:1/v1", MODEL, Hosting.LOCAL, key=key))
    assert "hem" not in caught.value.message + caught.value.hint


def test_a_key_that_the_server_echoes_is_not_passed_on(prompt: Prompt) -> None:
    error = failure(status(400, "bad key: hemlig"), prompt, key="hemlig")
    assert "hemlig" not in error.message + error.hint
    assert "bad key: …" in error.message


def test_a_redirect_is_not_followed(prompt: Prompt) -> None:
    with Endpoint() as elsewhere:
        error = failure(status(307, headers={"Location": elsewhere.url}), prompt)
    assert type(error) is EndpointError
    assert not elsewhere.requests


def test_proxies_are_for_other_hosts_than_this(
    prompt: Prompt, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with Endpoint([GOOD]) as proxy, Endpoint([GOOD]) as endpoint:
        monkeypatch.setenv("HTTP_PROXY", proxy.origin)
        connect(profile_for(endpoint)).complete(prompt)
        assert not proxy.requests
        far = profile_for(endpoint, base_url="http://modell.invalid/v1", hosting=Hosting.SWEDEN)
        connect(far).complete(prompt)
    assert proxy.requests[0].path == "http://modell.invalid/v1/chat/completions"
    assert not caplog.records


BAD_PROXIES = ["socks5://127.0.0.1:1", "strunt://127.0.0.1:1"]


@pytest.mark.parametrize("proxy", BAD_PROXIES)
def test_a_bad_proxy_does_not_matter_on_this_machine(
    prompt: Prompt, proxy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy)
    with Endpoint([GOOD]) as endpoint:
        assert connect(profile_for(endpoint)).complete(prompt).finish_reason == "stop"


@pytest.mark.parametrize("proxy", BAD_PROXIES)
def test_a_proxy_that_cannot_be_used(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy)
    with pytest.raises(EndpointError, match="Det går inte att ansluta"):
        connect(Profile("prov", "https://modell.invalid/v1", MODEL, Hosting.SWEDEN))


@pytest.mark.parametrize("api_version", ["", "2024-10-21"])
def test_the_environment_adds_and_changes_nothing(
    prompt: Prompt, monkeypatch: pytest.MonkeyPatch, api_version: str
) -> None:
    with Endpoint([GOOD, GOOD]) as endpoint:
        profile = profile_for(endpoint, key="nyckel", api_version=api_version)
        connect(profile).complete(prompt)
        for name in ENVIRONMENT.split():
            monkeypatch.setenv(name, "frommande")
        monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "x-frommande: 1")
        connect(profile).complete(prompt)
    before, after = endpoint.requests
    assert (before.path, before.headers, before.raw) == (after.path, after.headers, after.raw)


ENVIRONMENT = """
OPENAI_API_KEY OPENAI_ADMIN_KEY OPENAI_API_BASE OPENAI_BASE_URL OPENAI_ORG_ID OPENAI_ORGANIZATION
OPENAI_PROJECT_ID OPENAI_PROXY OPENAI_API_VERSION AZURE_OPENAI_API_KEY AZURE_OPENAI_AD_TOKEN
AZURE_OPENAI_ENDPOINT LANGSMITH_GATEWAY LANGSMITH_API_KEY LC_OUTPUT_VERSION
"""


TRACED = """
import sys
from urllib.request import urlopen
from langchain_core.tracers.langchain import wait_for_all_tracers
from langchain_openai import ChatOpenAI
from drafter.llm.remote import connect
from drafter.nouns import Hosting, Message, Profile, Prompt

url, spy = sys.argv[1:]
prompt = Prompt("skriv", (Message("user", "Hemlig anteckning"),), {"type": "object"})
connect(Profile("prov", url, "m", Hosting.LOCAL)).complete(prompt)
wait_for_all_tracers()
urlopen(f"{spy}/models").close()
ChatOpenAI(model="m", base_url=url, api_key="-").invoke("Utan dörr")
wait_for_all_tracers()
"""


def test_langsmith_gets_nothing_whatever_the_environment_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """After a mark the same process asks without the door, to show that the spy can hear."""
    with Endpoint(lambda _: GOOD) as endpoint, Endpoint(lambda _: GOOD) as spy:
        for name in ("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2"):
            monkeypatch.setenv(name, "true")
        monkeypatch.setenv("LANGSMITH_API_KEY", "lsv2_x")
        monkeypatch.setenv("LANGSMITH_ENDPOINT", spy.origin)
        command = [sys.executable, "-c", TRACED, endpoint.url, spy.url]
        subprocess.run(command, check=True, timeout=60, cwd=Path(__file__).parents[2])
    heard = [request.path for request in spy.requests]
    assert heard[0] == "/v1/models"
    assert len(heard) > 1
