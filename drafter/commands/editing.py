"""``edit``: one sentence of a saved draft, changed by a person."""

from dataclasses import dataclass, replace
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path

from drafter.errors import FolderError
from drafter.holding import check_changed
from drafter.intake import Wishes, take_in_saved
from drafter.job import Job
from drafter.library.folder import ReportFolder
from drafter.library.who import who
from drafter.nouns import (
    Decision,
    Draft,
    Hold,
    Judgement,
    Notes,
    Quote,
    Review,
    Section,
    Sentence,
    SentenceKind,
)
from drafter.pipeline import prepare
from drafter.steps.basis import based
from drafter.text.quoting import folded, stands_in


@dataclass(frozen=True, slots=True)
class Edited:
    """A sentence before and after, its section's title, and the draft that it stands in."""

    before: Sentence
    after: Sentence
    section: str
    review: Review
    job: Job


def edit(source: Path, sentence_id: str, text: str) -> Edited:
    """Let a sentence say something else; its sources stay, and its section is the person's now.

    A line that says something else since it was quoted is quoted anew: the person has read it.

    Raises:
        FolderError: there is no such sentence, or nothing to put in its place.
    """
    folder = ReportFolder.of(source)
    said = " ".join(text.split())
    if not said:
        hint = "Skriv meningen inom citattecken efter dess namn."
        raise FolderError("Den nya meningen är tom.", hint)
    job, first = take_in_saved(folder, Wishes())
    section, before = _find(sentence_id, first.draft, folder)

    def changed(saved: Review) -> Review:
        nonlocal job, section, before
        if saved.draft.origin != first.draft.origin:
            job, saved = take_in_saved(folder, Wishes())
        section, before = _find(sentence_id, saved.draft, folder)
        return _edited(replace(job, saved=saved), saved, section, _reworded(before, said))

    review = folder.revise(changed)
    _, after = _find(sentence_id, review.draft, folder)
    return Edited(before, after, section.title, review, job)


def _reworded(sentence: Sentence, text: str) -> Sentence:
    """A sentence with other words; without a source it is the person's own word."""
    sourced = sentence.quotes or sentence.rows
    return replace(sentence, text=text, kind=sentence.kind if sourced else SentenceKind.OWN)


def _requoted(sentence: Sentence, notes: Notes) -> Sentence:
    return replace(sentence, quotes=tuple(_of_today(quote, notes) for quote in sentence.quotes))


def _of_today(quote: Quote, notes: Notes) -> Quote:
    line = notes.line(quote.line)
    if line is None or stands_in(folded(quote.text), folded(line.text)):
        return quote
    return Quote(line.number, line.text)


def _edited(job: Job, saved: Review, section: Section, after: Sentence) -> Review:
    before = next(one for one in section.sentences() if one.id == after.id)
    if after.text == before.text:
        return saved
    if not job.has_changed_notes:
        after = _requoted(after, job.notes)
    if section.basis is None and job.notes.lines and not job.has_changed_notes:
        section = based(section, prepare(job))
    mine = replace(section.with_sentences({after.id: after}), hold=Hold.EDITED)
    draft = saved.draft.with_sections(mine)
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    decision = Decision(after.id, Judgement.CHANGED, before.text, after.text, who(), now)
    checked = check_changed(job, saved, draft, after.id)
    return replace(checked, decisions=(*saved.decisions, decision))


def _find(sentence_id: str, draft: Draft, folder: ReportFolder) -> tuple[Section, Sentence]:
    for section in draft.sections:
        for sentence in section.sentences():
            if sentence.id == sentence_id:
                return section, sentence
    ids = [sentence.id for sentence in draft.sentences()]
    under = [one for one in ids if one.rpartition("-")[0] == sentence_id.rpartition("-")[0]]
    near = get_close_matches(sentence_id, ids, n=1)
    known = under or near
    hint = f"Menade du »{known[-1]}«?" if known else f"Den första meningen heter »{ids[0]}«."
    raise FolderError(f"Utkastet har ingen mening »{sentence_id}«.", hint, folder.draft_file)
