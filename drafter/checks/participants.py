"""``deltagare.*``: does the report list exactly those who took part?"""

from collections import Counter
from collections.abc import Iterator

from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import HeadingKind, Severity


@rule(
    "deltagare.saknas",
    Severity.ERROR,
    "Rapporten har ingen deltagarlista.",
    "Under »Deltagare« står inga namn.",
)
def missing(case: Case) -> Iterator[Hit]:
    """Nobody is listed."""
    if _section(case) and not case.draft.participants:
        hint = "Lägg en fil med namnet deltagare.csv bredvid anteckningarna."
        yield Hit("Inga deltagare finns angivna.", _section(case), suggestion=hint)


@rule(
    "deltagare.avviker",
    Severity.ERROR,
    "Rapportens deltagare är inte de som står i deltagarlistan.",
    "Listan har nio personer, rapporten åtta.",
)
def differing(case: Case) -> Iterator[Hit]:
    """A person who is missing, added, or described otherwise than in the list."""
    if case.notes is None or not case.notes.present or not case.draft.participants:
        return
    listed = {person.name: person.entry for person in case.notes.present}
    printed = {person.name: person.entry for person in case.draft.participants}
    for name, entry in listed.items():
        if name not in printed:
            yield Hit(f"{name} finns i deltagarlistan men inte i rapporten.", _section(case))
        elif printed[name] != entry:
            message = f"{name} står i rapporten som »{printed[name]}«."
            yield Hit(message, _section(case), suggestion=entry)
    for name, count in Counter(person.name for person in case.draft.participants).items():
        if count > 1:
            yield Hit(f"{name} står {count} gånger i rapporten.", _section(case))
        if name not in listed:
            yield Hit(f"{name} finns i rapporten men inte i deltagarlistan.", _section(case))


@rule(
    "deltagare.ofullstandig",
    Severity.ADVICE,
    "En deltagare saknar roll.",
    "Anna Ek står utan roll.",
)
def incomplete(case: Case) -> Iterator[Hit]:
    """A row without a role: the pattern is name, role, unit and party."""
    for person in case.draft.participants:
        if not person.role:
            yield Hit(f"{person.name} står utan roll i deltagarlistan.", _section(case))


def _section(case: Case) -> str:
    """The title of the participants' section; empty when the report type has none."""
    kind = HeadingKind.PARTICIPANTS
    return next((one.title for one in case.report_type.headings if one.kind is kind), "")


RULES = (missing, differing, incomplete)
