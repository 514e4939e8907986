from tools.build_rule_docs import TARGET, document


def test_the_list_of_language_rules_is_current() -> None:
    assert TARGET.read_text(encoding="utf-8") == document(), "run: make rules"
