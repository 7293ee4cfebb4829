"""CSV, TSV, Quizlet and Anki text: separators, headings, quotes, borrowed options."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.author.cards import questions
from quiz.author.formats import Card, Cards, Found
from quiz.core.text import Clean
from quiz.errors import Unreadable
from tests.author.formats.packs import read

HEADED = (
    "Question{0}Answer{0}Wrong 1{0}Wrong 2{0}Category{0}Difficulty\n"
    "Who?{0}Me{0}You{0}Them{0}Film, Art{0}hard\n"
)


def told(text: str, **more: Any) -> list[dict[str, Any]]:
    return [
        {name: each for name, each in q.fields.items() if name != "origin"}
        for q in read("x.csv", text, "csv", **more).questions
    ]


@pytest.mark.parametrize("sign", ["\t", ";", "|"])
def test_headings_say_what_the_columns_are(sign: str) -> None:
    assert told(HEADED.format(sign)) == [
        {
            "kind": "choice",
            "prompt": "Who?",
            "answer": "Me",
            "distractors": ["You", "Them"],
            "tags": ["film-art"],
            "difficulty": 4,
        }
    ]


@pytest.mark.parametrize("key", ["B", "2", "Cannes", "b"])
def test_a_key_names_the_right_option(key: str) -> None:
    text = (
        f"Question,Answer 1,Answer 2,Answer 3,Correct answer\nWhere?,Venice,Cannes,Berlin,{key}\n"
    )
    (only,) = told(text)
    assert (only["answer"], only["distractors"]) == ("Cannes", ["Venice", "Berlin"])


def test_a_key_can_name_several() -> None:
    text = 'Question,Option A,Option B,Option C,Correct\nWhere?,Venice,Cannes,Ulm,"A, B"\n'
    (only,) = told(text)
    assert (only["kind"], only["answers"]) == ("multi-choice", ["Venice", "Cannes"])


def test_columns_can_be_named_by_place_or_heading() -> None:
    text = "land,city,river\nFrance,Paris,Seine\nSpain,Madrid,Manzanares\nItaly,Rome,Tiber\n"
    by_place = told(text, columns=("prompt", "-", "answer"))
    by_heading = told(text, columns=("land=prompt", "river=answer"))
    assert [q["answer"] for q in by_place] == ["Seine", "Manzanares", "Tiber"]
    assert by_place == by_heading
    with pytest.raises(Unreadable, match="no column can be"):
        told(text, columns=("prompt", "nonsense"))
    with pytest.raises(Unreadable, match="there is no column"):
        told(text, columns=("lake=prompt", "river=answer"))


def test_quizlet_keeps_its_quotes_and_spreadsheets_lose_theirs() -> None:
    (first, second) = told('"Hello", she said\tbonjour\n"a ""b"""\tc\n', how="short-answer")
    assert first["prompt"] == '"Hello", she said'
    assert second["prompt"] == 'a "b"'


def test_a_quote_that_is_never_closed_costs_nothing_else() -> None:
    text = 'Question,Answer\none,1\n"two,2\nthree,3\nfour,4\n'
    found = read("x.csv", text, "csv", how="short-answer")
    assert [q.fields["answer"] for q in found.questions] == ["1", "2", "3", "4"]
    assert [q.line for q in found.questions] == [2, 3, 4, 5]


def test_rows_without_answer_and_rows_given_twice_are_listed() -> None:
    found = read("x.csv", "Term;Definition\na;1\nb;\n\na;1\nc;3\nd;4\n", "csv")
    assert [(each.line, each.reason) for each in found.skipped] == [
        (3, "there is no answer"),
        (5, "same as line 2"),
    ]
    assert len(found.questions) == 3


def test_the_encoding_found_is_read() -> None:
    western = read("x.csv", "Straße;Müllerstraße\nCafé;Crème brûlée\n".encode("cp1252"), "csv")
    assert western.questions[0].fields["prompt"] == "Straße"
    greek = read("x.tsv", "Кино\tФильм\nГород\tМосква\n".encode("cp1251"), "csv")
    assert greek.questions[0].fields["answer"] == "Фильм"
    wide = read("x.tsv", "eins\tun\nzwei\tdeux\n".encode("utf-16"), "csv")
    assert wide.questions[0].fields["answer"] == "un"


def test_html_becomes_plain_text() -> None:
    (first, _) = told("Front,Back\n<b>H<sub>2</sub>O</b>?,water&nbsp;<br>\nx &amp; y,z\n")
    assert (first["prompt"], first["answer"]) == ("H₂O?", "water")


cards = st.lists(
    st.tuples(st.text("abcdef", min_size=1, max_size=3), st.text("xyz12 ", min_size=1, max_size=4)),
    min_size=1,
    max_size=30,
).map(
    lambda pairs: [
        Card(i, Clean(front), Clean(back.strip() or "x"))
        for i, (front, back) in enumerate(pairs, 1)
    ]
)


def deck(told: list[Card]) -> Cards:
    made = Cards()
    for card in told:
        made.add(card)
    return made


@given(cards)
def test_borrowed_options_are_wrong_different_and_the_same_each_time(told: list[Card]) -> None:
    right: dict[str, set[str]] = {}
    for card in told:
        right.setdefault(card.front, set()).add(card.back)
    assert [*deck(told)] == told
    made = list(questions(deck(told), "choice"))
    assert made == list(questions(deck(told), "choice"))
    assert len(made) == len(told)
    for each in made:
        if isinstance(each, Found) and each.fields["kind"] == "choice":
            wrong = each.fields["distractors"]
            assert len(set(wrong)) == len(wrong)
            assert right[each.fields["prompt"]].isdisjoint(wrong)


