"""`quiz draw`: what it finds, what it must never propose, and what it takes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.draw.measured import (
    FACTS,
    FOUR,
    OWN,
    documents,
    drawing,
    forbidden,
    recall,
    table,
    trapped,
)

HEAD = ("what", "measured", "wanted")
PAGES, PAGE = 300, 2_400
"""Pages of a long text, and the characters of one."""
_CALENDAR = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December"
)
_WORDS = "ka lo mi ren sta vor bel dun tri pex mal gor fin sel tam wex qui zor pla nim"
_SOUNDS = _WORDS.split()
_MEMORY = """
import re, sys
from pathlib import Path
from quiz.draw.document import read
from quiz.draw.drawing import draw
file = Path(sys.argv[1])
draw([read(file.name, file.read_bytes())])
status = Path("/proc/self/status")  # the high water of this very process, in kilobytes
told = re.search(r"VmHWM:\\s*(\\d+)", status.read_text()) if status.exists() else None
print(told[1] if told else 0, end="")
"""


def rows() -> list[tuple[str, ...]]:
    """Measure the four documents where they are, our own, one article, and a long text."""
    told: list[tuple[str, ...]] = []
    if FOUR.is_dir():
        drawn = drawing(FOUR)
        hits, missed = recall(drawn)
        share = len(hits) / (len(hits) + len(missed))
        told += [
            ("proposals, the four documents", str(len(drawn.drafts)), ">= 45"),
            (f"recall of {len(table(FACTS)['fact']) - 2} facts", f"{share:.0%}", ">= 70%"),
            ("never to be proposed", str(len(forbidden(drawn))), "0"),
        ]
    own = drawing(OWN)
    told += [
        ("proposals, documents of our own", str(len(own.drafts)), ""),
        ("fallen into traps, or taken a side", str(len(trapped(own))), "0"),
    ]
    return [*told, *_articles(), _long(), *_parsed()]


def _parsed() -> list[tuple[str, ...]]:
    """What the language parser adds, and what it costs; why not, where it is not there."""
    from quiz.draw.document import read
    from quiz.draw.drawing import Drawing, draw
    from quiz.draw.parsing.parser import loaded
    from quiz.errors import QuizError

    start = perf_counter()
    try:
        parser = loaded()
    except QuizError as missing:
        return [("with the language parser", "skipped", str(missing.message))]
    loading = f"{perf_counter() - start:.2f} s"
    told: list[tuple[str, ...]] = [("with the parser: to load it", loading, "")]

    def both(folder: Path) -> tuple[Drawing, Drawing, float]:
        begun = perf_counter()
        helped = draw(documents(folder), parser=parser)
        return drawing(folder), helped, perf_counter() - begun

    for name, folder in (("the four documents", FOUR), ("documents of our own", OWN)):
        if folder.is_dir():
            alone, helped, took = both(folder)
            many = f"{len(alone.drafts)} -> {len(helped.drafts)} in {took:.1f} s"
            told.append((f"with the parser: proposals, {name}", many, ""))
            wrong = forbidden(helped) if folder == FOUR else trapped(helped)
            told.append((f"with the parser: never, or traps, {name}", str(len(wrong)), "0"))
    start = perf_counter()
    helped = draw([read("long.md", long_text(PAGES).encode())], parser=parser)
    took = perf_counter() - start
    told.append(
        (f"with the parser: {PAGES} pages, {len(helped.drafts)} drafts", f"{took:.1f} s", "")
    )
    return told


def _articles() -> list[tuple[str, ...]]:
    """The slowest article's time, and the memory of the hungriest."""
    from quiz.draw.document import read
    from quiz.draw.drawing import draw

    folder = FOUR if FOUR.is_dir() else OWN
    files = sorted(
        f for f in folder.iterdir() if f.suffix in (".txt", ".md") and f.stem != "README"
    )
    seconds: list[float] = []
    memory: list[int] = []
    for file in files:
        timed = []
        for _ in range(3):
            start = perf_counter()
            draw([read(file.name, file.read_bytes())])
            timed.append(perf_counter() - start)
        seconds.append(median(timed))
        run = [sys.executable, "-c", _MEMORY, str(file)]
        memory.append(int(subprocess.run(run, capture_output=True, check=True, text=True).stdout))
    return [
        ("seconds for an article, the slowest", f"{max(seconds):.2f} s", "<= 1 s"),
        ("memory for an article, the most", f"{max(memory) / 1024:.0f} MB", "<= 100 MB"),
    ]


def _long() -> tuple[str, ...]:
    """A text of three hundred pages."""
    from quiz.draw.document import read
    from quiz.draw.drawing import draw

    content = long_text(PAGES).encode()
    start = perf_counter()
    drawn = draw([read("long.md", content)])
    took = perf_counter() - start
    return f"{PAGES} pages, {len(drawn.drafts)} drafts", f"{took:.1f} s", "<= 60 s"


def long_text(pages: int) -> str:
    """Text of so many pages: our own documents over and over, with other names and years."""
    source = "\n\n".join(
        file.read_text("utf-8") for file in sorted(Path(OWN).glob("*.md")) if file.stem != "README"
    )
    found: list[str] = []
    size = 0
    copy = 0
    while size < pages * PAGE:
        sound = f"{_SOUNDS[copy % 20]}{_SOUNDS[copy // 20 % 20]}"

        def renamed(name: re.Match[str], sound: str = sound) -> str:
            return name[0] if _CALENDAR.fullmatch(name[0]) else f"{name[0]}{sound}"

        text = re.sub(r"(?<!^)\b[A-Z][a-z]{4,}\b", renamed, source)
        found.append(text)
        size += len(text)
        copy += 1
    return "\n\n".join(found)[: pages * PAGE]
