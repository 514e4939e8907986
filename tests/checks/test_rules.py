"""Every rule has cases that it must hit and cases where it must stay silent."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from drafter.checking import check_text
from drafter.checks.families import RULES
from drafter.checks.registry import Case, is_off, run
from drafter.job import Job
from drafter.library.notes.reader import parse_notes
from drafter.library.participants.reader import parse_participants
from drafter.library.prompt_files import PromptFiles
from drafter.library.report_types import load_report_type
from drafter.library.vocabulary import read_reader
from drafter.nouns import Hold, Notes, Origin, Prompt, Reply, Review
from drafter.pipeline import draft_report
from drafter.steps.watch import Unwatched

HERE = Path(__file__).parent
PROMPTS = PromptFiles.searched(HERE.parent / "prompts")
READER = read_reader(PROMPTS)
CASES = {
    rule_id: cases
    for path in sorted((HERE / "cases").glob("*.toml"))
    for rule_id, cases in tomllib.loads(path.read_text(encoding="utf-8")).items()
}


class Parrot:
    """A model that always gives the same answer."""

    name = "papegoja"
    host = "localhost"
    parallel = 1

    def __init__(self, answer: str) -> None:
        self.answer = answer

    def complete(self, prompt: Prompt) -> Reply:
        return Reply(self.answer, "stop")


def review_of(case: dict[str, Any], folder: Path) -> Review:
    """The review that a case leads to: of its text, or of a draft from its notes.

    ``tidigare`` are the notes as they were when a draft of them was saved, ``last`` the headings
    of the sections that were locked in it then.
    """
    people = parse_participants(case["deltagare"]) if "deltagare" in case else ()
    lines = parse_notes(case["anteckningar"]) if "anteckningar" in case else ()
    job = Job(
        notes=Notes(lines, people),
        report_type=load_report_type("liten", PROMPTS),
        reader=READER,
        prompts=PROMPTS,
        given=case.get("huvud", {}),
    )
    if "tidigare" in case:
        earlier = replace(job, notes=Notes(parse_notes(case["tidigare"])))
        saved = draft_report(earlier, None, Unwatched())
        saved = locked(saved, case.get("last", []))
        job = replace(job, saved=saved, origin=Origin(notes_sha="ett annat"))
    if "text" in case:
        path = folder / "text.md"
        path.write_text(case["text"], encoding="utf-8")
        return check_text(job, path).review
    model = Parrot(case["svar"]) if "svar" in case else None
    return draft_report(job, model, Unwatched())


def locked(review: Review, headings: list[str]) -> Review:
    held = [one for one in review.draft.sections if one.heading in headings]
    assert len(held) == len(headings)
    changed = (replace(one, hold=Hold.LOCKED) for one in held)
    return replace(review, draft=review.draft.with_sections(*changed))


def cases(kind: str) -> list[Any]:
    return [
        pytest.param(rule_id, case, id=f"{rule_id}-{at}")
        for rule_id, kinds in CASES.items()
        for at, case in enumerate(kinds[kind], 1)
    ]


@pytest.mark.parametrize(("rule_id", "case"), cases("slar"))
def test_the_rule_hits(rule_id: str, case: dict[str, Any], tmp_path: Path) -> None:
    assert rule_id in {finding.rule for finding in review_of(case, tmp_path).findings}


@pytest.mark.parametrize(("rule_id", "case"), cases("tiger"))
def test_the_rule_stays_silent(rule_id: str, case: dict[str, Any], tmp_path: Path) -> None:
    findings = [one for one in review_of(case, tmp_path).findings if one.rule == rule_id]
    assert findings == []


def test_every_rule_has_its_cases() -> None:
    assert {rule.id for rule in RULES} == set(CASES)
    assert all(kinds["slar"] and kinds["tiger"] for kinds in CASES.values())


def test_rules_have_a_sentence_and_an_example() -> None:
    assert all(rule.summary.endswith(".") and rule.example for rule in RULES)
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    ("off", "silent"),
    [
        ("rubrik", True),
        ("rubrik.", True),
        ("rubrik.saknas", True),
        ("rub", False),
        ("huvud", False),
    ],
)
def test_rules_are_switched_off_by_whole_prefixes(off: str, silent: bool) -> None:
    assert is_off("rubrik.saknas", [off]) is silent


def test_a_rule_that_is_off_finds_nothing(tmp_path: Path) -> None:
    review = review_of({"text": "# Rapport\n"}, tmp_path)
    assert any(one.rule == "rubrik.saknas" for one in review.findings)
    report_type = load_report_type("liten", PROMPTS)
    left = run(Case(report_type, review.draft), RULES, ["rubrik"])
    assert not any(one.rule.startswith("rubrik.") for one in left)
