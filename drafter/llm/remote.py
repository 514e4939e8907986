"""The door to real language models: LangChain against an OpenAI-compatible endpoint, or Azure.

Prompts go out through the gate and in no other way, whatever the environment asks for. What comes
back is a good reply or one of drafter's own errors.
"""

import re
import warnings
import weakref
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from langchain_core.messages import BaseMessage, BaseMessageChunk, HumanMessage, SystemMessage
from langchain_openai import AzureChatOpenAI, ChatOpenAI
from langsmith import tracing_context

from drafter.errors import EndpointError
from drafter.llm import causes, faults, pulse
from drafter.llm.client import chat_model
from drafter.llm.faults import AttemptError, Fault
from drafter.llm.gate import ABOUT
from drafter.llm.mapping import failure_of, is_refusal
from drafter.llm.model import Hosted
from drafter.llm.patience import persist
from drafter.llm.pulse import Pulse
from drafter.llm.service import Service
from drafter.llm.tokens import Need, expected, most
from drafter.llm.watch import Watch
from drafter.nouns import Answered, Profile, Prompt, Reply, Usage, now

PROBE_SECONDS = 5.0

_ROLES: dict[str, type[BaseMessage]] = {"system": SystemMessage, "user": HumanMessage}

_UNNAMED = Watch()
"""For a question about nobody: which models an endpoint has."""


_PAID_UNSEEN = (faults.TIMEOUT, faults.BROKEN_OFF, faults.ENDLESS)
"""What may cost as much as an answer, though nobody tells how much."""


