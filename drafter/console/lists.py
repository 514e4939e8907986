"""What there is, in a terminal: report types, rules, a new folder, the doctor's findings."""

from collections.abc import Iterable
from pathlib import Path

from drafter.checks.registry import Rule
from drafter.console.terminal import escape, say, show_table, table, typed
from drafter.doctor import Sign
from drafter.nouns import Hosting, Profile, ReportType, Severity

NAMES = {
    Severity.STOP: ("stopp", "stopp"),
    Severity.ERROR: ("fel", "fel"),
    Severity.WARNING: ("varning", "varningar"),
    Severity.ADVICE: ("råd", "råd"),
}

_COLOURS = {
    Severity.STOP: "bold red",
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.ADVICE: "cyan",
}

GO_ON = "Det som modellen hann svara är sparat. Kör samma kommando igen, så fortsätter arbetet."
"""What somebody who broke off the work is told."""

_PLACES = {
    Hosting.LOCAL: "lokal",
    Hosting.SWEDEN: "i Sverige",
    Hosting.EU: "inom EU",
    Hosting.THIRD_COUNTRY: "i tredjeland",
}


def marked(severity: Severity) -> str:
    """The name of a severity in its colour, as markup."""
    return f"[{_COLOURS[severity]}]{NAMES[severity][0]}[/]"


def model_line(profile: Profile | None) -> str:
    """Which model will write, and where it stands; said before anything is sent."""
    if profile is None:
        return "Modell: ingen. Utkastet blir anteckningarnas egna ord, ej språkbearbetade."
    where = f"Modell: {profile.model} hos {profile.host} ({place_of(profile)})."
    return f"{where} Namn och nummer som drafter känner igen skickas inte."


def place_of(profile: Profile) -> str:
    """Where a model's host stands: ``inom EU``."""
    return _PLACES[profile.hosting]


def show_new(paths: Iterable[Path], folder: Path) -> None:
    """A new report folder, and how to go on."""
    for path in paths:
        say(f"Skrev {path}")
    say(f"Fyll i filerna och kör sedan: drafter draft {typed(folder)}")


def show_types(report_types: Iterable[ReportType]) -> None:
    """The report types with their headings."""
    for report_type in report_types:
        say(f"{report_type.id}: {report_type.name}")
        for heading in report_type.headings:
            say(f"{'  ' * (heading.level - 1)}{heading.title}")


def show_rules(rules: Iterable[Rule]) -> None:
    """Every rule with its severity, what it says, and an example."""
    for rule in rules:
        say(f"{rule.id} ({NAMES[rule.severity][0]}): {rule.summary}")
        if rule.example:
            say(f"    Exempel: {rule.example}")
        if rule.source:
            say(f"    Källa: {rule.source}")


def show_signs(signs: Iterable[Sign]) -> None:
    """What the doctor found."""
    rows = table(2)
    for sign in signs:
        colour = "green" if sign.well else "red"
        mark = "bra" if sign.well else "fel"
        rows.add_row(f"[{colour}]{mark}[/]", escape(f"{sign.name}: {sign.told}"))
    show_table(rows)
