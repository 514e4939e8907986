"""An end to every answer: one that drips for ever, and one that is too large."""

from itertools import repeat

import pytest

from drafter.errors import FinalError
from drafter.llm.remote import connect
from drafter.nouns import Prompt
from tests.endpoint import Answer, Endpoint, ok, profile_for

USAGE = {"prompt_tokens": 31, "completion_tokens": 7}


def dripping(seconds: float) -> Answer:
    """A blank now and then, which is good JSON and keeps every reader waiting."""
    return Answer(parts=tuple(repeat(b" ", 10_000)), pause=seconds)


def test_an_answer_that_drips_for_ever_is_left_after_ten_timeouts(prompt: Prompt) -> None:
    with Endpoint(lambda _: dripping(0.02)) as server:
        model = connect(profile_for(server, timeout=0.1))
        with pytest.raises(FinalError, match=r"tog aldrig slut \(mer än 1 sekunder\)"):
            model.complete(prompt)
    assert len(server.requests) == 1


def test_a_slow_answer_that_ends_is_taken(prompt: Prompt) -> None:
    body = ok('{"meningar": []}', usage=USAGE).body
    slow = Answer(parts=tuple(body[at : at + 40] for at in range(0, len(body), 40)), pause=0.02)
    with Endpoint([slow]) as server:
        assert connect(profile_for(server, timeout=0.5)).complete(prompt).finish_reason == "stop"


@pytest.mark.parametrize("size", [3_900_000, 4_100_000])
def test_an_answer_may_be_four_megabytes(prompt: Prompt, size: int) -> None:
    with Endpoint(lambda _: ok("x" * size, usage=USAGE)) as server:
        model = connect(profile_for(server))
        if size < 4_000_000:
            assert len(model.complete(prompt).text) == size
        else:
            with pytest.raises(FinalError, match="mer än 4 MB"):
                model.complete(prompt)
