"""What stands in Anki's notes: sounds and pictures taken out, HTML to text, gaps to questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.author.compose import NO_PROMPT, squeezed, tags
from quiz.author.formats import Card, Fields, Found, Result, Skipped
from quiz.author.html import has_media, looks_like_html, plain
from quiz.author.moodle import BLANK
from quiz.core.text import Clean, clean

_SOUND = re.compile(r"\[sound:[^\]\n]{0,300}\]|\[anki:[^\]\n]{0,300}\]")
_GAP = re.compile(
    r"\{\{c(\d{1,3})::((?:(?!\{\{|\}\}).){1,2000}?)(?:::((?:(?!\{\{|\}\}).){0,500}))?\}\}",
    re.DOTALL,
)


def card(
    line: int, front: str, back: str, extra: str, more: Fields, *, html: bool | None = None
) -> Iterator[Result]:
    """Make cards of a note's texts; where there are gaps in it, one question for each number.

    `html` says whether the texts are HTML; if nobody has said so, they are looked at.
    """
    media = any(_SOUND.search(text) or has_media(text) for text in (front, back, extra))
    lost = ("pictures and sounds",) if media else ()
    asked, answer, rest = (_text(text, html) for text in (front, back, extra))
    if "{{c" in front and _GAP.search(asked):
        yield from _gaps(line, asked, "\n".join(filter(None, (answer, rest))), more, lost)
        return
    if not asked or not answer:
        shown = "a picture or a sound" if media else ""
        side = NO_PROMPT if not asked else "there is no answer"
        yield Skipped(line, f"{side}, only {shown}" if shown else side)
        return
    if rest:
        more = more | {"explanation": rest}
    yield Card(line, asked, squeezed(answer), (), more, lost)


def _text(text: str, html: bool | None) -> Clean:
    text = _SOUND.sub("", text)
    if html or (html is None and looks_like_html(text)):
        return plain(text)
    return Clean(clean(text).strip())


def _gaps(line: int, text: str, after: str, more: Fields, lost: Sequence[str]) -> Iterator[Result]:
    """Ask for each numbered gap in turn, the others being shown."""
    found = list(_GAP.finditer(text))
    for number in dict.fromkeys(gap[1] for gap in found):
        own = [gap for gap in found if gap[1] == number]
        shown = _GAP.sub(lambda gap, n=number: BLANK if gap[1] == n else gap[2], text)  # type: ignore[misc]
        fields: Fields = {"kind": "short-answer", "prompt": Clean(shown.strip())}
        fields["answer"] = squeezed(Clean(", ".join(dict.fromkeys(gap[2] for gap in own))))
        hints = [squeezed(Clean(gap[3])) for gap in own if gap[3]]
        if hints:
            fields["hints"] = hints
        if after:
            fields["explanation"] = Clean(after)
        origin = more.get("origin", {})
        if origin and len({gap[1] for gap in found}) > 1:
            fields["origin"] = {**origin, "id": f"{origin.get('id', '')} c{number}"}
        yield Found(line, more | fields, tuple(lost))


def shared(guid: str, labels: str) -> Fields:
    """Keep a note's own id and its tags."""
    more: Fields = {}
    if guid.strip():
        more["origin"] = {"id": squeezed(clean(guid))}
    named = tags(clean(labels).replace("::", "-").split())
    if named:
        more["tags"] = named
    return more
