"""Makes docs/sprakregler.md, the list of language rules, from the rules themselves.

Run it after a change of ``prompts/gemensamt/sprak/``: ``make rules``.
"""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from drafter.checks.families import RULES
from drafter.checks.registry import Rule
from drafter.library.language import read_language
from drafter.library.lexicon import read_shared_lexicon
from drafter.library.prompt_files import PromptFiles
from drafter.nouns import HouseStyle, Severity
from drafter.text.language.rules import LanguageRule

TARGET = Path(__file__).parents[1] / "docs" / "sprakregler.md"

FAMILIES = {
    "datum": "Datum",
    "tid": "Klockslag",
    "tal": "Tal, mått och pengar",
    "tecken": "Skiljetecken och andra tecken",
    "forkortning": "Förkortningar",
    "versal": "Stor och liten bokstav",
    "rubrik": "Rubriker",
    "ord": "Ordval",
    "form": "Former och fraser",
    "mening": "Meningar och stycken",
    "ton": "Ton",
}
REST = "Övrigt"
LEVELS = {
    Severity.STOP: "stopp",
    Severity.ERROR: "fel",
    Severity.WARNING: "varning",
    Severity.ADVICE: "råd",
}


def document() -> str:
    """The whole page."""
    prompts = PromptFiles.searched()
    rules = read_language(prompts, read_shared_lexicon(prompts)).rules
    coded = [rule for rule in RULES if rule.id.startswith("sprak.")]
    families = sorted(rules, key=_family)
    parts = [_HEAD.replace("ANTAL", str(len(rules) + len(coded)))]
    for family, some in groupby(families, key=_family):
        parts += [f"\n## {[*FAMILIES.values(), REST][family]}\n", *map(_told, some)]
    parts += ["\n## I koden\n", *map(_coded, coded), _OWN]
    return "\n".join(parts)


def _family(rule: LanguageRule) -> int:
    name = rule.id.split(".")[1]
    return list(FAMILIES).index(name) if name in FAMILIES else len(FAMILIES)


def _told(rule: LanguageRule) -> str:
    return "\n".join((f"### {rule.id}\n", f"{rule.summary}\n", *_facts(rule), ""))


def _facts(rule: LanguageRule) -> Iterator[str]:
    safe = ", rättas med `--ratta`" if rule.safe else ""
    yield f"- Allvar: {LEVELS[rule.severity]}{safe}"
    hit, mended = rule.hits[0], rule.mended[:1]
    yield f"- Slår på: {_cell(hit)}" + (f" → {_cell(mended[0])}" if mended else "")
    yield f"- Tiger om: {_cell(rule.silent[0])}"
    yield f"- Källa: {rule.source}"
    if rule.styles != frozenset(HouseStyle):
        yield f"- Husstil: {', '.join(one for one in HouseStyle if one in rule.styles)}"
    if rule.types:
        yield f"- Rapporttyper: {', '.join(sorted(rule.types))}"


def _coded(rule: Rule) -> str:
    told = f"{rule.summary} Exempel: {rule.example} Källa: {rule.source}."
    return f"- `{rule.id}` ({LEVELS[rule.severity]}): {told}"


def _cell(text: str) -> str:
    """An example on one line, its markup shown and not obeyed."""
    line = " ¶ ".join(part.strip() for part in text.split("\n\n"))
    return f"`{line}`" if "`" not in line else f"`` {line} ``"


_HEAD = """# Språkreglerna

Den här sidan görs av `make rules` ur `prompts/gemensamt/sprak/`. Ändra där, inte här.

Reglerna är ANTAL. De är råd med källa: drafter skriver aldrig om en text tyst. En regel, eller en
hel familj, stängs av i `rapport.toml` eller `drafter.toml`: `[regler] av = ["sprak.passiv"]`.
Husstilen väljs på samma ställen: `[sprak] stil = "msr"` (förvald), `"stockholm"` (inga
förkortningar i löpande text) eller `"tolerant"` (utan det som är en smaksak). Citat inom ”…”,
adresser, diarienummer och engelska namn och titlar lämnas i fred."""

_OWN = """
## Myndighetens egna ord

`[sprak] ordlista = "ord.csv"` pekar ut en lista bredvid inställningsfilen, med kolumnerna
`ord;krav;annat;anm`. Kravet är ett av fyra:

| krav | betyder | kolumnen annat |
|---|---|---|
| ska | ordet ska användas | orden som det ersätter, med ` / ` emellan |
| ska inte | ordet används inte | vad som skrivs i stället |
| förklaras | ordet förklaras första gången | förklaringen |
| känt | ordet är rätt stavat | |

Anmärkningarna heter `sprak.egna.ska`, `sprak.egna.skainte` och `sprak.egna.forklaras`, och är
varningar.
"""

if __name__ == "__main__":
    TARGET.write_text(document(), encoding="utf-8")
