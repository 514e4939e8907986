"""What a person holds of a draft, as she reads of it in a terminal."""

from dataclasses import replace
from pathlib import Path

from drafter.commands.editing import Edited
from drafter.commands.locking import Locked
from drafter.console.findings import show_findings
from drafter.console.terminal import say, typed
from drafter.nouns import Hold, Review, Section


def show_kept(review: Review) -> None:
    """Which sections a new draft has left as they were, and which of those are stale."""
    if review.draft.held:
        say("\nBehållna avsnitt, som inte skrevs om:")
    for section in review.draft.held:
        stale = f". Inaktuellt: {section.stale}" if section.stale else ""
        say(f"  {section.title} ({section.hold.told}){stale}")


def show_locked(locked: Locked, folder: Path) -> None:
    """What became of each section, and how it is undone."""
    for before, after in zip(locked.before, locked.after, strict=True):
        say(f"{after.title} {_became(before, after)}")
    if any(section.is_held for section in locked.after):
        say(f"Lås upp med: drafter lock {typed(folder)} AVSNITT --upp")


def _became(before: Section, after: Section) -> str:
    if not after.is_held:
        freed = "är upplåst. Nästa utkast skriver om det."
        return freed if before.is_held else "var inte låst. Nästa utkast skriver om det."
    if before.basis != after.basis and before.basis:
        return "är låst och gäller nu för anteckningarna som de är i dag."
    if before.hold is Hold.LOCKED:
        return "var redan låst."
    return "är låst. Ett nytt utkast lämnar det som det är."


def show_edited(edited: Edited, folder: Path) -> None:
    """The sentence before and after, what the checks say of it, and how to go on."""
    before, after = edited.before.text, edited.after.text
    if before == after:
        say(f"{edited.after.id} lyder redan så. Inget ändrades.")
        return
    say(f"{edited.section}, {edited.after.id}")
    say(f"  förut: ”{before}”")
    say(f"  nu:    ”{after}”")
    found = tuple(one for one in edited.review.findings if one.sentence == edited.after.id)
    show_findings(replace(edited.review, findings=found), edited.job.notes)
    if not edited.job.notes.lines:
        say("Anteckningarna finns inte kvar, så meningen är inte prövad mot dem.")
    say(f"\nEtt nytt utkast lämnar {edited.section} som det är.")
    say(f"Skriv rapporten på nytt med: drafter export {typed(folder)}")
