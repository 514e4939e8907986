"""LangChain's client for one profile, with every setting given: the environment decides none."""

from typing import Any

import httpx2
import openai
from langchain_openai import AzureChatOpenAI, ChatOpenAI

from drafter.llm.gate import Gate
from drafter.llm.watch import Watch
from drafter.nouns import Profile

CONNECT_SECONDS = 10.0


def chat_model(profile: Profile, watch: Watch) -> ChatOpenAI | AzureChatOpenAI:
    """LangChain's model of a profile, whose one way out is the gate.

    Raises whatever the libraries do for settings that they cannot use.
    """
    web = _web(profile)
    common: dict[str, Any] = {
        "model": profile.model,
        "api_key": profile.key or "ingen",
        "timeout": web["timeout"],
        # Whether to ask again is for patience.py to say, and for nobody else.
        "max_retries": 0,
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
