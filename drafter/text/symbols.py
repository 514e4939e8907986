"""The signs of hurried notes, written as running Swedish text has them."""

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0f]")
_BLANK = re.compile(r"[\x00-\x1f\x7f-\x9f\s]+")
_SPACES = re.compile(r" {2,}")
_MARKUP = re.compile(r"\*\*|__|(?<![\w*])\*(?=[\w”\"])|(?<=[\w.!?])\*(?![\w*])|^#{1,6} ")
_CELL_WALL = re.compile(r" *\\?\| *")
_CELL_END = re.compile(r"[,;]+$|(?<!\.\w)\.$")
_CELL_SENTENCE = re.compile(r"[A-ZÅÄÖ]\S* \S.* \S.*[.!?]")
_SMILEY = re.compile(
    r"(?:(?<= )|^)(?:[:;]-?[)(DPp|]|<3)(?=[ .,!?]|$)"
    "|[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55]"
)
_CONSEQUENCE = re.compile(r"^[-–•*· ]*(?:=>|⇒) ?(?=\w)")
_LEADING = re.compile(r"^(?:(?:[-–•*·+,.;:=]+|\[[ xX]?\])(?: |$)|(?:->|→|>(?! ?\d)) ?)+")

_ANGLED = re.compile("[<>→⇒↔←~≈≥≤]")
_ARROW = r"(?:<?[-=]{1,2}>|[→⇒↔])"
_RISE = re.compile(
    r"(?P<from>\bfrån )?(?<![>→⇒\d] )(?<![\w.,/>→])"
    rf"(?P<first>\d+(?: \d{{3}})*(?:,\d+)?(?: ?%| ?[mt]?kr)?) ?{_ARROW} ?(?=\d)",
    re.IGNORECASE,
)
_ARROWS = (
    (re.compile(rf" ?(?:{_ARROW}|←|<-(?= )) ?"), " – "),
    (re.compile(r"(?:(?<= )|^)[~≈] ?(?=\d)"), "cirka "),
    (re.compile(r"(?:(?<= )|^)(?:>=|≥) ?(?=\d)"), "minst "),
    (re.compile(r"(?:(?<= )|^)(?:<=|≤) ?(?=\d)"), "högst "),
    (re.compile(r"(?:(?<= )|^)> ?(?=\d)"), "mer än "),
    (re.compile(r"(?:(?<= )|^)< ?(?=\d)"), "mindre än "),
)
_SIGNED = re.compile(r" [-+=&x×*]|[\d)][x×*]|—")
_SUMS = (
    (re.compile(r"(?:(?<=[\d)]) ?|(?<=\w) )[x×*] (?=\d)"), " gånger "),
    (re.compile(r"(?<=\d)x (?=[a-zåäö])"), " gånger "),
    (re.compile(r"(?<=\d) \+ (?=\d)"), " plus "),
)
_CLAUSE = re.compile(r"[^,.;:()–?!]+")
_EQUALS = re.compile(r"(?<=[^\s=<>]) = (?=([^\s=]))")
_SENTENCE_SO_FAR = re.compile(r"[^.;:?!]*$")
_SUBORDINATE = re.compile(r"\b(?:att|som|när|där|eftersom)\b")
_AMPERSAND = re.compile(r"(?<=\S) & (?=(\S))")
_DASH = re.compile(r"(?<=\S) --? (?=\S)| ?— ?")

_CALLS = re.compile(r" ?[!?]+\.*")
_GOES_ON = re.compile(r" ?[),;:]| [(–]")
_POINTS = (
    (re.compile(r"\.{3,}|…\.+"), "…"),
    (re.compile(r"(?<!\.)\.\.(?!\.)"), "."),
    (re.compile(r"\( ?\)"), ""),
    (re.compile(r"([,;:])(?: ?\1)+"), r"\1"),
    (re.compile(r" (?=[,.;:?)…](?: |$))"), ""),
    (_SPACES, " "),
    (re.compile(r"^[ .,;:?–-]+ (?=\S)"), ""),
)


def clean(text: str) -> str:
    """On one line, composed, with single spaces and without marks that cannot be seen."""
    composed = unicodedata.normalize("NFC", text)
    return _BLANK.sub(" ", _INVISIBLE.sub("", composed)).strip()


def read_cells(text: str) -> str:
    """The cells of a table row as a list: ``Oslo, 3``; one that ends a sentence stays one."""
    if not (text.startswith("|") or text.endswith(" |") or " | " in text):
        return text
    cells = [cell for cell in _CELL_WALL.split(text) if cell]
    return " ".join(
        cell if _CELL_SENTENCE.fullmatch(cell) else f"{_CELL_END.sub('', cell)}," for cell in cells
    )


def drop_ornaments(text: str) -> str:
    """Without smileys, Markdown marks and the signs that lines begin with.

    An opening ``=>`` says that the line follows from the one before: ``Följd:``.
    """
    bare = _SPACES.sub(" ", _MARKUP.sub("", _SMILEY.sub("", text))).strip()
    if consequence := _CONSEQUENCE.match(bare):
        return f"Följd: {bare[consequence.end() :]}"
    return _LEADING.sub("", bare)


def spell_arrows(text: str) -> str:
    """Arrows as dashes, or ``från 12 till 15`` between figures; ``~300`` as ``cirka 300``.

    A dash leaves the relation as open as an arrow does; no cause is read into it.
    """
    if not _ANGLED.search(text):
        return text
    text = _RISE.sub(lambda rise: f"{rise['from'] or 'från '}{rise['first']} till ", text)
    for pattern, words in _ARROWS:
        text = pattern.sub(words, text)
    return text


def spell_signs(text: str) -> str:
    """Words for ``=``, ``+``, ``&`` and ``x``, and dashes where a hyphen stands for one."""
    if not _SIGNED.search(text):
        return text
    for pattern, words in _SUMS:
        text = pattern.sub(words, text)
    text = _CLAUSE.sub(lambda clause: _listed(clause[0]), text)
    text = _AMPERSAND.sub(_and, _EQUALS.sub(_is, text))
    return _DASH.sub(" – ", text)


def calm_marks(text: str) -> str:
    """Without exclamation marks, heaped marks and spaces before marks."""
    text = _CALLS.sub(_calm, text)
    for pattern, mark in _POINTS:
        text = pattern.sub(mark, text)
    return text.strip()


def _calm(match: re.Match[str]) -> str:
    """One question mark for many, a full stop or nothing for an exclamation."""
    if "?" in match[0]:
        return "?"
    after = match.string[match.end() : match.end() + 2]
    if _GOES_ON.match(after):
        return ""
    return ". " if after[:1].isalnum() else "."


def _listed(clause: str) -> str:
    """``a, b och c`` for ``a + b + c``."""
    *first, last = clause.split(" + ")
    return f"{', '.join(first)} och {last}" if first else clause


def _is(match: re.Match[str]) -> str:
    """``är``; a colon before a name or a figure, a dash in a clause that may have its verb."""
    left = match.string[max(match.start() - 200, 0) : match.start()]
    if left[-1:].isdigit() and match[1].isdigit():
        return match[0]
    if not match[1].islower():
        return ": "
    sentence = _SENTENCE_SO_FAR.search(left)
    return " – " if sentence and _SUBORDINATE.search(sentence[0]) else " är "


def _and(match: re.Match[str]) -> str:
    """``och``, but what may be a company's name keeps its sign."""
    before, _, word = match.string[max(match.start() - 60, 0) : match.start()].rpartition(" ")
    name = word[:1].isupper() and match[1].isupper() and not before.endswith(",")
    return match[0] if name else " och "