class Remote(Hosted):
    """A language model behind HTTP. Made by :func:`connect`; safe to use from many threads."""

    def __init__(
        self, chat: ChatOpenAI | AzureChatOpenAI, service: Service, watch: Watch = _UNNAMED
    ) -> None:
        super().__init__(service.profile)
        self._service = service
        self._chat = chat
        self._watch = watch
        weakref.finalize(self, chat.root_client.close)

    def complete(self, prompt: Prompt) -> Reply:
        """Answer one prompt, on the best terms that the endpoint accepts.

        Raises:
            EndpointError: no prompt can be answered (unreachable, refused, unknown model).
            BudgetError: the answer could cost more than the profile lets the run spend.
            AnswerError: this one was not answered in full, or not in a readable way.
            LeakError: the gate did not let it out.
        """
        ABOUT.set(prompt.about)
        with self._service.turn():
            try:
                return persist(lambda: self._attempt(prompt), self._service.pace.hold)
            except AttemptError as failure:
                error = failure.fault.error(self._profile, failure.said)
                if isinstance(error, EndpointError):
                    self._service.failed(error)
                raise error from failure.__cause__

    def models(self) -> object:
        """What the endpoint answers to ``GET …/models``, unread. Raises what openai raises."""
        return self._chat.root_client.get("/models", cast_to=object)

    def _attempt(self, prompt: Prompt) -> Reply:
        """One answer within the budget, paid for whether it can be used or not."""
        purse, at_most = self._service.purse, most(prompt)
        purse.set_aside(at_most)
        try:
            return self._paid(prompt)
        except AttemptError as failure:
            if failure.fault in _PAID_UNSEEN:
                purse.write_off(Need(0, at_most.received))
                self._spend(prompt, expected(prompt).sent, 0)
            raise
        finally:
            purse.give_back(at_most)

    def _paid(self, prompt: Prompt) -> Reply:
        """One answer and its price; a flaw in it is found when it is paid for."""
        need = expected(prompt)
        self._service.pace.wait(need.total)
        answer = self._on_best_terms(prompt)
        self._service.answered()
        sent, received = _tokens(answer)
        self._service.pace.correct(need.total - (sent + received or need.total))
        self._spend(prompt, sent or need.sent, received or len(answer.text) // 3)
        reason = str(answer.response_metadata.get("finish_reason") or "")
        if fault := _flaw(answer, reason):
            raise AttemptError(fault, reason)
        self._watch.record(Answered(now(), prompt.about, len(answer.text), sent, received))
        return Reply(str(answer.text), reason, sent, received)

    def _spend(self, prompt: Prompt, sent: int, received: int) -> None:
        usage = Usage(asked=1, sent=sent, received=received)
        self._service.purse.spend(usage)
        self._watch.spent(prompt.about, usage)

    def _on_best_terms(self, prompt: Prompt) -> BaseMessage:
        """The answer on the first terms, from the best ones down, that the endpoint accepts.

        Raises:
            AttemptError: there is none.
        """
        terms = self._service.terms
        longest = most(prompt).received if self._profile.limits.is_budget else 0
        while True:
            messages = [_ROLES[one.role](one.text) for one in terms.messages(prompt)]
            settings = terms.settings(prompt, longest)
            try:
                answer = self._ask(messages, settings, prompt)
            except Exception as error:  # LangChain lets IndexError, KeyError and others through
                causes.raise_own(error)
                lower = terms.below(causes.parameter(error)) if is_refusal(error) else None
                if lower is None:
                    raise failure_of(error) from error
                terms = lower
            else:
                self._service.terms = terms
                return answer

    def _ask(
        self, messages: list[BaseMessage], settings: dict[str, Any], prompt: Prompt
    ) -> BaseMessage:
        # LANGSMITH_TRACING in the environment would upload every prompt.
        with tracing_context(enabled=False):
            if "stream_usage" not in settings:
                return self._chat.invoke(messages, **settings)
            return self._listen(self._chat.stream(messages, **settings), prompt)

    def _listen(self, pieces: Iterator[BaseMessageChunk], prompt: Prompt) -> BaseMessage:
        """A streamed answer put together; whoever waits is told how far it has come."""
        heard, need = self._service.heard, expected(prompt)
        whole: BaseMessageChunk | None = None
        for count, piece in enumerate(pieces, 1):
            whole = piece if whole is None else whole + piece
            if heard:
                heard(prompt.about, count, need.received)
        if whole is None:
            raise LookupError("no chunks")
        return whole


def connect(profile: Profile, watch: Watch = _UNNAMED, service: Service | None = None) -> Remote:
    """The model of a profile. Nothing is sent yet.

    ``watch`` looks at everything that is about to leave. ``service`` is shared by those who ask
    the same endpoint at the same time; alone, a model has one of its own.

    Raises:
        EndpointError: the address, the key or the proxy settings cannot be used.
    """
    # LangChain's advice to programmers is not for the officials who see standard error.
    warnings.filterwarnings("ignore", module="langchain_openai")
    # The message of a refused header would show the key.
    if not re.fullmatch(r"[!-~]*", profile.key):
        raise faults.BAD_KEY.error(profile)
    try:
        return Remote(chat_model(profile, watch), service or Service(profile), watch)
    except Exception as error:  # httpx2 raises ValueError, ImportError and others for a proxy
        raise faults.BAD_SETUP.error(profile) from error


def answers(profile: Profile) -> Pulse:
    """Ask an endpoint for its models: whether it is there, lets us in and has the model.

    It asks once, with five seconds' patience. An endpoint that fails is told of, never raised.
    """
    quick = replace(profile, timeout=min(profile.timeout, PROBE_SECONDS))
    try:
        body = connect(quick).models()
    except EndpointError as error:
        return pulse.unheard(error, status=0)
    except Exception as error:  # as in Remote.complete
        causes.raise_own(error)
        if is_refusal(error):
            return pulse.heard(quick, None)
        failure = failure_of(error)
        return pulse.unheard(failure.fault.error(quick, failure.said), causes.status(error))
    return pulse.heard(quick, body)


def _tokens(answer: BaseMessage) -> tuple[int, int]:
    """Tokens sent and received, as the server tells them; 0 where it does not, or tells less."""
    usage = getattr(answer, "usage_metadata", None) or {}
    return max(0, usage.get("input_tokens", 0)), max(0, usage.get("output_tokens", 0))


def _flaw(answer: BaseMessage, reason: str) -> Fault | None:
    """What makes an answer unusable, or nothing."""
    if answer.additional_kwargs.get("refusal"):
        return faults.DECLINED
    if reason != "stop":
        ends = {"": faults.NO_END, "length": faults.CUT_OFF, "content_filter": faults.FILTERED}
        return ends.get(reason, faults.STRANGE_END)
    return None if answer.text.strip() else faults.EMPTY
