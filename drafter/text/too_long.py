"""How servers say that a prompt is too long, where they give it no code (vLLM, TGI, LiteLLM)."""

import re


def says_too_long(told: str) -> bool:
    """Whether a server's words for a fault mean that the prompt was too long for the model."""
    return bool(_TOO_LONG.search(told))


_TOO_LONG = re.compile(
    r"context (?:length|window|size)|maximum context|too many (?:input )?tokens"
    r"|(?:prompt|input) is too long|exceeds? the (?:maximum|available|model)",
    re.IGNORECASE,
)
