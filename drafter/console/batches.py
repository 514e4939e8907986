"""Many reports at once, in a terminal: how far they have come, and what became of each."""

import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from drafter.commands.batching import Outcome
from drafter.console.lists import GO_ON, model_line
from drafter.console.reviews import say_data
from drafter.console.spending import count_of, tokens_of
from drafter.console.terminal import escape, note, say, show_table, table, typed
from drafter.nouns import Profile, Usage


def note_model(profile: Profile | None) -> None:
    """Which model will write, and where it stands; said beside the result."""
    note(model_line(profile))


def watched(outcomes: Iterable[Outcome], folders: tuple[Path, ...]) -> list[Outcome]:
    """The outcomes in the order of the folders; somebody who waits sees them as they come."""
    begun = time.monotonic()
    found: list[Outcome] = []
    try:
        for outcome in outcomes:
            found.append(outcome)
            if sys.stderr.isatty():
                _note_done(found, len(folders), time.monotonic() - begun)
    except KeyboardInterrupt:
        note(f"{len(found)} av {len(folders)} mappar hann bli klara. {GO_ON}")
        raise
    return sorted(found, key=lambda one: folders.index(one.folder))


def _note_done(found: list[Outcome], number: int, seconds: float) -> None:
    """The folder that was ready last, and the time that is left after so many seconds."""
    told = "misslyckades" if found[-1].error else "klar"
    minutes = -(-seconds / len(found) * (number - len(found)) // 60)
    left = f", ungefär {count_of(int(minutes), 'minut', 'minuter')} kvar" if minutes else ""
    note(f"  {len(found)} av {number}: {found[-1].folder} {told}{left}")


def code_of(outcomes: Iterable[Outcome]) -> int:
    """The exit code: 2 where a folder failed, 1 where a text has open errors, else 0."""
    return max((2 if one.error else int(bool(one.open_errors)) for one in outcomes), default=0)


def show_batch(outcomes: list[Outcome], by_file: bool = False) -> int:
    """A row for each folder, then why some failed, and the sum; the exit code.

    ``by_file`` tells that the answers came out of a file, which has no more of them.
    """
    rows = table(3)
    for one in outcomes:
        rows.add_row(escape(str(one.folder)), _told(one), tokens_of(one.usage))
    show_table(rows)
    failed = [one for one in outcomes if one.error]
    show_failed(failed)
    total = sum((one.usage for one in outcomes), Usage())
    say(f"\n{len(outcomes) - len(failed)} av {len(outcomes)} mappar klara. {tokens_of(total)}")
    if by_file and any(one.fallbacks for one in outcomes):
        say("Svar som saknas kommer inte av samma fil. Exportera det som återstår:")
        say("  drafter batch MAPP… --exportera fragor.jsonl")
    elif failed or any(one.fallbacks for one in outcomes):
        say("Kör samma kommando igen: bara det som saknas görs om.")
    return code_of(outcomes)


def _told(one: Outcome) -> str:
    if one.error:
        return "misslyckades"
    parts = [count_of(one.open_errors, "fel", "fel")] if one.open_errors else ["utan fel"]
    if one.warnings:
        parts.append(count_of(one.warnings, "varning", "varningar"))
    if one.fallbacks:
        parts.append(f"{count_of(one.fallbacks, 'avsnitt', 'avsnitt')} utan modellens svar")
    if one.unchanged:
        parts.append("oförändrad")
    return ", ".join(parts)


def show_failed(failed: Iterable[Outcome]) -> None:
    """Why some folders came to nothing, and what to do."""
    for one in failed:
        if one.error:
            say(f"\n{one.folder}: {one.error.message}")
            if one.error.hint:
                say(f"  {one.error.hint}")


def say_batch(outcomes: list[Outcome]) -> int:
    """The outcomes for another program: a JSON list; the exit code."""
    say_data(json.dumps([_record(one) for one in outcomes], ensure_ascii=False, indent=2))
    return code_of(outcomes)


def _record(one: Outcome) -> dict[str, object]:
    return {
        "mapp": str(one.folder),
        "fel": f"{one.error.message} {one.error.hint}".strip() if one.error else None,
        "oppna_fel": one.open_errors,
        "varningar": one.warnings,
        "reserv": one.fallbacks,
        "oforandrad": one.unchanged,
        "tokens_in": one.usage.sent,
        "tokens_ut": one.usage.received,
    }


def show_export(path: Path, questions: int, outcomes: list[Outcome]) -> int:
    """What was written to the file, and how its answers come back; the exit code."""
    failed = [one for one in outcomes if one.error]
    show_failed(failed)
    if questions:
        say(f"Skrev {count_of(questions, 'fråga', 'frågor')} till {path}")
        say("Kör den med OpenAI Batch, Azure Batch eller vllm run-batch, och läs sedan in svaren:")
        say(f"  drafter batch MAPP… --importera {typed(Path('svar.jsonl'))}")
    elif not failed:
        say("Inga frågor återstår: alla svar finns sparade. Sätt ihop rapporterna: drafter batch")
    if failed:
        say(f"{count_of(len(failed), 'mapp', 'mappar')} kom inte med.")
    return code_of(outcomes)


def note_unusable(number: int) -> None:
    """How many of a file's answers are of no use."""
    if number:
        note(f"{count_of(number, 'svar', 'svar')} i filen gick inte att använda.")
