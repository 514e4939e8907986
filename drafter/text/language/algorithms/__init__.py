"""What only code can tell of a text's language, by the names that the rule files use."""

from collections.abc import Callable

from drafter.text.language.algorithms import (
    abbreviations,
    compounds,
    dates,
    forms,
    paragraphs,
    sentences,
    spelling,
)
from drafter.text.language.rules import Detect

Make = Callable[[int, frozenset[str]], Detect]
"""From a rule's ``grans`` and ``utom`` to how the rule is found."""

ALGORITHMS: dict[str, Make] = {
    "datum_i_siffror": dates.numeric,
    "datum_med_snedstreck": dates.slashed,
    "forsta_arets_datum": dates.first_year,
    "forklarad_forkortning": abbreviations.explained,
    "blandade_former": forms.mixed,
    "lang_mening": sentences.long,
    "ofullstandig_mening": sentences.incomplete,
    "passiv": sentences.passive,
    "langt_stycke": paragraphs.long,
    "samma_inledning": paragraphs.same_openings,
    "kolon_i_rubriker": paragraphs.colons,
    "stavning": spelling.misspelt,
    "okant_ord": spelling.unlisted,
    "sarskrivning": compounds.parted,
    "versaler": spelling.shouted,
}
