"""What is said of any review: as data for another program, and what became of its notes."""

import sys

from drafter.console.terminal import say
from drafter.export.record import json_document
from drafter.nouns import Review


def say_json(review: Review) -> None:
    """The review for another program: one JSON object."""
    say_data(json_document(review))


def say_data(text: str) -> None:
    """Data in UTF-8, whatever the terminal's own encoding."""
    getattr(sys.stdout, "reconfigure", lambda **_: None)(encoding="utf-8")
    sys.stdout.write(f"{text}\n")


def show_coverage(review: Review) -> None:
    """What became of the note lines, and what the notes leave open."""
    coverage = review.coverage
    reasons = sorted({aside.reason.told for aside in coverage.asides})
    listed = f" ({', '.join(reasons)})" if reasons else ""
    say(
        f"\nAnteckningarnas rader: {len(coverage.used)} använda, "
        f"{len(coverage.asides)} utelämnade med skäl{listed}, {len(coverage.unused)} oanvända."
    )
    for question in review.questions:
        say(f"  Öppen fråga: {question.text}")
