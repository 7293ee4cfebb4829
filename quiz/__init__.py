"""Palmarès: a trivia game for the terminal.

The map, from the rules outwards; imports go one way,
``cli -> tui -> (store | draw | author) -> core``:

* ``quiz.core``    the rules of the game: no files, no clock, no screen
* ``quiz.store``   the disk: packs, the journal of every answer, players, high scores
* ``quiz.draw``    questions from documents, each with its proof
* ``quiz.author``  making packs: checks, foreign formats
* ``quiz.tui``     the screen
* ``quiz.cli``     one file, one command
* ``quiz.errors``  every error this program raises on purpose
"""

__version__ = "1.0.0"
