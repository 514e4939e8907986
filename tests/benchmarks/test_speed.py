"""The speed benchmark: the server's arithmetic, its answers, and what is reckoned from its log."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from benchmarks.speed import (
    chains,
    latency,
    log,
    measure,
    processes,
    reports,
    show,
    targets,
    tokens,
)
from benchmarks.speed.latency import Latency
from benchmarks.speed.log import Entry
from benchmarks.speed.stand_in import PLANTED, StandIn
from drafter.steps.answers import parse_answer

LINES = [{"rad": 8, "text": "första ggn: Reykjavik 2003"}, {"rad": 9, "text": "alla dök upp i år"}]
SYSTEM = "Du hjälper en handläggare. " * 20


def request(*records: dict[str, Any], ask: str = "Skriv.", **more: Any) -> dict[str, Any]:
    told = "\n".join(json.dumps(one, ensure_ascii=False) for one in records)
    texts = (("system", SYSTEM), ("user", ask), ("user", told))
    return {"messages": [{"role": role, "content": text} for role, text in texts], **more}


def entry(arrival: float, end: float, start: float | None = None) -> Entry:
    begun = arrival if start is None else start
    return Entry("avsnitt", arrival, begun, begun, end)


class TestTokens:
    @pytest.mark.parametrize(("text", "count"), [("", 0), ("a", 1), ("abc", 1), ("abcd", 2)])
    def test_three_characters_are_a_token(self, text: str, count: int) -> None:
        assert tokens.count(text) == count

    def test_a_prompt_is_parted_by_what_it_is_spent_on(self) -> None:
        form = {"json_schema": {"name": "avsnitt", "schema": {"type": "object"}}}
        found = tokens.parts(request(*LINES, response_format=form), with_schema=True)
        told = "\n".join(json.dumps(one, ensure_ascii=False) for one in LINES)
        assert found.system == tokens.count(SYSTEM)
        assert found.lines == tokens.count(told)
        assert found.question == tokens.count("Skriv.")
        assert found.schema == tokens.count('{"type": "object"}')

    def test_a_schema_that_is_not_read_costs_nothing(self) -> None:
        form = {"json_schema": {"name": "avsnitt", "schema": {"type": "object"}}}
        assert tokens.parts(request(response_format=form), with_schema=False).schema == 0


class TestPrefixCache:
    def test_an_unknown_prompt_is_read_whole(self) -> None:
        assert tokens.PrefixCache(2, 100).find("a" * 60) == 0

    def test_a_common_beginning_counts_in_whole_blocks(self) -> None:
        cache = tokens.PrefixCache(block=2, capacity=100)
        cache.remember("abcdefghijklmnopqr")
        assert cache.find("abcdefghijklmnopqr") == 6
        assert cache.find("abcdefghijklXXXXXX") == 4
        assert cache.find("abcdefghijXXXXXXXX") == 2

    def test_equal_blocks_behind_another_beginning_are_not_the_same(self) -> None:
        cache = tokens.PrefixCache(block=2, capacity=100)
        cache.remember("aaaaaabbbbbb")
        assert cache.find("XXXXXXbbbbbb") == 0

    def test_what_was_used_longest_ago_is_forgotten(self) -> None:
        cache = tokens.PrefixCache(block=1, capacity=2)
        cache.remember("abc")
        cache.remember("def")
        cache.find("abc")
        cache.remember("ghi")
        assert (cache.find("abc"), cache.find("def"), cache.find("ghi")) == (1, 0, 1)


class TestLatency:
    def test_cached_tokens_cost_nothing(self) -> None:
        model = Latency(0.5, 100, 10, slots=1, block=1, cache=1, schema=False)
        assert model.first_token(200) == 2.5
        assert model.first_token(0) == 0.5

    def test_the_first_token_is_not_written_twice(self) -> None:
        model = Latency(0.5, 100, 10, slots=1, block=1, cache=1, schema=False)
        assert (model.writing(0), model.writing(1), model.writing(11)) == (0, 0, 1)

    @pytest.mark.parametrize("name", latency.names())
    def test_a_scale_multiplies_every_time(self, name: str) -> None:
        whole, tenth = Latency.of(name), Latency.of(name).scaled(0.1)
        assert tenth.first_token(1000) == pytest.approx(whole.first_token(1000) / 10)
        assert tenth.writing(1000) == pytest.approx(whole.writing(1000) / 10)


class TestLog:
    def test_busy_is_the_share_of_all_slots_time(self) -> None:
        assert log.busy([entry(0, 4), entry(0, 2)], slots=2) == 0.75

    def test_a_wait_for_a_slot_keeps_no_slot_busy(self) -> None:
        assert log.busy([entry(0, 4), entry(0, 8, start=4)], slots=1) == 1.0

    def test_what_is_asked_at_once_takes_as_long_as_the_longest(self) -> None:
        assert log.critical_path([entry(0, 3), entry(0, 7), entry(1, 5)]) == 7

    def test_what_came_after_an_answer_is_added_but_not_the_time_between(self) -> None:
        assert log.critical_path([entry(0, 3), entry(0, 7), entry(9, 11), entry(9, 10)]) == 9

    def test_a_repair_beside_a_long_section_is_not_on_the_path(self) -> None:
        assert log.critical_path([entry(0, 10), entry(0, 3), entry(4, 6)]) == 10

    def test_the_wait_for_a_slot_is_the_servers_own(self) -> None:
        assert log.critical_path([entry(0, 4), entry(0, 8, start=4)]) == 8

    def test_the_time_without_requests_is_the_clients(self) -> None:
        assert log.waiting([entry(0, 3), entry(1, 5), entry(7, 8), entry(8.5, 9)]) == 2.5

    def test_an_entry_is_read_as_it_was_written(self, tmp_path: Path) -> None:
        one = Entry("avsnitt", 1.0, 2.0, 3.0, 4.0, 5, 6, 7, 8, tokens.Parts(1, 2, 3, 4))
        (tmp_path / "log").write_text(f"{one.as_line()}\n", encoding="utf-8")
        assert log.read(tmp_path / "log") == (one,)


class TestStandIn:
    def test_a_section_has_a_sentence_for_each_line(self) -> None:
        answer = parse_answer(StandIn(0).answer(request(*LINES)))
        assert [one.citat[0].rad for one in answer.meningar] == [8, 9]
        assert answer.meningar[0].text == "Första gången: Reykjavik 2003."

    def test_what_is_planted_is_taken_out_when_asked(self) -> None:
        stand_in = StandIn(1)
        spoiled = parse_answer(stand_in.answer(request(*LINES))).meningar[0].text
        asked = request({"mening": spoiled, "citat": [{"rad": 8, "text": "ggn"}]}, *LINES)
        assert PLANTED in spoiled
        mended = parse_answer(stand_in.answer(asked)).meningar
        assert [one.text for one in mended] == [spoiled.replace(PLANTED, "")]

    def test_plain_text_has_the_length_that_is_asked_for(self) -> None:
        asked = request(*LINES, metadata={"tokens": "412"})
        assert tokens.count(StandIn(0).answer(asked)) == 412


class TestReports:
    def test_the_first_is_the_sample_and_no_two_are_alike(self, tmp_path: Path) -> None:
        folders = reports.make(tmp_path, reports.Wish(5), "http://127.0.0.1:1/v1")
        notes = [(one / "anteckningar.md").read_text(encoding="utf-8") for one in folders]
        people = [(one / "deltagare.csv").read_text(encoding="utf-8") for one in folders]
        assert notes[0] == (reports.SAMPLE / "anteckningar.md").read_text(encoding="utf-8")
        assert len(set(notes)) == len(set(people)) == 5

    def test_longer_notes_have_so_many_times_as_many_points(self, tmp_path: Path) -> None:
        sizes = []
        for length in (1, 4):
            wish = reports.Wish(1, length)
            (folder,) = reports.make(tmp_path / str(length), wish, "http://127.0.0.1:1/v1")
            text = (folder / "anteckningar.md").read_text(encoding="utf-8")
            sizes.append(text.count("\n- "))
        assert sizes[1] == 4 * sizes[0]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    path = tmp_path / "log.jsonl"
    with processes.serving(*measure.Setting("local", 0.01, 0, 1).options(path)) as url:
        yield url, path


def post(url: str, body: dict[str, Any]) -> str:
    connection = HTTPConnection(urlsplit(url).netloc, timeout=30)
    connection.request("POST", "/v1/chat/completions", json.dumps(body))
    told = connection.getresponse().read().decode()
    connection.close()
    return told


class TestServer:
    def test_the_same_question_again_is_cached(self, served: tuple[str, Path]) -> None:
        url, path = served
        used = [json.loads(post(url, request(*LINES)))["usage"] for _ in range(2)]
        cached = [one["prompt_tokens_details"]["cached_tokens"] for one in used]
        size = used[0]["prompt_tokens"]
        assert cached == [0, size // 16 * 16]
        assert [one.cached for one in log.read(path)] == cached
        assert [one.prompt for one in log.read(path)] == [size, size]

    def test_a_streamed_answer_is_the_whole_answer(self, served: tuple[str, Path]) -> None:
        url, _ = served
        whole = json.loads(post(url, request(*LINES)))
        more = {"stream": True, "stream_options": {"include_usage": True}}
        rows = post(url, request(*LINES, **more)).split("\n\n")
        events = [json.loads(row[6:]) for row in rows if row.startswith("data: {")]
        choices = [one["choices"][0] for one in events if one["choices"]]
        text = "".join(one["delta"].get("content", "") for one in choices)
        assert text == whole["choices"][0]["message"]["content"]
        assert choices[-1]["finish_reason"] == "stop"
        assert events[-1]["usage"]["completion_tokens"] == whole["usage"]["completion_tokens"]
        assert rows[-2] == "data: [DONE]"

    def test_no_more_are_served_at_once_than_there_are_slots(
        self, served: tuple[str, Path]
    ) -> None:
        url, path = served
        asked = [request(*LINES, metadata={"tokens": "400"})] * 20
        with ThreadPoolExecutor(20) as pool:
            list(pool.map(lambda body: post(url, body), asked))
        entries = log.read(path)
        at_once = [sum(a.start <= b.start < a.end for a in entries) for b in entries]
        assert len(entries) == 20
        assert 1 < max(at_once) <= Latency.of("local").slots


def figures(way: str = "drafter", count: int = 1, **changes: float) -> dict[str, Any]:
    """A run that reaches every target, but for the changes."""
    reached = {"wall": 22.0, "path": 20.0, "sent": 5000.0 * count, "busy": 0.96, "megabytes": 300}
    return {"way": way, "reports": count, **reached, **changes}


class TestTargets:
    CHAIN = figures("sections", wall=80.0, sent=16000.0)

    def test_a_run_that_reaches_them_misses_none(self) -> None:
        told = [figures(), self.CHAIN, figures("whole", wall=1, sent=1), figures(count=100)]
        assert list(targets.missed(told)) == []

    @pytest.mark.parametrize(
        ("own", "said"),
        [
            (figures(wall=22.4), "wall 22.4 s is over 22.3 s"),
            (figures(wall=30.0, path=29.0), "wall is 0.38 of (a)"),
            (figures(sent=8001.0), "sent is 0.50 of (a)"),
            (figures(count=100, busy=0.94), "100 reports: the server is busy for 94%"),
            (figures(count=100, megabytes=401), "100 reports: 401 MB"),
        ],
    )
    def test_what_is_missed_is_told(self, own: dict[str, Any], said: str) -> None:
        told = list(targets.missed([own, self.CHAIN]))
        assert [one[: len(said)] for one in told] == [said]

    def test_a_rerun_that_asks_or_is_slow_is_told(self) -> None:
        quick = figures("rerun", wall=0.9, questions=0)
        assert list(targets.missed([figures(), quick])) == []
        told = list(targets.missed([figures(), figures("rerun", wall=1.2, questions=2)]))
        assert told == ["a rerun asks 2 questions", "a rerun takes 1.20 s, over 1.0"]

    def test_tokens_that_grow_with_the_reports_are_told(self) -> None:
        told = list(targets.missed([figures(), figures(count=10, sent=60000.0)]))
        assert told == ["tokens for each report grow from 5000 to 6000"]


def test_drafter_and_a_chain_are_measured_against_the_same_server(tmp_path: Path) -> None:
    setting = measure.Setting("local", 0.001, 0, 1)
    (tmp_path / "other").mkdir()
    own, rerun = measure.drafter(tmp_path, 1, setting)
    other = measure.chain("sections", tmp_path / "other", 1, setting)
    told = [show.figures(one, setting.latency.slots) for one in (own, rerun, other)]
    sections = [one for one in own.entries if one.kind == "avsnitt"]
    assert len(sections) == len(other.entries) + 1  # drafter writes the longest in two parts
    assert 0 <= sum(one.completion for one in sections) - other.answered < 20
    assert all(one["wall"] > one["path"] and one["megabytes"] > 0 for one in told)
    assert [one["path"] > 0 for one in told] == [True, False, True]
    assert rerun.entries == ()
    assert [row.split(":")[0] for row in show.ratios(told)] == [
        f"1 reports, drafter to {show.LABELS['sections']}"
    ]


def test_a_chain_is_given_every_line_and_a_question_for_each_section(tmp_path: Path) -> None:
    stand_in = StandIn(0)
    (folder,) = reports.make(tmp_path, reports.Wish(1), "http://127.0.0.1:1/v1")
    report = chains.report_of(folder, stand_in.answer)
    assert len(report.questions) == 6
    text = (folder / "anteckningar.md").read_text(encoding="utf-8")
    assert report.notes.count('"rad"') == sum(bool(line) for line in text.split("\n"))
