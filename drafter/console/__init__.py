"""What a person reads in the terminal. No other room prints."""

from drafter.console.lists import show_new, show_rules, show_signs, show_types
from drafter.console.previews import show_preview
from drafter.console.reviews import (
    note_start,
    say_json,
    show_check,
    show_draft,
    show_export,
    show_progress,
    show_start,
    show_written,
)
from drafter.console.terminal import show_error

__all__ = [
    "note_start",
    "say_json",
    "show_check",
    "show_draft",
    "show_error",
    "show_export",
    "show_new",
    "show_preview",
    "show_progress",
    "show_rules",
    "show_signs",
    "show_start",
    "show_types",
    "show_written",
]
