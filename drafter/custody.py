"""What may leave the machine for a report: who is hidden, what stops it, what is written down."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from drafter.errors import SensitiveError
from drafter.job import Job
from drafter.library.answer_store import AnswerStore
from drafter.library.folder import ReportFolder
from drafter.library.profiles import logs_full_text
from drafter.library.sent_log import SentLog
from drafter.llm.exchange import Exchange
from drafter.llm.ledger import Ledger
from drafter.llm.model import Model
from drafter.llm.watch import Watch
from drafter.nouns import Choice, FieldKind, Hosting, Profile, Verdict, fingerprint
from drafter.pipeline import prepare
from drafter.steps.protect import Matter
from drafter.text.divided import find_divided, halves_of_names
from drafter.text.people import find_people
from drafter.text.pseudonyms import Pseudonyms
from drafter.text.veil import Veil


def veil_of(job: Job) -> Veil:
    """A veil over everybody on the list, in the header and in the notes, and all their numbers."""
    words = job.reader.names
    texts = tuple(line.text for line in job.notes.lines)
    listed = (*(person.name for person in job.notes.participants), *_officers(job))
    divided = tuple(find_divided(texts))
    found = find_people((*texts, *(one.whole for one in divided)), listed, words)
    shown = {word.casefold() for word in job.privacy.show}
    others = (name for name in found if name.casefold() not in shown)
    people = Pseudonyms.of((*listed, *others, *job.privacy.hide), words.nicknames)
    if halves := halves_of_names(divided, people):
        people = Pseudonyms.of((*people.people, *halves), words.nicknames)
    return Veil.of(people, texts)


def _officers(job: Job) -> Iterator[str]:
    """The people whom ``rapport.toml`` names in the header."""
    for one in job.report_type.fields:
        if one.kind is FieldKind.PERSON and job.given.get(one.id):
            yield job.given[one.id]


@dataclass(frozen=True, slots=True)
class Records:
    """What is written down of a report's talks with models: the log, the answers, what they took.

    ``fresh`` tells that answers from before are not to be used.
    """

    log: SentLog
    answers: AnswerStore
    fresh: bool = False
    ledger: Ledger = field(default_factory=Ledger)


def records_of(folder: ReportFolder, fresh: bool = False) -> Records:
    """The records of a folder's drafts."""
    log = SentLog(folder.sent_log, logs_full_text(folder.path))
    return Records(log, AnswerStore(folder.answers), fresh)


def connect(job: Job, exchange: Exchange | None, records: Records) -> Model | None:
    """The model that a report's questions go to, behind the memory and the veil; if there is one.

    Imported here: a report without a model needs none of it.
    """
    if exchange is None:
        return None
    from drafter.llm.private import Private
    from drafter.llm.remembered import Memory, Remembered

    veil = veil_of(job)
    model = exchange.model(Watch(veil.leaks, records.log.record, records.ledger.spend))
    memory = Memory(records.answers, records.ledger.spend, records.fresh)
    return Private(Remembered(model, memory), veil)


def decide(job: Job, profile: Profile | None, reason: str, log: SentLog) -> Job:
    """The job with the sensitive lines decided on, before anything is sent.

    ``reason`` is the official's for letting all of them through; the log keeps it. Lines that
    nobody has decided on are kept out of the report, which is enough where nothing leaves the
    authority's own machines.

    Raises:
        SensitiveError: undecided lines, no reason, and a model on somebody else's machine.
    """
    open_matters = job.protection.undecided(prepare(job).plan, job.notes)
    if not open_matters:
        return job
    if reason.strip():
        if profile:
            numbers = tuple(number for one in open_matters for number in one.numbers)
            log.confirm(numbers, reason)
        return _confirmed(job, open_matters, reason)
    if profile and profile.hosting is not Hosting.LOCAL:
        raise _stopped(open_matters, profile)
    return job


def _confirmed(job: Job, matters: tuple[Matter, ...], reason: str) -> Job:
    choices = (Choice(fingerprint(one.text), Verdict.CONFIRM, reason) for one in matters)
    privacy = replace(job.privacy, choices=(*job.privacy.choices, *choices))
    return replace(job, privacy=privacy)


def _stopped(matters: tuple[Matter, ...], profile: Profile) -> SensitiveError:
    listed = "\n".join(f"  {told(one)}" for one in matters)
    return SensitiveError(
        f"Anteckningarna innehåller känsliga uppgifter, och inget skickades till {profile.host}.\n"
        f"{listed}",
        "Välj i rapport.toml för varje rad: maska orden, utelämna raden eller bekräfta att den får "
        f"skickas, och ange skäl:\n\n{choices_to_make(matters)}\n"
        'Bekräfta alla på en gång: --ja-kansligt "skäl". Utan språkmodell: --modell ingen.',
    )


def told(matter: Matter) -> str:
    """A sensitive item in one line: where, what it is about, and its words."""
    return f"Rad {matter.numbers[0]}, {matter.told}: ”{matter.text}”"


def choices_to_make(matters: Iterable[Matter]) -> str:
    """What the official can paste into ``rapport.toml`` and change."""
    return "\n".join(
        f"[[kansligt]]  # rad {one.numbers[0]}\n"
        f'kontroll = "{fingerprint(one.text)}"\n'
        'val = "utelamna"  # eller "maska" eller "bekrafta"\n'
        'skal = ""\n'
        for one in matters
    )
