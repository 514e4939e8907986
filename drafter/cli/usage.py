"""The command line's own words in Swedish: help headings and misuse."""

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

from drafter.errors import DrafterError

_HELP = (
    ("Usage: ", "Användning: "),
    ("[OPTIONS]", "[ALTERNATIV]"),
    ("COMMAND [ARGS]...", "KOMMANDO ..."),
    ("\nArguments:", "\nArgument:"),
    ("\nOptions:", "\nAlternativ:"),
    ("\nCommands:", "\nKommandon:"),
    ("Show this message and exit.", "Visa den här hjälpen."),
    ("[required]", "[krävs]"),
    ("[default: ", "[förval: "),
)

_MISUSE = (
    (r"No such option:? '?(--?[\w-]+)", "Alternativet {0} finns inte."),
    (r"Missing (?:argument|parameter):? '?([\w.-]+)", "Argumentet {0} saknas."),
    (r"Missing option '([^']+)'", "Alternativet {0} saknas."),
    (r"Missing command", "Kommandot saknas."),
    (r"No such command '?([^'.]+)", "Kommandot {0} finns inte."),
    (r"Got unexpected extra argument\S* \((.+)\)", "Det står för mycket på kommandoraden: {0}"),
    (r"Option '?(--?[\w-]+)'? requires an argument", "Alternativet {0} ska följas av ett värde."),
    (r"'([^']+)' is not readable", "{0} får inte läsas. Kontrollera behörigheten."),
    (r"'([^']+)' is not one of (.+)\.", "{0} går inte att välja; det som finns är {1}."),
)


class SwedishCommand(TyperCommand):
    """A command whose help speaks Swedish. (Typer keeps the type of its ``ctx`` private.)"""

    def get_help(self, ctx: Any) -> str:
        """The help text, its headings translated."""
        return in_swedish(super().get_help(ctx))


_ORDER = "new draft batch show check export lock edit types rules doctor".split()


class SwedishGroup(TyperGroup):
    """The same for the program itself; its commands stand in the order of the work."""

    def get_help(self, ctx: Any) -> str:
        """The help text, its headings translated."""
        return in_swedish(super().get_help(ctx))

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands' names, in the order of the work."""
        return sorted(self.commands, key=_ORDER.index)


def in_swedish(text: str) -> str:
    """A help text with the headings that Typer writes itself in Swedish."""
    for english, swedish in _HELP:
        text = text.replace(english, swedish)
    return re.sub(r"{([A-Z]+)}", r"\1", text)


def misuse(message: str, command: str) -> DrafterError:
    """A message of Typer's about a misused command line, as an error of our own.

    ``command`` is the command that was misused: ``drafter draft``.
    """
    hint = f"Se hur kommandot används: {command} --help"
    for pattern, swedish in _MISUSE:
        if found := re.search(pattern, message):
            return DrafterError(swedish.format(*found.groups()).replace("'", ""), hint)
    return DrafterError("Kommandoraden gick inte att tolka.", hint)


def only_one(**asked: bool) -> str:
    """The one of some options that was asked for, or nothing.

    Raises:
        DrafterError: more than one was.
    """
    chosen = [name for name, wanted in asked.items() if wanted]
    if len(chosen) > 1:
        listed = " och ".join(f"--{name}" for name in chosen)
        raise DrafterError(f"{listed} går inte att använda tillsammans.", "Ange bara det ena.")
    return "".join(chosen)


def needs(other: str, has_other: bool, **asked: bool) -> None:
    """See that options are not asked for without the one that they depend on.

    Raises:
        DrafterError: one is.
    """
    for name, wanted in asked.items():
        if wanted and not has_other:
            raise DrafterError(f"--{name} gäller bara tillsammans med --{other}.", "Ange båda.")
