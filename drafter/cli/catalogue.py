"""``types``, ``rules`` and ``doctor``: what there is, and whether it works."""

from pathlib import Path

from drafter.cli.app import app
from drafter.cli.options import ModelName, Prompts
from drafter.cli.usage import SwedishCommand


@app.command(cls=SwedishCommand)
def types(prompts: Prompts = None) -> int:
    """Visa de rapporttyper som finns."""
    from drafter.commands import catalogue
    from drafter.console import lists

    lists.show_types(catalogue.types(prompts))
    return 0


@app.command(cls=SwedishCommand)
def rules(prompts: Prompts = None) -> int:
    """Visa reglerna, med allvarlighetsgrad, exempel och källa."""
    from drafter.commands import catalogue
    from drafter.console import lists

    lists.show_rules(catalogue.rules(prompts))
    return 0


@app.command("doctor", cls=SwedishCommand)
def examine(model: ModelName = "") -> int:
    """Undersök om drafter är rätt installerat och om modellen svarar."""
    from drafter import doctor
    from drafter.console import lists

    signs = doctor.examine(Path.cwd(), model)
    lists.show_signs(signs)
    return 0 if all(sign.well for sign in signs) else 2
