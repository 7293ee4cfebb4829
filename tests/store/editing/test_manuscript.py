"""Editing a pack changes what was edited, and no other byte; nothing that was written is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.cited import digest
from quiz.errors import Unreadable, Unsaved
from quiz.store.editing import begin, draft
from quiz.store.editing.fieldtext import fresh, put, table
from quiz.store.editing.manuscript import Manuscript
from quiz.store.editing.opened import Changed
from quiz.store.editing.pieces import cut
from quiz.store.editing.values import passage, written
from quiz.store.packs import load

PACKS = sorted((Path(__file__).parents[3] / "questions").glob("*.toml"))
PACK = '''\
#:schema pack.schema.json
format = 1
id = "rivers"   # never change it
title = "Rivers"

# The first one is easy.
[[question]]
id = "longest"
kind = "choice"    # four options
prompt = """
Which river is
the longest?"""
# It is disputed.
answer = "Nile"
distractors = ["Amazon", 'Yangtze',
  "Mississippi", # [[question]]
]
cite = []

# ---- Europe ----

[[question]]
id = "of-vienna"
kind = "match"
prompt = "Which?"
pairs = [["Vienna","Danube"], ["Rome","Tiber"]]
[question.origin]
file = "old.csv"
[[document]]
id = "atlas"
title = "Atlas"

# Last one.
[[question]]
id = "deepest"
kind = "short-answer"
prompt = "Which is the deepest?"
answer = "Congo"
# The end.'''
ORDER = ("id", "kind", "prompt", "answer", "distractors", "explanation", "cite")


def opened(folder: Path, text: str = PACK) -> Manuscript:
    path = folder / "rivers.toml"
    path.write_bytes(text.encode())
    return Manuscript(path)


def ids(script: Manuscript) -> list[str]:
    return [str(each["id"]) for each in tomli.loads(script.text)["question"]]


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.name)
def test_a_pack_in_pieces_is_the_same_bytes(path: Path) -> None:
    text = path.read_text("utf-8")
    pieces = cut(text)
    assert pieces.text == text
    asked = tomli.loads(text)["question"]
    assert [table(part) for part in pieces.questions] == asked


def test_pieces_hold_what_belongs_to_a_question() -> None:
    pieces = cut(PACK)
    assert pieces.text == PACK
    first, second, third = pieces.questions
    assert first.startswith("# The first one")
    assert first.endswith("cite = []\n")
    assert second.endswith('file = "old.csv"\n')
    assert third == PACK[PACK.index("# Last one.") : PACK.index("# The end.")]
    assert "# ---- Europe ----" not in first + second


@pytest.mark.parametrize("text", ['question = [{ id = "a" }]\n', "[question]\na = 1\n"])
def test_questions_that_are_no_tables_are_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        cut(text)


def test_a_changed_value_leaves_all_other_bytes(tmp_path: Path) -> None:
    script = opened(tmp_path)
    script.set(0, "answer", "Nile (disputed)")
    assert script.text == PACK.replace('answer = "Nile"', 'answer = "Nile (disputed)"')
    script.set(None, "title", "Great rivers")
    assert 'title = "Great rivers"\n\n# The first' in script.text
    assert 'id = "rivers"   # never change it' in script.text


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_text_of_several_lines_stays_one(tmp_path: Path, end: str) -> None:
    text = PACK.replace("\n", end)
    script = opened(tmp_path, text)
    script.set(0, "prompt", 'Which "river" is\nthe C:\\longest """?')
    old = f"Which river is{end}the longest?"
    new = f'Which "river" is{end}the C:\\\\longest \\"\\"\\"?'
    assert script.text == text.replace(old, new)
    script.set(0, "prompt", "Which?")
    script.set(2, "prompt", "One\ntwo")
    assert f'prompt = """{end}One{end}two"""{end}answer = "Congo"' in script.text
    assert script.questions[2]["prompt"] == "One\ntwo"


def test_a_new_field_comes_in_its_order_and_goes_again(tmp_path: Path) -> None:
    script = opened(tmp_path)
    script.set(0, "explanation", "By length.")
    assert ']\nexplanation = "By length."\ncite = []' in script.text
    script.set(0, "explanation", None)
    assert script.text == PACK
    script.set(1, "origin", None)
    assert "old.csv" not in script.text
    assert [q["id"] for q in tomli.loads(script.text)["question"]] == ids(opened(tmp_path))


def test_a_field_written_as_a_table_of_its_own_is_written_anew() -> None:
    text = '# Mine.\n[[question]]\nid = "a"\nkind = "choice"\n[question.notes]\nx = "y"\n'
    told = put(text, "notes", {"x": "z"}, ("id", "kind", "notes"))
    assert table(told)["notes"] == {"x": "z"}
    assert told.startswith("# Mine.\n[[question]]\n")


