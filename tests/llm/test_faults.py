"""Every exception that the libraries define is mapped at the door; a new one is noticed here."""

import json
import ssl
from types import ModuleType

import httpx2
import langchain_core.exceptions as core
import langchain_openai.chat_models.base as langchain_openai_base
import openai
import pytest
from openai import _exceptions as openai_exceptions

from drafter.llm import faults
from drafter.llm.faults import Fault
from drafter.llm.mapping import failure_of
from drafter.nouns import Hosting, Profile

PROFILE = Profile("prov", "https://modell.example/v1", "prov", Hosting.SWEDEN, key="hemlig")


def exceptions_in(module: ModuleType) -> set[type[Exception]]:
    home = module.__name__.partition(".")[0]
    kinds = (kind for kind in vars(module).values() if isinstance(kind, type))
    return {k for k in kinds if issubclass(k, Exception) and k.__module__.startswith(home)}


FOREIGN = {
    *exceptions_in(core),
    *exceptions_in(openai_exceptions),
    *exceptions_in(langchain_openai_base),
    *exceptions_in(httpx2),
    *(json.JSONDecodeError, IndexError, KeyError, TypeError, AttributeError, ValueError),
    *(OSError, ssl.SSLError, ssl.SSLCertVerificationError, ConnectionResetError, RuntimeError),
}

EXPECTED: dict[str, Fault] = {
    name: fault
    for fault, names in {
        faults.BAD_SETUP: "UnsupportedProtocol InvalidURL",
        faults.PROXY: "ProxyError",
        faults.UNTRUSTED: "SSLCertVerificationError",
        faults.NO_TLS: "SSLError",
        faults.TIMEOUT: """APITimeoutError OpenAITimeoutError ModelTimeoutError TimeoutException
            ConnectTimeout ReadTimeout WriteTimeout PoolTimeout""",
        faults.BROKEN_OFF: "RemoteProtocolError ReadError DecodingError",
        faults.NO_CONNECTION: """APIConnectionError OpenAIConnectionError ModelConnectionError
            HTTPError RequestError TransportError NetworkError ConnectError WriteError CloseError
            ProtocolError LocalProtocolError SSEError TooManyRedirects HTTPStatusError
            OSError ConnectionResetError""",
        faults.NOT_LET_IN: """AuthenticationError OAuthError OpenAIAuthenticationError
            ModelAuthenticationError""",
        faults.FORBIDDEN: """PermissionDeniedError OpenAIPermissionDeniedError
            ModelPermissionDeniedError""",
        faults.NO_MODEL: "NotFoundError OpenAIModelNotFoundError ModelNotFoundError",
        faults.BUSY: "RateLimitError OpenAIRateLimitError ModelRateLimitError",
        faults.DOWN: "InternalServerError OpenAIAPIError ModelAPIError",
        faults.CONFLICT: "ConflictError",
        faults.UNEXPECTED: "APIStatusError",
        faults.REJECTED: """BadRequestError OpenAIInvalidRequestError ModelInvalidRequestError
            UnprocessableEntityError""",
        faults.TOO_LONG: """ContextOverflowError OpenAIContextOverflowError
            OpenAIAPIContextOverflowError""",
        faults.CUT_OFF: "LengthFinishReasonError",
        faults.FILTERED: "ContentFilterFinishReasonError",
        faults.GARBLED: "JSONDecodeError",
        faults.NO_CHOICE: "IndexError KeyError TypeError AttributeError",
        faults.NOT_AN_ANSWER: """LangChainException TracerException OutputParserException
            ModelError ModelRefusalError OpenAIRefusalError OpenAIError APIError
            APIResponseValidationError SubjectTokenProviderError InvalidWebhookSignatureError
            WebSocketConnectionClosedError WebSocketQueueFullError CookieConflict
            StreamError StreamConsumed StreamClosed ResponseNotRead RequestNotRead
            ValueError RuntimeError""",
    }.items()
    for name in names.split()
}


def test_every_foreign_exception_is_known() -> None:
    assert {kind.__name__ for kind in FOREIGN} - set(EXPECTED) == set()


@pytest.mark.parametrize("kind", sorted(FOREIGN, key=str), ids=lambda kind: kind.__name__)
def test_every_foreign_exception_becomes_a_fault_of_ours(kind: type[Exception]) -> None:
    error = kind.__new__(kind)
    status = getattr(error, "status_code", 0)
    failed = failure_of(error)
    assert failed.fault is EXPECTED[kind.__name__]
    assert failed.said == (f"HTTP {status}" if status else kind.__name__)


def test_the_cause_tells_more_than_the_exception() -> None:
    request = httpx2.Request("POST", PROFILE.base_url)
    error = openai.APIConnectionError(request=request)
    error.__cause__ = httpx2.ConnectError("TLS")
    error.__cause__.__cause__ = ssl.SSLCertVerificationError("self-signed certificate")
    assert failure_of(error).fault is faults.UNTRUSTED


CATALOGUE = [one for one in vars(faults).values() if isinstance(one, Fault)]


@pytest.mark.parametrize("fault", CATALOGUE, ids=lambda fault: fault.message[:40])
def test_a_fault_says_what_happened_and_what_to_do(fault: Fault) -> None:
    error = fault.error(PROFILE, "HTTP 500: hemlig " + "ord " * 100)
    assert error.message.endswith(".")
    assert error.hint.endswith(".")
    assert len(error.message) < 300
    assert "hemlig" not in error.message + error.hint
    assert "modell.example" in error.message or "prov" in error.message


def test_an_address_shows_no_password() -> None:
    profile = Profile("prov", "https://anna:hemlig@host.example:8443/v1", "m", Hosting.EU)
    assert faults.address(profile) == "host.example:8443"
