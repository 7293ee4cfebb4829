"""A pack's text cut into pieces, so that questions can be changed and moved by themselves.

The pieces joined are the text, byte for byte: what is not touched stays as its author wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quiz.core.problem import Place
from quiz.errors import Unreadable
from quiz.store.spans import Spans

_COMMENT = re.compile(r"[ \t]*#(?!:)[^\n]*\n")


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text in parts; `slots` are the numbers of those parts that hold a question each.

    A question's part begins with the comment lines right above its header, and ends with the
    line of its last value. What stands between questions belongs to none of them.
    """

    parts: tuple[str, ...]
    slots: tuple[int, ...]

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.parts)

    @property
    def questions(self) -> tuple[str, ...]:
        """The text of each question."""
        return tuple(self.parts[slot] for slot in self.slots)

    @property
    def line_end(self) -> str:
        """How the lines of this text end."""
        return "\r\n" if any("\r\n" in part for part in self.parts) else "\n"

    def put(self, number: int, text: str) -> Pieces:
        """Give a question another text."""
        return self._with({self.slots[number]: text})

    def put_head(self, text: str) -> Pieces:
        """Give what stands before the first question another text."""
        return self.put_part(0, text)

    def put_part(self, place: int, text: str) -> Pieces:
        """Give any part another text."""
        return self._with({place: text})

    def insert(self, number: int, text: str) -> Pieces:
        """Put a new question where it will have this number, with a blank line above it."""
        slot = self.slots[number - 1] + 1 if number else 1
        gap = self.line_end
        before = self._ended(self.parts[:slot])
        if not number and not self.text.strip():
            gap = ""
        parts = (*before, gap, _ended(text, self.line_end), *self.parts[slot:])
        later = tuple(old + 2 for old in self.slots[number:])
        return Pieces(parts, (*self.slots[:number], slot + 1, *later))

    def extend(self, texts: Sequence[str]) -> Pieces:
        """Put new questions behind the last one, a blank line above each."""
        slot = self.slots[-1] + 1 if self.slots else 1
        more = [part for text in texts for part in (self.line_end, _ended(text, self.line_end))]
        parts = (*self._ended(self.parts[:slot]), *more, *self.parts[slot:])
        return Pieces(parts, (*self.slots, *range(slot + 1, slot + len(more), 2)))

    def remove(self, number: int) -> Pieces:
        """Take a question out, with the blank lines above it."""
        slot = self.slots[number]
        texts = {slot: ""}
        if slot > 1 and not self.parts[slot - 1].strip():
            texts[slot - 1] = ""
        slots = self.slots[:number] + self.slots[number + 1 :]
        return replace(self._with(texts), slots=slots)

    def move(self, number: int, to: int) -> Pieces:
        """Move a question; what stands between questions stays where it is."""
        texts = list(self.questions)
        texts.insert(to, texts.pop(number))
        ended = (_ended(text, self.line_end) for text in texts)
        return self._with(dict(zip(self.slots, ended, strict=True)))

    def only_changed(self, before: Pieces) -> int | None:
        """The number of the one question that differs from before; None if there is no such one."""
        if self.slots != before.slots:
            return None
        pairs = zip(self.questions, before.questions, strict=True)
        changed = [number for number, (now, then) in enumerate(pairs) if now != then]
        return changed[0] if len(changed) == 1 else None

    def _with(self, texts: dict[int, str]) -> Pieces:
        """Replace some of the parts."""
        return replace(self, parts=tuple(texts.get(i, part) for i, part in enumerate(self.parts)))

    def _ended(self, parts: Sequence[str]) -> tuple[str, ...]:
        """See to it that the last of these parts that says anything ends its line."""
        last = max((i for i, part in enumerate(parts) if part), default=-1)
        return tuple(
            _ended(part, self.line_end) if i == last else part for i, part in enumerate(parts)
        )


def cut(text: str, where: Place = ("question",)) -> Pieces:
    """Cut the text of a pack, which is known to be TOML; the first part is its head.

    Other lists of tables can be cut as well as that of the questions. Raises Unreadable where
    such a list is not written as [[question]] tables.
    """
    parts: list[str] = []
    slots: list[int] = []
    done = 0
    for begin, end in _stretches(Spans(text), where):
        begin, end = lead_begin(text, begin, done), line_end(text, end)
        slots.append(len(parts) + 1)
        parts += [text[done:begin], text[begin:end]]
        done = end
    return Pieces((*parts, text[done:]), tuple(slots))


def _stretches(spans: Spans, where: Place) -> list[tuple[int, int]]:
    """Find where each question stands: its header with fields, and the tables below it."""
    found: list[tuple[int, int]] = []
    number, deep = -1, len(where)
    for table in spans.tables():
        if table.place[:deep] != where:
            number = -1
            continue
        if table.place[deep : deep + 1] == (number,):
            found[-1] = (found[-1][0], table.end)
        elif len(table.place) == deep + 1 and table.place[deep] == len(found):
            number = len(found)
            found.append((table.begin, table.end))
        else:
            raise _elsewhere()
    if not found and spans.extent(where) is not None:
        raise _elsewhere()
    return found


def _elsewhere() -> Unreadable:
    return Unreadable(
        "This pack cannot be edited here",
        "its questions are not written as [[question]] tables, one below the other",
        "Edit it in any text editor, or write them as tables there first.",
    )


def lead_begin(text: str, begin: int, done: int = 0) -> int:
    """Go up from a header over the comment lines right above it."""
    begin = text.rfind("\n", 0, begin) + 1
    while begin > done:
        above = text.rfind("\n", 0, begin - 1) + 1
        if above < done or not _COMMENT.fullmatch(text, above, begin):
            break
        begin = above
    return begin


def line_end(text: str, at: int) -> int:
    """Give where the line ends, its line end included."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _ended(text: str, line_end: str) -> str:
    """Give a text whose last line is ended."""
    return text if not text or text.endswith("\n") else text + line_end
