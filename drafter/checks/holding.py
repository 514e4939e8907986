"""``kalla.last_avsnitt``: does what a person holds still rest on the notes and the guides?"""

from collections.abc import Iterator

from drafter.checks.registry import Case, Hit, rule
from drafter.nouns import Severity


@rule(
    "kalla.last_avsnitt",
    Severity.WARNING,
    "Ett avsnitt som en person har låst eller ändrat bygger på underlag som inte längre gäller.",
    "»Bakgrund« är låst, och rad 7 har kommit till sedan det skrevs.",
)
def outdated(case: Case) -> Iterator[Hit]:
    """A held section whose note lines, or whose heading's guide, are not what they were.

    No draft writes it anew, so only a person can tell whether it still holds.
    """
    for section in case.draft.held:
        if section.stale:
            message = (
                f"{section.title} är {section.hold.told} och skrivs inte om, "
                f"men underlaget är ett annat: {section.stale}."
            )
            yield Hit(message, section=section.title, suggestion=_ADVICE)


_ADVICE = (
    "Läs avsnittet mot anteckningarna. Ändra det med drafter edit, lås det igen om det håller, "
    "eller lås upp det, så skriver nästa utkast om det."
)

RULES = (outdated,)
