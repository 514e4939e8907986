"""The must-facts of the sample, each as words that the report has to hold, in any order.

A fact is found when every one of its parts is; a part may give several wordings, any of which
will do.
"""

import re

HEADER = {
    "F01": ["Handläggare: Marc Zetterblom"],
    "F02": ["Datum: 2017-02-23"],
    "F03": ["Dnr. 803-1966/2016"],
    "F04": ["IB nr 3/2017 den 22 mars", "Dagordningspunkt/bilaga 7.1"],
    "F06": ["Nordisk huvudstadskonferens 2017, den 16–17 februari 2017 i Helsingfors, Finland"],
    "F07": [
        "Eva-Louise Erlandsson Slorach, KFO (S)",
        "Margareta Björk, 1:e vice KFO (M)",
        "Mats Berglund, 2:e vice KFO (MP)",
        "Rana Carlstedt, fullmäktigeledamot (S)",
        "Freddy Grip, fullmäktigeledamot (V)",
        "Rasmus Jonlund, ers. fullmäktige (L)",
        "Elin Sundin, borgarrådssekreterare, finansroteln (S)",
        "Angeliqa Karlernäs, borgarrådssekreterare (M)",
        "Marc Zetterblom, projektledare, SLK",
    ],
}

BODY = {
    "F08": ["inbjud", "delegation"],
    "F09": ["vartannat år"],
    "F10": ["politiker", "ledande tjänste", "gemensamt intresse", "erfarenhetsutbyte"],
    "F11": ["Reykjavik 2003"],
    "F12": ["Stockholm, Helsingfors, Oslo, Köpenhamn, Stockholm(,| och) Reykjavik"],
    "F13": ["”huvudstäderna” Torshavn, Mariehamn och Nuuk"],
    "F14": ["utom Nuuk|förutom Nuuk"],
    "F15": ["Open Cities – The Nordic Way och Resilient City"],
    "F16": ["hållbar stadsutveckling", "demokratisk hållbarhet", "smarta nordiska städer"],
    "F17": ["esök hos Nordiska Investeringsbanken", "verksamhet", "finansiella instrument"],
    "F18": ["interaktivt", "profilera Stockholm"],
    "F19": ["Impact of Openness and Social Media in Political Decision-making"],
    "F20": [
        "New Innovative Ways for Citizens to Participate",
        "KFO|[Kk]ommunfullmäktiges ordförande",
        "goda exempel",
    ],
    "F21": ["Tech-gården", "Spånga-Tensta", "unga", "påverka"],
    "F22": ["[Kk]unskapsutbyte", "värdefullt", "Stockholm, Oslo, Köpenhamn(,| och) Helsingfors"],
    "F23": ["förutsättningar och utmaningar", "olika lösningar"],
    "F24": ["symboliskt", "verksamhetsnära"],
    "F25": ["ledande politiker", "regelbundet", "goda relationer"],
    "F26": ["[Kk]unskapsöverföring", "stadsspecifika erfarenheter", "viktigare"],
    "F27": ["internationella organisationer", "medlemmar"],
    "F28": [
        "(3|tre) (senaste|föregående) konferenserna",
        "inte till något initiativ|inget initiativ",
    ],
    "F29": ["Köpenhamn 2011", "exportkatalog", "gröna lösningar"],
    "F30": ["Stockholm 2013", "tävling i best practice", "(fyra|4) områden"],
    "F31": ["Reykjavik 2015", "[Nn]ordisk deklaration", "COP21", "Paris 2016"],
    "F32": ["ollegiala utbytet", "politisk nivå", "tjänstemannanivå", "väl förberedda"],
    "F33": ["Reykjavik", "bristfälligt", "fint tillfälle till interaktion", "formella", "sociala"],
    "F34": ["tyvärr", "inte så väl förberett", "alldeles för sent"],
    "F35": ["inte fastställas förrän två veckor före mötet"],
    "F36": ["[Vv]arken Stockholm, Oslo, Köpenhamn eller Reykjavik", "KSO"],
    "F37": ["anmärka på", "framför allt|Framför allt", "planering", "kommunikation"],
    "F38": ["värdstad", "nära samarbete", "Helsingfors brast"],
    "F39": ["aldrig", "syfte", "format", "sessionerna"],
    "F40": ["en viss osäkerhet", "gynnade inte|inte gynnade"],
    "F41": ["Oslo 2019", "tjänstemannamöte", "Stockholm 2018"],
}

FACTS = HEADER | BODY


def missing_facts(text: str) -> list[str]:
    """The ids of the facts that a report does not hold."""
    flat = " ".join(re.sub(r" \[[\d, D]+\]|\*\*", "", text).split())
    return [
        fact
        for fact, parts in FACTS.items()
        if not all(
            re.search(part if part in _PATTERNS else re.escape(part), flat) for part in parts
        )
    ]


_PATTERNS = {part for parts in BODY.values() for part in parts}
