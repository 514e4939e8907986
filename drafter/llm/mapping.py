"""Every foreign exception as a failure of ours: the one table of what may go wrong where."""

import json
import socket
import ssl

import httpx2
import langchain_core.exceptions as core
import openai

from drafter.llm import causes, faults
from drafter.llm.faults import AttemptError, Fault
from drafter.text.too_long import says_too_long

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
    ((openai.ConflictError,), faults.CONFLICT),
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

_STATUSES = {408: faults.CONFLICT, 413: faults.TOO_LONG}
"""Statuses that openai has no exception of its own for."""

_REFUSALS = (400, 404, 422)
"""The statuses by which a server says that it does not know a form of asking."""


def failure_of(error: Exception) -> AttemptError:
    """A foreign exception as a failure of ours, with the wait that the server asks for."""
    for link in causes.chain(error):
        if isinstance(link, AttemptError):
            return AttemptError(link.fault, link.said, link.wait)
    return AttemptError(_fault(error), causes.said(error), causes.wait(error))


def is_refusal(error: Exception) -> bool:
    """Whether the server may accept the same prompt if it is asked in another way."""
    known = causes.named(error) or _fault(error) is faults.TOO_LONG
    return causes.status(error) in _REFUSALS and not known


def _fault(error: Exception) -> Fault:
    status = causes.status(error)
    if status in _REFUSALS and says_too_long(causes.said(error)):
        return faults.TOO_LONG
    links = tuple(causes.chain(error))
    return (
        causes.named(error)
        or _STATUSES.get(status)
        or next(fault for kinds, fault in FAULTS if any(isinstance(one, kinds) for one in links))
    )
