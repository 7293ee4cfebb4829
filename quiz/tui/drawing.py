"""Drawing: documents read and drawn from, the same for the review desk and for `quiz draw`.

What the author taught decides which rules come first and which are silent, and their own packs
lend wrong options.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from quiz.core.text import Clean, clean, line
from quiz.draw.document import Document, apart, from_text, read
from quiz.draw.drawing import Drawing, Progress, draw
from quiz.draw.options.lent import Lent
from quiz.draw.parsing.parser import found
from quiz.draw.rank import learned
from quiz.store import own
from quiz.store.desk.taught import Taught
from quiz.store.documents import content
from quiz.store.once import first
from quiz.store.places import Places
from quiz.store.whereabouts import remember

PASTED = "Pasted notes"
TITLE = 24
"""Characters of a title that every list of packs can show."""
_FEWEST = 7
"""Characters before a colon that are no title by themselves."""
_UNENDED = re.compile(
    r"(?:[\s:,;.–—-]+(?:(?:an?|the|of|in|on|at|to|and|or|by|for|with|from|as|its?|his|her)\b)?)+$",
    re.I,
)
"""What a title that was cut cannot end with."""


def documents(what: Sequence[Path] | str, step: Progress) -> list[Document]:
    """Read documents, or a text as one; two with one name get ids apart. Raises Unreadable."""
    if isinstance(what, str):
        return [replace(from_text(f"{PASTED}.md", what), file=Clean(""))]
    found: list[Document] = []
    for number, file in enumerate(what):
        step(f"reading {line(file.name)}", number, len(what))
        found.append(read(file.name, content(file)))
    return list(apart(found))


def titled(told: Sequence[Document], ahead: str = "") -> Clean:
    """A short title for what was drawn: of the first document that has one, else of its file.

    It ends behind a word, and not behind one such as "the"; `ahead` is what it begins with.
    """
    named = (d.title for d in told if d.title != PurePath(d.file).stem)
    words = next(named, None) or told[0].title.replace("_", " ").replace("-", " ")
    text, room = line(words), TITLE - len(ahead)
    if len(text) > room:
        whole = text[: room + 1].rpartition(" ")[0] or text[:room]
        head = whole.partition(": ")[0]
        text = Clean(_UNENDED.sub("", head if len(head) > _FEWEST else whole))
    for one, other in ('""', "“”", "()", "[]"):
        if text.count(one) != text.count(other) or (one == other and text.count(one) % 2):
            text = Clean(text.replace(one, "").replace(other, ""))
    return Clean(f"{ahead}{text.strip(' :,;.-–—') or 'My notes'}")


def drawing(
    what: Sequence[Path] | str,
    places: Places,
    step: Progress,
    *,
    topic: str = "",
    most: int | None = None,
) -> Drawing:
    """Read and draw; `step` may raise to cancel. Raises Unreadable."""
    if not isinstance(what, str):
        remember(places, [file.parent for file in what])
    taught, helper = Taught.at(places), found()
    made = draw(
        documents(what, step),
        taught=learned(taught.table()),
        topic=topic,
        most=most,
        packs=Lent(lambda: own.newest(places.own)),
        parser=helper.parser,
        progress=step,
    )
    notes = [*made.notes]
    if taught.muted:
        told = f"Muted on the review desk: {', '.join(taught.muted)}."
        notes.append(clean(told))
    if helper.said and (not helper.once or first(places, "parser")):
        notes.append(clean(helper.said))
    return replace(made, notes=tuple(notes))
