"""A review as the object that ``--json`` prints: the contract with other programs."""

import json
from typing import Any

from drafter.nouns import Decision, Finding, Place, Repair, Review, Section, Severity
from drafter.text.language.readability import readability


def json_document(review: Review) -> str:
    """One JSON object: what was found, decided, mended, covered and left open."""
    coverage = review.coverage
    record = {
        "typ": review.draft.report_type,
        "status": review.status,
        "antal": {severity: review.count(severity) for severity in Severity},
        "anmarkningar": [_finding(finding) for finding in review.findings],
        "hallna_avsnitt": [_held(section) for section in review.draft.held],
        "beslut": [_decision(decision) for decision in review.decisions],
        "lagningar": [_repair(repair) for repair in review.repairs],
        "tackning": {
            "anvanda": list(coverage.used),
            "utelamnade": [
                {"rad": aside.line, "skal": aside.reason, "text": aside.text}
                for aside in coverage.asides
            ],
            "oanvanda": list(coverage.unused),
        },
        "lasbarhet": _readability(review),
        "oppna_fragor": [
            {"rader": list(question.lines), "text": question.text} for question in review.questions
        ],
    }
    return json.dumps(record, ensure_ascii=False, indent=2)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "regel": finding.rule,
        "allvar": finding.severity,
        "meddelande": finding.message,
        "avsnitt": finding.section,
        "mening": finding.sentence,
        "text": _excerpt(finding),
        "rader": list(finding.lines),
        "forslag": finding.suggestion,
        "kalla": finding.source,
        "ord": finding.words or None,
        "ersattning": finding.fix,
        "plats": _place(finding.place),
    }


_LONGEST = 1000
"""Of a longer sentence only so many characters are told, those around the words."""


def _excerpt(finding: Finding) -> str:
    """The sentence, or what stands around the words where it has no end."""
    if len(finding.text) <= _LONGEST:
        return finding.text
    start = max((finding.span or (0, 0))[0] - _LONGEST // 2, 0)
    return f"…{finding.text[start : start + _LONGEST]}…"


def _place(place: Place | None) -> dict[str, int] | None:
    """``{"rad": 12, "tecken": 5, "till": 10}``, where the last is the first that is beyond it."""
    if place is None:
        return None
    return {place.unit: place.number, "tecken": place.start, "till": place.end}


def _readability(review: Review) -> dict[str, int] | None:
    figures = readability(sentence.text for sentence in review.draft.sentences())
    return {"ord": figures.words, "lix": figures.lix, "ovix": figures.ovix} if figures else None


def _held(section: Section) -> dict[str, Any]:
    return {
        "avsnitt": section.title,
        "id": section.heading,
        "lage": section.hold,
        "inaktuellt": section.stale or None,
    }


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "mening": decision.sentence,
        "beslut": decision.judgement,
        "fore": decision.before,
        "efter": decision.after,
        "vem": decision.who,
        "tid": decision.when,
    }


def _repair(repair: Repair) -> dict[str, Any]:
    return {
        "mening": repair.before.id,
        "omgang": repair.round,
        "fore": repair.before.text,
        "efter": repair.after.text if repair.after else None,
        "regler": [finding.rule for finding in repair.findings],
        "rader": list(repair.lines),
        "tagen": repair.taken,
        "skal": repair.reason or None,
    }