def test_questions_are_added_doubled_moved_and_removed(tmp_path: Path) -> None:
    script = opened(tmp_path)
    at = script.add({"kind": "true-false", "prompt": "Is water wet?", "answer": True})
    assert ids(script)[at] == "water"
    assert script.duplicate(0) == 1
    assert ids(script)[:2] == ["longest", "river-longest"]
    script.move(0, 3)
    assert ids(script) == ["river-longest", "of-vienna", "deepest", "longest", "water"]
    script.remove(1)
    assert ids(script) == ["river-longest", "deepest", "longest", "water"]
    for words in ("# ---- Europe ----", "# The end.", "[[document]]", "# The first one is easy."):
        assert words in script.text
    while script.undo():
        pass
    assert script.text == PACK
    assert script.saved
    while script.redo():
        pass
    assert ids(script) == ["river-longest", "deepest", "longest", "water"]


def test_questions_are_taken_in_by_their_ids_as_one_step(tmp_path: Path) -> None:
    script = opened(tmp_path)
    told: list[dict[str, Any]] = [
        {"id": "longest", "kind": "choice", "answer": "Amazon", "distractors": ["Nile"]},
        {"id": "deepest", "kind": "short-answer", "answer": "Congo"},
        {"id": "a", "kind": "true-false", "prompt": "Is water wet?", "answer": True},
        {"id": "b", "kind": "true-false", "prompt": "Is water dry?", "answer": False},
    ]
    assert script.merge(told) == (2, 1)
    assert ids(script) == ["longest", "of-vienna", "deepest", "a", "b"]
    assert script.questions[0]["prompt"].startswith("Which river")
    assert script.questions[0]["answer"] == "Amazon"
    assert script.merge(told) == (0, 0)
    script.undo()
    assert script.text == PACK


def test_a_word_is_one_step_back(tmp_path: Path) -> None:
    script = opened(tmp_path)
    for end in range(1, 6):
        script.set(2, "answer", "Volga"[:end])
    script.set(2, "prompt", "And now?")
    script.undo()
    assert script.questions[2]["answer"] == "Volga"
    script.undo()
    assert script.text == PACK


def test_what_is_typed_over_keeps_its_comment(tmp_path: Path) -> None:
    script = opened(tmp_path)
    names = ["Amazon", "Yangtze"]
    for typed in ([], ["V"], ["Vo"], ["Volga"]):  # the last one is deleted, another is typed
        script.set(0, "distractors", [*names, *typed])
    assert script.text == PACK.replace('"Mississippi", #', '"Volga", #')
    script.undo()
    assert script.text == PACK
    script.set(0, "distractors", names)
    script.set(0, "distractors", [*names, "Mississippi"])
    assert script.text == PACK
    assert not script.undo(), "what says the same again is no step"


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.name)
def test_a_document_is_listed_below_the_others(path: Path, tmp_path: Path) -> None:
    script = opened(tmp_path, path.read_text("utf-8"))
    before = script.text
    fields = {"title": "The Second Atlas", "published": "2001-04", "file": "atlas.txt"}
    name = script.add_document(fields)
    assert script.documents[-1] == {"id": name, **fields}
    added = f"\n{fresh({'id': name, **fields}, name='document')}"
    assert script.text.replace(added, "", 1) == before
    script.save()
    assert load(script.path).document(name)


def test_the_first_document_and_one_more(tmp_path: Path) -> None:
    script = opened(tmp_path, 'format = 1\nid = "a"\ntitle = "A"\n\n# Below.\n\n[[question]]\n')
    titles = ("Great lakes", "Great lakes", "?")
    assert [script.add_document({"title": title}) for title in titles] == [
        "great-lakes", "great-lakes-2", "document",
    ]  # fmt: skip
    assert script.text.endswith('title = "?"\n\n# Below.\n\n[[question]]\n')
    flat = opened(tmp_path, 'id = "a"\ndocument = [{ id = "x" }] # one\n')
    flat.add_document({"id": "y"})
    assert flat.text == 'id = "a"\ndocument = [{ id = "x" }, { id = "y" }] # one\n'


ALLOWS = (
    "",
    'allow = [\n  { rule = "too-few", why = "new" }, # for now\n]\n',
    '\n[[allow]]\nrule = "too-few"\nwhy = "new"\n',
)


