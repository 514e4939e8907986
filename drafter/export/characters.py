"""What an XML document can hold of a text from anywhere."""

import re

_SPACES = re.compile(r"[ \t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_SURROGATES = re.compile("[\ud800-\udfff]")
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\ufffe\uffff]")


def one_line(text: str) -> str:
    """The text on one line, of characters that XML 1.0 allows; everything else stays as it is.

    Line breaks and runs of spaces become one space, halves of characters the replacement
    character, and control characters vanish. No-break spaces stay.
    """
    joined = _SPACES.sub(" ", text)
    whole = _SURROGATES.sub("\ufffd", joined)
    return _FORBIDDEN.sub("", whole).strip(" ")
