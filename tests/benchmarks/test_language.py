from collections import Counter

import pytest

from benchmarks.language import judged, measure
from benchmarks.language.checker import checker, texts
from benchmarks.language.judged import Judgement, as_row, judge
from benchmarks.language.measure import Precision, planted
from drafter.nouns import Finding, Severity

SKALL = Finding("sprak.ord.skall", Severity.WARNING, "", text="Det skall ske.", span=(4, 9))
LONG = Finding("sprak.mening.lang", Severity.ADVICE, "", text="Det skall ske.")


def test_what_nobody_has_judged_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judged, "_known", dict)
    (one,) = judge("brev", [SKALL])
    assert one.right is None
    assert as_row(one).split("\t")[:3] == ["brev", "sprak.ord.skall", "skall"]
    assert as_row(one).endswith("\t?")
    monkeypatch.setattr(judged, "_known", lambda: {one.key: False})
    assert judge("brev", [SKALL])[0].right is False


def test_precision_counts_what_is_more_than_advice() -> None:
    judgements = (
        Judgement("a", SKALL, True),
        Judgement("a", SKALL, False),
        Judgement("a", LONG, None),
    )
    found = Precision(judgements, 200)
    assert found.value == 0.5
    assert len(found.open) == 1
    assert found.per_hundred() == {"sprak.ord.skall": 1.0, "sprak.mening.lang": 0.5}
    assert Precision((), 0).value == 1.0


def test_a_remark_must_meet_the_planted_words() -> None:
    assert measure._meets(SKALL, "skall ske")
    assert not measure._meets(SKALL, "Det")
    assert measure._meets(LONG, "Det")


def test_every_rule_of_the_set_is_shipped_and_every_text_is_read() -> None:
    with checker("reserapport") as reports:
        tried = planted(reports)
        ids = {rule.id for rule in reports.job.language.rules} | {"sprak.tecken.dubbelt"}
    named = Counter(rule for one in tried for rule in one.rule.split("|"))
    assert set(named) <= ids
    assert len(tried) >= 200
    assert len(texts()) >= 20
