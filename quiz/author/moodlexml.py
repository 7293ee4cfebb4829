"""The elements of Moodle XML: questions one after another, each with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder
from xml.parsers.expat import ExpatError

from quiz.author.formats import Skipped, Source
from quiz.author.moodle import Asked, Figures, Kind, Marked, Option
from quiz.core.text import clean
from quiz.errors import Unreadable

_PIECE = 65_536
_AUTO = "moodle_auto_format"
_FORMATS = {"html": "html", "markdown": "markdown", "plain_text": "plain"}
_KINDS: dict[str, Kind] = {
    "multichoice": "MC",
    "truefalse": "TF",
    "shortanswer": "Short",
    "numerical": "Numerical",
    "matching": "Matching",
    "essay": "Essay",
    "description": "Description",
}


@dataclass(frozen=True, slots=True)
class Category:
    """The category of what follows."""

    title: str


def elements(source: Source) -> Iterator[tuple[int, Element]]:
    """Give question after question, with its line.

    Raises Unreadable where the XML breaks off or is a trap; what stands before has been given.
    """
    from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
    from defusedxml.ElementTree import DefusedXMLParser  # type: ignore[import-untyped]

    builder = TreeBuilder()
    root = builder.start("file", {})  # around the file, to hold what is complete while it goes on
    parser = DefusedXMLParser(target=builder, forbid_dtd=False)
    lines: list[int] = []
    taken = 0
    try:
        _note_lines(parser, lines)
        for start in range(0, len(source.raw), _PIECE):
            parser.feed(source.raw[start : start + _PIECE])
            for element in _complete(root, 1):
                yield lines[taken], element
                taken += 1
        parser.parser.Parse(b"", True)
        yield from zip(lines[taken:], _complete(root, 0), strict=False)
    except DefusedXmlException:
        raise Unreadable(
            f"{source.name} is refused", "it declares entities, which no quiz needs"
        ) from None
    except (ParseError, ExpatError) as wrong:
        yield from zip(lines[taken:], _complete(root, 1), strict=False)
        line = parser.parser.ErrorLineNumber
        raise Unreadable(
            f"{source.name} cannot be read", f"line {line}: the XML breaks off here ({wrong})"
        ) from wrong
    except (ValueError, LookupError) as wrong:
        raise Unreadable(f"{source.name} cannot be read", str(wrong)) from wrong


def _note_lines(parser: Any, lines: list[int]) -> None:
    """Note the line at which each question begins: the tree does not know."""
    expat, start = parser.parser, parser.parser.StartElementHandler

    def noted(name: str, attributes: list[str]) -> None:
        if name == "question":
            lines.append(expat.CurrentLineNumber)
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


def asked(line: int, element: Element) -> Asked | Category | Skipped:
    """Read a question."""
    kind = element.get("type", "")
    if kind == "category":
        return Category(clean(_words(element.find("category"))))
    if kind not in _KINDS:
        told = clean(kind)[:40]
        return Skipped(line, f"a question of type “{told}” cannot be asked here")
    made = Asked(line, _KINDS[kind], Marked("plain", ""))
    for child in element:
        take = _PARTS.get(child.tag)
        if take:
            take(made, child)
    made.exact = made.exact and kind == "shortanswer"
    if kind == "truefalse":
        _settle_claim(made)
    return made


def _settle_claim(made: Asked) -> None:
    """Find out whether a claim holds, and what is said to either answer."""
    for option in made.options:
        claims = option.text.text.casefold() == "true"
        if option.share > 0:
            made.claim, made.right = claims, option.feedback
        else:
            made.wrong = option.feedback


def _words(element: Element | None) -> str:
    """The text in the first <text> of an element; "" if there is none."""
    if element is not None:
        for child in element:
            if child.tag == "text":
                return (child.text or "").strip()
    return ""


def _marked(element: Element) -> Marked:
    form = _FORMATS.get(element.get("format", ""), "moodle")
    return Marked(form, clean(_words(element)))


def _stem(made: Asked, element: Element) -> None:
    made.stem = _marked(element)


def _name(made: Asked, element: Element) -> None:
    made.title = clean(_words(element))


def _number(made: Asked, element: Element) -> None:
    made.id = clean((element.text or "").strip())


def _single(made: Asked, element: Element) -> None:
    made.many = (element.text or "").strip().casefold() in ("false", "0")


def _case(made: Asked, element: Element) -> None:
    made.exact = (element.text or "").strip() == "1"


def _general(made: Asked, element: Element) -> None:
    made.general = _marked(element)


def _hint(made: Asked, element: Element) -> None:
    made.hints.append(_marked(element))


def _tags(made: Asked, element: Element) -> None:
    made.tags += [clean(_words(tag)) for tag in element]


def _pair(made: Asked, element: Element) -> None:
    made.pairs.append((_marked(element), clean(_words(element.find("answer")))))


def _answer(made: Asked, element: Element) -> None:
    """Read an answer: its share, its text, its tolerance, and what is said to it."""
    share = _float(element.get("fraction", "0")) or 0.0
    text, feedback, tolerance = _marked(element), None, ""
    for child in element:
        if child.tag == "feedback":
            note = _marked(child)
            feedback = note if note.text else None
        elif child.tag == "tolerance":
            tolerance = child.text or ""
    figures = None
    if made.kind == "Numerical":
        number = _float(text.text)
        figures = Figures(number, _float(tolerance) or None) if number is not None else None
    if made.kind in ("Numerical", "Short") and element.get("format", _AUTO) == _AUTO:
        text = Marked("plain", text.text)
    made.options.append(Option(share >= 100, text, share, feedback, figures))


_PARTS: dict[str, Callable[[Asked, Element], None]] = {
    "questiontext": _stem,
    "name": _name,
    "idnumber": _number,
    "single": _single,
    "usecase": _case,
    "generalfeedback": _general,
    "hint": _hint,
    "tags": _tags,
    "subquestion": _pair,
    "answer": _answer,
}


def _float(text: str) -> float | None:
    """Read a number that is one; infinities are none."""
    try:
        number = float(text.strip().replace(",", ".")[:40])
    except ValueError:
        return None
    return number if abs(number) <= 1e15 else None