def test_a_large_table_borrows_each_back_about_as_often_and_never_in_the_same_company() -> None:
    table = "\n".join(f"Capital of land {i}?,Town {i * 7919 % 1000}" for i in range(200))
    made = told(table)
    assert [q["kind"] for q in made] == ["choice"] * 200
    assert all(q["answer"] not in q["distractors"] for q in made)
    lent = Counter(text for q in made for text in q["distractors"])
    assert set(lent.values()) == {3}
    options = [sorted((q["answer"], *q["distractors"])) for q in made]
    together = Counter(pair for texts in options for pair in combinations(texts, 2))
    assert max(together.values()) <= 2


def test_what_differs_in_capitals_alone_is_no_wrong_option() -> None:
    backs = ["Paris", "paris", "PARIS", "Rome", "Oslo", "Bern", "Lima", "Riga"]
    made = told("\n".join(f"City number {i}?,{back}" for i, back in enumerate(backs)))
    for each in made:
        folded = [text.casefold() for text in (each["answer"], *each["distractors"])]
        assert len({*folded}) == len(folded)


FULL = (
    "Question,Answer,Accept,Explanation,Hint,Tags\n"
    "France?,Paris,Lutetia,On the Seine.,Louvre,towns\n"
    "Japan?,Tokyo,Edo,,Temples,\nItaly?,Rome,,,,\n"
)


@pytest.mark.parametrize(
    ("how", "lost"),
    [
        ("choice", ["also right: “Lutetia”", "also right: “Edo”"]),
        ("short-answer", []),
        (
            "match",
            ["also right: “Lutetia” of “France?”", "explanation of “France?”",
             "hints of “France?”", "tags of “France?”", "also right: “Edo” of “Japan?”",
             "hints of “Japan?”"],
        ),
    ],
)  # fmt: skip
def test_what_a_kind_has_no_use_for_is_listed(how: str, lost: list[str]) -> None:
    found = read("x.csv", FULL, "csv", how=how)
    assert sorted(each.reason for each in found.lost) == sorted(lost)


def test_alternatives_of_a_pattern_are_listed_when_options_are_asked_for() -> None:
    found = read("x", "a:[b|c]\nd:e\nf:g\n", "bsdquiz", how="choice")
    assert [each.reason for each in found.lost] == ["also right: “c”"]


def test_other_right_answers_stay_where_there_are_no_wrong_ones() -> None:
    (only,) = told("Question,Option A,Correct,Accept\nWhere?,Cannes,A,Kannes\n")
    assert (only["kind"], only["accept"]) == ("short-answer", ["Kannes"])


def test_tags_that_are_asked_for_are_no_html() -> None:
    text = "Question,Answer\nWhich tag is bold?,<b>\nWhat does <b> do?,<i>x</i>\nA <p>?,<br>\n"
    made = told(f"{text}<img src=x>,y\n", how="short-answer")
    assert [(q["prompt"], q["answer"]) for q in made] == [
        ("Which tag is bold?", "<b>"),
        ("What does <b> do?", "x"),
        ("A\n?", "<br>"),
    ]


@pytest.mark.parametrize("last", ["All of the above", "None of these", "Both A and B", "A and C."])
def test_an_option_that_speaks_of_the_others_stays_behind_them(last: str) -> None:
    head = "Question,Option 1,Option 2,Option 3,Correct\n"
    (by_key,) = told(f"{head}Which?,Venice,Cannes,{last},2\n")
    assert (by_key["fixed"], by_key["place"]) == (True, 2)
    (right,) = told(f"{head}Which?,Venice,Cannes,{last},3\n")
    assert (right["answer"], right["place"]) == (last, 3)
    assert "fixed" not in told(f"{head}Which?,Venice,{last},Cannes,1\n")[0]


@given(st.integers(0, 999))
def test_where_only_the_wrong_ones_are_known_the_answer_gets_a_place(number: int) -> None:
    head = "Question,Answer,Wrong 1,Wrong 2,Wrong 3\n"
    (made,) = told(f"{head}Which is {number}?,a,None of these,b,c\n")
    assert made["distractors"] == ["b", "c", "None of these"]
    assert made["fixed"]
    assert 1 <= made.get("place", 1) <= 3
    (last,) = told(f"{head}Which is {number}?,All of these,a,b,c\n")
    assert (last["distractors"], last["place"]) == (["a", "b", "c"], 4)


def test_pairs_become_matching_questions() -> None:
    text = "\n".join(f"left {i}\tright {i}" for i in range(14))
    made = told(text, how="match")
    assert [len(q["pairs"]) for q in made] == [6, 6, 2]


ANKI = """#separator:tab
#html:true
#guid column:1
#tags column:4
g1\tCapital of <b>France</b>?\tParis [sound:x.mp3]\tgeo europe::west
g2\t{{c1::Cannes::a town}} lies in {{c2::France}}.\t\t
"""


def test_anki_text() -> None:
    found = read("deck.txt", ANKI)
    told = [q.fields for q in found.questions]
    assert told[0]["prompt"] == "Capital of France?"
    assert told[0]["answer"] == "Paris"
    assert told[0]["tags"] == ["geo", "europe-west"]
    assert told[0]["origin"]["id"] == "g1"
    assert [(q["prompt"], q["answer"]) for q in told[1:]] == [
        ("_____ lies in France.", "Cannes"),
        ("Cannes lies in _____.", "France"),
    ]
    assert told[1]["hints"] == ["a town"]
    assert any("sounds" in lost.reason for lost in found.lost)
