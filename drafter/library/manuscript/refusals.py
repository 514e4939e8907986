"""Why a file cannot be read as a finished text."""

from pathlib import Path

from drafter.errors import ManuscriptError


def unreadable(path: Path) -> ManuscriptError:
    """It is of a kind that drafter does not read."""
    hint = "Spara texten som Word-dokument (.docx), Markdown (.md) eller ren text (.txt)."
    return ManuscriptError(f"{path.name} har ett format som inte går att läsa.", hint, path)


def textless(path: Path) -> ManuscriptError:
    """There is nothing in it to read."""
    hint = "Kontrollera att det är rätt fil. Inskannade sidor är bilder och går inte att läsa."
    return ManuscriptError(f"{path.name} innehåller ingen text.", hint, path)
