"""A pack's TOML in canonical order and spacing, with every comment kept.

The text is split into statements; each keeps the comments above and behind it. Statements are
sorted within their table, tables by what they are, and values are spaced anew; nothing is said in
other words, but that what only TOML 1.1 knows is written as 1.0.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from quiz.core.kinds import kinds
from quiz.core.leaks import plain, telling
from quiz.core.pack import Allow, Document, Pack
from quiz.core.question import Part, Question
from quiz.errors import Unreadable
from quiz.store.editing.statements import Statement, read
from quiz.store.spans import Spans
from quiz.store.toml import parse

_TABLES: Mapping[str, type[Part]] = {"document": Document, "allow": Allow}
_FIRST = ("id", "kind", "prompt")


@dataclass
class Block:
    """A header with its fields, and the tables below it."""

    header: Statement | None
    fields: list[Statement] = field(default_factory=list)
    below: list[Block] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The first part of the header's key; "" for the head of the file."""
        return self.header.parts[0] if self.header else ""


def tidy(text: str, path: Path) -> str:
    """Give the text of a pack in canonical form; raises Unreadable if it is not TOML.

    Missing ids are made: the pack's from the name of `path`, a question's from its prompt.
    """
    before = parse(text, path)
    ids = _missing_ids(before.get("question"))
    banner, statements, rest = read(_named_inline(text, before, ids))
    blocks = _blocks(statements)
    if "id" not in before:
        blocks[0].fields.append(Statement.new("id", slug(path.stem) or "pack"))
    _name_blocks(blocks, ids)
    out = list(banner)
    for block in sorted(blocks, key=_rank):
        out += [*([""] if block.header else []), *_written(block)]
    out += ["", *rest] if rest else []
    told = "\n".join(out).strip("\n") + "\n"
    if _without_ids(parse(told, path)) != _without_ids(before):
        raise Unreadable(f"{path.name} was left as it is", "tidied it would not say the same")
    return told


def _blocks(statements: Iterable[Statement]) -> list[Block]:
    """Group statements under their headers, and sub-tables under the table they belong to."""
    blocks = [Block(None)]
    current = blocks[0]
    for statement in statements:
        if not statement.header:
            current.fields.append(statement)
            continue
        current = Block(statement)
        if len(statement.parts) > 1 and statement.parts[0] == blocks[-1].name:
            blocks[-1].below.append(current)
        else:
            blocks.append(current)
    return blocks


def _rank(block: Block) -> int:
    """Sort blocks: the head, permissions, documents, questions; what is unknown before these."""
    order = {"": 0, "allow": 2, "document": 3, "question": 4}
    return order.get(block.name, 1)


def _written(block: Block) -> list[str]:
    """Write a block with its fields in order, and the tables below it."""
    out = [*block.header.lead, block.header.text] if block.header else []
    order = _order(block)
    for statement in sorted(block.fields, key=lambda s: order.get(s.parts[0], len(order))):
        out += [*statement.lead, statement.text]
    for below in block.below:
        out += ["", *_written(below)]
    return out


def _order(block: Block) -> dict[str, int]:
    """Give the places of a table's fields."""
    if len(block.header.parts if block.header else ()) > 1:
        return {}
    if block.name == "question":
        kind = next((s.value.strip("\"'") for s in block.fields if s.parts == ("kind",)), "")
        names = question_fields(kinds().get(kind))
    else:
        names = field_names(_TABLES.get(block.name, Pack))
    return {name: place for place, name in enumerate(names)}


def question_fields(model: type[Question] | None) -> list[str]:
    """List a kind's fields: what is asked, the kind's own, then what every question may have."""
    shared = field_names(Question)
    own = [name for name in field_names(model) if name not in shared] if model else []
    rest = [name for name in shared if name not in _FIRST]
    return [*_FIRST, *own, *rest]


def field_names(model: type[Part]) -> list[str]:
    """List the names of a model's fields as packs write them."""
    return [each.alias or name for name, each in model.model_fields.items()]


def _missing_ids(questions: object) -> dict[int, str]:
    """Make ids for the questions that have none, by their numbers."""
    listed = questions if isinstance(questions, list) else []
    tables = {number: table for number, table in enumerate(listed) if isinstance(table, dict)}
    taken = {str(table["id"]) for table in tables.values() if "id" in table}
    counted: dict[str, int] = {}
    ids: dict[int, str] = {}
    for number, table in tables.items():
        if "id" not in table:
            ids[number] = new_id(str(table.get("prompt", "")), taken, counted=counted)
            taken.add(ids[number])
    return ids


def _name_blocks(blocks: Iterable[Block], ids: Mapping[int, str]) -> None:
    """Put ids into questions with a header of their own."""
    written = [each for each in blocks if each.header and each.header.parts == ("question",)]
    for number, block in enumerate(written):
        if number in ids:
            block.fields.append(Statement.new("id", ids[number]))


def _named_inline(text: str, data: Mapping[str, Any], ids: Mapping[int, str]) -> str:
    """Put ids into questions that are inline tables of one list; they come first in each."""
    spans = Spans(text)
    out: list[str] = []
    at = 0
    for number, name in ids.items():
        begin, _ = spans.extent(("question", number)) or (0, 0)
        if text[begin] != "{":
            return text  # the others have headers as well
        comma = "," if data["question"][number] else ""
        out.append(f'{text[at : begin + 1]} id = "{name}"{comma}')
        at = begin + 1
    return "".join([*out, text[at:]])


def new_id(
    prompt: str,
    taken: Container[str],
    name: str = "question",
    counted: dict[str, int] | None = None,
) -> str:
    """Make an id of a prompt's first telling words; where there are none, of a `name`.

    `counted` remembers how far was counted for each name, where many ids are made.
    """
    words = " ".join(list(telling(plain(prompt)))[:4])
    name = slug(words) or name
    counted = {} if counted is None else counted
    number = counted.get(name, 1)
    while (told := name if number == 1 else f"{name}-{number}") in taken:
        number += 1
    counted[name] = number
    return told


def slug(text: str) -> str:
    """Make a stable name of a text: ASCII letters and digits, joined by hyphens."""
    words = plain(text).split()
    return "-".join(word for word in words if word.isascii() and word.isalnum())[:80].strip("-")


def _without_ids(data: Mapping[str, Any]) -> dict[str, Any]:
    """Leave ids out of a pack, to compare what else it says."""
    questions = data.get("question", [])
    bare = [
        {name: value for name, value in table.items() if name != "id"}
        if isinstance(table, dict)
        else table
        for table in (questions if isinstance(questions, list) else [questions])
    ]
    return {**{name: value for name, value in data.items() if name != "id"}, "question": bare}
