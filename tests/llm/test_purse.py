"""What a run may spend, whoever spends it at the same time."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from drafter.errors import AnswerError, BudgetError, EndpointError
from drafter.llm.purse import Purse
from drafter.llm.remote import connect
from drafter.llm.service import Service
from drafter.llm.tokens import Need, most
from drafter.nouns import Hosting, Limits, Prices, Profile, Prompt, Usage
from tests.endpoint import Endpoint, cut_body, ok, profile_for, stall


def purse(limits: Limits, **prices: float) -> Purse:
    own = Profile("prov", "http://x/v1", "m", Hosting.LOCAL, limits=limits)
    return Purse(replace(own, prices=Prices(**prices)))


def test_without_a_budget_anything_goes() -> None:
    purse(Limits()).set_aside(Need(10**9, 10**9))


def test_what_is_set_aside_counts_until_it_is_given_back() -> None:
    own = purse(Limits(total=100))
    own.set_aside(Need(40, 20))
    with pytest.raises(BudgetError, match="0 av högst 100 tokens"):
        own.set_aside(Need(40, 20))
    own.give_back(Need(40, 20))
    own.set_aside(Need(40, 60))


def test_money_is_counted_as_the_prices_tell() -> None:
    own = purse(Limits(cost=0.5), sent=1000.0, received=4000.0)
    own.spend(Usage(asked=1, sent=200, received=50))
    own.set_aside(Need(20, 20))
    with pytest.raises(BudgetError, match=r"0,40 av högst 0,50 kr är använda") as caught:
        own.set_aside(Need(1, 0))
    assert "max_kostnad" in caught.value.hint


def test_questions_at_the_same_time_cannot_pass_the_budget_together() -> None:
    own, start = purse(Limits(total=1000)), threading.Barrier(16)

    def ask(_: int) -> bool:
        start.wait()
        for _ in range(20):
            try:
                own.set_aside(Need(30, 20))
            except BudgetError:
                continue
            own.spend(Usage(asked=1, sent=30, received=20))
            own.give_back(Need(30, 20))
        return True

    with ThreadPoolExecutor(16) as pool:
        assert all(pool.map(ask, range(16)))
    assert own.spent.tokens == 1000


def test_what_nobody_saw_stays_set_aside_and_is_not_told() -> None:
    own = purse(Limits(total=100))
    own.write_off(Need(0, 70))
    assert own.spent == Usage()
    with pytest.raises(BudgetError):
        own.set_aside(Need(40, 0))


def test_answers_that_are_lost_on_the_way_cannot_be_asked_for_for_ever(prompt: Prompt) -> None:
    """The server may have written, and charged for, each of them to its end."""
    need = most(prompt)
    limits = Limits(total=3 * (need.sent + need.received))
    with Endpoint(lambda _: cut_body()) as server:
        profile = profile_for(server, limits=limits)
        model = connect(profile, service=Service(profile))
        errors = []
        for _ in range(6):
            with pytest.raises((AnswerError, BudgetError)) as caught:
                model.complete(prompt)
            errors.append(type(caught.value))
    assert errors[-1] is BudgetError
    assert len(server.requests) <= 3


def test_a_second_attempt_is_held_to_the_budget_too(prompt: Prompt) -> None:
    need = most(prompt)
    with Endpoint(lambda _: stall()) as server:
        limits = Limits(total=need.sent + need.received)
        with pytest.raises(EndpointError) as caught:
            connect(profile_for(server, limits=limits, timeout=0.1)).complete(prompt)
    assert isinstance(caught.value, BudgetError)
    assert len(server.requests) == 1


def test_an_endless_answer_is_paid_for(prompt: Prompt) -> None:
    with Endpoint(lambda _: ok("x" * 5_000_000)) as server:
        profile = profile_for(server)
        service = Service(profile)
        with pytest.raises(AnswerError, match="tog aldrig slut"):
            connect(profile, service=service).complete(prompt)
    assert service.purse.spent.asked == 1
    assert service.purse.spent.sent > 0
