"""Why an answer is right, and where that is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from quiz.core.text import Clean
from quiz.tui import plain
from quiz.tui.signs import Signs
from quiz.tui.table import Table
from quiz.tui.widgets.lines import cut, wrap

if TYPE_CHECKING:
    from quiz.core.pack import Pack
    from quiz.core.question import Citation, Question

_TITLE = 60
_LABEL = "Written in   "


def margin(width: int) -> tuple[int, int]:
    """Where reading text starts on a screen of this width, and how wide it is."""
    return (4, 72) if width >= 80 else (1, max(10, width - 2))


def paragraphs(text: Clean, width: int, ink: str = "") -> list[Content]:
    """Reading text in lines, indented."""
    indent, room = margin(width)
    return [Content(" " * indent) + plain.show(line, ink) for line in wrap(text, room)]


def explained(question: Question, width: int) -> list[Content]:
    """The explanation, if there is one."""
    return paragraphs(question.explanation, width) if question.explanation else []


def written(pack: Pack | None, question: Question, width: int, signs: Signs) -> list[Content]:
    """Document, date, paragraph and key terms of the first citation, in two lines."""
    if not question.cite:
        return []
    first, more = question.cite[0], len(question.cite) - 1
    title = titled(pack, first)
    says = said(first, signs)
    if more:
        says = Clean(f"{says} {signs.dot} {more} more: v")
    indent, room = margin(width)
    if width < 80:
        text = Clean(f"{title}, {says}")
        lines = wrap(text, room)[:2]
        return [Content(" ") + plain.oneline(line, "$secondary") for line in lines]
    start = " " * indent
    return [
        Content(start + _LABEL).stylize("$dim") + plain.oneline(cut(title, _TITLE), "$secondary"),
        Content(start + " " * len(_LABEL)) + plain.oneline(cut(says, _TITLE), "$secondary"),
    ]


def sources(pack: Pack | None, question: Question, width: int, signs: Signs) -> list[Content]:
    """Every citation, with all that is known of its document."""
    told: list[Content] = []
    for cite in question.cite:
        document = pack.document(cite.document) if pack else None
        told += paragraphs(titled(pack, cite), width, "bold $secondary")
        told += paragraphs(said(cite, signs), width)
        for word, text in (
            ("by", document.author if document else None),
            ("at", document.url if document else None),
            ("file", document.file if document else None),
        ):
            if text:
                told += paragraphs(Clean(f"{word} {text}"), width, "$dim")
        told.append(Content(""))
    return told or paragraphs(Clean("This question names no source."), width, "$dim")


def titled(pack: Pack | None, cite: Citation) -> Clean:
    """The document's title with its month or year."""
    document = pack.document(cite.document) if pack else None
    return document.dated() if document else Clean(cite.document)


def said(cite: Citation, signs: Signs) -> Clean:
    """The paragraph and the key terms that stand in it."""
    terms = f" {signs.dot} ".join(cite.says)
    return Clean(f"paragraph {cite.paragraph}: {terms}" if terms else f"paragraph {cite.paragraph}")


def hints(table: Table, width: int) -> list[Content]:
    """The hints that are open."""
    told: list[Content] = []
    for hint in table.dealt.question.hints[: table.state.hints]:
        told += paragraphs(Clean(f"Hint: {hint}"), width, "$secondary")
    return told
