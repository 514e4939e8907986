"""Markdown inside a paragraph: what is bold, and what is only markup."""

import html
import re
from collections.abc import Iterator

from drafter.library.manuscript.blocks import Span
from drafter.text.citations import SHIELDED

# Each alternative is bounded, so that the time is linear in the length of the text.
_TOKEN = re.compile(
    r"\\(?:(?P<escaped>[!-/:-@\[-`{-~])|(?=\n))"
    r"|(?P<image>!\[[^\[\]\n]{0,300}\]\([^()\n]{0,500}\))"
    r"|\[(?P<link>[^\[\]\n]{1,300})\]\([^()\n]{0,500}\)"
    r"|(?P<footnote>\[\^[^\[\]\s]{1,40}\])"
    r"|<(?P<tag>/?[a-zA-Z][^<>\n]{0,300})>"
    r"|(?P<turn>\*{4})"
    r"|(?P<bold>\*{2,3}|(?<![\w_])__(?=[^\s_])|(?<=[^\s_])__(?![\w_]))"
    r"|(?P<light>(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])"
    r"|(?<!\w)_(?=[^\s_])|(?<=[^\s_])_(?!\w)|`+)"
)


def read_spans(text: str) -> Iterator[Span]:
    """A paragraph's text in its typefaces, without markup.

    Bold type that follows bold type directly (``**A:****B:**``) begins a new line: two headings
    have been run together. A mark that nothing closes is dropped; images and footnote references
    are no text.
    """
    tokens = list(_TOKEN.finditer(text))
    bolds = [token.start() for token in tokens if token["bold"]]
    stray = bolds[-1] if len(bolds) % 2 else -1
    place, bold, underlined = 0, False, False
    for token in tokens:
        yield Span(html.unescape(text[place : token.start()]), bold, underlined)
        place = token.end()
        name = _tag_name(token)
        if name in ("b", "strong"):
            bold = not token["tag"].startswith("/")
        elif name == "u":
            underlined = not token["tag"].startswith("/")
        elif token["bold"] and token.start() != stray:
            bold = not bold
        yield Span(_text_of(token), bold, underlined)
    yield Span(html.unescape(text[place:]), bold, underlined)


def _tag_name(token: re.Match[str]) -> str:
    tag = token["tag"] or ""
    return tag.strip("/ ").partition(" ")[0].casefold()


def _text_of(token: re.Match[str]) -> str:
    """What a piece of markup leaves for the reader."""
    tag = token["tag"] or ""
    if "://" in tag or "@" in tag:
        return tag
    if token["turn"] or _tag_name(token) == "br":
        return "\n"
    if escaped := token["escaped"]:
        return SHIELDED.get(escaped, escaped)
    return token["link"] or ""
