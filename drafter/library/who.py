"""Who is sitting at the machine: the name that she is signed in under."""

import getpass

UNKNOWN = "okänd användare"


def who() -> str:
    """The name of the user's account; said to be unknown where the system does not tell."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # which one differs between systems
        return UNKNOWN
