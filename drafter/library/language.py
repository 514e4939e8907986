"""The language rules, ``sprak/*.toml``, and their word lists, read strictly."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from drafter.errors import SettingsError
from drafter.library import shapes, toml
from drafter.library.prompt_files import SHARED, PromptFiles, read_once
from drafter.library.terms import read_terms
from drafter.library.word_lists import read_rows
from drafter.nouns import HouseStyle, Severity
from drafter.text.entries import Kind
from drafter.text.language.algorithms import ALGORITHMS
from drafter.text.language.inflection import Grammar, Verb
from drafter.text.language.leftovers import Leftovers
from drafter.text.language.patterns import Change, Pattern, Turn
from drafter.text.language.rules import Detect, Document, LanguageRule, LanguageRules, Remark
from drafter.text.language.words import Term, WordList
from drafter.text.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class _RuleShape:
    r"""``[[regel]]`` in a file of ``sprak/``: exactly one of the five ways to find is given.

    ``monster`` is a pattern, with ``listor`` of words that it names; ``ersatt`` is what it
    becomes, ``bokstav`` the case it gets and ``byt`` what is put for its words (see ``Change``).
    It is tried only on paragraphs with one of the pieces of text in ``om``, where 0 is any digit, a
    space also the end of a paragraph, and ``\L<namn>`` each of the words of a list.
    ``ord`` maps words to others, ``ordlista`` names a file of them and ``lexikon`` kinds of
    entries of the lexicon; ``algoritm`` names what only code can tell, with its ``grans``. Words
    in ``utom`` are left alone.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = shapes.STRICT
    id: str
    regel: str
    allvar: Severity
    kalla: str
    slar: tuple[str, ...]
    tiger: tuple[str, ...]
    blir: tuple[str, ...] = ()
    monster: str = ""
    ersatt: str | None = None
    bokstav: Turn | None = None
    byt: dict[str, str] = field(default_factory=dict)
    listor: dict[str, tuple[str, ...]] = field(default_factory=dict)
    om: tuple[str, ...] = ()
    gemener: bool = False
    rubriker: bool = False
    ord: dict[str, str] = field(default_factory=dict)
    ordlista: str = ""
    lexikon: tuple[Kind, ...] = ()
    algoritm: str = ""
    grans: int = 0
    utom: tuple[str, ...] = ()
    sakert: bool = False
    stilar: tuple[HouseStyle, ...] = tuple(HouseStyle)
    typer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _FileShape:
    """A file of ``sprak/``."""

    __pydantic_config__: ClassVar[dict[str, Any]] = shapes.STRICT
    regel: tuple[_RuleShape, ...]


@read_once
def read_language(
    prompts: PromptFiles, lexicon: Lexicon, style: HouseStyle = HouseStyle.MSR
) -> LanguageRules:
    """All language rules, in the order of their files.

    What a rule is made of, its pattern or its list of words, is read when the rule is first used.

    Raises:
        SettingsError: a file cannot be read, or a rule says something that drafter does not
            understand; with the file and the line. A rule raises it too when it is first used.
    """
    shelf = _Shelf(prompts, lexicon, cache(partial(read_grammar, prompts)))
    rules: dict[str, LanguageRule] = {}
    for path in prompts.find_all(f"{SHARED}/sprak", "*.toml"):
        for at, shape in enumerate(shapes.read_toml(path, _FileShape).regel):
            maker = _Maker(path, at, shape, shelf)
            rule = maker.rule()
            if rule.id in rules:
                raise maker.wrong("id", f"regeln {rule.id} finns redan", "Ge den ett annat id.")
            rules[rule.id] = rule
    return LanguageRules(tuple(rules.values()), style)


def read_grammar(prompts: PromptFiles) -> Grammar:
    """The verbs that are not like *tala*, and the prefixes of verbs.

    Raises:
        SettingsError: a file is missing, or a row has too few forms (with its line).
    """
    verbs = {}
    path = prompts.find(f"{SHARED}/verb.csv")
    for line, row in read_rows(path):
        if not 4 <= len(row) <= 5:
            message = f"{path.name}, rad {line}: raden ska ha fyra eller fem former."
            hint = "Skriv dem som infinitiv;presens;preteritum;supinum;particip."
            raise SettingsError(message, hint, path, line)
        verbs[row[0]] = Verb(*row)
    return Grammar(verbs, _PREFIXES)


