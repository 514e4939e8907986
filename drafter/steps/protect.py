"""Keep sensitive matter out of the report: lines set aside, and told to the official alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from drafter.nouns import (
    Aside,
    Line,
    LineKind,
    Notes,
    Plan,
    Privacy,
    Question,
    Reason,
    Verdict,
    fingerprint,
)
from drafter.text.sensitive import SensitiveWords
from drafter.text.sensitive_kinds import SensitiveKind

MASK = "[maskerat]"
"""What stands where sensitive words stood."""

_PROTECTED = (Reason.SENSITIVE, Reason.SECRECY)
_SECRET = (
    SensitiveKind.CODE,
    SensitiveKind.SITE,
    SensitiveKind.TENDER,
    SensitiveKind.INCIDENT,
)
"""What is secret by offentlighets- och sekretesslagen (2009:400), 18 and 19 kap."""


@dataclass(frozen=True, slots=True)
class Matter:
    """An item of the notes that holds sensitive matter: a line with its continuations."""

    lines: tuple[Line, ...]
    kinds: tuple[SensitiveKind, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of its lines."""
        return tuple(line.number for line in self.lines)

    @property
    def text(self) -> str:
        """The item as one text."""
        return _text_of(self.lines)

    @property
    def told(self) -> str:
        """What it is about, as an official calls it."""
        return ", ".join(kind.told for kind in self.kinds)

    @property
    def reason(self) -> Reason:
        """Why it is kept out of the report."""
        secret = any(kind in _SECRET for kind in self.kinds)
        return Reason.SECRECY if secret else Reason.SENSITIVE


def _text_of(lines: Iterable[Line]) -> str:
    """The text of an item; its fingerprint is what a choice goes by."""
    return " ".join(line.text for line in lines)


def fingerprints(notes: Notes) -> frozenset[str]:
    """What choices may go by: the fingerprint of every item."""
    return frozenset(fingerprint(_text_of(lines)) for lines in notes.items())


@dataclass(frozen=True, slots=True)
class Protection:
    """What tells sensitive matter, and what the official has decided about it."""

    words: SensitiveWords
    privacy: Privacy

    def protect(self, plan: Plan, notes: Notes) -> Plan:
        """The plan without the lines that hold sensitive matter.

        They are set aside with their reason. A line that the official has confirmed stays; one
        that she leaves out goes, whatever it holds; and one that is out already keeps its own
        reason.
        """
        out = {aside.line for aside in plan.asides if aside.text == _text_at(notes, aside.line)}
        matters = tuple(one for one in self._kept_out(notes) if not out.issuperset(one.numbers))
        lines = {number: one.reason for one in matters for number in one.numbers}
        asides = tuple(
            Aside(line.number, lines[line.number], line.text) for line in notes.pick(lines)
        )
        return replace(
            plan,
            placements=tuple(
                replace(one, lines=tuple(n for n in one.lines if n not in lines))
                for one in plan.placements
            ),
            asides=(*(aside for aside in plan.asides if aside.line not in lines), *asides),
            unplaced=tuple(number for number in plan.unplaced if number not in lines),
        )

    def undecided(self, plan: Plan, notes: Notes) -> tuple[Matter, ...]:
        """The matters that a protected plan keeps out only because nobody has decided on them."""
        out = self._out_of(plan, notes)
        return tuple(one for one in out if self.privacy.verdict(one.text) is None)

    def flag(self, questions: Iterable[Question], plan: Plan, notes: Notes) -> tuple[Question, ...]:
        """The questions, with one for the official alone about each matter that is kept out."""
        matters = self._out_of(plan, notes)
        lines = {number for one in matters for number in one.numbers}
        kept = (one for one in questions if not lines.issuperset(one.lines))
        return (*kept, *(_question(one) for one in matters))

    def _out_of(self, plan: Plan, notes: Notes) -> tuple[Matter, ...]:
        """The matters that a protected plan keeps out for what they are."""
        out = {aside.line for aside in plan.asides if aside.reason in _PROTECTED}
        return tuple(one for one in self._matters(notes) if out.issuperset(one.numbers))

    def blacken(self, notes: Notes) -> Notes:
        """The notes with the sensitive words gone from the lines that the official has masked.

        Everything after this works on the masked notes, so that the words reach neither a model
        nor the report; the official's own file is not touched.
        """
        masked = {
            line.number
            for lines in notes.items()
            if self.privacy.verdict(_text_of(lines)) is Verdict.MASK
            for line in lines
        }
        lines = (self._blackened(one) if one.number in masked else one for one in notes.lines)
        return replace(notes, lines=tuple(lines))

    def _blackened(self, line: Line) -> Line:
        text = line.text
        for one in reversed(self.words.find(text)):
            text = f"{text[: one.start]}{MASK}{text[one.end :]}"
        return replace(line, text=text)

    def _kept_out(self, notes: Notes) -> Iterator[Matter]:
        """Sensitive items that nobody has confirmed, and all that the official leaves out."""
        found = {one.lines: one for one in self._matters(notes)}
        for lines in notes.items():
            verdict = self.privacy.verdict(_text_of(lines))
            if verdict is Verdict.LEAVE_OUT or (lines in found and verdict is not Verdict.CONFIRM):
                yield found.get(lines) or Matter(lines, ())

    def _matters(self, notes: Notes) -> Iterator[Matter]:
        """The items that hold sensitive matter; headings hold none."""
        for lines in notes.items():
            if lines[0].kind is not LineKind.HEADING:
                kinds = (one.kind for one in self.words.find(_text_of(lines)))
                if found := tuple(dict.fromkeys(kinds)):
                    yield Matter(lines, found)


def _text_at(notes: Notes, number: int) -> str:
    line = notes.line(number)
    return line.text if line else ""


_ADVICE = {
    SensitiveKind.GIFT: "Avgör om den ska anmälas enligt reglerna om mutor och representation.",
    SensitiveKind.INCIDENT: "Incidenten hanteras för sig. Se till att den är anmäld.",
    SensitiveKind.CODE: "Byt koden eller lösenordet om någon obehörig kan ha sett det.",
    SensitiveKind.TENDER: "Stäm av med upphandlingsansvarig vad som får skrivas.",
    SensitiveKind.SITE: "Stäm av med säkerhetsskyddschefen vad som får skrivas.",
}
_OTHERWISE = "Behövs något av den i rapporten, skriv en egen mening som inte röjer uppgiften."


def _question(matter: Matter) -> Question:
    """What the official should know and do, beside the report."""
    advice = " ".join(dict.fromkeys(_ADVICE.get(kind, _OTHERWISE) for kind in matter.kinds))
    told = f"Raden är inte med i rapporten: {matter.told}. {advice}"
    return Question(matter.numbers, f"{told} Den lyder: ”{matter.text}”")
