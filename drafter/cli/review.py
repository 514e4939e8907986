"""``check``, ``export``, ``lock`` and ``edit``: from a draft to a report."""

from drafter.cli.app import app
from drafter.cli.options import (
    AsJson,
    AsSarif,
    Coverage,
    Folder,
    Kind,
    Mend,
    NewText,
    NotesFile,
    Output,
    Overwrite,
    People,
    Prompts,
    Release,
    Sections,
    SentenceId,
    Text,
    Type,
    Write,
)
from drafter.cli.usage import SwedishCommand, needs, only_one


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
