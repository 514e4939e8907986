"""``new``, ``draft``, ``batch`` and ``show``: from notes to a draft."""

from drafter.cli.app import app
from drafter.cli.options import (
    AsJson,
    Confirmed,
    ExportTo,
    Folder,
    Folders,
    Fresh,
    ImportFrom,
    Listed,
    ModelName,
    Output,
    Overwrite,
    People,
    Prompts,
    Source,
    Trial,
    Type,
    TypeName,
)
from drafter.cli.usage import SwedishCommand, only_one


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
    from drafter.library.spelling import dictionary

    dictionary()  # begins to be read while the rest is loaded
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
        way = drafting.alone(wishes, watcher)
        drafted = drafting.draft(source, way, documents.Target(output, overwrite), watcher)
    if as_json:
        reviews.say_json(drafted.review)
    else:
        drafts.show_draft(drafted)
        holds.show_kept(drafted.review)
    return int(drafted.review.has_open_errors)


@app.command(cls=SwedishCommand)
def batch(
    folders: Folders = None,
    listed: Listed = None,
    report_type: Type = "",
    model: ModelName = "",
    prompts: Prompts = None,
    overwrite: Overwrite = False,
    confirmed: Confirmed = "",
    export_to: ExportTo = None,
    import_from: ImportFrom = None,
    as_json: AsJson = False,
) -> int:
    """Skriv utkast i många mappar under en gemensam gräns."""
    from drafter.commands import batching
    from drafter.console import batches
    from drafter.intake import Wishes

    only_one(exportera=bool(export_to), importera=bool(import_from))
    wishes = Wishes(report_type, model, prompts=prompts, confirmed=confirmed)
    chosen = batching.folders_of(folders or (), listed)
    if export_to:
        return batches.show_export(export_to, *batching.export(chosen, wishes, export_to))
    way = batching.together(wishes)
    if import_from:
        way, unusable = batching.answered(wishes, import_from)
        batches.note_unusable(unusable)
    else:
        batches.note_model(batching.model_of(chosen, wishes))
    outcomes = batches.watched(batching.batch(chosen, way, overwrite), chosen)
    if as_json:
        return batches.say_batch(outcomes)
    return batches.show_batch(outcomes, by_file=bool(import_from))


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
