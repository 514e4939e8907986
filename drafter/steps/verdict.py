"""Whether a new version of a sentence may take the old one's place."""

from collections import Counter

from drafter.nouns import Finding, Repair, ReportType, Review, Severity


def unfit(proposed: Repair, report_type: ReportType) -> str:
    """Why a proposal is no repair at all, whatever the checks say; empty when it may be one."""
    after = proposed.after
    if after is None or not after.quotes:
        return "Förslaget anger inte vilka rader det bygger på."
    if is_same(proposed):
        return "Förslaget är detsamma som meningen."
    if after.text in {heading.empty for heading in report_type.written}:
        return "Förslaget stryker det som meningen säger."
    if strange := set(after.lines).difference(proposed.lines):
        return f"Förslaget bygger på rad {min(strange)}, som inte skickades med."
    return ""


def is_same(proposed: Repair) -> bool:
    """Whether what the model proposed is the sentence as it was."""
    before, after = proposed.before, proposed.after
    return after is not None and (after.text, after.quotes) == (before.text, before.quotes)


def worse(old: Review, new: Review, sentence_id: str) -> str:
    """Why a report is not better with a changed sentence in it; empty when it is.

    It is better when that sentence has fewer faults and no other place has more.
    """
    before, after = _counted(old), _counted(new)
    if after[sentence_id] >= before[sentence_id]:
        return _told("Förslaget har inte färre fel.", errors_of(new, sentence_id))
    if more := after - before:
        errors = tuple(one for one in new.findings if is_fault(one) and _place(one) in more)
        return _told("Förslaget ger fel på ett annat ställe.", errors)
    return ""


def errors_of(review: Review, sentence_id: str) -> tuple[Finding, ...]:
    """The faults of one sentence."""
    return tuple(one for one in review.findings if is_fault(one) and one.sentence == sentence_id)


def is_fault(finding: Finding) -> bool:
    """Whether the model is asked to mend it: an open error, or language that is not just taste."""
    language = finding.rule.startswith("sprak.") and finding.severity is Severity.WARNING
    return finding.severity.open or language


def _counted(review: Review) -> Counter[str]:
    """How many faults there are at each place."""
    return Counter(_place(one) for one in review.findings if is_fault(one))


def _place(finding: Finding) -> str:
    return finding.sentence or f"{finding.rule} {finding.section}"


def _told(verdict: str, errors: tuple[Finding, ...]) -> str:
    return " ".join((verdict, *dict.fromkeys(one.message for one in errors)))
