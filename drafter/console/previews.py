"""What would be sent, as a person reads it in a terminal or hands it to somebody."""

import json
import sys
from collections.abc import Iterator

from drafter.console.lists import place_of
from drafter.custody import choices_to_make, told
from drafter.nouns import Message, Profile, Prompt
from drafter.preview import Preview


def show_preview(preview: Preview) -> None:
    """Where the prompts would go, what to look at first, and then every message to the letter.

    Written past the terminal's own layout, which would break lines and colour words.
    """
    getattr(sys.stdout, "reconfigure", lambda **_: None)(errors="backslashreplace")
    sys.stdout.writelines(f"{line}\n" for line in _lines(preview))


def _lines(preview: Preview) -> Iterator[str]:
    yield from _destination(preview.profile)
    yield ""
    yield f"Dolda personer: {preview.people}. I stället för namnen står märken, ⟦P…⟧, och i stället"
    yield "för nummer och adresser ⟦N…⟧. Varje fråga numrerar dem för sig. Vad de betyder lämnar"
    yield "aldrig datorn."
    yield "Deltagarlistan skickas inte."
    yield from _unknown(preview.unknown)
    yield from _matters(preview)
    yield from _prompts(preview.prompts)


def _destination(profile: Profile | None) -> Iterator[str]:
    if profile is None:
        yield "Modell: ingen. Inget skickas."
        yield "Nedan står vad som skulle skickas om en modell valdes."
    else:
        yield f"Modell: {profile.model}"
        yield f"Värd:   {profile.host} ({place_of(profile)}), klass {profile.hosting.value}"


def _unknown(words: tuple[str, ...]) -> Iterator[str]:
    """The words that may be names without drafter knowing."""
    if not words:
        return
    yield ""
    yield "Ord med stor bokstav som drafter inte känner till. De skickas som de står:"
    yield f"  {', '.join(words)}"
    yield "Klistra in i rapport.toml och flytta det som är en persons namn till dolj. Det som står"
    yield "kvar under visa nämns inte igen."
    yield ""
    yield "[namn]"
    yield "dolj = []"
    yield f"visa = {json.dumps(words, ensure_ascii=False)}"


def _matters(preview: Preview) -> Iterator[str]:
    """The sensitive lines that wait for a decision."""
    if not preview.matters:
        return
    yield ""
    yield "Känsliga rader som ingen har beslutat om. De är inte med nedan:"
    yield from (f"  {told(matter)}" for matter in preview.matters)
    yield "Besluta i rapport.toml, med skäl:"
    yield ""
    yield choices_to_make(preview.matters).rstrip()


def _prompts(prompts: tuple[Prompt, ...]) -> Iterator[str]:
    """Every message once, under the section that first needs it."""
    shown: dict[Message, str] = {}
    for prompt in prompts:
        yield ""
        yield f"=== {prompt.about} ==="
        for at, message in enumerate(prompt.messages, 1):
            if message in shown:
                yield f"--- Meddelande {at} ({message.role}): samma som under {shown[message]}"
                continue
            shown[message] = prompt.about
            yield f"--- Meddelande {at} ({message.role})"
            yield message.text
    for schema in {json.dumps(one.schema, ensure_ascii=False) for one in prompts}:
        yield ""
        yield "=== Skickas med varje fråga: modellens namn och svarets form ==="
        yield schema
    yield ""
    yield f"{len(prompts)} frågor. Samma fråga kan skickas igen om svaret uteblir eller inte duger."
    yield "En mening som visar sig ha fel skickas tillbaka, högst två gånger, med felet och de"
    yield "rader som den bygger på: samma rader som ovan, dolda på samma sätt."
