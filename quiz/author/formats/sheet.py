"""A question sheet to print, and its answers on a sheet of their own: Markdown and HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape

from quiz.author.formats import Format, Lost, Want, Written
from quiz.author.inline import escaped
from quiz.core.form import Arrange, Fill, Form, Pair, Pick, PickMany, Write
from quiz.core.pack import Pack
from quiz.core.question import Question
from quiz.errors import QuizError

MOST = 26
"""Versions that letters can name."""
_STYLE = """\
@page { margin: 18mm }
body { font: 11pt/1.45 Georgia, "Times New Roman", serif; max-width: 44em; margin: 2em auto }
h1 { font-size: 1.5em; margin-bottom: 0.2em }
.name { margin-bottom: 1.5em }
li.q { break-inside: avoid; margin-bottom: 1em; white-space: pre-line }
ol.o { list-style: upper-alpha; margin-top: 0.3em }
ol.o li { white-space: normal }
.do { font-style: italic }
"""
_Asked = list[tuple[Question, Form]]


def write(pack: Pack, want: Want) -> Written:
    """Write each version of the sheet and its key; versions differ in every order there is."""
    if not 1 <= want.versions <= MOST:
        raise QuizError(f"There can be 1 to {MOST} versions of a sheet")
    questions = [q for q in pack.questions if q.status != "proposed"]
    lost = [
        Lost(q.id, "it is only proposed", whole=True) for q in pack.questions if q not in questions
    ]
    count = len(questions) if want.questions is None else want.questions
    if count < 1:
        raise QuizError("A sheet wants at least one question")
    chosen = (
        _shuffled(questions, f"{pack.id} sheet")[:count] if count < len(questions) else questions
    )
    files: dict[str, str] = {}
    for number in range(want.versions):
        letter = chr(ord("A") + number) if want.versions > 1 else ""
        seed = f"{pack.id} {letter}"
        order = _shuffled(chosen, seed) if number else chosen
        asked = [(question, question.form(f"{seed}/{question.id}")) for question in order]
        end = f"-{letter.lower()}" if letter else ""
        title = f"{pack.title}, version {letter}" if letter else str(pack.title)
        files[f"-sheet{end}.md"] = _markdown(title, asked)
        files[f"-sheet{end}.html"] = _html(title, asked)
        files[f"-key{end}.md"] = _markdown_key(f"{title}: answers", asked)
        files[f"-key{end}.html"] = _html_key(f"{title}: answers", asked)
    return Written(files, tuple(lost))


def _shuffled(questions: Sequence[Question], seed: str) -> list[Question]:
    """Put questions into the order that a seed makes, the same each time."""
    return sorted(questions, key=lambda q: sha256(f"{seed}\0{q.id}".encode()).digest())


def _body(form: Form) -> tuple[str, tuple[str, ...], int]:
    """Say what to do, give the options, and how many lines to write on are wanted."""
    match form:
        case Pick(options):
            return "", options, 0
        case PickMany(options):
            return "Tick all that apply.", options, 0
        case Write(_, unit, clues):
            return f"In {unit}." if unit else "", clues, 1
        case Arrange(items, by):
            return f"Number these in order{f': {by}' if by else ''}.", items, 0
        case Pair(left, right):
            return f"Write the partner beside each: {'; '.join(right)}.", left, 0
        case Fill(need, total):
            return (
                f"Name {need}." if need == total else f"Name {need} of {total}.",
                (),
                min(need, 12),
            )


def _answer(question: Question, form: Form) -> str:
    """The right answer, with the letter it has on this sheet."""
    expected = str(question.expected())
    if isinstance(form, Pick | PickMany):
        letters = [
            chr(ord("A") + i)
            for i, option in enumerate(form.options)
            if option in question.answers() or option == expected
        ]
        return f"{', '.join(letters)}: {expected}"
    return expected


def _markdown(title: str, asked: _Asked) -> str:
    rows = [f"# {escaped(title)}", "", "Name: ______________________  Date: ____________", ""]
    for number, (question, form) in enumerate(asked, 1):
        what, options, lines = _body(form)
        rows += [f"{number}. {'<br>'.join(map(escaped, question.prompt.split(chr(10))))}", ""]
        rows += [f"   *{escaped(what)}*", ""] if what else []
        box = "\\_\\_ " if isinstance(form, Arrange) else ""
        rows += [f"   - {_letter(i, form)}{box}{escaped(text)}" for i, text in enumerate(options)]
        rows += ["   " + "\\_" * 40 + "  " for _ in range(lines)]
        rows += [""]
    return "\n".join(rows)


def _letter(index: int, form: Form) -> str:
    return f"{chr(ord('A') + index)}) " if isinstance(form, Pick | PickMany) else ""


def _markdown_key(title: str, asked: _Asked) -> str:
    rows = [f"# {escaped(title)}", ""]
    for number, (question, form) in enumerate(asked, 1):
        rows.append(f"{number}. **{escaped(_answer(question, form))}**")
        if question.explanation:
            rows.append(f"   {escaped(' '.join(question.explanation.split()))}")
    return "\n".join([*rows, ""])


def _html(title: str, asked: _Asked) -> str:
    items = []
    for question, form in asked:
        what, options, lines = _body(form)
        told = escape(question.prompt)
        told += f'\n<span class="do">{escape(what)}</span>' if what else ""
        listed = "".join(f"<li>{escape(text)}{_room(form)}</li>" for text in options)
        told += _list(form, listed) if listed else ""
        told += (
            "<br>_" + "_" * 39 if lines == 1 else "".join("<br>" + "_" * 40 for _ in range(lines))
        )
        items.append(f'<li class="q">{told}</li>')
    name = '<p class="name">Name: ______________________ Date: ____________</p>'
    return _page(title, name + f"<ol>{''.join(items)}</ol>")


def _room(form: Form) -> str:
    return (
        " " + "_" * 24 if isinstance(form, Pair) else " ____" if isinstance(form, Arrange) else ""
    )


def _list(form: Form, items: str) -> str:
    lettered = isinstance(form, Pick | PickMany)
    return f'<ol class="o">{items}</ol>' if lettered else f"<ul>{items}</ul>"


def _html_key(title: str, asked: _Asked) -> str:
    items = "".join(f"<li>{row}</li>" for row in _key_rows(asked))
    return _page(title, f"<ol>{items}</ol>")


def _key_rows(asked: _Asked) -> Iterator[str]:
    for question, form in asked:
        why = f"<br>{escape(question.explanation)}" if question.explanation else ""
        yield f"<b>{escape(_answer(question, form))}</b>{why}"


def _page(title: str, body: str) -> str:
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    shown = f"<body><h1>{escape(title)}</h1>\n{body}</body>"
    return f"<!doctype html>\n<html><head>{head}</head>\n{shown}</html>\n"


FORMAT = Format("sheet", "Question sheet", write=write)
