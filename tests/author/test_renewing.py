"""Importing again: what changed in the file changes, and what its author changed stays."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from quiz.author.importing import Imported
from quiz.author.naming import name_all
from quiz.author.renewing import renewed
from tests.author.formats.packs import read

ROWS = ["France,Paris", "Japan,Tokyo", "Italy,Rome", "Peru,Lima", "Chile,Santiago"]
GIFT = "::a:: Where? {=Cannes ~Venice ~Berlin #### Since 1955.}\n"


def table(rows: list[str], **more: Any) -> Imported:
    return read("q.csv", "\n".join(rows), "csv", **more)


def packed(found: Imported) -> list[dict[str, Any]]:
    questions = [each.fields for each in found.questions]
    return [{**told, "id": id} for told, id in zip(questions, name_all(questions), strict=True)]


def again(pack: list[dict[str, Any]], found: Imported) -> list[dict[str, Any]]:
    """What is left of a pack after another import of its file."""
    questions = [each.fields for each in found.questions]
    changes = {
        id: renewed(next(q for q in pack if q["id"] == id), told).changes
        for told, id in zip(questions, name_all(questions, pack), strict=True)
        if any(q["id"] == id for q in pack)
    }
    after = [{**told, **changes.get(told["id"], {})} for told in pack]
    return [{n: v for n, v in told.items() if v is not None} for told in after]


edits = st.sampled_from(
    [
        {"distractors": ["Lyon", "Nice"]},
        {"prompt": "The capital of France?"},
        {"answer": "Paris on the Seine"},
        {"explanation": "On the Seine.", "difficulty": 1},
        {"kind": "short-answer", "accept": ["Lutetia"], "distractors": None},
        {"tags": ["towns"], "hints": ["The Louvre is there."]},
    ]
)


@given(edits)
def test_a_file_that_has_not_changed_changes_nothing(edit: dict[str, Any]) -> None:
    pack = packed(table(ROWS))
    pack[0] = {n: v for n, v in (pack[0] | edit).items() if v is not None}
    assert again(pack, table(ROWS)) == pack
    assert again(pack, table([*reversed(ROWS), "Spain,Madrid"])) == pack


@given(edits)
def test_another_question_of_the_file_is_changed_alone(edit: dict[str, Any]) -> None:
    pack = packed(table(ROWS))
    pack[0] = {n: v for n, v in (pack[0] | edit).items() if v is not None}
    after = again(pack, table([ROWS[0], "Japan,Kyoto", *ROWS[2:]]))
    assert after[0] == pack[0]
    assert after[1]["answer"] == "Kyoto"
    assert after[1]["distractors"] == pack[1]["distractors"]


def test_a_changed_field_is_changed_and_the_others_stay() -> None:
    pack = packed(read("q.gift", GIFT, "gift"))
    pack[0] |= {"distractors": ["Locarno"], "difficulty": 5}
    (after,) = again(pack, read("q.gift", GIFT.replace("1955", "1946"), "gift"))
    assert (after["explanation"], after["distractors"]) == ("Since 1946.", ["Locarno"])
    (once_more,) = again([after], read("q.gift", GIFT.replace("1955", "1946"), "gift"))
    assert once_more == after
    (other,) = again([after], read("q.gift", GIFT.replace("~Berlin", "~Bonn"), "gift"))
    assert (other["distractors"], other["difficulty"]) == (["Venice", "Bonn"], 5)


def test_what_is_gone_from_the_file_goes_unless_somebody_changed_it() -> None:
    bare = read("q.gift", GIFT.replace("#### Since 1955.", ""), "gift")
    pack = packed(read("q.gift", GIFT, "gift"))
    assert "explanation" not in again(pack, bare)[0]
    pack[0]["explanation"] = "Since 1955, with a gap."
    assert again(pack, bare)[0]["explanation"] == "Since 1955, with a gap."


def test_a_new_answer_is_not_among_the_old_wrong_ones() -> None:
    pack = packed(table(ROWS))
    wrong = pack[0]["distractors"][0]
    after = again(pack, table([f"France,{wrong}", *ROWS[1:]]))[0]
    assert after["answer"] == wrong
    assert after["distractors"] == pack[0]["distractors"][1:]


def test_another_kind_that_was_asked_for_is_made() -> None:
    pack = packed(table(ROWS))
    after = again(pack, table(ROWS, how="short-answer"))
    assert {q["kind"] for q in after} == {"short-answer"}
    assert not any("distractors" in q for q in after)
    back = again(after, table(ROWS))
    assert [q["distractors"] for q in back] == [q["distractors"] for q in pack]


def test_what_another_kind_cannot_take_is_refused_and_asked_again() -> None:
    (old,) = packed(read("q.gift", GIFT, "gift"))
    made = {n: v for n, v in old.items() if n != "distractors"} | {"kind": "short-answer"}
    changed = read("q.gift", GIFT.replace("~Berlin", "~Bonn"), "gift").questions[0].fields
    for _ in range(2):
        told = renewed(made, changed)
        assert told.refused == ("distractors",)
        made = {**made, **told.changes}
    assert "distractors" not in made


def test_a_question_of_ones_own_gets_only_what_it_lacks() -> None:
    found = read("q.gift", GIFT, "gift").questions[0].fields
    own = {
        "id": "x",
        "kind": "choice",
        "prompt": "Where?",
        "answer": "Cannes",
        "distractors": ["Nice"],
    }
    assert renewed(own, found).changes == {"explanation": "Since 1955."}
