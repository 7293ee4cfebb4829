"""Blind checking: write sheets without keys, and turn answers into `blind.toml`.

    python -m tests.packs.blind sheet PACK          the sheet, on standard output
    python -m tests.packs.blind enter ANSWERS.toml  put answers into blind.toml

A sheet shows prompt, options and the whole cited document's name, never the key. Answers are
`[[answer]]` with `question` (pack/id), `given` (a list of texts) and `second` (whether a second
option can be defended) and, where it is true, `why`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import tomli
import tomli_w

from quiz.core.form import Arrange, Fill, Pair, Pick, PickMany, Write
from quiz.core.question import Question
from tests.packs.shipped import packs, questions, shown

RECORDS = Path(__file__).with_name("blind.toml")


def asked(question: Question) -> list[str]:
    """What a reader is shown below the prompt."""
    form = question.form("blind")
    match form:
        case Pick(options):
            return [f"   ( ) {text}" for text in options]
        case PickMany(options):
            return [f"   [ ] {text}" for text in options]
        case Write(number, unit, clues):
            kind = "a number" if number else "a text"
            return [
                *(f"   clue: {clue}" for clue in clues),
                f"   type {kind}{f' ({unit})' if unit else ''}",
            ]
        case Arrange(items, by):
            return [f"   put in order by {by}:", *(f"   - {text}" for text in items)]
        case Pair(left, right):
            return [f"   left:  {', '.join(left)}", f"   right: {', '.join(right)}"]
        case Fill(need, total):
            return [f"   name {need} of {total}"]


def sheet(id: str) -> None:
    """Print a pack's questions without their keys."""
    pack = next(pack for pack in packs() if pack.id == id)
    for question in pack.questions:
        files = {(d := pack.document(c.document)) and d.file for c in question.cite}
        print(
            f"{pack.id}/{question.id}  [{question.kind}]  documents: {', '.join(map(str, files))}"
        )
        print(f"   {question.prompt}")
        print("\n".join(asked(question)), end="\n\n")


def enter(file: Path) -> None:
    """Merge answers into the records, with today's fingerprints."""
    prints = {key: shown(question) for key, _, question in questions()}
    old = tomli.loads(RECORDS.read_text(encoding="utf-8")) if RECORDS.exists() else {"answer": []}
    records = {record["question"]: record for record in old["answer"]}
    for answer in tomli.loads(file.read_text(encoding="utf-8"))["answer"]:
        key = answer["question"]
        records[key] = {
            "question": key,
            "fingerprint": prints[key],
            "given": answer["given"],
            "second": answer["second"],
            **({"why": answer["why"]} if answer.get("why") else {}),
        }
    kept = [records[key] for key in sorted(records) if key in prints]
    RECORDS.write_text(tomli_w.dumps({"answer": kept}), encoding="utf-8")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["sheet", pack_id]:
            sheet(pack_id)
        case ["enter", answers]:
            enter(Path(answers))
        case _:
            sys.exit(__doc__)
