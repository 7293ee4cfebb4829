"""XML piece by piece: questions one after another, each with its line, over broken places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder
from xml.parsers.expat import ExpatError

from quiz.author.formats import Skipped, Source
from quiz.errors import Unreadable

_PIECE = 65_536
_LEAST = 1_024
_BREAKS = 1_000
_NEXT = re.compile(r"<question\b")
_ANOTHER = 9
"""The code of what stands behind the end of a document."""
_AROUND, _BEHIND = "<quiz>", "</quiz>"


def elements(source: Source) -> Iterator[tuple[int, Element] | Skipped]:
    """Give question after question, with its line; where the XML is broken, go on with the next.

    Raises Unreadable for a trap, and where the file breaks off before there was any question.
    """
    start, line, breaks, given = 0, 1, 0, False
    while breaks < _BREAKS:
        broken: _Broken | None = None
        for found in _stretch(source, start, line):
            if isinstance(found, _Broken):
                broken = found
            else:
                given = True
                yield found
        following = _NEXT.search(source.written, broken.at) if broken else None
        if broken and broken.why:
            if not (following or given):
                where = f"line {broken.line}: {broken.why}"
                raise Unreadable(f"{source.name} cannot be read", where)
            yield Skipped(broken.line, broken.why)
            breaks, given = breaks + 1, True
        if not following:
            return
        line += source.written.count("\n", start, following.start())
        start = following.start()
    yield Skipped(line, "the XML is broken in too many places; what follows was not read")


@dataclass(frozen=True, slots=True)
class _Broken:
    """Where XML is broken: `at` is the first place at which reading may go on.

    Without a `why`, one document ends there, and another begins.
    """

    at: int
    line: int
    why: str


def _stretch(source: Source, start: int, line: int) -> Iterator[tuple[int, Element] | _Broken]:
    """Read a file from a place in some line on, until its end or up to where it is broken."""
    from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
    from defusedxml.ElementTree import DefusedXMLParser  # type: ignore[import-untyped]

    builder = TreeBuilder()
    root = builder.start("file", {})  # around the file, to hold what is complete while it goes on
    parser = DefusedXMLParser(target=builder, forbid_dtd=False)
    begun: list[tuple[int, int]] = []
    taken = 0
    text, expat = source.written, parser.parser
    try:
        _note_begins(expat, begun)
        if start:
            parser.feed(_AROUND)
        at, size = start, _LEAST if start else _PIECE
        while at < len(text):
            parser.feed(text[at : at + size])
            at, size = at + size, min(2 * size, _PIECE)
            for element in _complete(root, 1):
                yield line - 1 + begun[taken][0], element
                taken += 1
            if len(begun) > taken + 1:
                yield _unclosed(text, start, line, begun[taken:])
                return
        closed = not start or text[-_LEAST:].rstrip().endswith(_BEHIND)
        expat.Parse("" if closed else _BEHIND, True)
        for (number, _), element in zip(begun[taken:], _complete(root, 0), strict=False):
            yield line - 1 + number, element
    except DefusedXmlException:
        raise Unreadable(
            f"{source.name} is refused", "it declares entities, which no quiz needs"
        ) from None
    except (ParseError, ExpatError) as wrong:
        for element in _complete(root, int(wrong.code != _ANOTHER)):
            yield line - 1 + begun[taken][0], element
            taken += 1
        yield _broken(expat, text, start, line, begun[taken:], wrong)


def _broken(
    expat: Any, text: str, start: int, line: int, begun: Sequence[tuple[int, int]], wrong: Any
) -> _Broken:
    """Say what is wrong with the first of the questions that have begun, and not ended."""
    if begun[1:]:
        return _unclosed(text, start, line, begun)
    beyond = _place(text, start, expat.ErrorLineNumber, expat.ErrorColumnNumber)
    number = line - 1 + expat.ErrorLineNumber
    if wrong.code == _ANOTHER:
        return _Broken(max(beyond, start + 1), number, "")
    why = f"the XML is broken here: {str(wrong).partition(':')[0]}"
    return _Broken(max(beyond, start) + 1, number, why)


def _unclosed(text: str, start: int, line: int, begun: Sequence[tuple[int, int]]) -> _Broken:
    """Go on with a question that begins within another one."""
    beyond = _place(text, start, *begun[1])
    why = "the next question begins before its </question>"
    return _Broken(max(beyond, start + 1), line - 1 + begun[0][0], why)


def _place(text: str, start: int, line: int, column: int) -> int:
    """Find a place by the line and column that a parser says, which has begun somewhere."""
    at = start - (len(_AROUND) if start else 0)
    for number in range(line - 1):
        at = text.find("\n", at if number else start) + 1
    return at + column


def _note_begins(expat: Any, begun: list[tuple[int, int]]) -> None:
    """Note the line and column at which each question begins: the tree does not know."""
    start = expat.StartElementHandler

    def noted(name: str, attributes: list[str]) -> None:
        if name == "question":
            begun.append((expat.CurrentLineNumber, expat.CurrentColumnNumber))
        start(name, attributes)

    expat.StartElementHandler = noted


def _complete(root: Element, open_: int) -> list[Element]:
    """Take the questions out of the tree that have ended; the last may still be open."""
    if not len(root):
        return []
    quiz = root[0]
    if quiz.tag == "question":  # a lone one, without a quiz around it
        return [] if open_ else [quiz]
    end = len(quiz) - open_
    done = quiz[:end]
    del quiz[:end]
    return [element for element in done if element.tag == "question"]
