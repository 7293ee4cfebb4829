"""Every rule finds what it is for, points at it, and leaves sound packs alone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.author.check import LOADING, check, codes
from quiz.author.rules import RULES
from quiz.core.kinds import kinds
from quiz.core.pack import Pack
from quiz.core.problem import Problem
from quiz.core.text import clean

NAMES = ("Marty", "Piano", "Parasite", "Anora", "Titane", "Cannes", "Venice", "Berlin", "Locarno")


def choice(number: int = 0, **fields: Any) -> dict[str, Any]:
    """A sound question of its own."""
    name = NAMES[number % len(NAMES)]
    return {
        "id": f"q-{number}",
        "kind": "choice",
        "prompt": f"Which {name.lower()[::-1]} thing number {number} is meant?",
        "answer": f"Alpha{number}",
        "distractors": [f"Gamma{number}", f"Omega{number}", f"Kappa{number}"],
        "explanation": f"Reason number {number}.",
        "difficulty": number % 5 + 1,
        "cite": [{"document": "d", "paragraph": 1, "says": ["Alpha"]}],
        **fields,
    }


def typed(number: int = 0, **fields: Any) -> dict[str, Any]:
    """A sound short answer of its own."""
    asked = choice(number, kind="short-answer", **fields)
    del asked["distractors"]
    return asked


def of_kind(kind: str, **fields: Any) -> dict[str, Any]:
    """The kind's example, with what every question should have."""
    example = kinds()[kind].EXAMPLE
    return {**example, "explanation": "Why.", "difficulty": 1, "cite": choice()["cite"], **fields}


def pack(*questions: dict[str, Any], enough: bool = True, **fields: Any) -> dict[str, Any]:
    """A pack that is sound but for what is asked for."""
    filled = [choice(number) for number in range(50, 56)] if enough else []
    return {
        "format": 1,
        "id": "p",
        "title": "P",
        "document": [{"id": "d", "title": "D"}],
        "question": [*questions, *filled],
        **fields,
    }


def problems(data: dict[str, Any], **more: Any) -> list[Problem]:
    return check(Pack.model_validate(data), data, **more)


def found(data: dict[str, Any], **more: Any) -> dict[str, tuple[str | int, ...]]:
    """The codes of all problems, each with where its last one is."""
    return {told.code: told.where for told in problems(data, **more)}


def test_a_sound_pack_has_no_problems() -> None:
    kinds_shown = [of_kind(kind) for kind in kinds()]
    assert found(pack(*kinds_shown)) == {}


