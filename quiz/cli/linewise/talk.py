"""Talk: the lines of a game, written and read; safe with any encoding, and with no terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import TextIO

from quiz.cli.report import as_json
from quiz.core.text import Clean, clean

LONGEST_LINE = 4096
"""Characters of a line that are read; the rest of a longer one is dropped."""
_SPELLED = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "−": "-",
        "…": "...",
        "×": "x",
        "œ": "oe",
        "æ": "ae",
        "ø": "o",
        "ß": "ss",
        "ł": "l",
        "Ł": "L",
        "Ø": "O",
        "·": ".",
        "≈": "~",
        "✓": "+",
        "✗": "x",
        "○": "o",
        "◐": "%",
        "■": "#",
        "□": ".",
        "★": "*",
        "☆": ".",
    }
)


class Talk:
    """What a game says and hears.

    `heard` is where lines come from, `said` where talk goes; `told` takes the judged answers as
    one JSON object a line, and is None where nobody asked for them. `piped` says that nobody sits
    at a terminal to read what is said before typing on.
    """

    def __init__(self, heard: TextIO, said: TextIO, told: TextIO | None = None) -> None:
        self._heard = heard
        self._said = said
        self._told = told
        self.piped = not heard.isatty()

    def say(self, text: str = "") -> None:
        """Write one line; whatever is in the text, it stays one line and safe."""
        self._write(" ".join(clean(text).split()) + "\n")

    def ask(self, prompt: str) -> Clean | None:
        """Ask for a line; None at the end of the input.

        What comes from a pipe is written behind the prompt, so that the talk reads the same.
        """
        self._write(f"{prompt} ")
        typed = self._heard.readline(LONGEST_LINE)
        more = typed
        while more and not more.endswith("\n"):
            more = self._heard.readline(LONGEST_LINE)
        line = Clean(" ".join(clean(typed).split()))
        if self.piped or not typed:
            self._write(f"{line}\n")
        return line if typed else None

    def tell(self, judged: Mapping[str, object]) -> None:
        """Write one judged answer as JSON, where that was asked for."""
        if self._told is not None:
            self._told.write(as_json(judged, self._told, indent=None) + "\n")
            self._told.flush()

    def _write(self, text: str) -> None:
        self._said.write(spelled(text, _encoding(self._said)))
        self._said.flush()


def spelled(text: str, encoding: str) -> str:
    """Write text in the letters that an encoding has, as near as it goes."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        plain = unicodedata.normalize("NFKD", text.translate(_SPELLED))
        bare = "".join(c for c in plain if not unicodedata.combining(c))
        return bare.encode(encoding, errors="replace").decode(encoding)
    return text


def _encoding(stream: TextIO) -> str:
    """The encoding of a stream, as Python calls it; streams in memory take everything."""
    return (getattr(stream, "encoding", None) or "utf-8").lower()
