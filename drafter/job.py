"""A job: everything that a report is made from, or checked against."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from drafter.checks.form import FORM_RULES, FREE_RULES
from drafter.checks.language import language_of, rules_of
from drafter.checks.registry import Rule
from drafter.library.prompt_files import PromptFiles
from drafter.nouns import Draft, Notes, Origin, Privacy, ReportType, Review
from drafter.steps.protect import Protection
from drafter.text.facts import Reader
from drafter.text.language.documents import passages_of
from drafter.text.language.known import known_words
from drafter.text.language.rules import Document, LanguageRules, Remark, Speller


@dataclass(frozen=True, slots=True)
class Job:
    """Everything that a report is made from, or checked against.

    ``given`` holds header values by field id; ``notes`` are empty when a text stands alone;
    ``origin`` has the fingerprints of the inputs, ``saved`` is the folder's draft of them, and
    ``privacy`` the official's decisions about names and sensitive lines. ``language`` are the
    rules of the house; without a ``speller`` nothing is said of spelling.
    """

    notes: Notes
    report_type: ReportType
    reader: Reader
    prompts: PromptFiles
    given: dict[str, str] = field(default_factory=dict)
    rules_off: tuple[str, ...] = ()
    origin: Origin = Origin()
    saved: Review | None = None
    privacy: Privacy = Privacy()
    language: LanguageRules = LanguageRules()
    speller: Speller | None = None

    @property
    def protection(self) -> Protection:
        """What keeps sensitive lines out of the report."""
        return Protection(self.reader.sensitive, self.privacy)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules that the report is held to; a text of no type has no form to keep."""
        return (*self._families, *rules_of(self.language))

    @property
    def _families(self) -> tuple[Rule, ...]:
        if self.report_type.is_free:
            return FREE_RULES
        if not self.notes.lines:
            return FORM_RULES
        # imported here: a text that stands alone needs a third of the code
        from drafter.checks.families import RULES

        return RULES

    @property
    def has_changed_notes(self) -> bool:
        """Whether the notes are other than those that the saved draft was made from."""
        before = self.saved.draft.origin.notes_sha if self.saved else self.origin.notes_sha
        return bool(self.notes.lines) and before != self.origin.notes_sha

    def document(self, draft: Draft) -> Document:
        """A draft as the language rules look at it."""
        known = known_words(self.reader.names, self.notes, draft) | self.language.terms
        return Document(passages_of(draft), self.report_type.id, known, self.speller)

    def remarks(self, draft: Draft) -> Mapping[str, tuple[Remark, ...]]:
        """What the language rules say of a draft; nothing of one that is not in Swedish."""
        return {} if language_of(draft) else self.language.inspect(self.document(draft))
