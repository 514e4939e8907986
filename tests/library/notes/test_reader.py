"""Notes of every shape: what is a heading, a bullet, a wrapped line, and where it stands."""

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import NotesError
from drafter.library.lines import split_lines
from drafter.library.notes.reader import parse_notes, read_notes
from drafter.nouns import Line, LineKind, Notes


def headings(text: str) -> list[str]:
    return [line.text for line in parse_notes(text) if line.kind is LineKind.HEADING]


def bullets(text: str) -> list[str]:
    return [line.text for line in parse_notes(text) if line.kind is LineKind.BULLET]


def links(text: str, link: str) -> dict[int, int]:
    return {line.number: getattr(line, link) for line in parse_notes(text) if getattr(line, link)}


def test_lines_keep_their_physical_numbers() -> None:
    lines = parse_notes("ett\n\n\r\ntvå\rtre\n   \nfyra")
    assert [(line.number, line.text) for line in lines] == [
        (1, "ett"),
        (4, "två"),
        (5, "tre"),
        (7, "fyra"),
    ]


def test_blocks_are_counted_between_blank_lines() -> None:
    blocks = [line.block for line in parse_notes("\n\nett\ntvå\n\n-----\ntre\n \nfyra")]
    assert blocks == [1, 1, 2, 3]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Bakgrund", "Bakgrund"),
        ("### Bakgrund ###", "Bakgrund"),
        ("##Bakgrund", "Bakgrund"),
        ("## **Bakgrund:**", "Bakgrund:"),
        ("Bakgrund\n========", "Bakgrund"),
        ("Reserapport: Oslo 2019\n===", "Reserapport: Oslo 2019"),
        ("Bakgrund\n---", "Bakgrund"),
        ("**Bakgrund**", "Bakgrund"),
        ("**Bakgrund:**\ntext", "Bakgrund:"),
        ("**Bakgrund**:", "Bakgrund"),
        ("__Bakgrund__", "Bakgrund"),
        ("--- Dag 2 ---", "Dag 2"),
        ("- **Samverkan**\nMötet var nyttigt för alla.", "Samverkan"),
        ("Bakgrund:\nKonferensen hålls vartannat år.", "Bakgrund:"),
        ("Frågor från publiken:\n- molnlagar", "Frågor från publiken:"),
        ("Vad vi såg:\n- ett hus", "Vad vi såg:"),
        ("VAD TAR VI MED OSS\n- en pilot", "VAD TAR VI MED OSS"),
        ("punkt\nSLUTSATSER\npunkt", "SLUTSATSER"),
        ("DAG 1 tis 6/10\nkeynote 09.15", "DAG 1 tis 6/10"),
        ("KVÄLL middag i stadshuset\nmånga kom dit", "KVÄLL middag i stadshuset"),
        ("Oslo\n- bra möte", "Oslo"),
        ("övr. kommentarer / tankar\n* mer tid", "övr. kommentarer / tankar"),
        ("Bakgrund\n\nKonferensen hålls vartannat år i en av huvudstäderna.", "Bakgrund"),
        ("Övriga kommentarer\n\n- för kort", "Övriga kommentarer"),
        ("Pass 2\n\n- för kort", "Pass 2"),
        ("Syfte\nAtt lära mer om skyfall i staden.", "Syfte"),
        ("Dag 1\n9.00 avresa", "Dag 1"),
        ("§ 2 Lägesrapport\nProjektet håller planen.", "§ 2 Lägesrapport"),
        ("1. Budget\nSLK redovisade läget.", "Budget"),
        ("vi åkte hem sent\nÖvrigt\n  - bra mat", "Övrigt"),
        ("vi åkte hem\n    Samverkan med Oslo\n        • bra möte", "Samverkan med Oslo"),
        ("1. Bakgrund\n1.1 inbjudan kom sent", "Bakgrund"),
        ("3 Övrigt\n3.1 bra\n3.2 dyrt", "Övrigt"),
        ("1 bakgrund\n\n  1.1. inbjudan kom sent", "bakgrund"),
    ],
)
def test_a_heading_is_seen(text: str, title: str) -> None:
    assert headings(text) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "KF beslutade om budgeten\n- 12 miljoner",
        "KF beslutade:\n- 12 miljoner",
        "Vi diskuterade tre saker:\n- ett\n- två",
        "SLK informerar om läget\n- mer pengar",
        "tema: Öppna städer\n- mer",
        "staden INBJUDEN att delta\nmed en delegation",
        "INGET initiativ från Köpenhamn\nmen ett från Oslo",
        "OBS: ring Kjell\nom resan",
        "VIKTIGT!!\nring Kjell",
        "DNR 803-1966/2016\nmer",
        "KSO, KFO, SLK\nvar med",
        "**Det här var viktigt.**\nmer",
        "**Oslo** och **Bergen**\nmer",
        "Oslo 2019\nbra möte",
        "10.30 case Ljungvik\n- bra",
        "3 saker\n- ett",
        "Anna Ek\n\nKonferensen hålls vartannat år i en av huvudstäderna.",
        "Bra\n\nDyrt\n\nLångt",
        "Intressant\nmen lite för lång och dyr",
        "Hälsningar\nLisa Nord",
        "Plats\nDatum\nTid",
        "Resa: tåg\n- dyrt",
        "§ 5 gäller här\nmer om det",
        "#smartstad är en bra tagg",
        "title: Resa\n---\ntext",
        "Vi åkte hem\n------\nkl. 15",
        "Övrigt:",
        "kostnaderna för resan och för hotellet betalades av värdstaden och\nnästa år:\n- mer",
        "1. testa pilot\n2. fixa mallen",
        "DET VAR BRA\nMEN LITE DYRT\nOCH LITE LÅNGT",
        "```\n# kommentar\n```",
        "vi åkte hem\nAnna Ek\n  - tyckte att det var dyrt",
        "vi åkte hem\nOslo, Bergen\n  - bra",
        "vi åkte hem\nÖvrigt\n- bra",
        "- punkt som är\n  Övrigt\n    - bra",
        "1. Bakgrund\n9.15 samling\n10.30 paus",
    ],
)
def test_what_is_no_heading_stays_text(text: str) -> None:
    assert headings(text) == []


