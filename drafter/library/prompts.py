"""Prompt files as LangChain chat prompt templates, filled in and checked."""

from collections.abc import Collection, Mapping
from pathlib import Path

from langchain_core.prompts import ChatPromptTemplate

from drafter.errors import PromptError
from drafter.library.encoding import read_text
from drafter.library.prompt_files import Task
from drafter.nouns import Message


def render(task: Task, values: Mapping[str, str], material: str) -> tuple[Message, ...]:
    """The messages of one question: the rules, what is asked, and what it is about.

    The files are f-string templates over ``values``. ``material`` is a message of its own and
    never a template, so nothing that stands in the notes is read as one.

    Raises:
        PromptError: a file names a variable that is not among ``values``, or is malformed.
    """
    system, asked = _template(task.rules, values), _template(task.question, values)
    template = ChatPromptTemplate([("system", system), ("human", asked), ("human", "{material}")])
    rules, question, lines = template.format_messages(material=material, **values)
    return (
        Message("system", rules.text),
        Message("user", question.text),
        Message("user", lines.text),
    )


def _template(path: Path, known: Collection[str]) -> str:
    """A prompt file's text, all of whose variables are known."""
    text = read_text(path, PromptError)
    try:
        variables = ChatPromptTemplate([("human", text)]).input_variables
    except ValueError as error:
        raise PromptError(
            f"{path.name} har en klammer som inte hör till någon variabel.",
            "Skriv {{ och }} för klamrar som ska stå i texten.",
            path,
        ) from error
    for name in variables:
        if name not in known:
            line = next((at for at, row in enumerate(text.split("\n"), 1) if f"{{{name}" in row), 1)
            listed = ", ".join(f"{{{one}}}" for one in known)
            hint = f"De variabler som finns är: {listed}."
            message = f"{path.name}, rad {line}: variabeln {{{name}}} finns inte."
            raise PromptError(message, hint, path, line)
    return text
