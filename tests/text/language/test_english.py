"""English is found where it stands, to the letter, and Swedish is left to the Swedish rules."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.language.english import english_spans

SAMPLE = Path(__file__).parents[3] / "samples" / "nordisk-huvudstadskonferens"

# A sentence, and the English in it.
ENGLISH = [
    # titles of sessions, themes and reports
    (
        "Temat var Open Cities – The Nordic Way och Resilient City.",
        ["Open Cities – The Nordic Way", "Resilient City"],
    ),
    (
        "Den första var Impact of Openness and Social Media in Political Decision-making.",
        ["Impact of Openness and Social Media in Political Decision-making"],
    ),
    (
        "Under rubriken New Innovative Ways for Citizens to Participate delade KFO exempel.",
        ["New Innovative Ways for Citizens to Participate"],
    ),
    (
        "Rapporten Towards a Circular Economy: Lessons from the Baltic Sea Region kom i maj.",
        ["Towards a Circular Economy: Lessons from the Baltic Sea Region"],
    ),
    (
        "Talet The Art of the Possible: How to Be of Use to the City and the Region hölls först.",
        ["The Art of the Possible: How to Be of Use to the City and the Region"],
    ),
    ("Fake News and How to Fight It var temat.", ["Fake News and How to Fight It"]),
    ("Strategin heter From Farm to Fork.", ["From Farm to Fork"]),
    ("Skolan kallade projektet It Takes a Village.", ["It Takes a Village"]),
    ("Temat för dagen: Safer Streets for All.", ["Safer Streets for All"]),
    ("Citizens’ Voices in Planning var välbesökt.", ["Citizens’ Voices in Planning"]),
    ("Panelen What's Next for Democracy? ställdes in.", ["What's Next for Democracy"]),
    ("Han talade om Age-friendly Cities.", ["Age-friendly Cities"]),
    # names beside small words of English belong to it, others at its ends do not
    (
        "A New Deal for Cities: Lessons from Malmö kom.",
        ["A New Deal for Cities: Lessons from Malmö"],
    ),
    ("University of Copenhagen bjöd in.", ["University of Copenhagen"]),
    ("Inbjudan kom från Covenant of Mayors i Bryssel.", ["Covenant of Mayors"]),
    ("Konferensen Open Cities hölls.", ["Open Cities"]),
    ("Program Smart City Expo delades ut.", ["Smart City Expo"]),
    ("Under Nordic Safe Cities Oslo talade hon.", ["Nordic Safe Cities"]),
    ("Session A: How to Build Trust", ["How to Build Trust"]),
    ("Med Nordic Safe Cities – Region Skåne", ["Nordic Safe Cities"]),
    ("Smart City Expo 2025 hölls i november.", ["Smart City Expo"]),
    # networks and institutions, one by one
    ("Staden är medlem i Nordic Safe Cities sedan 2016.", ["Nordic Safe Cities"]),
    (
        "World Bank, Region Skåne, European Commission och Telia",
        ["World Bank", "European Commission"],
    ),
    (
        "Global Covenant of Mayors for Climate & Energy växer.",
        ["Global Covenant of Mayors for Climate & Energy"],
    ),
    ("Nordic Council of Ministers betalade.", ["Nordic Council of Ministers"]),
    ("Hon är Chief Digital Officer i Oslo.", ["Chief Digital Officer"]),
    # compounds are Swedish from the hyphen on
    ("Open Cities-konferensen hölls i Oslo.", ["Open Cities"]),
    # quotations, whole
    ("Hon sade: ”We cannot build our way out of this.”", ["We cannot build our way out of this."]),
    (
        'Han sade: "Safe, clean and green cities don’t happen by accident."',
        ["Safe, clean and green cities don’t happen by accident."],
    ),
    ("Panelen »Smart cities – for whom?« ställdes in.", ["Smart cities – for whom?"]),
    (
        "”De kom hit med Open Cities – The Nordic Way”, sade hon.",
        ["Open Cities – The Nordic Way"],
    ),
    # phrases in lower case
    (
        "Rapporten sammanfattar lessons learned from the pandemic och pekar framåt.",
        ["lessons learned from the pandemic"],
    ),
    (
        "De kallade det a journey towards a more sustainable city i programmet.",
        ["a journey towards a more sustainable city"],
    ),
    ("Begreppet the right to the city nämndes.", ["the right to the city"]),
    ("Mottot var from words to action.", ["from words to action"]),
    ("Alla vill ha a seat at the table.", ["a seat at the table"]),
    ("Det är state of the art inom området.", ["state of the art"]),
    # a space that must not break is a space
    ("Temat var Resilient\u00a0City.", ["Resilient\u00a0City"]),
]

NOTHING = [
    # Swedish
    "",
    "Staden bjöds in att delta med en delegation, och den tackade ja.",
    "Arbetet är fast och konkret, en art av plan för stadens land.",
    "En gift person fick en gift i present; det var ett gott system.",
    "God kvalitet, bra program, stark region och smart teknik.",
    "Art, land, gift, fast, hand, barn, bad, dog, fart, slut, men, under, all, an, is, in, for",
    "Budget, personal, information, organisation, region, plan, park, hall, bank, film",
    "In kom ordföranden. Is låg på sjön. All personal fick information.",
    "Digital service, social design och global handel diskuterades.",
    "Kommunen har ett nytt intranät, ett IT-system och en app.",
    "Han åkte hiss. Hon kom an på det och for till Island.",
    "WHO och EU beslutade, AND och OR är operatorer.",
    "Bilaga A, Tabell 2 och Figur B",
    # names
    "Visit Värmland och Region Skåne deltog.",
    "Stockholm Business Region ansvarar för etableringar.",
    "Under mötet talade Anna Smart om budgeten.",
    "Karin Young och Tom Green hälsade, Will Park och My Green också.",
    "Urban Lind, Love Storm och Mark Hall",
    "Delegationen reste till Oslo, London och New York.",
    "Green Cargo kör godståg, och klockan Big Ben hördes.",
    "Friends Arena, Malmö Live och Hotel Reisen ligger nära.",
    "Team Stockholm, Forum Syd, Start Stockholm och Station Malmö",
    "Stadsmuseet, Ericsson, Telia, Volvo Cars och Scania",
    "På torget finns H&M, IKEA och 7-Eleven.",
    "Center for Kultur i Köpenhamn bjöd in.",
    # loans, one or two together
    "Staden tävlade i best practice inom fyra områden.",
    "Best practice är ett bra sätt att lära.",
    "De höll en workshop om deadline och feedback för varje start-up.",
    "Best practice, workshop, deadline, start-up",
    "Ett living lab för smart mobility, know-how och work-life balance",
    "Kick-off, drop-in, stand-up och check-in",
    'Hon sade ”deadline”, »pitch« och "best practice" flera gånger.',
    "Ett team i region Halland har ett event i city.",
    "Public service och public-private partnership",
    # our neighbours' languages
    "Byen har et center for børn og unge, og det er godt for alle her.",
    "Det er vigtigt for at give let adgang til byen, og de to skal have mere tid.",
    "Byen er god å bo i, og alle er med på laget. Vi må ha mer tid til dette her.",
    "Haus der Kulturen der Welt, Berlin Partner und Deutscher Städtetag",
    "Wir haben eine gute Region, die international ist, und das war so in der Stadt.",
    "Métropole du Grand Paris, Place de la République och Centre Pompidou",
    "La ville est un lieu de participation et de communication durable.",
    "Direction générale de la communication et des relations internationales",
    # what stops in the middle
    "Mall of är ett köpcentrum, och han läser The.",
    "Hon är Head of på bolaget.",
    "”",
    "”””",
    "the",
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_is_found_to_the_letter(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_else_is_found(text: str) -> None:
    assert found(text) == []


def test_whole_notes_have_the_english_that_they_have() -> None:
    assert found((SAMPLE / "anteckningar.md").read_text(encoding="utf-8")) == [
        "Open Cities – The Nordic Way",
        "Resilient City",
        "Impact of Openness and Social Media in Political Decision-making",
        "New Innovative Ways for Citizens to Participate",
    ]


WORDS = st.sampled_from("Open Cities the of och är Oslo a I 2030 – , : ”We can” citizens’".split())


@given(st.lists(WORDS | st.text(max_size=3), max_size=30))
def test_the_places_come_in_order_and_stand_between_words(parts: list[str]) -> None:
    text, last = " ".join(parts), 0
    for start, end in english_spans(text):
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert not (text[start - 1 : start].isalnum() and start)
        assert not text[end : end + 1].isalnum()
        last = end


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in english_spans(text)]
