"""``huvud.*``: is the header whole and in its exact form, and is it told where it came from?"""

import re
from collections.abc import Iterator

from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import Field, FieldPlace, HeaderValue, SectionState, Severity
from drafter.nouns import missing as missing_value

_PLACEHOLDER = re.compile(re.escape(missing_value("")).replace(r"\]", r"[^\]]+\]"))


@rule(
    "huvud.saknas",
    Severity.ERROR,
    "En uppgift i rapportens huvud eller titel saknas.",
    "Diarienumret saknas: [uppgift saknas: Dnr].",
)
def missing(case: Case) -> Iterator[Hit]:
    """A mandatory header value, or a part of the title, that nobody has given."""
    for field, value in _fields(case):
        if field.required and not value.value:
            yield Hit(
                f"Uppgiften »{field.label}« saknas.", suggestion=f"Till exempel {field.example}."
            )
    if not case.draft.title:
        yield Hit("Rapporten saknar titel.")
    told = {field.placeholder for field, _ in _fields(case)}
    for placeholder in _PLACEHOLDER.findall(case.draft.title):
        if placeholder not in told:
            yield Hit(f"Titeln har en lucka: {placeholder}")


@rule(
    "huvud.format",
    Severity.WARNING,
    "En uppgift i huvudet har inte den form som rapporttypen föreskriver.",
    "Datum är skrivet 23/2 2017 i stället för 2017-02-23.",
)
def malformed(case: Case) -> Iterator[Hit]:
    """A header value that its field's pattern does not match in full."""
    for field, value in _fields(case):
        if value.value and field.pattern and not re.fullmatch(field.pattern, value.value):
            message = f"»{field.label}« är skrivet {value.value}."
            yield Hit(message, suggestion=f"Skriv det som {field.example}.")


@rule(
    "huvud.hamtad",
    Severity.ADVICE,
    "En uppgift i huvudet är hämtad ur anteckningarna och ska kontrolleras.",
    "Dnr 803-1966/2016 är hämtat från rad 2.",
)
def taken(case: Case) -> Iterator[Hit]:
    """A header value that comes from the notes or the list; shown, never taken silently."""
    for field, value in _fields(case):
        if value.line or value.row:
            message = f"{field.label}: {value.value} är hämtat från {_origin(value)}."
            yield Hit(message, lines=(value.line,) if value.line else ())


@rule(
    "huvud.avviker",
    Severity.WARNING,
    "En uppgift i huvudet är en annan i rapport.toml, eller i anteckningarna.",
    "Rapporten har Dnr 803-1966/2016, anteckningarna 803-1967/2016.",
)
def rival(case: Case) -> Iterator[Hit]:
    """A draft's value that the notes give otherwise, or a finished text's that settings do."""
    found = any(one.state is SectionState.FOUND for one in case.draft.sections)
    other = "rapport.toml" if found else "anteckningarna"
    for field, value in _fields(case):
        if value.rival:
            yield Hit(f"{field.label} är {value.value}, men {value.rival} enligt {other}.")


def _origin(value: HeaderValue) -> str:
    places = []
    if value.line:
        places.append(f"rad {value.line} i anteckningarna")
    if value.row:
        places.append(f"rad {value.row} i deltagarlistan")
    return " och ".join(places)


def _fields(case: Case) -> Iterator[tuple[Field, HeaderValue]]:
    """Each field with its value.

    A finished text has a title but no title fields, so those are looked at only in a draft.
    """
    values = {value.field: value for value in case.draft.header}
    for field in case.report_type.fields:
        if field.place is FieldPlace.HEADER or field.id in values:
            yield field, values.get(field.id, HeaderValue(field.id, ""))


RULES = (missing, malformed, taken, rival)
