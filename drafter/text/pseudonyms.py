"""Pseudonyms: the names of people out of a text and back into it, to the letter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from drafter.text.folding import Folded, fold
from drafter.text.name_forms import Form, Nicknames, forms_of
from drafter.text.name_search import NameSearch
from drafter.text.placeholders import (
    PERSON,
    Labels,
    Restored,
    Span,
    labels_in,
    put_in,
    take_back,
)

SHARED = f"{PERSON}0"
"""Whom a form belongs to that several people share."""


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """The people whose names are hidden, in the order of their numbers.

    ``⟦P3⟧`` is the third of them by the full name, ``⟦P3.2⟧`` the same person as written in some
    other way, and ``⟦P0.1⟧`` a form that several of them share, such as a common first name.
    Spellings that nobody could foresee get their numbers when they are met; apart from that the
    value never changes, and threads may share it.
    """

    people: tuple[str, ...]
    labels: Labels = field(compare=False, repr=False)
    _search: NameSearch = field(compare=False, repr=False)

    @classmethod
    def of(cls, people: Iterable[str], nicknames: Nicknames) -> "Pseudonyms":
        """Pseudonyms for full names, in whatever order, with their pet names by first name."""
        by_words = {Form.of(name).words: name for name in sorted(people, reverse=True)}
        by_words.pop((), None)
        known = tuple(by_words[words] for words in sorted(by_words))
        forms = _owned(
            {f"{PERSON}{at}": forms_of(name, nicknames) for at, name in enumerate(known, 1)}
        )
        return cls(known, Labels(_spellings(forms)), NameSearch.of(forms))

    def hide(self, text: str) -> str:
        """The text with a placeholder for every name."""
        return put_in(text, self.find(text), self.labels)

    def restore(self, text: str) -> Restored:
        """The text with the names in place of their placeholders; ``restore(hide(t))`` is ``t``.

        A placeholder that means nobody is left as it stands and told of.
        """
        return take_back(text, self.labels.form)

    def placeholders(self, text: str) -> tuple[str, ...]:
        """The placeholders of a hidden text, in its order, each as often as it stands there."""
        return labels_in(text)

    def leaks(self, text: str) -> tuple[str, ...]:
        """The names that still stand in a text, as they are written there."""
        return tuple(text[one.start : one.end] for one in self.find(text))

    def find(self, text: str, folded: Folded | None = None) -> tuple[Span, ...]:
        """Where the names stand; ``folded`` saves folding the text again."""
        return self._search.find(text, folded or fold(text))


def _owned(forms: Mapping[str, tuple[Form, ...]]) -> dict[str, tuple[Form, ...]]:
    """The forms by owner; those that several people share are in nobody's but ``SHARED``."""
    owners: dict[tuple[str, ...], set[str]] = {}
    for owner, own in forms.items():
        for form in own:
            owners.setdefault(form.words, set()).add(owner)
    shared = {
        form.text: form for own in forms.values() for form in own if len(owners[form.words]) > 1
    }
    single = {
        owner: tuple(form for form in own if len(owners[form.words]) == 1)
        for owner, own in forms.items()
    }
    return {SHARED: tuple(shared[text] for text in sorted(shared)), **single}


def _spellings(forms: Mapping[str, tuple[Form, ...]]) -> dict[str, tuple[str, ...]]:
    """The forms as they are usually written: as names are, in small letters, in capitals."""
    return {
        owner: tuple(
            dict.fromkeys(case(form.text) for case in (str, str.lower, str.upper) for form in own)
        )
        for owner, own in forms.items()
    }
