"""A checked text, or what was mended in it, as a person reads of it in a terminal."""

from drafter.commands.checking import Checked, Mended
from drafter.console.findings import show_changes, show_findings
from drafter.console.language import show_diff, show_readability
from drafter.console.reviews import say_data, show_coverage
from drafter.console.terminal import say


def say_sarif(checked: Checked) -> None:
    """A checked text for an editor: one SARIF log."""
    # imported here: few ask for it
    from drafter.export.sarif import sarif_document

    say_data(sarif_document(checked.review, checked.job.rules, checked.path))


def show_check(checked: Checked) -> None:
    """A checked text: which type it was held against, and what was found."""
    headings = checked.job.report_type.headings
    found = {section.heading for section in checked.review.draft.sections}
    known = sum(heading.id in found for heading in headings)
    alone = not checked.job.notes.lines
    if checked.job.report_type.is_free:
        say("Texten liknar ingen rapporttyp, så bara språket och skyddet av personer är prövat.")
        say("Ange --typ om den ska hållas mot en mall.")
    else:
        say(f"Rapporttyp: {checked.job.report_type.id}, {known} av {len(headings)} rubriker finns.")
    if alone and not checked.job.report_type.is_free:
        say("Inga anteckningar är angivna, så bara formen är kontrollerad.")
    show_changes(checked.review, checked.job)
    if checked.review.draft.looked_up:
        say("Texten anger inga källor. Raderna till varje mening är framsökta i anteckningarna.")
    show_findings(checked.review, checked.job.notes)
    show_readability(one.text for one in checked.review.draft.sentences())
    if not alone:
        show_coverage(checked.review)


def show_mended(mended: Mended) -> None:
    """What the safe suggestions change in a file, and whether it was written."""
    if mended.before != mended.after:
        show_diff(mended.path.name, mended.before, mended.after)
        say("")
    count = f"{mended.done} {'ändring' if mended.done == 1 else 'ändringar'}"
    if not mended.done:
        say("Det finns inget som kan rättas säkert.")
    elif mended.written:
        say(f"Skrev {mended.path} med {count}.")
    else:
        say(f"{count}. Inget är skrivet. Skriv dem till filen med --ratta --skriv.")
    if mended.left:
        say(f"{mended.left} säkra förslag kan inte utföras utan att något annat ändras.")
