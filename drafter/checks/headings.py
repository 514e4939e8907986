"""``rubrik.*``: are the mandatory headings there, once, in order, real and filled?"""

from collections import Counter
from collections.abc import Iterator

from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import HeadingKind, Markup, Section, SectionState, Severity
from drafter.text.headings import match_heading


@rule(
    "rubrik.saknas",
    Severity.ERROR,
    "En obligatorisk rubrik saknas.",
    "Texten har ingen rubrik »Samverkan«.",
)
def missing(case: Case) -> Iterator[Hit]:
    """A mandatory heading that the text does not have."""
    found = {section.heading for section in case.draft.sections}
    for heading in case.report_type.headings:
        if heading.required and heading.id not in found:
            yield Hit(f"Rubriken »{heading.title}« saknas.", heading.title)


@rule(
    "rubrik.ordning",
    Severity.ERROR,
    "Rubrikerna står inte i mallens ordning.",
    "»Påverkan« står före »Samverkan«.",
)
def out_of_order(case: Case) -> Iterator[Hit]:
    """A heading that stands after one that it should precede."""
    order = {heading.id: at for at, heading in enumerate(case.report_type.headings)}
    latest: Section | None = None
    for section in _known(case):
        if latest and order[section.heading] < order[latest.heading]:
            message = f"Rubriken »{section.title}« ska stå före »{latest.title}«."
            yield Hit(message, section.title)
        else:
            latest = section


@rule(
    "rubrik.dubbel",
    Severity.ERROR,
    "Samma rubrik finns mer än en gång.",
    "»Bakgrund« finns två gånger.",
)
def double(case: Case) -> Iterator[Hit]:
    """A heading that the text has more than once."""
    titles = {section.heading: section.title for section in _known(case)}
    for heading, count in Counter(section.heading for section in _known(case)).items():
        if count > 1:
            yield Hit(f"Rubriken »{titles[heading]}« finns {count} gånger.", titles[heading])


@rule(
    "rubrik.tom",
    Severity.ERROR,
    "Ett avsnitt saknar text.",
    "Under »Påverkan« står ingenting.",
)
def empty(case: Case) -> Iterator[Hit]:
    """A section of text without a sentence; silence must be said, with the standard sentence."""
    for section in _known(case):
        heading = case.report_type.heading(section.heading)
        if heading and heading.kind is HeadingKind.TEXT and not any(section.sentences()):
            message = f"Avsnittet »{section.title}« är tomt."
            yield Hit(message, section.title, suggestion=heading.empty)


@rule(
    "rubrik.okand",
    Severity.ERROR,
    "Texten har en rubrik som inte hör till rapporttypen.",
    "»Kostnader« är ingen rubrik i en reserapport.",
)
def unknown(case: Case) -> Iterator[Hit]:
    """A heading that the report type does not have, with the one it may stand for."""
    for section in case.draft.sections:
        if not section.heading and section.title:
            near = match_heading(section.title, case.report_type.headings)
            hint = f" Menas »{near.title}«?" if near else ""
            message = f"Rubriken »{section.title}« hör inte till rapporttypen.{hint}"
            yield Hit(message, section.title, suggestion=near.title if near else None)


@rule(
    "rubrik.form",
    Severity.WARNING,
    "En rubrik är fet text eller en vanlig rad i stället för en riktig rubrik.",
    "»Samverkan« står som fet text i en punktlista.",
)
def not_real(case: Case) -> Iterator[Hit]:
    """Something that only looks like a heading: a screen reader does not find it.

    Source: WCAG 2.1, 1.3.1 Information and relationships.
    """
    looks = {Markup.BOLD: "fet text", Markup.LABEL: "en vanlig rad"}
    for section in _known(case):
        if section.markup in looks:
            message = f"»{section.title}« är {looks[section.markup]}, inte en riktig rubrik."
            yield Hit(message, section.title, suggestion="Använd rubrikformat.")


@rule(
    "rubrik.niva",
    Severity.WARNING,
    "En rubrik har fel nivå.",
    "»Profilering« är en huvudrubrik men ska vara en underrubrik.",
)
def wrong_level(case: Case) -> Iterator[Hit]:
    """A real heading on another level than the report type gives it."""
    for section in _known(case):
        heading = case.report_type.heading(section.heading)
        if heading and section.level and section.level != heading.level:
            wanted = "huvudrubrik" if heading.level == 2 else "underrubrik"
            yield Hit(f"»{section.title}« ska vara en {wanted}.", section.title)


@rule(
    "rubrik.reserv",
    Severity.ERROR,
    "Modellen kunde inte skriva ett avsnitt.",
    "»Bakgrund« består av anteckningarnas egna ord eftersom modellen inte svarade.",
)
def fallback(case: Case) -> Iterator[Hit]:
    """A section in the notes' own words although a model was asked to write it."""
    for section in case.draft.sections:
        if section.state is SectionState.FALLBACK:
            message = f"»{section.title}« är inte språkbearbetat. {section.reason}"
            yield Hit(message, section.title)


def _known(case: Case) -> Iterator[Section]:
    return (section for section in case.draft.sections if section.heading)


RULES = (missing, out_of_order, double, empty, unknown, not_real, wrong_level, fallback)
