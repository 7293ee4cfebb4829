"""What is exported comes back the same, for all that a format can hold."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from quiz.author.decoding import source
from quiz.author.exporting import export
from quiz.author.formats import Want, formats
from quiz.author.importing import recognise
from quiz.core.pack import Pack
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
    made.choice(), made.multi_choice(), made.short_answer(), made.true_false, shared="explanation"
)
EVERY = made.packs(
    made.choice(),
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


@given(GIFT)
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