LONG = "An answer that was worded with the greatest care"
FINDS: list[tuple[str, dict[str, Any], tuple[str | int, ...]]] = [
    ("control-character", pack(choice(prompt="Which\x1b[2J?")), ("question", 0, "prompt")),
    ("control-character", pack(title="P\u202e"), ("title",)),
    ("control-character", pack(choice(distractors=["a", "b\u200bc"])),
     ("question", 0, "distractors", 1)),
    ("long-text", pack(title="A title that goes on and on"), ("title",)),
    ("long-text", pack(description="x" * 121), ("description",)),
    ("long-text", pack(choice(prompt="x" * 201)), ("question", 0, "prompt")),
    ("long-text", pack(choice(explanation="x" * 281)), ("question", 0, "explanation")),
    ("long-text", pack(choice(distractors=["a" * 61, "b"])), ("question", 0, "distractors", 0)),
    ("accept-and-reject", pack(typed(accept=["Beta", "(The) Beta"], reject=["beta!"])),
     ("question", 0, "reject", 0)),
    ("accept-and-reject", pack(typed(almost=["alpha0"])), ("question", 0, "almost", 0)),
    ("rejected-elsewhere", pack(typed(accept=["(Old) Beta"]), typed(1, reject=["beta"])),
     ("question", 0, "accept", 0)),
    ("same-entries", pack(of_kind("list", entries=["Cannes", ["Venice", "cannes"], "Berlin"])),
     ("question", 0, "entries", 1)),
    ("same-entries", pack(of_kind("order", items=["One", "Two", "one"])),
     ("question", 0, "items", 2)),
    ("same-entries", pack(of_kind("match", pairs=[["A", "x"], ["a", "y"]])),
     ("question", 0, "pairs", 1)),
    ("answer-in-distractors", pack(choice(answer="The Piano", distractors=["Marty", "piano"])),
     ("question", 0, "distractors", 1)),
    ("answer-in-distractors", pack(of_kind("multi-choice", distractors=["Rome", "CANNES"])),
     ("question", 0, "distractors", 1)),
    ("same-options", pack(choice(distractors=["Amélie", "amelie"])),
     ("question", 0, "distractors", 1)),
    ("same-options", pack(of_kind("multi-choice", answers=["Venice", "venice"])),
     ("question", 0, "answers", 1)),
    ("catch-all", pack(choice(distractors=["Beta", "None of the above."])),
     ("question", 0, "distractors", 1)),
    ("catch-all", pack(choice(answer="Both of these")), ("question", 0, "answer")),
    ("longest-option", pack(choice(answer=LONG)), ("question", 0, "answer")),
    ("longest-options", pack(*[choice(n, answer=f"Alphabet{n}") for n in range(9)]), ("question",)),
    ("pinned-answers", pack(*[choice(n, fixed=True) for n in range(6)]), ("question",)),
    ("odd-option", pack(choice(distractors=["Beta", "1955", "Gamma"])),
     ("question", 0, "distractors", 1)),
    ("odd-option", pack(choice(answer="Paris", distractors=["1955", "1956", "1957"])),
     ("question", 0, "answer")),
    ("odd-option", pack(choice(answer="alpha")), ("question", 0, "answer")),
    ("odd-option", pack(choice(answer="Alpha.")), ("question", 0, "answer")),
    ("answer-in-prompt", pack(choice(prompt="Which alpha0 is it?")), ("question", 0, "prompt")),
    ("answer-in-prompt", pack(choice(hints=["No.", "It is Alpha0."])), ("question", 0, "hints", 1)),
    ("answer-in-prompt", pack(of_kind("clues", clues=["Hm.", "It is pulp fiction."])),
     ("question", 0, "clues", 1)),
    ("gives-away", pack(choice(prompt="Whose golden palm shone?", answer="Mikey"),
                        choice(1, explanation="That golden palm of Mikey is the one that shone.")),
     ("question", 1, "explanation")),
    ("near-duplicate", pack(choice(), choice(1, prompt=choice()["prompt"].upper())),
     ("question", 1, "prompt")),
    ("near-duplicate",
     pack(choice(prompt="Which festival gives the golden palm every single spring?", answer="It"),
          choice(1, prompt="Which festival gives every spring the golden palm?", answer="It")),
     ("question", 1, "prompt")),
    ("no-explanation", pack(choice(explanation=None)), ("question", 0)),
    ("no-citation", pack(choice(cite=[])), ("question", 0)),
    ("one-difficulty", pack(*[choice(n, difficulty=2) for n in range(6)], enough=False),
     ("question",)),
    ("too-few", pack(choice(1), choice(2), enough=False), ("question",)),
    ("unknown-rule", pack(allow=[{"rule": "nothing", "why": "x"}]), ("allow", 0, "rule")),
    ("unknown-rule", pack(allow=[{"rule": "too-few", "why": "x", "question": "q-99"}]),
     ("allow", 0, "question")),
    ("unknown-document", pack(choice(cite=[{"document": "e", "paragraph": 1}])),
     ("question", 0, "cite", 0, "document")),
    ("unknown-document", pack(document=[{"id": "d", "title": "D"}, {"id": "d", "title": "E"}]),
     ("document", 1, "id")),
]  # fmt: skip


@pytest.mark.parametrize(("code", "data", "where"), FINDS)
def test_a_rule_finds_what_it_is_for(
    code: str, data: dict[str, Any], where: tuple[str | int, ...]
) -> None:
    told = [each for each in problems(data) if each.code == code]
    assert [each.where for each in told] == [where]
    assert told[0].message
    assert told[0].help


PROVED_BY_DOCUMENTS = {"document-missing", "no-such-paragraph", "not-said", "answer-not-cited"}


def test_every_rule_is_tried() -> None:
    tried = {code for code, _, _ in FINDS} | PROVED_BY_DOCUMENTS | {"tolerance-swallows"}
    assert tried == {rule.code for rule in RULES}


