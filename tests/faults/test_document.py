import re

from drafter.llm import bounds, patience, service
from tests.faults.document import TARGET, documented


def test_the_document_shows_the_tables_as_they_are() -> None:
    text = TARGET.read_text(encoding="utf-8")
    assert text == documented(text), "run: python -m tests.faults.document"
    assert text.splitlines().count("| --- | --- | --- |") == 4


def test_the_document_tells_the_limits_as_they_are() -> None:
    text = re.sub(r"\s+", " ", TARGET.read_text(encoding="utf-8"))
    assert f"högst {bounds.MOST_BYTES // 10**6} MB" in text
    assert f"{bounds.MOST_TIMEOUTS} gånger profilens `timeout`" in text
    assert f"längre än {patience.LONGEST_WAIT:g} sekunder" in text
    assert f"efter {service._ENOUGH} misslyckade frågor i rad" in text
