"""The door to real language models: LangChain against an OpenAI-compatible endpoint, or Azure.

Prompts go out through the gate and in no other way, whatever the environment asks for. What comes
back is a good reply or one of drafter's own errors.
"""

import json
import re
import socket
import ssl
import warnings
import weakref
from dataclasses import replace
from typing import Any

import httpx2
import langchain_core.exceptions as core
import openai
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage
from langchain_openai import AzureChatOpenAI, ChatOpenAI
from langsmith import tracing_context

from drafter.errors import EndpointError, ModelError
from drafter.llm import causes, faults, pulse
from drafter.llm.faults import Fault
from drafter.llm.gate import ABOUT, Gate, Watch, now
from drafter.llm.ladder import Terms
from drafter.llm.pulse import Pulse
from drafter.nouns import Answered, Profile, Prompt, Reply

CONNECT_SECONDS = 10.0
PROBE_SECONDS = 5.0

_ROLES: dict[str, type[BaseMessage]] = {"system": SystemMessage, "user": HumanMessage}

# The statuses by which a server says that it does not know a form of asking.
_REFUSALS = (400, 404, 422)

# From the telling to the general: the first row that fits any link of the chain of causes.
FAULTS: tuple[tuple[tuple[type[Exception], ...], Fault], ...] = (
    ((socket.gaierror,), faults.NO_HOST),
    ((ssl.SSLCertVerificationError,), faults.UNTRUSTED),
    ((ssl.SSLError,), faults.NO_TLS),
    ((ConnectionRefusedError,), faults.NO_SERVER),
    ((httpx2.ProxyError,), faults.PROXY),
    ((httpx2.UnsupportedProtocol, httpx2.InvalidURL), faults.BAD_SETUP),
    ((openai.APITimeoutError, core.ModelTimeoutError, httpx2.TimeoutException), faults.TIMEOUT),
    ((httpx2.RemoteProtocolError, httpx2.ReadError, httpx2.DecodingError), faults.BROKEN_OFF),
    ((openai.APIConnectionError, core.ModelConnectionError), faults.NO_CONNECTION),
    ((httpx2.HTTPError, OSError), faults.NO_CONNECTION),
    ((core.ContextOverflowError,), faults.TOO_LONG),
    ((openai.AuthenticationError, core.ModelAuthenticationError), faults.NOT_LET_IN),
    ((openai.PermissionDeniedError, core.ModelPermissionDeniedError), faults.FORBIDDEN),
    ((openai.NotFoundError, core.ModelNotFoundError), faults.NO_MODEL),
    ((openai.RateLimitError, core.ModelRateLimitError), faults.BUSY),
    ((openai.InternalServerError, core.ModelAPIError), faults.DOWN),
    ((openai.BadRequestError, core.ModelInvalidRequestError), faults.REJECTED),
    ((openai.UnprocessableEntityError,), faults.REJECTED),
    ((openai.LengthFinishReasonError,), faults.CUT_OFF),
    ((openai.ContentFilterFinishReasonError,), faults.FILTERED),
    ((openai.APIStatusError,), faults.UNEXPECTED),
    ((json.JSONDecodeError,), faults.GARBLED),
    ((LookupError, TypeError, AttributeError), faults.NO_CHOICE),
    ((Exception,), faults.NOT_AN_ANSWER),
)


_UNNAMED = Watch()
"""For a question about nobody: which models an endpoint has."""


class Remote:
    """A language model behind HTTP. Made by :func:`connect`; safe to use from many threads."""

    def __init__(
        self, profile: Profile, chat: ChatOpenAI | AzureChatOpenAI, watch: Watch = _UNNAMED
    ) -> None:
        self._profile = profile
        self._chat = chat
        self._watch = watch
        # Replaced whole, never changed: threads that race only learn the same thing twice.
        self._terms = Terms()
        weakref.finalize(self, chat.root_client.close)

    @property
    def name(self) -> str:
        """The model's name as the endpoint knows it."""
        return self._profile.model

    @property
    def host(self) -> str:
        """The host that prompts are sent to."""
        return self._profile.host

    @property
    def parallel(self) -> int:
        """How many prompts may be under way at the same time."""
        return self._profile.parallel

    def complete(self, prompt: Prompt) -> Reply:
        """Answer one prompt, on the best terms that the endpoint accepts.

        Raises:
            EndpointError: no prompt can be answered (unreachable, refused, unknown model).
            AnswerError: this one was not answered in full, or not in a readable way.
            LeakError: the gate did not let it out.
        """
        ABOUT.set(prompt.about)
        reply = _reply(self._on_best_terms(prompt), self._profile)
        tokens = (reply.input_tokens, reply.output_tokens)
        self._watch.record(Answered(now(), prompt.about, len(reply.text), *tokens))
        return reply

    def _on_best_terms(self, prompt: Prompt) -> BaseMessage:
        """The answer on the first terms, from the best ones down, that the endpoint accepts."""
        terms = self._terms
        while True:
            messages = [_ROLES[one.role](one.text) for one in terms.messages(prompt)]
            settings = terms.settings(prompt)
            try:
                answer = self._ask(messages, settings)
            except Exception as error:  # LangChain lets IndexError, KeyError and others through
                causes.raise_own(error)
                lower = terms.below(causes.parameter(error)) if _is_refusal(error) else None
                if lower is None:
                    raise _mapped(error, self._profile) from error
                terms = lower
            else:
                self._terms = terms
                return answer

    def models(self) -> object:
        """What the endpoint answers to ``GET …/models``, unread. Raises what openai raises."""
        return self._chat.root_client.get("/models", cast_to=object)

    def _ask(self, messages: list[BaseMessage], settings: dict[str, Any]) -> BaseMessage:
        # LANGSMITH_TRACING in the environment would upload every prompt.
        with tracing_context(enabled=False):
            return self._chat.invoke(messages, **settings)


