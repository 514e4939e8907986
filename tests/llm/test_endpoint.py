"""The test double is held to its own word, since so much is proved by it."""

import http.client
import time
from contextlib import closing
from urllib.request import urlopen

import pytest

from tests.endpoint import Endpoint, cut_body, delay, ok, stall, status

BODY = '{"text": "\\u00c5sa"}'


def call(endpoint: Endpoint, path: str = "/v1/chat/completions") -> http.client.HTTPConnection:
    line = http.client.HTTPConnection(endpoint.origin.removeprefix("http://"))
    line.request("POST", path, BODY, {"X-Prov": "ja"})
    return line


def post(endpoint: Endpoint, path: str = "/v1/chat/completions") -> int:
    with closing(call(endpoint, path)) as line:
        return line.getresponse().status


def test_a_request_is_kept_as_it_arrived() -> None:
    with Endpoint([ok("Hej")]) as endpoint:
        post(endpoint, "/openai/chat/completions?api-version=1")
    (request,) = endpoint.requests
    assert (request.path, request.headers["x-prov"]) == (
        "/openai/chat/completions?api-version=1",
        "ja",
    )
    assert request.raw == BODY.encode()
    assert "Åsa" in request.text


def test_a_list_is_played_in_order_and_then_over() -> None:
    with Endpoint([ok("Hej"), status(503)]) as endpoint:
        assert [post(endpoint) for _ in range(3)] == [200, 503, 418]


def test_a_function_sees_the_request() -> None:
    with Endpoint(lambda request: status(int(request.headers["content-length"]) + 400)) as endpoint:
        assert post(endpoint) == 400 + len(BODY)


def test_models_are_listed_and_other_paths_unknown() -> None:
    with Endpoint() as endpoint:
        with urlopen(f"{endpoint.url}/models") as response:
            assert b"provmodell" in response.read()
        assert post(endpoint, "/v1/embeddings") == 404


def test_a_cut_body_ends_early() -> None:
    with Endpoint([cut_body()]) as endpoint, closing(call(endpoint)) as line:
        response = line.getresponse()
        with pytest.raises(http.client.IncompleteRead):
            response.read()


def test_it_closes_at_once_even_while_it_stalls() -> None:
    start = time.monotonic()
    with Endpoint([stall(), delay(0.05, ok("Hej"))]) as endpoint:
        waiting = call(endpoint)
        while not endpoint.requests:
            time.sleep(0.005)
        assert post(endpoint) == 200
    waiting.close()
    assert 0.05 < time.monotonic() - start < 5
