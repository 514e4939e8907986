"""A short way to write how a sentence differs from another.

``old => new`` replaces what stands exactly once; several replacements are separated by `` | `` and
made one after the other. ``+ text`` adds before the full stop. Anything else is a whole sentence.
"""

import re

_UNTIDY = ((re.compile(r" {2,}"), " "), (re.compile(r" (?=[,;.])"), ""))


def apply(patch: str, text: str) -> str:
    """The sentence that a patch makes of another.

    Raises:
        ValueError: what is to be replaced does not stand exactly once.
    """
    if patch.startswith("+ "):
        return tidy(f"{text.removesuffix('.')} {patch[2:]}.")
    if "=>" not in patch:
        return patch
    for step in patch.split(" | "):
        old, new = step.split("=>")
        text = _replace_once(text, old.removesuffix(" "), new.removeprefix(" "))
    return tidy(text)


def tidy(text: str) -> str:
    """A sentence with single spaces, none before a comma, and a capital at the start."""
    for untidy, clean in _UNTIDY:
        text = untidy.sub(clean, text)
    text = text.strip()
    return text[:1].upper() + text[1:]


def _replace_once(text: str, old: str, new: str) -> str:
    if text.count(old) != 1:
        raise ValueError(f"”{old}” stands {text.count(old)} times in ”{text}”")
    gap = " " if old[:1] in " ,;" and new[:1].isalnum() else ""
    return text.replace(old, gap + new)
