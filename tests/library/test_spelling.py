"""The dictionary's own process, and what it is spared."""

import os
import signal
import subprocess
import sys

from tests.processes import posix

ASKER = """\
import signal
from drafter.library.spelling import dictionary

signal.signal(signal.SIGINT, lambda *_: None)
words = dictionary()
words.unknown(["hus"])
print("redo", flush=True)
input()
print(*words.unknown(["hus", "hsu"]))
"""


@posix
def test_the_terminals_ctrl_c_is_not_the_dictionarys() -> None:
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", ASKER]
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, start_new_session=True
    ) as run:
        assert run.stdout
        assert run.stdout.readline() == "redo\n"
        os.killpg(run.pid, signal.SIGINT)
        out, told = run.communicate("\n", timeout=60)
    assert (out, told) == ("hsu\n", "")
