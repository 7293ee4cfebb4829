"""Evidence: passages of documents with the words marked that prove an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from textual.content import Content

from quiz.core.text import Clean
from quiz.store.desk.drawn import Paper, Passage
from quiz.tui.plain import fit, oneline
from quiz.tui.signs import Signs
from quiz.tui.widgets.lines import cut

Spans = Sequence[tuple[int, int]]
_WORD = re.compile(r"\S+")
_FEW = 5
"""Lines of what stands before and after a passage."""
_MARK, _REST = "bold $text", "$dim"


def spans(passage: Passage) -> Spans:
    """Where the evidence stands: the sentence, else the key terms."""
    if passage.end > passage.start:
        return [(passage.start, passage.end)]
    found = [(passage.text.find(term), len(term)) for term in passage.says]
    return [(at, at + size) for at, size in found if at >= 0]


def marked(text: Clean, places: Spans, width: int) -> Iterator[tuple[bool, Content]]:
    """Break a text into lines of at most `width` cells; say of each whether anything is marked."""
    line: list[tuple[int, str]] = []
    used = 0
    for at, word in _words(text, width):
        size = cell_len(word)
        if line and used + 1 + size > width:
            yield _line(line, places)
            line, used = [], 0
        used += size + (1 if line else 0)
        line.append((at, word))
    if line:
        yield _line(line, places)


def _words(text: str, width: int) -> Iterator[tuple[int, str]]:
    """Every word with its place; one that is too long for a line in pieces."""
    for found in _WORD.finditer(text):
        start, word = found.start(), found[0]
        while cell_len(word) > width:
            end = max(1, width if word.isascii() else width // 2)
            yield start, word[:end]
            start, word = start + end, word[end:]
        yield start, word


def _line(words: Iterable[tuple[int, str]], places: Spans) -> tuple[bool, Content]:
    """One line: what is marked in bold, the rest in the colour of labels."""
    parts: list[Content] = []
    hit = False
    for at, word in words:
        content = Content.styled(word, _REST)
        for start, end in places:
            if start < at + len(word) and at < end:
                content = content.stylize(_MARK, max(0, start - at), min(len(word), end - at))
                hit = True
        parts.append(content)
    return hit, Content(" ").join(parts)


def shown(
    passages: Sequence[Passage],
    papers: Sequence[Paper],
    width: int,
    signs: Signs,
    *,
    airy: bool = False,
) -> tuple[list[Content], int]:
    """All passages of a card, and the line on which the first evidence stands.

    Where there is room, `airy` gives the paragraphs before and after each as well.
    """
    lines: list[Content] = []
    first = -1
    titles = {paper.id: paper for paper in papers}
    for passage in passages:
        if lines:
            lines.append(Content(""))
        paper = titles[passage.document]
        tail = f", paragraph {passage.paragraph}"
        head = cut(paper.title, max(8, width - len(tail)))
        lines.append(oneline(Clean(head + tail), "$secondary"))
        before, after = _beside(paper, passage) if airy else ("", "")
        if before:
            lines += [*_quiet(before, width)[-_FEW:], Content("")]
        for hit, line in marked(passage.text, spans(passage), width - 2):
            if hit and first < 0:
                first = len(lines)
            sign = Content.styled(f"{signs.here} ", "$primary") if hit else Content("  ")
            lines.append(sign + fit(line, width - 2))
        if after:
            lines += [Content(""), *_quiet(after, width)[:_FEW]]
    return lines, max(0, first)


def _beside(paper: Paper, passage: Passage) -> tuple[str, str]:
    """The paragraphs before and after a passage, but no lines that are a part of it."""
    at = passage.paragraph
    told = [text for text in paper.paragraphs[max(0, at - 2) : at - 1] if text not in passage.text]
    after = paper.paragraphs[at : at + 1]
    return next(iter(told), ""), next((text for text in after if text not in passage.text), "")


def _quiet(text: str, width: int) -> list[Content]:
    """A paragraph in which nothing is marked."""
    return [Content("  ") + fit(row, width - 2) for _, row in marked(Clean(text), (), width - 2)]
