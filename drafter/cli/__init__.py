"""The command line: each command reads its options, makes one call, shows, returns a code."""

import gc
import io
import sys
from collections.abc import Sequence

import typer

from drafter.cli import catalogue, review, writing  # noqa: F401 - they add their commands
from drafter.cli.app import app
from drafter.cli.usage import misuse
from drafter.errors import DrafterError

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its code: 0 ready, 1 open errors in the text, 2 could not run."""
    gc.set_threshold(_SELDOM)
    # Where a scheduler has closed a stream, what it would have shown is lost, and not the work.
    sys.stdout = sys.stdout or io.StringIO()
    sys.stderr = sys.stderr or io.StringIO()
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


_SELDOM = 50_000
"""How many new objects there are between two searches for garbage.

Code and word lists, some 300 000 objects that all stay, are else searched a tenth of the start.
"""


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
