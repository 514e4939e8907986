"""A model with a memory: what is kept, what is given, and what is asked anew."""

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.errors import LengthError, ModelError
from drafter.library.answer_store import AnswerStore
from drafter.llm.ledger import Ledger
from drafter.llm.remembered import Memory, Remembered
from drafter.llm.remote import connect
from drafter.nouns import Message, Prompt
from tests.endpoint import Answer, Endpoint, Request, ok, profile_for, status


def prompt(line: int = 4, divisible: bool = False) -> Prompt:
    messages = Message("user", "Bakgrund"), Message("user", f'{{"rad": {line}, "text": "Å"}}')
    return Prompt("svar", messages, {"type": "object"}, "Bakgrund", divisible)


def remembering(
    server: Endpoint, path: Path, fresh: bool = False, ledger: Ledger | None = None
) -> Remembered:
    """A run of its own, with the memory of those before it."""
    store, spent = AnswerStore(path / ".drafter" / "svar"), (ledger or Ledger()).spend
    return Remembered(connect(profile_for(server)), Memory(store, spent, fresh))


def citing(request: Request) -> Answer:
    return ok(request.json["messages"][-1]["content"])


TOO_LONG = status(400, code="context_length_exceeded")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> None:
    (tmp_path / ".drafter").mkdir()


def test_an_answer_is_given_again_in_todays_numbers(tmp_path: Path) -> None:
    with Endpoint(citing) as server:
        remembering(server, tmp_path).complete(prompt(4))
        reply = remembering(server, tmp_path).complete(prompt(14))
    assert reply.text == '{"rad": 14, "text": "Å"}'
    assert len(server.requests) == 1


def test_whoever_asks_twice_in_one_run_gets_another_answer_and_that_is_kept(
    tmp_path: Path,
) -> None:
    with Endpoint([ok("först"), ok("sedan")]) as server:
        model = remembering(server, tmp_path)
        assert [model.complete(prompt()).text for _ in range(2)] == ["först", "sedan"]
        assert remembering(server, tmp_path).complete(prompt()).text == "sedan"
    assert len(server.requests) == 2


def test_a_fresh_run_asks_and_keeps(tmp_path: Path) -> None:
    with Endpoint([ok("först"), ok("sedan")]) as server:
        remembering(server, tmp_path).complete(prompt())
        assert remembering(server, tmp_path, fresh=True).complete(prompt()).text == "sedan"
        assert remembering(server, tmp_path).complete(prompt()).text == "sedan"


@pytest.mark.parametrize("answer", [ok(""), status(403), ok("x", "content_filter")])
def test_what_failed_is_not_remembered(tmp_path: Path, answer: Answer) -> None:
    with Endpoint([answer, ok("svar")]) as server:
        with pytest.raises(ModelError):
            remembering(server, tmp_path).complete(prompt())
        assert remembering(server, tmp_path).complete(prompt()).text == "svar"


def test_that_it_was_too_long_is_remembered_of_what_can_be_divided(tmp_path: Path) -> None:
    with Endpoint([TOO_LONG]) as server:
        for _ in range(3):
            with pytest.raises(LengthError):
                remembering(server, tmp_path).complete(prompt(divisible=True))
    assert len(server.requests) == 1


def test_a_single_point_that_was_too_long_is_asked_again(tmp_path: Path) -> None:
    """Its hint is to mend the server: a rerun must see that it was done."""
    with Endpoint([TOO_LONG, ok("svar")]) as server:
        with pytest.raises(LengthError):
            remembering(server, tmp_path).complete(prompt())
        assert remembering(server, tmp_path).complete(prompt()).text == "svar"


def test_a_kept_answer_costs_nothing_and_is_counted(tmp_path: Path) -> None:
    with Endpoint(citing) as server:
        remembering(server, tmp_path).complete(prompt())
        ledger = Ledger()
        remembering(server, tmp_path, ledger=ledger).complete(prompt())
        usage = ledger.by_section["Bakgrund"]
    assert (usage.kept, usage.asked, usage.tokens) == (1, 0, 0)


def test_another_model_has_answers_of_its_own(tmp_path: Path) -> None:
    with Endpoint(citing) as server:
        remembering(server, tmp_path).complete(prompt())
        other = connect(replace(profile_for(server), model="annan"))
        store = AnswerStore(tmp_path / ".drafter" / "svar")
        Remembered(other, Memory(store, Ledger().spend)).complete(prompt())
    assert len(server.requests) == 2
