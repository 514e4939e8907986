"""Every error that drafter raises on purpose.

The tree::

    DrafterError             could not run: exit code 2
    ├─ NotesError            the notes cannot be read
    ├─ ParticipantsError     the participant list cannot be read
    ├─ ManuscriptError       a text to be checked cannot be read
    ├─ SettingsError         a rapport.toml, drafter.toml or report type is wrong
    │  └─ PromptError        a prompt file lacks a variable, or names one that nobody fills
    ├─ FolderError           a report folder lacks a file, or its draft cannot be read
    │  └─ BusyError          somebody else is at work in the folder
    ├─ OutputError           a file cannot be written, or must not be overwritten
    ├─ SensitiveError        the notes hold what a person must decide on before it is sent
    ├─ LeakError             the gate stopped a request: a name or a number was about to leave
    ├─ BatchError            a file of answers, or a list of folders, cannot be read
    └─ ModelError            the language model gave nothing that can be used
       ├─ EndpointError      no section can succeed: unreachable, refused, unknown model
       │  └─ BudgetError     the next question could pass what may be spent
       └─ AnswerError        one answer is unusable: cut, empty, malformed, wrong language
          ├─ FinalError      the same question would get no other answer: filtered, declined
          └─ LengthError     the question or its answer is too long, and can be divided

Messages are in Swedish and say what happened and where; ``hint`` says what to do. An error
carries fields and is turned into text in one place, ``console/terminal.py``. What is wrong with a
*text* is never an error but a ``Finding``.
"""

from pathlib import Path


class DrafterError(Exception):
    """Something that a person can mend: ``message``, ``hint``, and where (``path``, ``line``)."""

    def __init__(
        self, message: str, hint: str = "", path: Path | None = None, line: int = 0
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.path = path
        self.line = line

    @property
    def place(self) -> str:
        """``rapport.toml:7``, ``rapport.toml`` or nothing."""
        if self.path is None:
            return ""
        return f"{self.path}:{self.line}" if self.line else str(self.path)


class NotesError(DrafterError):
    """The notes cannot be read: missing, empty, or not text."""


class ParticipantsError(DrafterError):
    """The participant list cannot be read: no names, or the same person twice."""


class ManuscriptError(DrafterError):
    """A text that somebody wants checked cannot be read."""


class SettingsError(DrafterError):
    """A TOML file of the user's, or a report type, says something that drafter does not know."""


class PromptError(SettingsError):
    """A prompt file names a variable that nobody fills, or lacks one that it must have."""


class FolderError(DrafterError):
    """A report folder lacks a file that is needed, or its draft cannot be read."""


class BusyError(FolderError):
    """Somebody else is at work in a report folder, and two at once would undo each other."""


class OutputError(DrafterError):
    """A file cannot be written, or holds somebody's work and must not be overwritten."""


class SensitiveError(DrafterError):
    """The notes hold matter that no other host may see before a person has decided on it."""


class LeakError(DrafterError):
    """The gate stopped a request with something in it that must not leave. Nothing was sent."""


class BatchError(DrafterError):
    """A file of answers, or a list of folders, cannot be read."""


class ModelError(DrafterError):
    """The language model gave nothing that can be used."""


class EndpointError(ModelError):
    """The endpoint as a whole does not work for us; asking for another section would not help."""


class BudgetError(EndpointError):
    """The next question could pass what the profile lets a run spend. It was not asked."""


class AnswerError(ModelError):
    """One answer is unusable; asked once more, or about another section, it may well succeed."""


class FinalError(AnswerError):
    """One answer is unusable, and asking the same again would only cost more."""


class LengthError(AnswerError):
    """The question, or its answer, is longer than the model can take; a part of it may fit."""
