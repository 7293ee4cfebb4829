"""What is exported comes back the same, for all that a format can hold."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from quiz.author.decoding import source
from quiz.author.exporting import export
from quiz.author.formats import Want, formats
from quiz.author.importing import recognise
from quiz.core.pack import Allow, Pack
from tests.author.formats import packs as made
from tests.author.formats.packs import again, bare

GIFT = made.packs(
    made.choice(),
    made.multi_choice(),
    made.short_answer(),
    made.true_false,
    made.number,
    made.match,
    shared="explanation tags",
)
MARKDOWN = made.packs(
    made.choice(fixed=True),
    made.multi_choice(),
    made.short_answer(),
    made.true_false,
    shared="explanation",
)
MOODLE = made.packs(
    made.choice(fixed=True),
    made.multi_choice(),
    made.short_answer(),
    made.true_false,
    made.number,
    made.match,
    shared="explanation tags",
)
EVERY = made.packs(
    made.choice(fixed=True),
    made.multi_choice(),
    made.short_answer(),
    made.true_false,
    made.number,
    made.match,
    made.order,
    made.clues,
    made.entries,
    shared="explanation tags difficulty hints",
)


@given(GIFT)
def test_gift(pack: Pack) -> None:
    back, found, lost = again(pack, "gift", ".gift")
    left_out = {each.question for each in lost if each.whole}
    assert bare(back) == [told for told in bare(pack) if told["id"] not in left_out]
    assert not found.skipped
    assert all("->" in repr(told) for told in bare(pack) if told["id"] in left_out)


@given(EVERY)
def test_csv(pack: Pack) -> None:
    back, found, lost = again(pack, "csv", ".csv")
    assert bare(back) == bare(pack)
    assert not found.skipped
    assert not lost


@given(EVERY)
def test_anki_text(pack: Pack) -> None:
    back, found, lost = again(pack, "anki", ".txt")
    assert bare(back) == bare(pack)
    assert not found.skipped
    assert not lost


@given(MARKDOWN)
def test_markdown(pack: Pack) -> None:
    back, found, lost = again(pack, "markdown", ".md")
    assert bare(back) == [trimmed(told) for told in bare(pack)]
    assert not found.skipped
    said = {each.question for each in lost}
    assert said == {told["id"] for told in bare(pack) if trimmed(told) != told}


def trimmed(told: dict[str, Any]) -> dict[str, Any]:
    """A question without spaces at the ends of its lines, which Markdown does not hold."""
    return told | {
        name: "\n".join(row.strip(" \t") for row in told[name].split("\n"))
        for name in ("prompt", "explanation")
        if name in told
    }


@given(MOODLE)
def test_moodle_xml_is_well_formed_and_says_what_is_lost(pack: Pack) -> None:
    back, found, lost = again(pack, "moodle-xml", ".xml")
    assert not found.skipped
    assert len(back.questions) == len(pack.questions)
    said = {(each.question, each.what) for each in lost}
    for was, now in zip(bare(pack), bare(back), strict=True):
        for name in was:
            if was[name] != now.get(name):
                assert (was["id"], name) in said or name == "tags", (name, was, now)


@given(EVERY)
def test_json(pack: Pack) -> None:
    back, _, lost = again(pack, "json", ".json")
    assert bare(back) == bare(pack)
    assert not lost


def pack_of(**told: Any) -> Pack:
    question = {"id": "q", "prompt": "What?", **told}
    head = {"format": 1, "id": "p", "title": "AC/DC", "question": [question]}
    return Pack.model_validate(head)


def test_what_moodle_cannot_hold_of_a_short_answer_is_said() -> None:
    folded = pack_of(kind="short-answer", answer="a", match="fold")
    assert ("q", "match") in {
        (each.question, each.what) for each in again(folded, "moodle-xml", ".xml")[2]
    }
    exact = pack_of(kind="short-answer", answer="a", match="exact")
    back, _, lost = again(exact, "moodle-xml", ".xml")
    assert back.questions[0].model_dump()["match"] == "exact"
    assert not lost


def test_a_slash_in_a_title_is_no_new_category() -> None:
    written = export(pack_of(kind="true-false", answer=True), formats()["moodle-xml"], Want())
    assert "$course$/AC//DC<" in written.files[".xml"]


def test_gift_says_that_it_cannot_keep_an_order() -> None:
    pack = pack_of(kind="choice", answer="a", distractors=["b", "c"], fixed=True, place=2)
    written = export(pack, formats()["gift"], Want())
    assert {"fixed", "place"} <= {each.what for each in written.lost}
    text = written.files[".gift"]
    assert text.index("~b") < text.index("=a") < text.index("~c")


def test_json_keeps_what_a_pack_allows() -> None:
    pack = pack_of(kind="true-false", answer=True).model_copy(
        update={"allow": (Allow(rule="too-few", why="just begun"),)}
    )
    head = again(pack, "json", ".json")[1].head
    assert head["allow"] == [{"rule": "too-few", "why": "just begun"}]


@given(made.packs(made.choice()))
def test_every_export_is_recognised(pack: Pack) -> None:
    for form, end in (
        ("gift", ".gift"),
        ("csv", ".csv"),
        ("anki", ".txt"),
        ("markdown", ".md"),
        ("json", ".json"),
        ("moodle-xml", ".xml"),
    ):
        written = export(pack, formats()[form], Want())
        told, _ = source("x", written.files[end].encode())
        if written.files[end].strip():
            assert recognise(told).name == form
