"""Markdown: task lists under headings or between <quiz> tags, [[gaps]] for typed answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from quiz.author.compose import NO_PROMPT, chosen, pinned, settled, short, squeezed, told
from quiz.author.exporting import fields, head_lost, in_place, unheld
from quiz.author.formats import Fields, Format, Found, Lost, Result, Skipped, Source, Want, Written
from quiz.author.inline import escaped, unmarked
from quiz.author.moodle import BLANK
from quiz.author.tasklists import Task, tasks
from quiz.core.pack import Pack
from quiz.core.text import Clean, line

_SURE = re.compile(
    r"^[^\S\n]*(?:(?:[-*+]|\d{1,3}[.)])[^\S\n]+\[[ xX]?\]\s|<quiz\b[^<>]*>[^\S\n]*$)", re.MULTILINE
)
_GAP = re.compile(r"\[\[((?:\\.|[^\[\]\\\n]){1,600})\]\]")
_EITHER = re.compile(r"(?:\\.|[^|\\])+")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:\*\*)?(?:(?:question|q)\s*)?\d{1,4}[.):]\s+(.*)", re.IGNORECASE | re.DOTALL
)
_NUMBERED = re.compile(r"^((?:question|q)?\s*\d{1,4})([.):])", re.IGNORECASE)
_ID = re.compile(r"<!--\s*([a-z0-9-]{1,100})((?:\s+(?:choice|multi-choice|fixed))*)\s*-->")
_SHARED = {"id", "kind", "prompt", "explanation"}
_OWN = {
    "choice": {"answer", "distractors", "notes", "fixed", "place"},
    "multi-choice": {"answers", "distractors"},
    "true-false": {"answer"},
    "short-answer": {"answer", "accept"},
}


def looks(source: Source) -> int:
    """Boxes to tick, or the tags of a quiz."""
    return 82 if _SURE.search(source.text) else 0


def read(source: Source) -> Iterator[Result]:
    """Read every question."""
    for task in tasks(source.written):
        yield _question(task)


def _question(task: Task) -> Result:
    heading, own, told_of_it = _named(task.heading)
    rows = "\n".join(task.prompt).strip("\n")
    lost: list[str] = []
    if task.items:
        prompt = _asked(rows) if rows.strip() else _asked(heading)
        found = _listed(task, told_of_it if own else None, lost)
    else:
        prompt, found = _gapped(rows, heading, lost)
    if isinstance(found, str):
        return Skipped(task.line, found)
    if not prompt:
        return Skipped(task.line, NO_PROMPT)
    more: Fields = {"prompt": prompt} | found
    explanation = _text("\n".join(task.after).strip("\n"))
    if explanation:
        more["explanation"] = explanation
    if own:
        more["origin"] = {"id": own}
    return Found(task.line, more, tuple(lost))


def _named(heading: str) -> tuple[str, str, list[str]]:
    """Take the id off a heading that this program has written, and what cannot be seen below."""
    own = _ID.search(heading)
    if not own:
        return heading, "", []
    return heading[: own.start()].rstrip(), own[1], own[2].split()


def _asked(text: str) -> Clean:
    """Give the words of a question; a number before it goes."""
    numbered = _NUMBER.fullmatch(text.strip())
    return _text(numbered[1] if numbered else text)


def _text(text: str) -> Clean:
    """Give the words of a text, line by line."""
    text = "\n".join(row.strip(" \t") for row in _BREAK.sub("\n", text).split("\n"))
    return Clean(unmarked(text).strip("\n"))


def _listed(task: Task, said: list[str] | None, lost: list[str]) -> Fields | str:
    """Read a list of options; `said` is what this program has said of its own ones."""
    texts = [(right, squeezed(unmarked(text))) for right, text in task.items]
    right = [text for marked, text in texts if marked]
    wrong = [text for marked, text in texts if not marked]
    many = len(right) > 1 or (said is not None and "multi-choice" in said)
    found = chosen(right, wrong, lost, many=many, claims=said is None or "choice" not in said)
    if isinstance(found, str):
        return found
    options = [text for _, text in texts]
    if said is None:
        found = settled(found, options)
    elif "fixed" in said:
        found = pinned(found, options)
    notes = {
        texts[i][1]: squeezed(unmarked(" ".join(rows))) for i, rows in task.notes.items() if i >= 0
    }
    notes = {text: note for text, note in notes.items() if note}
    if found["kind"] == "choice" and notes:
        kept = (found["answer"], *found["distractors"])
        found["notes"] = {text: note for text, note in notes.items() if text in kept}
    elif notes:
        lost += [f"feedback to {told([text])}: “{note}”" for text, note in notes.items()]
    return found


def _gapped(rows: str, heading: str, lost: list[str]) -> tuple[Clean, Fields | str]:
    """Read a text with gaps: the first is asked, the others are shown."""
    gaps = list(_GAP.finditer(rows))
    if not gaps:
        return Clean(""), "it has neither options nor a gap"
    first = gaps[0]
    rest = _GAP.sub(lambda found: found[1].strip(), rows[first.end() :])
    if gaps[1:]:
        lost.append(f"gaps that are shown, not asked: {told(gap[1] for gap in gaps[1:])}")
    around = f"{rows[: first.start()]}{rest}"
    prompt = Clean(
        f"{_asked(rows[: first.start()])} {BLANK}{_after(rest)}".strip()
        if around.strip()
        else _asked(heading)
    )
    return prompt, short(squeezed(unmarked(way)) for way in _EITHER.findall(first[1]))


def _after(rest: str) -> str:
    """What follows the gap, with a space where there was one."""
    text = _text(rest)
    return f" {text}" if text and rest[:1].isspace() else text


def write(pack: Pack, want: Want) -> Written:  # noqa: ARG001
    """Write a heading for each question, and its options as boxes to tick."""
    parts = [f"# {escaped(line(pack.title))}\n"]
    lost = list(head_lost(pack, ("description",)))
    if pack.description:
        parts.append(f"{_lines(pack.description)}\n")
    for question in pack.questions:
        each = fields(question)
        why = _cannot(each)
        if why:
            lost.append(Lost(question.id, why, whole=True))
            continue
        parts.append(_written(each))
        lost += unheld(each, _SHARED | _OWN[each["kind"]])
        if any(_edges(each.get(name, "")) for name in ("prompt", "explanation")):
            lost.append(Lost(question.id, "spaces at the ends of lines"))
    return Written({".md": "\n".join(parts)}, tuple(lost))


def _cannot(each: Fields) -> str:
    kind = each["kind"]
    return "" if kind in _OWN else f"Markdown task lists have no {kind} questions"


def _edges(text: str) -> bool:
    """Whether a line of a text begins or ends with a space."""
    return any(row != row.strip(" \t") for row in text.split("\n"))


def _written(each: Fields) -> str:
    prompt = _NUMBERED.sub(r"\1\\\2", _lines(each["prompt"]))
    rows = [f"## {prompt} <!-- {' '.join([each['id'], *_unseen(each)])} -->", ""]
    rows += _BODIES[each["kind"]](each)
    if "explanation" in each:
        rows += ["", f"> {_lines(each['explanation'])}"]
    return "\n".join([*rows, ""])


def _unseen(each: Fields) -> Iterator[str]:
    """Say what a list of boxes does not show."""
    if each["kind"] == "multi-choice" and len(each["answers"]) == 1:
        yield "multi-choice"
    if each["kind"] == "choice" and {t.casefold() for t in in_place(each)} == {"true", "false"}:
        yield "choice"
    if each.get("fixed"):
        yield "fixed"


def _boxes(options: list[str], right: list[str], notes: dict[str, str]) -> list[str]:
    rows: list[str] = []
    for text in options:
        rows.append(f"- [{'x' if text in right else ' '}] {escaped(text)}")
        if text in notes:
            rows.append(f"  > {escaped(notes[text])}")
    return rows


def _claim(each: Fields) -> list[str]:
    words = ["True", "False"] if each["answer"] else ["False", "True"]
    return _boxes(words, words[:1], {})


_BODIES: dict[str, Any] = {
    "choice": lambda q: _boxes(in_place(q), [q["answer"]], q.get("notes", {})),
    "multi-choice": lambda q: _boxes([*q["answers"], *q["distractors"]], q["answers"], {}),
    "true-false": _claim,
    "short-answer": lambda q: [
        f"[[{'|'.join(map(escaped, [q['answer'], *q.get('accept', ())]))}]]"
    ],
}


def _lines(text: str) -> str:
    """Write a text of several lines as one line of Markdown."""
    return "<br>".join(escaped(row) for row in text.split("\n"))


FORMAT = Format("markdown", "Markdown task lists", looks, read, write)
