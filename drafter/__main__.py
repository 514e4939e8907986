"""The program as it is started: nothing leaves the process but through the gate."""

import gc
import sys

from drafter.cli import main
from drafter.llm import guard


def run() -> int:
    """Put up the guard, then run the command line's command."""
    guard.stand()
    code = main()
    # Memory goes with the process: to search it all for garbage first takes a tenth of a second.
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(run())