def test_codes_are_stable() -> None:
    listed = [code for code, _, _ in codes()]
    assert len(listed) == len(set(listed)) == len(LOADING) + len(RULES) + 1
    assert all(about.endswith(".") for _, _, about in codes())


@pytest.mark.parametrize(
    "data",
    [
        pack(choice(prompt="Which came first, Alpha0 or Gamma0?")),  # both options are named
        pack(of_kind("order", prompt="Is Taxi Driver before Pulp Fiction?")),
        pack(choice(answer="12 Angry Men")),  # a title that starts with a number
        pack(choice(answer="1955", distractors=["1956", "1957"])),
        pack(choice(answer="About 30", distractors=["About 40", "About 50"])),
        pack(choice(answer="snow", distractors=["Paris", "Tinsel", "rain"])),
        pack(choice(), choice(1, answer="Alpha0")),  # one answer, two questions
        pack(choice(prompt="What is the capital of France?", answer="A"),
             choice(1, prompt="What is the capital of Spain?", answer="B")),
        pack(typed(reject=["Beta"]), typed(1, reject=["beta"])),
        pack(choice(prompt="Which\ttab\nor line?")),
    ],
)  # fmt: skip
def test_what_is_no_problem(data: dict[str, Any]) -> None:
    assert found(data) == {}


def test_a_pack_without_any_explanation_or_citation_is_told_once() -> None:
    bare = [choice(number, explanation=None, cite=[]) for number in range(9)]
    told = problems(pack(*bare, enough=False, document=[]))
    assert sorted(each.code for each in told) == ["no-citation", "no-explanation"]


def test_a_pack_may_allow_a_rule_for_all_or_for_one_question() -> None:
    bare = [choice(0, explanation=None), choice(1, explanation=None)]
    assert len(problems(pack(*bare))) == 2
    everywhere = {"rule": "no-explanation", "why": "by design"}
    assert problems(pack(*bare, allow=[everywhere])) == []
    left = problems(pack(*bare, allow=[{**everywhere, "question": "q-0"}]))
    assert [told.where for told in left] == [("question", 1)]


ALIKE: dict[str, Any] = {"explanation": None, "cite": [], "difficulty": 2, "fixed": True}
OF_THE_PACK = {"no-explanation", "no-citation", "one-difficulty", "pinned-answers"}


@pytest.mark.parametrize("number", range(6))
def test_permission_for_a_question_is_none_for_the_pack(number: int) -> None:
    alike = [choice(n, **ALIKE) for n in range(6)]
    allow = [{"rule": code, "why": "w", "question": f"q-{number}"} for code in OF_THE_PACK]
    told = problems(pack(*alike, enough=False, document=[], allow=allow))
    assert {each.code for each in told} == OF_THE_PACK
    assert {each.where for each in told} == {("question",)}


def test_what_every_question_may_the_pack_may() -> None:
    alike = [choice(n, explanation=None) for n in range(6)]
    allow = [{"rule": "no-explanation", "why": "w", "question": f"q-{n}"} for n in range(6)]
    assert found(pack(*alike, enough=False, allow=allow)) == {}
    assert found(pack(*alike, enough=False, allow=allow[1:])) == {"no-explanation": ("question",)}


def test_a_part_of_a_pack_is_not_too_small() -> None:
    small = pack(choice(), enough=False)
    assert "too-few" in found(small)
    assert "too-few" not in found(small, whole=False)


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).filter(
    lambda text: any(c.isalnum() for c in text)
)


@given(
    st.lists(st.tuples(WORDS, WORDS, st.lists(WORDS, min_size=1, max_size=4), WORDS), max_size=5)
)
def test_no_text_makes_a_rule_fail(rows: list[tuple[str, str, list[str], str]]) -> None:
    questions = [
        {"id": f"q{n}", "kind": "choice", "prompt": p, "answer": a, "distractors": d, "hints": [h]}
        for n, (p, a, d, h) in enumerate(rows)
    ]
    data = {"format": 1, "id": "p", "title": "P", "question": questions}
    documents = {"d": tuple(text for row in rows for text in row[:2])}
    for told in problems(data, documents=documents):
        assert told.message == clean(told.message)