def test_a_short_line_is_no_heading_where_the_author_marks_hers() -> None:
    assert headings("## Dag 1\n\nOslo\n- bra\n\n## Dag 2\n") == ["Dag 1", "Dag 2"]


def test_a_line_stands_under_the_nearest_heading_and_a_heading_under_a_higher_one() -> None:
    text = "före\n# Resa\n## Bakgrund\n- a\nTema:\n- b\n## Samverkan\n- c"
    assert links(text, "heading") == {3: 2, 4: 3, 5: 3, 6: 5, 7: 2, 8: 7}


@pytest.mark.parametrize("marker", "- – — * + • · -- ▪ 1. 1) (1) a) \uf0b7".split())
def test_a_bullet_loses_its_marker(marker: str) -> None:
    assert bullets(f"{marker} kort möte") == ["kort möte"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("- [ ] boka tåg", "boka tåg"),
        ("[x] boka tåg", "boka tåg"),
        ("☐ boka tåg", "boka tåg"),
        ("o\tboka tåg", "boka tåg"),
        ("-boka tåg", "boka tåg"),
        ("•boka tåg", "boka tåg"),
        ("> - boka tåg", "boka tåg"),
        ("- + besök hos banken", "+ besök hos banken"),
        ("- => delegationen", "=> delegationen"),
        ("1. Marknaden växer", "Marknaden växer"),
    ],
)
def test_only_the_marker_goes(line: str, text: str) -> None:
    assert bullets(line) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "o sen åkte vi hem",
        "10.30 case",
        "2017 var året",
        "3 saker att göra",
        "16-17 feb",
        "1. maj är vi lediga",
        "1:e vice ordförande talade",
        "-17 grader ute",
        "-> ny mall",
        "=> ny mall",
        "*viktigt* att minnas",
        "m. fl. kom",
        "> 50 deltagare",
        "1 testa pilot\n2 fixa mallen",
        "1 buss\n1 tåg\n1 flyg",
        "1 okt start\n2 okt möte\n3 okt slut",
        "2 bilar\n3 bussar\n4 tåg",
    ],
)
def test_what_is_no_marker_stays_in_the_text(line: str) -> None:
    assert [one.text for one in parse_notes(line)] == line.split("\n")
    assert bullets(line) == []


def test_bare_numbers_that_count_are_markers() -> None:
    text = "1 testa pilot\n   - låst mall\n2 fixa mallen\n3 mät nyttan\n- kostnad: 10 kr"
    assert bullets(text) == [
        "testa pilot",
        "låst mall",
        "fixa mallen",
        "mät nyttan",
        "kostnad: 10 kr",
    ]


def test_numbers_in_levels_are_an_outline() -> None:
    text = (
        "1. Bakgrund\n1.1 inbjudan kom sent\n1.2 vi var fyra\n1.2.1 två från SLK\n"
        "2. Samverkan\nMötet var bra.\n3 Övrigt\n3.1 bra\n3.2 start 10.30 är för tidigt"
    )
    assert headings(text) == ["Bakgrund", "Samverkan", "Övrigt"]
    assert bullets(text) == [
        "inbjudan kom sent",
        "vi var fyra",
        "två från SLK",
        "bra",
        "start 10.30 är för tidigt",
    ]
    assert links(text, "parent") == {4: 3}


