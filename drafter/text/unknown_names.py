"""Capitalised words that nothing known explains: for a person to say whether they are names."""

from collections.abc import Callable

from drafter.text.name_words import NameWords
from drafter.text.tokens import tokens_of


def unknown_capitalised(
    text: str, names: NameWords, is_known: Callable[[str], bool] = lambda _: False
) -> tuple[str, ...]:
    """The capitalised words of a text that are neither ordinary, nor places, nor known.

    ``is_known`` tells of a lower-case word whether it is accounted for already (by a hidden
    name, say). A word whose capital only opens a sentence counts as ordinary when the text has
    it in small letters too. Each word is told once, in the order of the text.
    """
    tokens = [token for line in text.splitlines() for token in tokens_of(line)]
    small = {token.text for token in tokens if not token.is_capital}
    found: dict[str, str] = {}
    for token in tokens:
        plain = token.text.removesuffix("s")
        explained = (
            not token.is_capital
            or len(token.text) < 2
            or is_known(token.text)
            or (token.opens and token.text in small)
            or any(names.is_nobody(one) for one in (token.text, plain))
            or names.ordinary.knows(token.text)
        )
        if not explained:
            found.setdefault(token.text, token.written)
    return tuple(found.values())
