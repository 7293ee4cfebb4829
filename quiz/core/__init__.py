"""The rules of the game: no files, no clock, no global random, no screen.

From the text up: ``text``, ``numerals``, ``spelling``, ``rivals`` and ``judge`` decide what is the
same, and ``amount`` reads numbers; ``question``, ``form`` and ``kinds`` say what is asked, ``pack``
holds questions, ``rules`` gives points, ``round`` is a game as a fold over its ``records``,
``modes`` are the ways to play, and ``tally``, ``board`` and ``memory`` turn what was played into
numbers.
"""