@pytest.mark.parametrize(
    "text",
    [
        "9.15 samling\n10.30 paus",
        "1.1 mkr i år\n1.2 mkr nästa år",
        "2.1 budget\n2.3 plan",
        "16.2 resa\n17.2 möte",
        "1.5 h till Oslo",
        "10.1 paus",
    ],
)
def test_times_dates_and_amounts_are_no_outline(text: str) -> None:
    assert [line.text for line in parse_notes(text)] == text.split("\n")
    assert bullets(text) == []


@pytest.mark.parametrize(
    ("text", "parents"),
    [
        ("- a\n  - b\n    - c\n  - d\n- e", {2: 1, 3: 2, 4: 1}),
        ("* a\n\t* b\n\t\t* c\n\t* d", {2: 1, 3: 2, 4: 1}),
        ("- a\n - b\n- c", {}),
        ("1. a\n   - b\n2. c\n   - d", {2: 1, 4: 3}),
        ("- a\n\n  - b\n\n- c", {3: 1}),
        ("•\ta\no\tb\no\tc\n•\td", {2: 1, 3: 1}),
        ("10.30 Oslo\n - bra\n - dyrt\n11.30 Bergen\n - kort", {2: 1, 3: 1, 5: 4}),
        ("Oslo var värd.\n\n  - bra", {}),
        ("Oslo var värd.\n- bra", {}),
        ("- a\n# B\n  - c", {}),
        ("- a\n  mer om a\n  - b", {3: 1}),
    ],
)
def test_indentation_nests(text: str, parents: dict[int, int]) -> None:
    assert links(text, "parent") == parents


LONG = "Konferensen hålls vartannat år och samlar de nordiska städernas politiker"


@pytest.mark.parametrize(
    ("text", "continued"),
    [
        ("- punkt som är\n  bruten\n  två gånger\n- ny", {2: 1, 3: 1}),
        ("- punkt som är\nbruten", {2: 1}),
        ("- från Oslo, Bergen och\nTrondheim", {2: 1}),
        ("- alla städer (utom\nNuuk)", {2: 1}),
        ("- ett\n  - två som är\n    bruten", {3: 2}),
        (f"{LONG}\nför att prata om gemensamma frågor.", {2: 1}),
        (f"{LONG} och\nNordiska investeringsbanken.", {2: 1}),
        ("- kort punkt.\nsedan åkte vi hem", {}),
        ("- punkt\nNästa möte är i Oslo", {}),
        ("- punkt\nkväll: middag", {}),
        (" - punkt\nväl framme", {}),
        ("- punkt\n10.30 paus", {}),
        ("- punkt\n\nsom inte bryts", {}),
        ("kort rad\nsom inte hör ihop", {}),
        (f"{LONG}.\nvi åkte tåg", {}),
        (f"{LONG}\nNästa möte är i Oslo", {}),
        (f"{LONG} {LONG}\nvi åkte tåg", {}),
        (f"# {LONG}\nvi åkte tåg", {}),
        (f"```\n{LONG}\nvi åkte tåg\n```", {}),
    ],
)
def test_wrapped_lines_are_told_from_new_thoughts(text: str, continued: dict[int, int]) -> None:
    assert links(text, "continues") == continued


PROSE = (
    "Staden inbjöds till en konferens som hålls vartannat år i någon av de nordiska "
    "huvudstäderna. Den första hölls i Reykjavik 2003.",
    "Borgmästaren i Oslo Marianne Borgen hälsade alla välkomna och talade om tillit. Köpenhamn "
    "visade sin app för felanmälan, som över 40 000 invånare använder sedan i fjol.",
    "Inbjudan kom sent och programmet ändrades två gånger.",
)

THOUGHTS = (
    "mkt intressant dragning om skyfall i innerstan",
    "köpenhamn kunde inte komma till mötet",
    "oslo vill ha mer samarbete kring digitala tjänster",
    "guiden berättade hur hamnen byggdes",
    "politikerna från malmö lämnade redan tidigt på torsdagen",
    "nästa möte blir troligen i helsingfors",
)


def wrap(paragraph: str, width: int) -> str:
    return textwrap.fill(paragraph, width, break_on_hyphens=False)


def thoughts(text: str) -> list[str]:
    """The items of the notes, each joined from its lines."""
    items = Notes(parse_notes(text)).items()
    return [" ".join(line.text for line in item) for item in items]


