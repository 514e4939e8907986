"""Street addresses of the Nordic countries and some others: a street and a house number."""

import re

_HOUSE = (
    r" \d{1,3}(?: ?[-–] ?\d{1,3})?(?: ?[a-h](?!\w))?(?![\w%]|[.,:]\d|/\d)"
    r"(?! ?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|km|m|meter|kr|tkr|mkr|st|ggr|gånger"
    r"|år|min|minuter|timmar|personer|procent|kl|bilar|elever|bostäder|lägenheter|deltagare)"
    r"[a-zåäö]*\b)"
)
_POSTAL = r"(?:,? (?:lgh|läg\.?) \d{4})?(?:,? (?:se?-)?\d{3} ?\d{2} [a-zåäö-]{2,})?"

_STREETS = (
    r"(?:gatan|gata|vägen|gränden|gränd|stigen|allén|esplanaden|torget|backen|kajen|liden|slingan"
    r"|strasse|straße|straat|gade|gaten|veien|vej|pladsen|katu|kuja|tie)"
)
_NO_STREET = (
    r"(?:järn|motor|cykel|gång|huvud|lokal|gen|om|ut|in|snabb|bil|lands|skol|av|till|på|mid|mellan"
    r"|prak|hand|fram|lång|arbets|mot|gå|prome)"
)

OF_TWO_NAMES = re.compile(
    rf"(?P<it>(?<![\w-])\w+ \w+s (?:plan|plats|torg|väg|gata|gränd|allé|park|gate|plass|vei)"
    rf"{_HOUSE}{_POSTAL})"
)
"""``Gustav Adolfs torg 4``, ``Karl Johans gate 22``; only where it begins with a capital."""

ADDRESSES = (
    # Storgatan 5 B, Norra Stationsgatan 12, Aleksanterinkatu 52
    re.compile(
        rf"(?P<it>(?:(?<!\w)(?:norra|södra|östra|västra|stora|lilla|nya|gamla|övre|nedre|s:t|sankt)"
        rf" )?(?<![\w-])(?!{_NO_STREET}{_STREETS} )\w{{2,}}{_STREETS}{_HOUSE}{_POSTAL})"
    ),
    # Vasas väg 3
    re.compile(rf"(?P<it>(?<![\w-])\w{{3,}}s (?:väg|gata|gränd|torg){_HOUSE}{_POSTAL})"),
    # 10 Downing Street, Rue de la Loi 200
    re.compile(
        r"(?P<it>(?<![\w-])\d{1,3}[a-d]? (?:\w+ ){1,3}(?:street|road|avenue|lane|square))(?!\w)"
    ),
    re.compile(rf"(?P<it>(?<![\w-])(?:rue|avenue|boulevard)(?: \w+){{1,4}}{_HOUSE})"),
    # Box 123, 112 20 Stockholm
    re.compile(r"(?P<it>(?<!\w)box \d{1,5}, (?:se?-)?\d{3} ?\d{2} [a-zåäö-]{2,})"),
)
"""Patterns of folded text; ``it`` is the address, its postal code included where it stands."""
