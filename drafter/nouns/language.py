"""What the language check is asked for."""

from enum import StrEnum


class HouseStyle(StrEnum):
    """How an authority writes.

    ``MSR`` follows the state's writing rules, ``STOCKHOLM`` has no abbreviations in running text
    besides, and ``TOLERANT`` leaves out what is a matter of taste.
    """

    MSR = "msr"
    STOCKHOLM = "stockholm"
    TOLERANT = "tolerant"
