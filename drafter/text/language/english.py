"""Where English stands in a Swedish text: titles of sessions, names of networks, quoted phrases."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum, auto
from itertools import product
from typing import NamedTuple

_SMALL = frozenset(
    """about against and another are because been before between both but cannot could did does
    during each every everyone everything from had he here his how if into its itself many might
    much never nobody nothing of other our own she should since some such than that the their them
    then there these they this those through together too towards until upon us very we were what
    when where whether which while who whom whose why with within without would you your""".split()
)
_SMALL_SHARED = frozenset(
    """a after all also am an any as at be by can do for has have her in is it me more most must my
    no not off on once or out over so to up was will""".split()
)
_TIES = frozenset("and at for from into of on to with".split())
"""Small words that stand beside no Swedish: what goes before and after them is English."""

_LEANING = _TIES | frozenset("a its our the their these this your".split())
"""These, and others that tell it only of what goes after them."""

_ENGLISH = frozenset(
    """achieve across active adapt add advice affect age ahead alliance alone america annual answer
    approach around award baltic become began behind believe belong benefit better beyond bigger
    biggest bike british broad build built call campaign care challenge chance change chief child
    children choice choose circular citizen city civic claim class clean climate coalition
    collaborate collaboration collaborative come commitment committee common communication
    competition conference conflict congress connection convention cooperation copenhagen council
    courage create creative crisis crossing cyber cycle debate decade decide decision declaration
    defence deliver delivery demand democracy democratic develop development dialogue discuss early
    east eastern easy ecology economic economy ecosystem edge education election employee employment
    empower empowerment enable encourage end energy engage engagement engineer english enough
    environment environmental equal europe european everybody everywhere evidence example excellence
    exchange executive experience explore face fair fake finance find first food forest foundation
    framework free freedom friend future gender generate getting globalisation goal going good
    govern governance government great greening group grow growth happen happy harbour health
    healthy heart help heritage holiday hope housing hub idea impact importance improve inclusion
    inclusive independence industry infrastructure initiative innovate inside insight inspire
    integrate intelligence interactive interest invest investment invite involvement join journey
    justice keep key know knowledge labour landscape language launch law lead learn least leave left
    lesson level leverage life link living made making mapping market matter mayor mean meet member
    method mindset model money movement multicultural music nature near need neighbour networking
    new newcomer next nordic north northern norway now office pandemic parliament participant
    participate participation past pathway peace people planning platform poverty practice
    practitioner prevent principle promote protect protection reach read rebuild recover recovery
    resilience resilient resource result rethink rise safe safeguard safety sea seat secure see
    shape share skill society soil south space stakeholder state strategy street strength summit
    supply sustain sweden swedish take teach think threat thriving today tomorrow tool town trade
    travel truth try understand unite use usual value voice volunteer walk want waste watch water
    way welcome welfare well wellbeing woman women word work world worldwide write year youth zero
    """.split()
)
"""Other words that are English and hardly anything else."""

_SHARED = frozenset(
    """action agenda air art ask back bank best big board body book brand bridge budget business car
    case charter civil club code control country culture data date day deal design different digital
    diverse drive dual event excellent expert expo far fast feedback fitness flight focus forward
    front full game garden get give global go grand green ground guide habitat hall hand high home
    human image index inner innovation intelligent international internet island job lab land last
    let library light like live local long look love main mainstream major map marketing master
    media mind mobile modern musical nation national network normal officer one online open opinion
    paper part partner person place planet play point policy power private process profile progress
    public real reform research review right risk road role senior service set show side simple
    smart social soft software sound speaker speed sport stand story straight strategic strong
    structure style support table talent talk target tech term test top tour training transform
    transparent transport trend true trust union unique urban user video view village vision visit
    wave web wellness young""".split()
)
"""Words of English titles that are Swedish too, or common among our neighbours, or names."""

_HEADS = frozenset(
    """area center centre festival forum hotel house museum panel park plan program programme
    project region report school session start system team university week workshop""".split()
)
"""The same, but a Swede may set them before a title, as in »Forum Open Cities«."""

_LATIN = re.compile(r"[a-z]{2,}(?:[st]ion|ment|[ae]nce|ive|[cimnrtu]al|ism|[^uv]ist)s?")
"""Words that are alike in many languages, and used as those."""

_LEARNED = re.compile(
    r"[a-z]{3,}(?:ness|hood|ships?|it(?:y|ies)|[ai]bl[ey]|[ao]ry|ology|nc(?:y|ies)|ful|less|ous|ics"
    r"|ical|i[sz](?:ed|ing)|at(?:ed|ing)|(?:ive|ous|ful|al|i)ly|wards)|.+'(?:d|ll|m|re|t|ve)"
)
"""What English words end in and Swedish ones do not."""

_INFLECTED = tuple(
    one.split("-") for one in "s- es- ies-y ed- ed-e ing- ing-e ly- er- er-e est- est-e".split()
)
"""An ending that English puts to a word, and what stood in its place."""

_TOKEN = re.compile(
    r"(?P<joint>[’']?[ \u00a0]|[,:] | [–&-] |[-–/])?(?P<word>[^\W_]+(?:[’'][^\W_]+)*)"
)
_QUOTED = re.compile(r"[”“\"„»«](?!\s)([^”“\"„»«]+)(?<!\s)[”“\"„»«]")


class _Sign(IntEnum):
    """Whether a word is English: no telling, it may be, it may and begin a title, it must."""

    NONE = auto()
    MAY = auto()
    TITLE = auto()
    MUST = auto()


_SIGNS = ((_HEADS, _Sign.MAY), (_SHARED, _Sign.TITLE), (_ENGLISH, _Sign.MUST))


class _Word(NamedTuple):
    """A word, its place and what joins it to the word before: nothing when it stands apart."""

    text: str
    start: int
    end: int
    joint: str
    sign: _Sign

    @property
    def is_known(self) -> bool:
        return self.sign > _Sign.NONE

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_strange(self) -> bool:
        """Whether it is neither English nor a name or a number, which any language holds."""
        return not self.is_known and self.text[0].islower()

    @property
    def is_close(self) -> bool:
        """Whether no punctuation parts it from the word before."""
        return self.joint in {" ", "\u00a0", "-"}

    @property
    def leans(self) -> bool:
        return self.text.lower() in _LEANING


def english_spans(text: str) -> Iterator[tuple[int, int]]:
    """The places of the English in a text, in order: a phrase, a title or a whole quotation.

    Single words are left alone, for they are loans or names. A title needs one word that is
    nothing but English, three words in lower case two. Time grows as the text does.
    """
    place = 0
    for quoted in _QUOTED.finditer(text):
        start, end = quoted.span(1)
        if _is_speech(tuple(_words(text, start, end))):
            yield from _phrases(_words(text, place, start))
            yield start, end
            place = end
    yield from _phrases(_words(text, place, len(text)))


def _words(text: str, start: int, end: int) -> Iterator[_Word]:
    last = -1
    for match in _TOKEN.finditer(text, start, end):
        joint = match["joint"] or "" if match.start() == last else ""
        last = match.end()
        yield _Word(match["word"], match.start("word"), last, joint, _sign(match["word"]))


def _sign(word: str) -> _Sign:
    if word[0].isdigit() or (len(word) > 1 and word.isupper()):
        return _Sign.NONE
    folded = word.lower().replace("’", "'").removesuffix("'s")
    if folded in _SMALL or folded in _SMALL_SHARED:
        return _Sign.MUST if folded in _SMALL else _Sign.TITLE
    bases = (folded.removesuffix(end) + old for end, old in _INFLECTED if folded.endswith(end))
    for form, (words, sign) in product((folded, *bases), _SIGNS):
        if form in words:
            return sign
    if _LEARNED.fullmatch(folded):
        return _Sign.MUST
    return _Sign.MAY if _LATIN.fullmatch(folded) else _Sign.NONE


def _is_speech(words: Sequence[_Word]) -> bool:
    """Whether a quotation is English, though a word in four is not known here."""
    strange = sum(word.is_strange for word in words)
    return _evidence(words) >= 2 and 3 * strange <= sum(word.is_known for word in words)


def _phrases(words: Iterable[_Word]) -> Iterator[tuple[int, int]]:
    for run in _runs(words):
        phrase = _trimmed(run)
        if _is_english(phrase):
            yield phrase[0].start, phrase[-1].end


def _runs(words: Iterable[_Word]) -> Iterator[list[_Word]]:
    """The longest rows of words that may be of one phrase."""
    run: list[_Word] = []
    for word in words:
        if run and not _goes_on(run[-1], word):
            yield run
            run = []
        if run or not word.is_strange:
            run.append(word)
    yield run


def _goes_on(last: _Word, word: _Word) -> bool:
    if word.is_close:
        return not word.is_strange or (last.leans and word.text.isascii())
    both_capital = last.is_capital and word.is_capital
    parts = word.joint in {", ", ": "} and not both_capital
    return bool(word.joint) and last.is_known and word.is_known and not parts


def _trimmed(run: Sequence[_Word]) -> Sequence[_Word]:
    """A run without the names and the Swedish at its ends."""
    pairs = range(len(run) - 1)
    first = next((at for at in pairs if _may_begin(run[at], run[at + 1])), len(run))
    last = next((at + 1 for at in reversed(pairs) if _may_end(run[at], run[at + 1])), 0)
    return run[first : last + 1]


def _may_begin(word: _Word, after: _Word) -> bool:
    title = word.is_capital and word.sign is _Sign.TITLE
    tied = title or word.leans or after.text in _TIES
    return word.sign is _Sign.MUST or (tied and after.is_close)


def _may_end(before: _Word, word: _Word) -> bool:
    tied = before.leans or (word.is_capital and word.is_known)
    return word.sign is _Sign.MUST or (tied and word.is_close)


def _is_english(phrase: Sequence[_Word]) -> bool:
    """Whether there is evidence enough: less is asked of a title than of words in lower case."""
    if sum(word.is_capital for word in phrase) >= 2:
        return _evidence(phrase) >= 1
    return _evidence(phrase) >= 2 and sum(word.is_known for word in phrase) >= 3


def _evidence(words: Sequence[_Word]) -> int:
    return sum(word.sign is _Sign.MUST for word in words)
