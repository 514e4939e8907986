"""The commands: each reads its options, makes one call, shows the result, returns a code."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from drafter import __version__
from drafter.errors import DrafterError
from drafter.options import (
    AsJson,
    AsSarif,
    Confirmed,
    Coverage,
    Folder,
    Fresh,
    Kind,
    Mend,
    ModelName,
    NewText,
    NotesFile,
    Output,
    Overwrite,
    People,
    Prompts,
    Release,
    Sections,
    SentenceId,
    Source,
    Text,
    Trial,
    Type,
    TypeName,
    Write,
)
from drafter.usage import SwedishCommand, SwedishGroup, misuse, needs, only_one

app = typer.Typer(
    cls=SwedishGroup,
    help="Gör anteckningar och en deltagarlista till ett utkast till en formell rapport.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.command(cls=SwedishCommand)
def new(report_type: TypeName, folder: Folder, prompts: Prompts = None) -> int:
    """Skapa en rapportmapp att börja från."""
    from drafter.commands import catalogue
    from drafter.console import lists
    from drafter.intake import Wishes

    lists.show_new(catalogue.new(report_type, folder, Wishes(prompts=prompts)), folder)
    return 0


@app.command(cls=SwedishCommand)
def draft(
    source: Source,
    participants: People = None,
    report_type: Type = "",
    model: ModelName = "",
    prompts: Prompts = None,
    output: Output = None,
    overwrite: Overwrite = False,
    confirmed: Confirmed = "",
    fresh: Fresh = False,
    trial: Trial = False,
    as_json: AsJson = False,
) -> int:
    """Skriv ett utkast av anteckningarna."""
    from drafter.commands import documents, drafting
    from drafter.console import drafts, holds, reviews, spending
    from drafter.console.progress import onlooker
    from drafter.intake import Wishes

    only_one(prov=trial, json=as_json)
    wishes = Wishes(report_type, model, participants, prompts, confirmed, fresh)
    if trial:
        spending.show_forecast(drafting.estimate(source, wishes))
        return 0
    with onlooker(as_json) as watcher:
        drafted = drafting.draft(source, wishes, documents.Target(output, overwrite), watcher)
    if as_json:
        reviews.say_json(drafted.review)
    else:
        drafts.show_draft(drafted)
        holds.show_kept(drafted.review)
    return int(drafted.review.has_open_errors)


@app.command(cls=SwedishCommand)
def show(
    folder: Folder,
    participants: People = None,
    report_type: Type = "",
    model: ModelName = "",
    prompts: Prompts = None,
) -> int:
    """Visa vad som skulle skickas till en modell, och vart. Inget skickas."""
    from drafter.commands import drafting
    from drafter.console import previews
    from drafter.intake import Wishes

    wishes = Wishes(report_type, model, participants, prompts)
    previews.show_preview(drafting.show(folder, wishes))
    return 0


@app.command(cls=SwedishCommand)
def check(
    text: Text,
    notes: NotesFile = None,
    participants: People = None,
    report_type: Type = "",
    prompts: Prompts = None,
    as_json: AsJson = False,
    as_sarif: AsSarif = False,
    mend: Mend = False,
    write: Write = False,
) -> int:
    """Kontrollera en färdig text: språket, mallen och anteckningarna."""
    from drafter.library.spelling import dictionary

    dictionary()  # begins to be read while the rest is loaded
    from drafter.commands import checking
    from drafter.console import checks, reviews
    from drafter.intake import Wishes

    outcome = only_one(json=as_json, sarif=as_sarif, ratta=mend)
    needs("ratta", mend, skriv=write)
    wishes = Wishes(report_type, participants=participants, prompts=prompts)
    checked = checking.check(text, wishes, notes)
    match outcome:
        case "ratta":
            checks.show_mended(checking.mend(checked, write))
        case "json":
            reviews.say_json(checked.review)
        case "sarif":
            checks.say_sarif(checked)
        case _:
            checks.show_check(checked)
    return int(checked.review.has_open_errors)


@app.command(cls=SwedishCommand)
def export(
    folder: Folder,
    kind: Kind = None,
    coverage: Coverage = False,
    prompts: Prompts = None,
    output: Output = None,
    overwrite: Overwrite = False,
) -> int:
    """Skriv utkastet som Word eller Markdown, eller dess täckning."""
    from drafter.commands import documents, exporting
    from drafter.console import drafts
    from drafter.intake import Wishes

    target = documents.Target(output, overwrite)
    suffix = f".{kind.value}" if kind else ""
    if coverage:
        path, review = exporting.export_coverage(folder, suffix, target)
        drafts.show_written((path,), review)
        return int(review.has_open_errors)
    exported = exporting.export(folder, Wishes(prompts=prompts), suffix, target)
    drafts.show_export(exported)
    return int(exported.review.has_open_errors)


@app.command(cls=SwedishCommand)
def lock(folder: Folder, sections: Sections, release: Release = False) -> int:
    """Lås avsnitt, så att ett nytt utkast inte skriver över dem."""
    from drafter.commands import locking
    from drafter.console import holds

    work = locking.release if release else locking.lock
    holds.show_locked(work(folder, sections), folder)
    return 0


@app.command(cls=SwedishCommand)
def edit(folder: Folder, sentence: SentenceId, text: NewText) -> int:
    """Ändra en mening i utkastet. Avsnittet skrivs sedan inte över."""
    from drafter.commands import editing
    from drafter.console import holds

    edited = editing.edit(folder, sentence, text)
    holds.show_edited(edited, folder)
    return int(edited.review.has_open_errors)


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


@app.callback(invoke_without_command=True)
def start(
    version: Annotated[bool, typer.Option("--version", help="Visa versionen.")] = False,
) -> None:
    """Say the version; everything else is a command's."""
    if version:
        typer.echo(f"drafter {__version__}")
        raise typer.Exit


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its code: 0 ready, 1 open errors in the text, 2 could not run."""
    for stream in (sys.stdout, sys.stderr):
        # A console that cannot show a character shows another, rather than stopping the work.
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    try:
        return _run(list(sys.argv[1:] if argv is None else argv))
    except DrafterError as error:
        from drafter.console.terminal import show_error

        show_error(error)
    except BrokenPipeError:
        # Whoever read the output has had enough; nothing more can be said.
        sys.stdout = sys.stderr
    except OSError as error:
        sys.stderr.write(f"Fel: {error.filename or 'Utdata'} kan inte läsas eller skrivas.\n")
    except KeyboardInterrupt:
        sys.stderr.write("\nAvbrutet.\n")
    return 2


def _run(argv: list[str]) -> int:
    command = typer.main.get_command(app)
    try:
        code = command.main(argv or ["--help"], "drafter", standalone_mode=False)
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        path = context.command_path if context else "drafter"
        raise misuse(error.format_message(), path) from error
    if code == 130:
        # Typer's own word for Ctrl-C.
        raise KeyboardInterrupt
    return code or 0
