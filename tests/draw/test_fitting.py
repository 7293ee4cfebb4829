"""Wrong options that fit: of one trade, one kind of thing, near nations; else a short answer."""

from __future__ import annotations

import pytest

from quiz.draw.distractors import Options
from quiz.draw.document import from_text
from quiz.draw.drawing import draw
from quiz.draw.english.gazetteer import groups, near
from quiz.draw.fact import Fact
from quiz.draw.options.meanings import kind
from quiz.draw.options.tongues import Tongues
from quiz.draw.wording import Draft
from tests.draw.measured import OWN, drawing

PEOPLE = (
    "The {0} Anna Roe, the {0} Bo Lind, the {0} Clara Holt and the {0} Ed Marn met in Felt.\n\n"
)


def card(text: str, prompt: str) -> Draft:
    drafts = draw([from_text("a.md", text)]).drafts
    (found,) = [draft for draft in drafts if draft.question["prompt"] == prompt]
    return found


@pytest.mark.parametrize(
    ("role", "kind_of_card"), [("painter", "choice"), ("general", "short-answer")]
)
def test_a_painter_stands_among_painters(role: str, kind_of_card: str) -> None:
    text = f'{PEOPLE.format(role)}"Low Tide" was painted by Ida Lund.'
    assert card(text, 'Who painted "Low Tide"?').question["kind"] == kind_of_card


@pytest.mark.parametrize(
    ("answer", "others", "alone"),
    [
        ("Jean-Luc Marn", ["Anna Roe", "Bo Lind", "Ed Holt"], True),
        ("José Marn", ["Anna Roe", "Bo Lind", "Ed Holt"], True),
        ("José Marn", ["Anna Roe", "Bo Lindström", "Ed Holt"], False),
        ("Ann Marn", ["José Roe", "Bo Lindström", "Anne-Marie Holt"], True),
        ("Ann Marn", ["José Roe", "Bo Lind", "Ed Holt"], False),
        ("Juho Marn", ["Anna Roe", "Bo Lind", "Ed Holt"], True),
    ],
)
def test_no_name_alone_is_of_its_tongue(answer: str, others: list[str], *, alone: bool) -> None:
    sentence = from_text("a.md", "x").blocks[0]
    nation = Fact("nationality", "Juho Marn", "Finnish", "text", "?", sentence)
    assert Tongues([nation]).alone(answer, others) is alone


def test_one_woman_among_three_men_gives_herself_away() -> None:
    (played,) = [
        draft
        for draft in drawing(OWN).drafts
        if str(draft.question["prompt"]).startswith("Who plays Hedda")
    ]
    assert played.question["kind"] == "short-answer"


@pytest.mark.parametrize(
    ("meaning", "told"),
    [
        ("the change of a solid straight into a gas", "process"),
        ("working a dough with the hands", "process"),
        ("the spreading of particles", "process"),
        ("a substance in which atoms are joined", "substance"),
        ("the organelle that releases energy", "part"),
        ("a group of similar cells that work together", "part"),
        ("a machine for beheading", "tool"),
        ("the radical working people of Paris, who wore long trousers", "person"),
        ("a long-legged wading bird that hunts fish", "living"),
    ],
)
def test_a_meaning_names_a_kind_of_thing(meaning: str, told: str) -> None:
    assert kind(meaning) == told


GLOSSARY = """# Words

Melting: the change of a solid into a liquid.

{}: the change of a gas into a liquid.

{}: the change of a liquid into a solid.

{}: the change of a liquid into a vapour.
"""


def test_a_change_stands_among_changes() -> None:
    prompt = 'Which term is defined as "the change of a solid into a liquid"?'
    changes = GLOSSARY.format("Condensation", "Freezing", "Evaporation")
    assert card(changes, prompt).question["kind"] == "choice"
    mixed = changes.replace("the change of a gas", "a machine that turns a gas")
    assert card(mixed, prompt).question["kind"] == "short-answer"


def test_near_nations_are_nations_and_none_is_a_part_of_another() -> None:
    for nation in groups()["nationality"]:
        assert near(nation) <= set(groups()["nationality"])
        assert nation not in near(nation)
    assert "British" not in near("Scottish")
    text = "The director Bo Lind spoke. We met the Danish director Bo Lind."
    found = card(text, "What is the nationality of the director Bo Lind?")
    assert set(found.question["distractors"]) <= {"Finnish", "Icelandic", "Norwegian", "Swedish"}


def test_options_know_a_shared_surname() -> None:
    from quiz.draw.drawing import _readings

    two = "The baker Anna Roe met the miller Bo Roe. The singer Clara Holt met C. Holt."
    options = Options(_readings([from_text("a.md", two)]), [])
    assert options.shared("Roe")
    assert not options.shared("Holt")
