"""The elements of Moodle XML: what each of them says of a question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from quiz.author.figures import Figures, number
from quiz.author.formats import Skipped
from quiz.author.moodle import Asked, Kind, Marked, Option
from quiz.core.text import clean

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


def _id(made: Asked, element: Element) -> None:
    made.id = clean((element.text or "").strip())


def _single(made: Asked, element: Element) -> None:
    made.many = (element.text or "").strip().casefold() in ("false", "0")


def _shuffle(made: Asked, element: Element) -> None:
    made.ordered = (element.text or "").strip().casefold() in ("false", "0")


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
    share = number(element.get("fraction", "0")) or 0.0
    text, feedback, tolerance = _marked(element), None, ""
    for child in element:
        if child.tag == "feedback":
            note = _marked(child)
            feedback = note if note.text else None
        elif child.tag == "tolerance":
            tolerance = child.text or ""
    figures = None
    if made.kind == "Numerical":
        figure = number(text.text)
        figures = Figures(figure, number(tolerance) or None) if figure is not None else None
    if made.kind in ("Numerical", "Short") and element.get("format", _AUTO) == _AUTO:
        text = Marked("plain", text.text)
    made.options.append(Option(share >= 100, text, share, feedback, figures))


_PARTS: dict[str, Callable[[Asked, Element], None]] = {
    "questiontext": _stem,
    "name": _name,
    "idnumber": _id,
    "single": _single,
    "shuffleanswers": _shuffle,
    "usecase": _case,
    "generalfeedback": _general,
    "hint": _hint,
    "tags": _tags,
    "subquestion": _pair,
    "answer": _answer,
}
