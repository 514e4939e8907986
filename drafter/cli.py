"""The commands: each reads its options, makes one call, shows the result, returns a code."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from drafter import __version__
from drafter.errors import DrafterError
from drafter.usage import SwedishCommand, SwedishGroup, misuse


class Format(StrEnum):
    """What a draft can be exported as."""

    docx = "docx"
    md = "md"


Source = Annotated[Path, typer.Argument(metavar="KALLA", help="Rapportmapp eller anteckningsfil.")]
Folder = Annotated[Path, typer.Argument(metavar="MAPP", help="Rapportmapp.")]
Text = Annotated[Path, typer.Argument(metavar="FIL", help="Texten: .md, .txt eller .docx.")]
TypeName = Annotated[str, typer.Argument(metavar="TYP", help="Rapporttyp, se drafter types.")]
Type = Annotated[str, typer.Option("--typ", metavar="TYP", help="Rapporttyp, se drafter types.")]
People = Annotated[Path | None, typer.Option("--deltagare", metavar="FIL", help="Deltagarlista.")]
NotesFile = Annotated[
    Path | None, typer.Option("--anteckningar", metavar="FIL", help="Anteckningar.")
]
ModelName = Annotated[
    str, typer.Option("--modell", metavar="NAMN", help="Profil i drafter.toml, eller »ingen«.")
]
Prompts = Annotated[
    Path | None, typer.Option("--prompts", metavar="MAPP", help="Egna rapporttyper och prompter.")
]
Output = Annotated[Path | None, typer.Option("-o", metavar="FIL", help="Fil att skriva till.")]
Overwrite = Annotated[
    bool, typer.Option("--skriv-over", help="Skriv över en rapport som har ändrats för hand.")
]
Confirmed = Annotated[
    str, typer.Option("--ja-kansligt", metavar="SKÄL", help="Bekräfta alla känsliga rader.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Skriv resultatet som JSON.")]
Coverage = Annotated[
    bool, typer.Option("--tackning", help="En tabell över vad som blev av varje anteckningsrad.")
]
Kind = Annotated[Format | None, typer.Option("--format", help="Filens format; utan det Word.")]

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
    from drafter import commands, console
    from drafter.intake import Wishes

    console.show_new(commands.new(report_type, folder, Wishes(prompts=prompts)), folder)
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
    as_json: AsJson = False,
) -> int:
    """Skriv ett utkast av anteckningarna."""
    from drafter import commands, console
    from drafter.intake import Wishes

    wishes = Wishes(report_type, model, participants, prompts, confirmed)
    started = console.note_start if as_json else console.show_start
    progress = commands.Progress(started, console.show_progress)
    drafted = commands.draft(source, wishes, commands.Target(output, overwrite), progress)
    if as_json:
        console.say_json(drafted.review)
    else:
        console.show_draft(drafted)
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
    from drafter import commands, console
    from drafter.intake import Wishes

    wishes = Wishes(report_type, model, participants, prompts)
    console.show_preview(commands.show(folder, wishes))
    return 0


@app.command(cls=SwedishCommand)
def check(
    text: Text,
    notes: NotesFile = None,
    participants: People = None,
    report_type: Type = "",
    prompts: Prompts = None,
    as_json: AsJson = False,
) -> int:
    """Kontrollera en färdig text mot mallen och anteckningarna."""
    from drafter import commands, console
    from drafter.intake import Wishes

    wishes = Wishes(report_type, participants=participants, prompts=prompts)
    checked = commands.check(text, wishes, notes)
    if as_json:
        console.say_json(checked.review)
    else:
        console.show_check(checked)
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
    from drafter import commands, console
    from drafter.intake import Wishes

    target = commands.Target(output, overwrite)
    suffix = f".{kind.value}" if kind else ""
    if coverage:
        path, review = commands.export_coverage(folder, suffix, target)
        console.show_written((path,), review)
        return int(review.has_open_errors)
    exported = commands.export(folder, Wishes(prompts=prompts), suffix, target)
    console.show_export(exported)
    return int(exported.review.has_open_errors)


@app.command(cls=SwedishCommand)
def types(prompts: Prompts = None) -> int:
    """Visa de rapporttyper som finns."""
    from drafter import commands, console

    console.show_types(commands.types(prompts))
    return 0


@app.command(cls=SwedishCommand)
def rules() -> int:
    """Visa reglerna, med allvarlighetsgrad och exempel."""
    from drafter import console
    from drafter.checks import RULES

    console.show_rules(RULES)
    return 0


@app.command("doctor", cls=SwedishCommand)
def examine(model: ModelName = "") -> int:
    """Undersök om drafter är rätt installerat och om modellen svarar."""
    from drafter import console, doctor

    signs = doctor.examine(Path.cwd(), model)
    console.show_signs(signs)
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
        from drafter.console import show_error

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
