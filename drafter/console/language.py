"""What the language rules say, a rule at a time, and what was mended, in a terminal."""

import difflib
from collections.abc import Iterable, Sequence
from textwrap import shorten

from drafter.console.lists import marked
from drafter.console.terminal import escape, say, show_marked, show_table, table
from drafter.nouns import Finding, Severity
from drafter.text.language.readability import readability

_MOST = 6
"""How many places of one rule are shown; the rest are counted."""

_BESIDE = 24
"""How many characters are shown on each side of the words that a remark is about."""


def is_language(finding: Finding) -> bool:
    """Whether a finding is shown with those of its rule."""
    return finding.rule.startswith("sprak.") and bool(finding.text)


def show_language(findings: Iterable[Finding]) -> None:
    """The findings of the language rules, gravest rule first, each rule told once."""
    by_rule: dict[str, list[Finding]] = {}
    for one in sorted(findings, key=lambda one: tuple(Severity).index(one.severity)):
        by_rule.setdefault(one.rule, []).append(one)
    for some in by_rule.values():
        _show_rule(some)


def show_readability(sentences: Iterable[str]) -> None:
    """How hard the text is to read, where it is long enough for the figures to say anything."""
    figures = readability(sentences)
    if figures:
        say(
            f"\nLäsbarhet: LIX {figures.lix} ({figures.told}), OVIX {figures.ovix}, "
            f"{figures.words} ord. Siffrorna är en upplysning, ingen gräns."
        )


def show_diff(name: str, before: Sequence[str], after: Sequence[str]) -> None:
    """What would be changed in a file, line by line."""
    lines = difflib.unified_diff(before, after, name, f"{name} (rättad)", n=0, lineterm="")
    for line in lines:
        say(line)


def _show_rule(findings: Sequence[Finding]) -> None:
    """A rule with its source, and the first of the places that it applies to."""
    first, count = findings[0], len(findings)
    times = "" if count == 1 else f" {count} ställen."
    source = f" [dim]({escape(first.source)})[/]" if first.source else ""
    show_marked(f"{marked(first.severity)}  {first.rule}: {escape(first.message)}{times}{source}")
    rows = table(2)
    for one in findings[:_MOST]:
        hint = f" {one.suggestion}" if one.suggestion else ""
        rows.add_row(f"    {_where(one)}", escape(f"{_around(one)}{hint}"))
    if count > _MOST:
        rows.add_row("", f"… och {count - _MOST} ställen till")
    show_table(rows)


def _where(finding: Finding) -> str:
    """The place in the file, or else the section."""
    place = finding.place
    return f"{place.unit} {place.number}:{place.start}" if place else escape(finding.section)


def _around(finding: Finding) -> str:
    """The words that a finding is about, with a little of what stands around them."""
    if finding.span is None:
        return f"”{shorten(finding.text, 2 * _BESIDE, placeholder=' …')}”"
    start, end = finding.span
    before, after = finding.text[:start], finding.text[end:]
    if len(before) > _BESIDE:
        before = f"…{before[-_BESIDE:].partition(' ')[2]}"
    if len(after) > _BESIDE:
        after = f"{after[:_BESIDE].rpartition(' ')[0]}…"
    return f"”{before}[{finding.words}]{after}”"
