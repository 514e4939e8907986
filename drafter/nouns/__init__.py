"""The frozen things that the steps take and return."""

from drafter.nouns.changes import Changes
from drafter.nouns.draft import (
    Basis,
    Draft,
    Hold,
    Markup,
    Origin,
    Quote,
    Section,
    SectionState,
    Sentence,
    SentenceKind,
)
from drafter.nouns.keeping import Kept
from drafter.nouns.language import HouseStyle
from drafter.nouns.notes import Line, LineKind, Notes, Participant
from drafter.nouns.plan import Aside, HeaderValue, Placement, Plan, Question, Reason
from drafter.nouns.privacy import Choice, Privacy, Verdict, fingerprint
from drafter.nouns.profile import Hosting, Profile, is_loopback
from drafter.nouns.prompt import Message, Prompt, Reply
from drafter.nouns.report_type import (
    FREE,
    Field,
    FieldKind,
    FieldPlace,
    Heading,
    HeadingKind,
    ReportType,
    missing,
)
from drafter.nouns.review import (
    Coverage,
    Decision,
    Finding,
    Judgement,
    Place,
    Repair,
    Review,
    Severity,
    Status,
)
from drafter.nouns.sending import Answered, Sent, now
from drafter.nouns.spending import Limits, Prices, Usage

__all__ = [
    "FREE",
    "Answered",
    "Aside",
    "Basis",
    "Changes",
    "Choice",
    "Coverage",
    "Decision",
    "Draft",
    "Field",
    "FieldKind",
    "FieldPlace",
    "Finding",
    "HeaderValue",
    "Heading",
    "HeadingKind",
    "Hold",
    "Hosting",
    "HouseStyle",
    "Judgement",
    "Kept",
    "Limits",
    "Line",
    "LineKind",
    "Markup",
    "Message",
    "Notes",
    "Origin",
    "Participant",
    "Place",
    "Placement",
    "Plan",
    "Prices",
    "Privacy",
    "Profile",
    "Prompt",
    "Question",
    "Quote",
    "Reason",
    "Repair",
    "Reply",
    "ReportType",
    "Review",
    "Section",
    "SectionState",
    "Sent",
    "Sentence",
    "SentenceKind",
    "Severity",
    "Status",
    "Usage",
    "Verdict",
    "fingerprint",
    "is_loopback",
    "missing",
    "now",
]
