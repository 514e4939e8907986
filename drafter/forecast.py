"""What drafting a report would cost, before anything is sent."""

from dataclasses import dataclass

from drafter.job import Job
from drafter.library.answer_store import AnswerStore
from drafter.llm.address import address_of
from drafter.llm.tokens import expected
from drafter.nouns import Profile, Prompt, Usage
from drafter.preview import preview


@dataclass(frozen=True, slots=True)
class Forecast:
    """What each section would probably take; a kept answer takes nothing.

    The repair of sentences that turn out to have faults is not in it. ``profile`` is nothing
    where no model is chosen.
    """

    profile: Profile | None
    sections: tuple[tuple[str, Usage], ...]

    @property
    def total(self) -> Usage:
        """All sections together."""
        return sum((usage for _, usage in self.sections), Usage())


def forecast(job: Job, profile: Profile | None, answers: AnswerStore) -> Forecast:
    """What drafting a job with a profile would take, given what has been answered before."""
    if profile is None:
        return Forecast(None, ())
    prompts = preview(job, profile).prompts
    return Forecast(
        profile, tuple((one.about, _usage(one, profile.model, answers)) for one in prompts)
    )


def _usage(prompt: Prompt, model: str, answers: AnswerStore) -> Usage:
    if answers.find(address_of(model, prompt).key):
        return Usage(kept=1)
    need = expected(prompt)
    return Usage(asked=1, sent=need.sent, received=need.received)
