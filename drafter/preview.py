"""What drafting a report would send, to the letter, without sending it."""

from dataclasses import dataclass

from drafter.custody import veil_of
from drafter.job import Job
from drafter.llm.private import disguise
from drafter.nouns import Profile, Prompt
from drafter.pipeline import prepare
from drafter.steps.brief import section_prompts
from drafter.steps.keep import keep
from drafter.steps.protect import Matter
from drafter.text.unknown_names import unknown_capitalised
from drafter.text.veil import Veil


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be sent for a report, to the letter, and what a person should look at first.

    ``profile`` is nothing where no model is chosen; then nothing would be sent. ``people`` is how
    many are hidden, and ``unknown`` are capitalised words that may be names.
    """

    profile: Profile | None
    prompts: tuple[Prompt, ...]
    people: int
    unknown: tuple[str, ...]
    matters: tuple[Matter, ...]


def preview(job: Job, profile: Profile | None) -> Preview:
    """The prompts of a report as they would leave, section by section, but for what is kept."""
    brief = prepare(job)
    left = keep(job.saved, brief).left(brief)
    veil = veil_of(job)
    return Preview(
        profile=profile,
        prompts=tuple(disguise(one, veil)[0] for one in section_prompts(left)),
        people=len(veil.pseudonyms.people),
        unknown=_unknown(job, veil),
        matters=job.protection.undecided(brief.plan, job.notes),
    )


def _unknown(job: Job, veil: Veil) -> tuple[str, ...]:
    """The capitalised words of the notes that nothing explains, and nobody has called harmless."""
    text = "\n".join(veil.hide(line.text) for line in job.notes.lines)
    shown = {word.casefold() for word in job.privacy.show}
    return unknown_capitalised(text, job.reader.names, shown.__contains__)
