"""The program as it is started: nothing leaves the process but through the gate."""

import sys

from drafter.cli import main
from drafter.llm import guard


def run() -> int:
    """Put up the guard, then run the command line's command."""
    guard.stand()
    return main()


if __name__ == "__main__":
    sys.exit(run())