@pytest.mark.parametrize("first", ALLOWS)
@pytest.mark.parametrize("last", ["", '\n[[allow]]\nrule = "all-of-the-above"\nwhy = "old"\n'])
def test_a_rule_is_allowed_where_the_others_are(tmp_path: Path, first: str, last: str) -> None:
    if first.startswith("allow") and last:
        return  # no file says it both ways
    text = PACK.replace('title = "Rivers"\n', f'title = "Rivers"\n{first}') + f"\n{last}"
    before = tomli.loads(text).get("allow", [])
    script = opened(tmp_path, text)
    script.allow("longest-option", "its [/] name", 1)
    told = {"rule": "longest-option", "why": "its [/] name", "question": "of-vienna"}
    after = tomli.loads(script.text)["allow"]
    assert [each for each in after if each != told] == before
    assert told in after
    assert "# for now" in script.text or "# for now" not in first
    script.allow("longest-option", "another", 1)
    assert len(tomli.loads(script.text)["allow"]) == len(after)
    script.allow("longest-option", "all of them")
    assert len(tomli.loads(script.text)["allow"]) == len(after) + 1
    assert ids(script) == ids(opened(tmp_path, text))
    for _ in range(3):
        script.undo()
    assert script.text == text


def test_another_kind_keeps_what_both_have(tmp_path: Path) -> None:
    script = opened(tmp_path)
    script.recast(0, "short-answer")
    told = dict(script.questions[0])
    assert told["kind"] == "short-answer"
    assert told["answer"] == "Nile"
    assert "distractors" not in told
    script.undo()
    assert script.text == PACK


def test_passing_over_kinds_loses_nothing_and_is_one_step(tmp_path: Path) -> None:
    script = opened(tmp_path)
    script.set(2, "accept", ["Baikal"])
    before = script.text
    for kind in ("number", "match", "choice", "short-answer"):
        script.recast(2, kind)
    assert script.text == before
    for kind in ("number", "choice"):
        script.recast(2, kind)
    assert "accept" not in script.fields(2)
    assert script.undo()
    assert script.text == before
    script.recast(2, "choice")
    script.rest()
    script.recast(2, "short-answer")
    assert "accept" not in script.fields(2), "after a rest it starts from what is there then"


def test_a_question_that_is_withdrawn_does_not_come_back(tmp_path: Path) -> None:
    script = opened(tmp_path)
    before = script.text
    script.add({"kind": "choice", "prompt": ""})
    script.withdraw()
    assert script.text == before
    assert not script.redo()
    assert not script.undo()


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_saving_keeps_line_ends_and_the_byte_order_mark(
    tmp_path: Path, ending: str, bom: str
) -> None:
    text = bom + PACK.replace("\n", ending)
    script = opened(tmp_path, text)
    script.set(2, "explanation", "It is 220 m deep.")
    script.set(2, "accept", ["the river Congo " * 3, "Zaire, as it was called " * 3])
    script.save()
    raw = script.path.read_bytes().decode()
    assert raw.startswith(bom + "#:schema")
    assert raw.count("\n") == raw.count(ending)
    assert script.saved
    script.undo()
    script.undo()
    script.save()
    assert script.path.read_bytes().decode() == text


def test_a_file_that_changed_is_not_saved_over(tmp_path: Path) -> None:
    script = opened(tmp_path)
    script.set(2, "answer", "Yenisei")
    theirs = PACK.replace("Rivers", "Streams")
    script.path.write_text(theirs, "utf-8")
    with pytest.raises(Changed) as wrong:
        script.save()
    assert (wrong.value.theirs, wrong.value.mine) == (theirs, script.text)
    assert script.path.read_text("utf-8") == theirs
    script.take()
    assert script.text == theirs
    script.save()
    script.undo()
    assert script.questions[2]["answer"] == "Yenisei"
    script.path.write_text(PACK, "utf-8")
    script.save(over=True)
    assert script.path.read_text("utf-8") == script.text


def test_a_file_that_was_taken_is_not_saved_over_after_undo(tmp_path: Path) -> None:
    script = opened(tmp_path)
    script.set(2, "answer", "Yenisei")
    theirs = PACK.replace("Rivers", "Streams")
    script.path.write_text(theirs, "utf-8")
    script.take()
    script.undo()
    script.keep_draft()
    for each in (script, Manuscript(script.path)):
        with pytest.raises(Changed) as wrong:
            each.save()
        assert wrong.value.theirs == theirs
    script.redo()
    script.set(2, "answer", "Lena")
    script.save()
    script.undo()
    script.save()
    assert script.path.read_text("utf-8") == theirs
    script.undo()
    script.set(2, "answer", "Ob")
    with pytest.raises(Changed):
        script.save()
    script.save(over=True)
    script.undo()
    script.save()
    assert script.questions[2]["answer"] == "Yenisei"


def test_a_draft_is_found_after_a_crash(tmp_path: Path) -> None:
    script = opened(tmp_path)
    script.set(2, "answer", "Yenisei")
    script.keep_draft()
    again = Manuscript(script.path)
    assert again.recovered
    assert again.questions[2]["answer"] == "Yenisei"
    assert not again.saved
    again.undo()
    assert again.text == PACK
    again.redo()
    again.save()
    assert not draft.of(script.path).exists()
    assert not Manuscript(script.path).recovered


