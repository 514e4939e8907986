"""Lines and tables in a terminal: results on one stream, everything beside them on the other."""

import sys
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from drafter.errors import DrafterError

__all__ = ["err", "escape", "note", "out", "say", "show_error", "show_table", "table", "typed"]


def out() -> Console:
    """Where results go."""
    return Console(file=sys.stdout, highlight=False, soft_wrap=not sys.stdout.isatty())


def err() -> Console:
    """Where errors and progress go, so that a result can be piped on."""
    return Console(file=sys.stderr, highlight=False, soft_wrap=not sys.stderr.isatty())


def say(text: str) -> None:
    """A line of result."""
    out().print(escape(text))


def show_marked(markup: str) -> None:
    """A line of result in which some words have a colour."""
    out().print(markup)


def note(text: str) -> None:
    """A line beside the result."""
    err().print(escape(text))


def show_error(error: DrafterError) -> None:
    """What happened, where, and what to do."""
    console = err()
    named = error.path is None or error.path.name in error.message
    place = "" if named else f"{error.place}: "
    console.print(f"[bold red]Fel:[/] {escape(place + error.message)}")
    if error.path and len(error.path.parts) > 1 and str(error.path) not in place:
        console.print(f"     Fil: {escape(str(error.path))}")
    if error.hint:
        console.print(f"     {escape(error.hint)}")


def table(columns: int) -> Table:
    """An empty table of bare columns."""
    rows = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for _ in range(columns):
        rows.add_column(overflow="fold")
    return rows


def show_table(rows: Table) -> None:
    """A table of result."""
    out().print(rows)


def typed(folder: Path) -> str:
    """A folder as a person types it in a command."""
    return f'"{folder}"' if " " in str(folder) else str(folder)
