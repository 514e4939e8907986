"""drafter: from an official's rough notes to a formal Swedish report that can be checked.

The house, from the roof down. Imports only go down; floors joined by ``|`` do not know each
other::

    cli                    the commands
    console                findings, errors and progress in a terminal
    pipeline | export      the story, and the ways out
    steps | checks         one verb a file; one family of rules a file
    llm | library          the world outside: models, files, prompts
    text                   pure Swedish text
    nouns                  the frozen things that the steps take and return
    errors                 everything that drafter raises on purpose
"""

__version__ = "0.1.0"