def are_whole(items: list[str]) -> bool:
    """Whether each item holds whole sentences of the prose; one may end with its line."""
    return all(item[0].isupper() and item.endswith(".") for item in items)


@pytest.mark.parametrize("width", range(36, 100))
def test_wrapped_paragraphs_are_not_cut_within_a_sentence(width: int) -> None:
    items = thoughts("\n\n".join(wrap(paragraph, width) for paragraph in PROSE))
    assert are_whole(items)
    assert " ".join(items) == " ".join(PROSE)


@pytest.mark.parametrize("width", range(36, 100))
def test_wrapped_bullets_need_no_indentation(width: int) -> None:
    items = thoughts("\n".join(wrap(f"- {paragraph}", width) for paragraph in PROSE))
    assert are_whole(items)
    assert " ".join(items) == " ".join(PROSE)


@pytest.mark.parametrize("width", [38, 50, 60, 72, 80])
def test_mixed_notes_are_told_apart_block_by_block(width: int) -> None:
    wrapped = [wrap(paragraph, width) for paragraph in PROSE]
    items = thoughts("\n\n".join((wrapped[0], "\n".join(THOUGHTS), *wrapped[1:])))
    assert [item for item in items if item in THOUGHTS] == list(THOUGHTS)
    assert are_whole([item for item in items if item not in THOUGHTS])


@pytest.mark.parametrize("width", [38, 50, 60, 72, 80])
def test_wrapped_paragraphs_under_a_heading_are_whole(width: int) -> None:
    text = f"Bakgrund\n{wrap(PROSE[0], width)}\n\nÖvrigt\n{wrap(PROSE[2], width)}"
    items = thoughts(text)
    assert headings(text) == ["Bakgrund", "Övrigt"]
    assert are_whole([item for item in items if item not in ("Bakgrund", "Övrigt")])


@given(st.permutations(THOUGHTS), st.sampled_from([str, str.capitalize]), st.integers(2, 6))
def test_thoughts_noted_one_a_line_stay_apart(
    order: list[str], case: Callable[[str], str], many: int
) -> None:
    lines = [case(thought) for thought in order[:many]]
    assert thoughts("\n".join(lines)) == lines


def test_thoughts_of_equal_length_stay_apart() -> None:
    lines = [
        "bra möte med oslo om bostäder och trafik",
        "köpenhamn kunde tyvärr inte komma i år",
        "alla fick prova den nya appen på plats",
        "frågor om moms från deltagarna i salen",
    ]
    assert thoughts("\n".join(lines)) == lines


def test_tables_fences_and_quotations_lose_no_words() -> None:
    text = "| a | b |\n|---|---|\n| 1 | 2 |\n\n```text\n- kod\n```\n\n> citat\n\n***"
    assert [line.text for line in parse_notes(text)] == [
        "| a | b |",
        "| 1 | 2 |",
        "```text",
        "- kod",
        "citat",
    ]


TEXTS = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(
            "# \n ** - 1 2. a) [x] | > `` ``` == --- : ord ORD 10.30 \t , . o \r "
            "\x85 \u2028 \f".split(" ")
        ),
        max_size=40,
    ).map(" ".join),
)


@given(TEXTS)
def test_no_line_is_lost_or_changed(text: str) -> None:
    physical = split_lines(text)
    lines = parse_notes(text)
    numbers = [line.number for line in lines]
    assert numbers == sorted(set(numbers))
    assert all(line.text and line.text in physical[line.number - 1] for line in lines)
    worded = {n for n, line in enumerate(physical, 1) if any(map(str.isalnum, line))}
    assert worded <= set(numbers)


@given(TEXTS)
def test_links_point_back_at_lines_of_the_right_kind(text: str) -> None:
    lines = {line.number: line for line in parse_notes(text)}
    for line in lines.values():
        assert not line.heading or lines[line.heading].kind is LineKind.HEADING
        assert max(line.heading, line.parent, line.continues) < line.number
        assert not line.continues or lines[line.continues].continues == 0


@pytest.mark.parametrize("text", ["", "\n \n\t\n", "-----\n\n***\n", "???"])
def test_notes_that_say_nothing_are_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "anteckningar.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NotesError, match="innehåller inga anteckningar") as caught:
        read_notes(path)
    assert caught.value.path == path


def test_a_notes_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "anteckningar.txt"
    path.write_bytes("## Öppet\r\n- på ön\r\n".encode("cp1252"))
    assert read_notes(path) == (
        Line(1, "Öppet", LineKind.HEADING),
        Line(2, "på ön", LineKind.BULLET, heading=1),
    )