def test_a_draft_of_an_older_file_does_not_hide_the_newer_one(tmp_path: Path) -> None:
    script = opened(tmp_path)
    script.set(2, "answer", "Yenisei")
    script.keep_draft()
    script.path.write_text(PACK.replace("Rivers", "Streams"), "utf-8")
    again = Manuscript(script.path)
    with pytest.raises(Changed):
        again.save()


def test_a_draft_that_is_torn_is_left_alone(tmp_path: Path) -> None:
    script = opened(tmp_path)
    script.set(2, "answer", "Yenisei")
    script.keep_draft()
    file = draft.of(script.path)
    file.write_bytes(file.read_bytes()[:-40])
    assert Manuscript(script.path).text == PACK
    assert file.exists()


def test_a_disk_that_refuses_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = opened(tmp_path)
    script.set(2, "answer", "Yenisei")

    def refuse(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("quiz.store.editing.opened.replace", refuse)
    with pytest.raises(Unsaved, match="disk full"):
        script.save()
    assert not script.saved
    assert script.path.read_text("utf-8") == PACK


def test_new_packs_and_copies_load(tmp_path: Path) -> None:
    path = begin.new(tmp_path, "Ríos y «mares»", ("rios-y-mares",))
    assert path.name == "rios-y-mares-2.toml"
    script = Manuscript(path)
    script.add({"kind": "true-false", "prompt": "Is water wet?", "answer": True})
    script.save()
    assert load(path).questions[0].expected() == "True"
    for pack in PACKS:
        mine = load(begin.copy(pack, tmp_path, (pack.stem,)))
        assert mine.id != load(pack).id
        assert mine.questions == load(pack).questions


VALUES: Any = st.one_of(
    st.text(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.lists(st.text(max_size=40), max_size=9),
    st.lists(st.tuples(st.text(max_size=30), st.text(max_size=30)).map(list), max_size=5),
    st.dictionaries(st.text(max_size=9), st.text(max_size=9), max_size=3),
    st.lists(st.fixed_dictionaries({"document": st.text(max_size=5)}, optional={
        "paragraph": st.integers(1, 9), "says": st.lists(st.text(max_size=5), max_size=2)}),
        max_size=4),
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(ORDER), VALUES, min_size=1), st.sampled_from(ORDER), VALUES)
def test_any_value_can_be_put_anywhere(fields: dict[str, Any], name: str, value: Any) -> None:
    text = fresh(fields)
    assert table(text) == fields
    told = put(text, name, value, ORDER)
    assert table(told) == {**fields, name: value}
    assert table(put(told, name, None, ORDER)) == {k: v for k, v in fields.items() if k != name}


@given(st.text('"\\\n\ta\x7f'))
def test_a_text_of_any_lines_is_written_as_it_is(text: str) -> None:
    assert tomli.loads(f"x = {passage(text)}")["x"] == text


@given(VALUES)
def test_written_values_are_toml(value: Any) -> None:
    assert tomli.loads(f"x = {written(value)}")["x"] == value


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)), max_size=12))
def test_any_acts_leave_toml_and_can_be_undone(acts: list[tuple[int, int, int]]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        script = opened(Path(folder))
        for what, first, second in acts:
            many = len(script.questions)
            if what < 2 or not many:
                script.add({"kind": "true-false", "prompt": f"{first}?", "answer": True}, 0)
            elif what < 4:
                script.duplicate(first % many)
            elif what < 6:
                script.remove(first % many)
            elif what < 8:
                script.move(first % many, second % many)
            else:
                script.set(first % many, "explanation", "x" * second or None)
            assert len(tomli.loads(script.text).get("question", [])) == len(script.questions)
            assert len(set(ids(script))) == len(ids(script)) if script.questions else True
            assert "# The end." in script.text
        while script.undo():
            pass
        assert script.text == PACK


def test_a_draft_becomes_a_question_that_quotes_nothing(tmp_path: Path) -> None:
    script = opened(tmp_path)
    cite = {"document": "atlas", "paragraph": 2, "says": ["Nile"]}
    at = script.add(
        {
            "kind": "true-false",
            "prompt": "Is the Nile wet?",
            "answer": True,
            "cite": [{**cite, "quote": "The Nile is wet.", "start": 0, "end": 4}],
            "status": "proposed",
        }
    )
    script.save()
    pack = load(script.path)
    assert pack.questions[at] not in pack.playable()
    script.accept(at)
    assert script.questions[at]["cite"] == [{**cite, "sentence": digest("The Nile is wet.")}]
    script.save()
    assert load(script.path).questions[at] in load(script.path).playable()
