"""The findings of a checked file in SARIF 2.1.0, the format that editors and CI systems read."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from drafter import __version__
from drafter.checks.registry import Rule
from drafter.nouns import Finding, Review, Severity

_LEVELS = {
    Severity.STOP: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.ADVICE: "note",
}


def sarif_document(review: Review, rules: Iterable[Rule], path: Path) -> str:
    """One SARIF log with one run; ``rules`` are those that the text was held to."""
    found = {finding.rule for finding in review.findings}
    driver = {
        "name": "drafter",
        "version": __version__,
        "language": "sv-SE",
        "rules": [_rule(rule) for rule in rules if rule.id in found],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, quote(path.as_posix())) for finding in review.findings],
    }
    return json.dumps({"version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.summary},
        "help": {"text": f"Källa: {rule.source}" if rule.source else rule.summary},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, uri: str) -> dict[str, Any]:
    words = f" ”{finding.words}”" if finding.words else ""
    hint = f" {finding.suggestion}" if finding.suggestion else ""
    result = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}{words}{hint}"},
        "locations": [_location(finding, uri)],
    }
    if finding.fix is not None and (region := _region(finding)):
        change = {"deletedRegion": region, "insertedContent": {"text": finding.fix}}
        changes = [{"artifactLocation": {"uri": uri}, "replacements": [change]}]
        result["fixes"] = [{"artifactChanges": changes}]
    return result


def _location(finding: Finding, uri: str) -> dict[str, Any]:
    """A place in a file: a region of a text file, a paragraph's number in a Word file."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if region := _region(finding):
        physical["region"] = region
    location: dict[str, Any] = {"physicalLocation": physical}
    place = finding.place
    if place and place.unit != "rad":
        name = f"{place.unit} {place.number}, tecken {place.start}–{place.end - 1}"
        location["logicalLocations"] = [{"fullyQualifiedName": name}]
    return location


def _region(finding: Finding) -> dict[str, int] | None:
    place = finding.place
    if place is None or place.unit != "rad":
        return None
    return {"startLine": place.number, "startColumn": place.start, "endColumn": place.end}
