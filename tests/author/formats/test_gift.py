"""GIFT: the parse agrees with its grammar's authors, and what cannot be held is reported."""

from __future__ import annotations

import json
from typing import Any

import pytest

from quiz.author.figures import Figures
from quiz.author.formats import Skipped
from quiz.author.gift import Category, items
from quiz.author.moodle import Asked, Marked, words
from tests.author.formats.packs import SAMPLES, plain, read, sample

PARSED = sorted(path.stem for path in (SAMPLES / "gift").glob("*.json")) or ["mc1"]


def marked(told: Marked | None) -> dict[str, str] | None:
    return None if told is None else {"format": told.format, "text": told.text}


def figures(told: Figures | None) -> dict[str, Any]:
    assert told
    if told.number is None:
        return {"type": "high-low", "numberHigh": told.high, "numberLow": told.low}
    if told.tolerance is None:
        return {"type": "simple", "number": told.number}
    return {"type": "range", "number": told.number, "range": told.tolerance}


def as_json(item: Asked | Category | Skipped) -> dict[str, Any]:
    """What the grammar's authors would say of an item."""
    assert not isinstance(item, Skipped)
    if isinstance(item, Category):
        return {"type": "Category", "title": item.title}
    told: dict[str, Any] = {
        "type": item.kind,
        "title": item.title or None,
        "id": item.id or None,
        "tags": item.tags or None,
        "stem": {
            "format": item.stem.format,
            "text": item.stem.text + (f" _____ {item.tail}" if item.tail else ""),
        },
        "hasEmbeddedAnswers": bool(item.tail),
    }
    if item.kind != "Description":
        told["globalFeedback"] = marked(item.general)
    if item.kind == "TF":
        told |= {
            "isTrue": item.claim,
            "trueFeedback": marked(item.wrong),
            "falseFeedback": marked(item.right),
        }
    numeric = item.kind == "Numerical"
    if item.options:
        told["choices"] = [
            {
                "isCorrect": o.right,
                "weight": o.weight,
                "text": figures(o.figures) if numeric else marked(o.text),
                "feedback": marked(o.feedback),
            }
            for o in item.options
        ]
    if numeric and len(item.options) == 1:
        told["choices"] = figures(item.options[0].figures)
    if item.kind == "Matching":
        told["matchPairs"] = [
            {"subquestion": marked(left), "subanswer": right} for left, right in item.pairs
        ]
    return told


@pytest.mark.parametrize("name", PARSED)
def test_the_parse_agrees_with_the_grammars_authors(name: str) -> None:
    text = sample("gift", f"{name}.gift").read_text("utf-8")
    wanted = json.loads(sample("gift", f"{name}.json").read_text("utf-8"))
    assert [as_json(item) for item in items(text)] == wanted


@pytest.mark.parametrize("name", PARSED)
def test_every_weight_and_feedback_is_kept_or_reported(name: str) -> None:
    path = sample("gift", f"{name}.gift")
    found = read(path.name, path.read_bytes(), "gift")
    said = repr([q.fields for q in found.questions]) + " ".join(lost.reason for lost in found.lost)
    skipped = {each.line for each in found.skipped}
    for item in items(path.read_text("utf-8")):
        if not isinstance(item, Asked) or item.line in skipped:
            continue
        for told in (item.general, item.wrong, item.right, *(o.feedback for o in item.options)):
            for piece in words(told).split("\n"):
                assert repr(piece)[1:-1] in said or piece in said
        for option in item.options:
            if option.weight and 0 < abs(option.weight) < 100 and not item.many:
                assert f"{option.weight:g} %" in said


FILE = r"""
// a comment
$CATEGORY: $course$/top/Film festivals

// [id:palm-1] [tag:cannes]
::The Palm:: Which festival gives the Palme d'Or? {
    = Cannes # Indeed.
    ~ Venice
    ~ Berlin \{the city\}
    #### It does so since 1955.
}

The Palme d'Or was first given in {#1955:1}.

Name a number from 1 to 5. {#1..5}

Match. { =Anora -> Sean Baker =The Piano -> Jane Campion }

A gap in {~Rome =Cannes ~Nice} it stays.

Who directed Anora?{=Sean Baker =%50%Baker =%0%Ken Loach}

Broken {=one ~two

The next is fine.{FALSE}
Two without a blank line.{T}
"""


def test_one_of_each() -> None:
    found = read("film.gift", FILE)
    told = [each.fields for each in found.questions]
    assert told[0]["origin"]["id"] == "palm-1"
    assert plain(told[0]) == {
        "kind": "choice",
        "prompt": "Which festival gives the Palme d'Or?",
        "answer": "Cannes",
        "distractors": ["Venice", "Berlin {the city}"],
        "notes": {"Cannes": "Indeed."},
        "explanation": "It does so since 1955.",
        "tags": ["film-festivals", "cannes"],
    }
    assert (told[1]["prompt"], told[1]["answer"], told[1]["tolerance"]) == (
        "The Palme d'Or was first given in _____.",
        1955,
        1,
    )
    assert (told[2]["answer"], told[2]["low"], told[2]["high"]) == (3, 1, 5)
    assert told[3]["pairs"] == [["Anora", "Sean Baker"], ["The Piano", "Jane Campion"]]
    assert told[4]["prompt"] == "A gap in _____ it stays."
    assert (told[5]["answer"], told[5]["almost"], told[5]["reject"]) == (
        "Sean Baker",
        ["Baker"],
        ["Ken Loach"],
    )
    assert [told[6]["answer"], told[7]["answer"]] == [False, True]
    assert [(each.line, each.reason) for each in found.skipped] == [(23, "its { is never closed")]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Q {}", "essay"),
        ("Just a text. {", "never closed"),
        ("Q {answer}", "neither = nor ~"),
        ("Q {~a ~b}", "there is no wrong option|no answer is marked"),
        ("Q {#seven}", "no number"),
        ("Q {#=1 =2}", "several numbers"),
        ("Q {=*}", "no answer is marked"),
        ("{=a ~b}", "no question"),
        (f"Q {{{' '.join(f'={i}->{i}' for i in range(12))}}}", "12 pairs"),
    ],
)
def test_what_cannot_be_asked_says_why(text: str, reason: str) -> None:
    found = read("x.gift", text, "gift")
    assert not found.questions
    (skipped,) = found.skipped
    assert any(part in skipped.reason for part in reason.split("|"))
    assert skipped.line == 1
