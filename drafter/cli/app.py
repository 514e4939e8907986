"""The program, to which the commands belong."""

from typing import Annotated

import typer

from drafter import __version__
from drafter.cli.usage import SwedishGroup

app = typer.Typer(
    cls=SwedishGroup,
    help="Gör anteckningar och en deltagarlista till ett utkast till en formell rapport.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def start(
    version: Annotated[bool, typer.Option("--version", help="Visa versionen.")] = False,
) -> None:
    """Say the version; everything else is a command's."""
    if version:
        typer.echo(f"drafter {__version__}")
        raise typer.Exit
