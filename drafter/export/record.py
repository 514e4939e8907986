"""A review as the object that ``--json`` prints: the contract with other programs."""

import json
from typing import Any

from drafter.nouns import Finding, Repair, Review, Severity


def json_document(review: Review) -> str:
    """One JSON object: type, status, counts, findings, repairs, coverage and open questions."""
    coverage = review.coverage
    record = {
        "typ": review.draft.report_type,
        "status": review.status,
        "antal": {severity: review.count(severity) for severity in Severity},
        "anmarkningar": [_finding(finding) for finding in review.findings],
        "lagningar": [_repair(repair) for repair in review.repairs],
        "tackning": {
            "anvanda": list(coverage.used),
            "utelamnade": [
                {"rad": aside.line, "skal": aside.reason, "text": aside.text}
                for aside in coverage.asides
            ],
            "oanvanda": list(coverage.unused),
        },
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
        "text": finding.text,
        "rader": list(finding.lines),
        "forslag": finding.suggestion,
        "kalla": finding.source,
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
