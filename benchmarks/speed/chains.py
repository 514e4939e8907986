"""What drafter is measured against: two plain LangChain chains that write the same report.

(a) ``sections`` writes the sections one after the other with all notes in each prompt; (b)
``whole`` writes the report with one. Both have drafter's own instructions and answer format, ask
for as many tokens as drafter was given, and put the notes before the question, so that all but the
question is a prefix that the server may remember. They hide no names, check nothing, mend nothing.

``python -m benchmarks.speed.chains TASK WAY`` runs one of them as a process of its own.
"""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.speed import tokens
from benchmarks.speed.latency import NAME

WAYS = ("sections", "whole")
Answer = Callable[[Mapping[str, Any]], str]
"""What is said to a chat request."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for one section, and how many tokens drafter's answer to it has."""

    text: str
    tokens: int


@dataclass(frozen=True, slots=True)
class Report:
    """What a chain writes a report from."""

    system: str
    notes: str
    questions: tuple[Question, ...]
    schema: Mapping[str, Any]


def report_of(folder: Path, answer: Answer) -> Report:
    """A folder's report as drafter would ask for it, with the whole notes in one piece.

    Imported here: the process of a chain loads LangChain and nothing of drafter's.
    """
    from drafter.custody import veil_of
    from drafter.intake import Wishes, take_in
    from drafter.library.folder import ReportFolder
    from drafter.llm.private import disguise
    from drafter.pipeline import prepare
    from drafter.steps.brief import Part, as_material, lines_of, section_prompt, to_write

    job, _ = take_in(ReportFolder.of(folder, None), Wishes())
    brief, veil = prepare(job), veil_of(job)
    whole = (Part(one, lines_of(brief, one)) for one in to_write(brief))
    prompts = [disguise(section_prompt(brief, one), veil)[0] for one in whole]
    asked = [[{"role": one.role, "content": one.text} for one in p.messages] for p in prompts]
    answers = (answer({"messages": messages}) for messages in asked)
    lengths = [tokens.count(answer) for answer in answers]
    texts = map(_question, asked)
    questions = tuple(map(Question, texts, lengths))
    return Report(
        asked[0][0]["content"], as_material(job.notes.lines), questions, prompts[0].schema
    )


def _question(messages: Sequence[Mapping[str, str]]) -> str:
    """What is asked, without the note lines."""
    asked = "\n".join(one["content"] for one in messages if one["role"] == "user")
    return "\n".join(row for row in asked.split("\n") if not row.startswith("{"))


def write(path: Path, url: str, reports: Sequence[Report]) -> None:
    """A task for the process of a chain."""
    path.write_text(json.dumps({"url": url, "reports": [asdict(one) for one in reports]}))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.chains")
    parser.add_argument("task", type=Path)
    parser.add_argument("way", choices=WAYS)
    parser.add_argument("--at-once", type=int, default=8, help="reports at the same time")
    told = parser.parse_args()
    task = json.loads(told.task.read_text())
    with ThreadPoolExecutor(told.at_once) as pool:
        for _ in pool.map(lambda one: _run(one, task["url"], told.way), task["reports"]):
            pass


def _run(report: Mapping[str, Any], url: str, way: str) -> None:
    """Write one report."""
    from langchain_core.output_parsers import StrOutputParser
    from langchain_core.prompts import ChatPromptTemplate
    from langchain_openai import ChatOpenAI
    from pydantic import SecretStr

    template = ChatPromptTemplate(
        [("system", "{system}"), ("human", "{notes}"), ("human", "{ask}")]
    )
    model = ChatOpenAI(base_url=url, model=NAME, api_key=SecretStr("ingen"), temperature=0)
    questions = report["questions"]
    if way == "whole":
        ask = "\n\n".join(one["text"] for one in questions)
        questions = [{"text": ask, "tokens": sum(one["tokens"] for one in questions)}]
    for one in questions:
        body = _body(report["schema"], one["tokens"], way)
        chain = template | model.bind(extra_body=body) | StrOutputParser()
        chain.invoke({**report, "ask": one["text"]})


def _body(schema: Mapping[str, Any], length: int, way: str) -> dict[str, Any]:
    bound = {"name": way, "strict": True, "schema": schema}
    form = {"type": "json_schema", "json_schema": bound}
    return {"response_format": form, "metadata": {"tokens": str(length)}}


if __name__ == "__main__":
    main()
