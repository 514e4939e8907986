"""The gate looks at the request itself, whatever the code above it did."""

import json
from collections.abc import Iterator

import httpx2
import pytest

from drafter.errors import LeakError
from drafter.llm.gate import Gate
from drafter.llm.remote import connect
from drafter.llm.watch import Watch
from drafter.nouns import Answered, Message, Prompt, Sent
from drafter.text.pseudonyms import Pseudonyms
from drafter.text.veil import Veil
from tests.endpoint import MODEL, Endpoint, ok, profile_for, status

GOOD = ok('{"meningar": []}', usage={"prompt_tokens": 31, "completion_tokens": 7})
VEIL = Veil.of(Pseudonyms.of(["Freja Grip", "Åsa Öberg", "Rod Roper"], {}))


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with Endpoint(lambda _: GOOD) as server:
        yield server


def post(endpoint: Endpoint, body: bytes, path: str = "", **headers: str) -> None:
    gate = Gate(profile_for(endpoint, key="hemlig"), Watch(VEIL.leaks))
    with httpx2.Client(transport=gate) as client:
        client.post(f"{endpoint.url}/chat/completions{path}", content=body, headers=headers)


def body_of(text: str) -> bytes:
    return json.dumps({"messages": [{"role": "user", "content": text}]}).encode()


LINE = json.dumps({"rad": 4, "text": "Åsa\tsade"})
BODIES = {
    "in clear text": body_of("Freja kom."),
    "in capitals": body_of("GRIP"),
    "in the genitive": body_of("Gripens? nej, Grips"),
    "as escapes": rb'{"messages": [{"content": "\u00c5sa kom"}]}',
    "decomposed": body_of("A\u030asa kom"),
    "with a soft hyphen": body_of("Fre\u00adja kom"),
    "in the JSON of a line": body_of(LINE),
    "in the JSON of a line among others": body_of(f"Rader:\n{LINE}\nslut"),
    "as a key": b'{"Freja": 1}',
    "behind the same key": b'{"a": "Freja", "a": "x"}',
    "a personal number": body_of("19850312-1234"),
    "a telephone number": body_of("ring 070-123 45 67"),
    "not JSON": b"Hej",
    "not UTF-8": b'{"a": "\xff"}',
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_a_body_that_tells_is_not_sent(endpoint: Endpoint, body: bytes) -> None:
    with pytest.raises(LeakError, match="inget skickades") as caught:
        post(endpoint, body)
    assert caught.value.hint
    assert not endpoint.requests


def test_an_address_that_tells_is_not_sent(endpoint: Endpoint) -> None:
    with pytest.raises(LeakError):
        post(endpoint, body_of("Hej"), "?till=%C3%85sa")
    assert not endpoint.requests


def test_a_header_that_tells_is_not_sent(endpoint: Endpoint) -> None:
    with pytest.raises(LeakError):
        post(endpoint, body_of("Hej"), "", **{"user-agent": "Freja Grips dator"})
    assert not endpoint.requests


def test_another_host_is_not_asked(endpoint: Endpoint) -> None:
    with (
        Endpoint() as elsewhere,
        httpx2.Client(transport=Gate(profile_for(endpoint), Watch())) as client,
    ):
        with pytest.raises(LeakError):
            client.post(elsewhere.url, content=b"{}")
        assert not elsewhere.requests


PASSING = {
    "a placeholder": "⟦P1⟧ och ⟦P2.2⟧s förslag, ⟦N1⟧",
    "words that hold a short name": "gripen är en fågel? nej: begripligt",
    "figures": "1 200 kr, dnr 803-1966/2016, den 16–17 februari 2017 kl. 10.30",
}


@pytest.mark.parametrize("text", PASSING.values(), ids=PASSING.keys())
def test_what_tells_nothing_passes(endpoint: Endpoint, text: str) -> None:
    if VEIL.leaks(text):
        text = VEIL.hide(text)
    post(endpoint, body_of(text))
    assert len(endpoint.requests) == 1


@pytest.mark.parametrize("refusals", [0, 2])
def test_the_words_of_the_protocol_tell_of_nobody(refusals: int) -> None:
    """Somebody is called Roper, and every schema speaks of properties, in whatever form."""
    prompt = Prompt("prov", (Message("user", "Hej"),), {"type": "object", "properties": {}})
    with Endpoint([*[status(400)] * refusals, GOOD]) as server:
        connect(profile_for(server), Watch(VEIL.leaks)).complete(prompt)
    assert "properties" in server.requests[-1].text


def test_the_model_may_have_somebodys_name() -> None:
    with Endpoint([GOOD]) as server:
        profile = profile_for(server, model="freja", key="grip")
        prompt = Prompt("prov", (Message("user", "Hej"),), {"type": "object"})
        connect(profile, Watch(VEIL.leaks)).complete(prompt)
    assert server.requests[0].json["model"] == "freja"


def test_the_door_says_why_nothing_was_sent(prompt: Prompt, endpoint: Endpoint) -> None:
    model = connect(profile_for(endpoint), Watch(lambda _: ("Freja",)))
    with pytest.raises(LeakError, match="”Freja” stod kvar i frågan till"):
        model.complete(prompt)
    assert not endpoint.requests


def test_without_a_report_numbers_are_stopped_all_the_same(endpoint: Endpoint) -> None:
    prompt = Prompt("prov", (Message("user", "Ring 070-123 45 67."),), {"type": "object"})
    with pytest.raises(LeakError):
        connect(profile_for(endpoint)).complete(prompt)
    assert not endpoint.requests


def test_every_request_is_written_down_before_it_leaves(prompt: Prompt) -> None:
    events: list[Sent | Answered] = []
    wait = {"Retry-After-Ms": "1"}
    with Endpoint([status(503, headers=wait), GOOD]) as server:
        connect(profile_for(server), Watch(record=events.append)).complete(prompt)
    first, second, answered = events
    assert isinstance(first, Sent)
    assert isinstance(second, Sent)
    assert isinstance(answered, Answered)
    assert (first.host, first.hosting, first.model) == ("127.0.0.1", "lokal", MODEL)
    assert first.body.encode() == server.requests[0].raw
    assert first.sha256 == second.sha256
    assert (answered.input_tokens, answered.output_tokens) == (31, 7)


def test_what_cannot_be_written_down_is_not_sent(prompt: Prompt, endpoint: Endpoint) -> None:
    def full(_: object) -> None:
        raise LeakError("disken är full")

    with pytest.raises(LeakError, match="disken är full"):
        connect(profile_for(endpoint), Watch(record=full)).complete(prompt)
    assert not endpoint.requests