def connect(profile: Profile, watch: Watch = _UNNAMED, max_retries: int = 2) -> Remote:
    """The model of a profile. Nothing is sent yet.

    ``watch`` looks at everything that is about to leave. ``max_retries`` is the number of new
    attempts after a connection error, a timeout and the statuses 408, 409, 429 and 5xx; the
    waits between them grow from half a second.

    Raises:
        EndpointError: the address, the key or the proxy settings cannot be used.
    """
    # LangChain's advice to programmers is not for the officials who see standard error.
    warnings.filterwarnings("ignore", module="langchain_openai")
    # The message of a refused header would show the key.
    if not re.fullmatch(r"[!-~]*", profile.key):
        raise faults.BAD_KEY.error(profile)
    try:
        return Remote(profile, _chat(profile, watch, max_retries), watch)
    except Exception as error:  # httpx2 raises ValueError, ImportError and others for a proxy
        raise faults.BAD_SETUP.error(profile) from error


def answers(profile: Profile) -> Pulse:
    """Ask an endpoint for its models: whether it is there, lets us in and has the model.

    It asks once, with five seconds' patience. An endpoint that fails is told of, never raised.
    """
    quick = replace(profile, timeout=min(profile.timeout, PROBE_SECONDS))
    try:
        body = connect(quick, max_retries=0).models()
    except EndpointError as error:
        return pulse.unheard(error, status=0)
    except Exception as error:  # as in Remote.complete
        causes.raise_own(error)
        if causes.status(error) in _REFUSALS:
            return pulse.heard(quick, None)
        return pulse.unheard(_mapped(error, quick), causes.status(error))
    return pulse.heard(quick, body)


def _chat(profile: Profile, watch: Watch, max_retries: int) -> ChatOpenAI | AzureChatOpenAI:
    """LangChain's model with every setting given, so that the environment decides none."""
    web = _web(profile)
    common: dict[str, Any] = {
        "model": profile.model,
        "api_key": profile.key or "ingen",
        "timeout": web["timeout"],
        "max_retries": max_retries,
        "use_responses_api": False,
        "http_client": openai.DefaultHttpxClient(transport=Gate(profile, watch), **web),
        # Nothing is asked in this way; a transport without a way out keeps it so.
        "http_async_client": openai.DefaultAsyncHttpxClient(
            transport=httpx2.AsyncBaseTransport(), **web
        ),
        "http_socket_options": (),
        "openai_proxy": None,
    }
    if not profile.api_version:
        return ChatOpenAI(base_url=profile.base_url, **common)
    return AzureChatOpenAI(
        azure_endpoint=profile.base_url,
        azure_deployment=profile.model,
        api_version=profile.api_version,
        azure_ad_token=None,
        **common,
    )


def _web(profile: Profile) -> dict[str, Any]:
    """How the HTTP clients of a profile behave."""
    return {
        "timeout": openai.Timeout(profile.timeout, connect=min(profile.timeout, CONNECT_SECONDS)),
        # A redirect could lead to a host in another country.
        "follow_redirects": False,
    }


def _reply(answer: BaseMessage, profile: Profile) -> Reply:
    """A whole answer as a reply; anything less is an error."""
    reason = str(answer.response_metadata.get("finish_reason") or "")
    fault = _flaw(answer, reason)
    if fault:
        raise fault.error(profile, reason)
    usage = getattr(answer, "usage_metadata", None) or {}
    tokens = (usage.get("input_tokens", 0), usage.get("output_tokens", 0))
    return Reply(str(answer.text), reason, *tokens)


def _flaw(answer: BaseMessage, reason: str) -> Fault | None:
    """What makes an answer unusable, or nothing."""
    if answer.additional_kwargs.get("refusal"):
        return faults.DECLINED
    if reason != "stop":
        ends = {"": faults.NO_END, "length": faults.CUT_OFF, "content_filter": faults.FILTERED}
        return ends.get(reason, faults.STRANGE_END)
    return None if answer.text.strip() else faults.EMPTY


def _is_refusal(error: Exception) -> bool:
    """Whether the server may accept the same prompt if it is asked in another way."""
    known = causes.named(error) or isinstance(error, core.ContextOverflowError)
    return causes.status(error) in _REFUSALS and not known


def _mapped(error: Exception, profile: Profile) -> ModelError:
    """A foreign exception as one of ours."""
    links = tuple(causes.chain(error))
    fault = causes.named(error) or next(
        fault for kinds, fault in FAULTS if any(isinstance(link, kinds) for link in links)
    )
    return fault.error(profile, causes.said(error))