_PREFIXES = frozenset(
    """an av be bi bort er efter fram före för genom hem hop i ihop in inne med miss mot ned ner om
    på sam sönder till tillbaka tillhanda tillkänna under upp ut vid vidmakt å åter över hän hand
    verk iakt åsido rätt""".split()
)


class _Shelf(NamedTuple):
    """What rules are made from besides what stands in them."""

    prompts: PromptFiles
    lexicon: Lexicon
    grammar: Callable[[], Grammar]


class _Maker(NamedTuple):
    """Makes one rule of what stands at a place in a file."""

    path: Path
    at: int
    shape: _RuleShape
    shelf: _Shelf

    def rule(self) -> LanguageRule:
        """The rule as a value.

        Raises:
            SettingsError: it cannot be made.
        """
        shape = self.shape
        if not shape.id.startswith("sprak."):
            raise self.wrong("id", f"»{shape.id}« börjar inte med sprak.", "Skriv sprak.….")
        return LanguageRule(
            id=shape.id,
            summary=shape.regel,
            severity=shape.allvar,
            source=shape.kalla,
            detect=self.later(),
            safe=shape.sakert,
            styles=frozenset(shape.stilar),
            types=frozenset(shape.typer),
            hits=shape.slar,
            silent=shape.tiger,
            mended=shape.blir,
            local=not shape.algoritm,
        )

    def later(self) -> Detect:
        """How the rule is found, made when it is first used."""
        shape = self.shape
        ways = (shape.monster, shape.ord, shape.ordlista, shape.lexikon, shape.algoritm)
        if sum(bool(way) for way in ways) != 1:
            hint = "Ange en av monster, ord, ordlista, lexikon och algoritm."
            raise self.wrong("id", "regeln ska ha precis ett sätt att hittas på", hint)
        made = cache(self.detect)

        def detect(document: Document) -> Iterable[Remark]:
            return made()(document)

        return detect

    def detect(self) -> Detect:
        """How the rule is found."""
        shape = self.shape
        if shape.monster:
            return self.pattern()
        if shape.algoritm:
            return self.algorithm()
        if shape.lexikon:
            chosen = (one for one in self.shelf.lexicon.entries if one.kind in shape.lexikon)
            return Leftovers(Lexicon(tuple(chosen)), frozenset(shape.utom))
        return WordList.of(self.terms(), self.shelf.grammar())

    def pattern(self) -> Pattern:
        """What a pattern finds, and what it becomes."""
        shape = self.shape
        return Pattern(
            name=f"{shape.id} ({self.path.name})",
            pattern=shape.monster,
            change=Change(shape.ersatt, shape.bokstav, shape.byt),
            folds_case=shape.gemener,
            in_headings=shape.rubriker,
            lists=shape.listor,
            signs=tuple(sign for one in shape.om for sign in self.signs(one)),
        )

    def signs(self, sign: str) -> Iterator[str]:
        """A piece of text, or one for each word of the list that it names."""
        before, _, rest = sign.partition("\\L<")
        name, _, after = rest.partition(">")
        if not rest:
            yield sign
        elif name in self.shape.listor:
            yield from (f"{before}{word}{after}" for word in self.shape.listor[name])
        else:
            raise self.wrong("om", f"listan »{name}« finns inte", "Ange en av regelns listor.")

    def algorithm(self) -> Detect:
        """What the code offers under a name."""
        make = ALGORITHMS.get(self.shape.algoritm)
        if make is None:
            message = f"algoritmen »{self.shape.algoritm}« finns inte"
            raise self.wrong("algoritm", message, f"De som finns är: {', '.join(ALGORITHMS)}.")
        return make(self.shape.grans, frozenset(self.shape.utom))

    def terms(self) -> Iterator[Term]:
        """The words of the rule, or of the list that it names."""
        if not self.shape.ordlista:
            alternatives = ((old, tuple(new.split(" / "))) for old, new in self.shape.ord.items())
            return (Term(old, new if new != ("",) else ()) for old, new in alternatives)
        return read_terms(self.shelf.prompts.find(f"{SHARED}/sprak/{self.shape.ordlista}"))

    def wrong(self, key: str, message: str, hint: str) -> SettingsError:
        """An error at a key of the rule."""
        line = toml.line_of(self.path, ("regel", self.at, key))
        message = f"{self.path.name}, rad {line}: {message}."
        return SettingsError(message, hint, self.path, line)
