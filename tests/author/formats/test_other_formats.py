"""Aiken, OpenTriviaQA, Open Trivia DB, Moodle XML, BSD quiz, Markdown, hascard, JSON."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.author.formats import formats
from quiz.author.variants import Unclosed, variants
from tests.author.formats.packs import plain, read


def told(text: str, form: str = "") -> list[dict[str, Any]]:
    return [
        {name: each for name, each in q.fields.items() if name != "origin"}
        for q in read("x", text, form).questions
    ]


def test_every_format_can_be_read_or_written_and_says_what_it_is() -> None:
    assert set(formats()) == {
        "aiken", "anki", "bsdquiz", "csv", "gift", "hascard", "json", "markdown", "moodle-xml",
        "opentdb", "opentriviaqa", "sheet",
    }  # fmt: skip
    for name, form in formats().items():
        assert form.name == name
        assert form.label
        assert form.read or form.write
        assert bool(form.read) == bool(form.looks)


def test_aiken() -> None:
    text = "Where is\nit?\nA. Here\nB) There\nANSWER: B\n\nTrue?\nA) True\nB) False\nANSWER: A"
    assert told(text) == [
        {"prompt": "Where is\nit?", "kind": "choice", "answer": "There", "distractors": ["Here"]},
        {"prompt": "True?", "kind": "true-false", "answer": True},
    ]


def test_orders_that_must_stay() -> None:
    text = "Which?\nA. Venice\nB. Cannes\nC. All of the above\nANSWER: B"
    (aiken,) = told(text)
    assert (aiken["fixed"], aiken["place"]) == (True, 2)
    (ticked,) = told("## Which?\n- [ ] Venice\n- [x] Cannes\n- [ ] None of these\n")
    assert (ticked["fixed"], ticked["place"]) == (True, 2)
    xml = (
        '<quiz><question type="multichoice"><questiontext><text>Q</text></questiontext>'
        "<single>{}</single><shuffleanswers>0</shuffleanswers>"
        '<answer fraction="0"><text>a</text></answer>'
        '<answer fraction="100"><text>b</text></answer>'
        '<answer fraction="0"><text>c</text></answer></question></quiz>'
    )
    (kept,) = told(xml.format("true"))
    assert (kept["answer"], kept["distractors"], kept["place"]) == ("b", ["a", "c"], 2)
    several = read("x", xml.format("false"))
    assert any("stay in their order" in lost.reason for lost in several.lost)


def test_opentriviaqa() -> None:
    text = "#Q One\nof two?\n^ a\nA b\nB a\nC c\n\n#Q None?\nA a\nB b\n\n#Q Other?\n^ z\nA a\nB b\n"
    found = read("animals", text)
    assert [q.fields["prompt"] for q in found.questions] == ["One\nof two?"]
    assert found.questions[0].fields["tags"] == ["animals"]
    assert found.questions[0].fields["license"] == "CC-BY-SA-4.0"
    assert [each.line for each in found.skipped] == [8, 12]


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


CODES: list[Callable[[str], str]] = [
    lambda text: text.replace("é", "&eacute;").replace('"', "&quot;"),
    lambda text: quote(text, safe=""),
    _base64,
]


@pytest.mark.parametrize("code", CODES)
def test_open_trivia_db_is_decoded(code: Callable[[str], str]) -> None:
    answers = [code("Bong"), code("Ducournau")]
    result = {
        "type": code("multiple"), "difficulty": code("easy"), "category": code("Film: Prizes"),
        "question": code('Who made "Palmé"?'), "correct_answer": code("Baker é"),
        "incorrect_answers": answers,
    }  # fmt: skip
    text = json.dumps({"response_code": 0, "results": [result, {"question": 3}, 7]})
    found = read("api.json", text)
    assert found.questions[0].fields | {"origin": 0} == {
        "kind": "choice",
        "prompt": 'Who made "Palmé"?',
        "answer": "Baker é",
        "distractors": ["Bong", "Ducournau"],
        "difficulty": 2,
        "tags": ["film-prizes"],
        "license": "CC-BY-SA-4.0",
        "origin": 0,
    }
    assert len(found.skipped) == 2


XML = """<?xml version="1.0"?><quiz>
<question type="category"><category><text>$course$/Prizes</text></category></question>
<question type="multichoice"><name><text>n</text></name><idnumber>q-7</idnumber>
 <questiontext format="html"><text><![CDATA[<p>Pick<br>two</p>]]></text></questiontext>
 <single>false</single>
 <answer fraction="50"><text>a</text></answer><answer fraction="50"><text>b</text></answer>
 <answer fraction="-50"><text>c</text></answer>
 <tags><tag><text>Big Three</text></tag></tags><hint format="html"><text>not c</text></hint>
</question>
<question type="numerical"><questiontext><text>Year?</text></questiontext>
 <answer fraction="100"><text>1955</text><tolerance>1</tolerance></answer></question>
<question type="matching"><questiontext><text>M</text></questiontext>
 <subquestion><text>l</text><answer><text>r</text></answer></subquestion>
 <subquestion><text>m</text><answer><text>s</text></answer></subquestion></question>
<question type="shortanswer"><questiontext><text>S</text></questiontext><usecase>1</usecase>
 <answer fraction="100"><text>x</text></answer></question>
<question type="cloze"><questiontext><text>C</text></questiontext></question>
</quiz>"""


def test_moodle_xml() -> None:
    found = read("x.xml", XML)
    first, year, match, short = (q.fields for q in found.questions)
    assert first["origin"]["id"] == "q-7"
    assert plain(first) == {
        "kind": "multi-choice",
        "prompt": "Pick\ntwo",
        "answers": ["a", "b"],
        "distractors": ["c"],
        "hints": ["not c"],
        "tags": ["prizes", "big-three"],
    }
    assert (year["answer"], year["tolerance"]) == (1955, 1)
    assert match["pairs"] == [["l", "r"], ["m", "s"]]
    assert short["match"] == "exact"
    assert [(each.line, "cloze" in each.reason) for each in found.skipped] == [(17, True)]
    assert not found.lost


def test_bsd_quiz() -> None:
    text = "{The }Gambia:Ban[jul|thurst]:x\\\ny\nbroken{:z:q\nlone\n"
    found = read("geo", text, "bsdquiz")
    assert found.questions[0].fields["prompt"] == "The Gambia"
    assert found.questions[0].fields["answer"] == "Banjul"
    assert found.questions[0].fields["accept"] == ["Banthurst"]
    assert [each.line for each in found.skipped] == [3, 4]


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("a{b{c}}", ["abc", "ab", "a"]),
        ("[a|b]c|d", ["ac", "bc", "d"]),
        (r"a\|b\{", ["a|b{"]),
        ("{the }cat", ["the cat", "cat"]),
        ("Yaound['\be|e\b'|e]", ["Yaoundé", "Yaounde"]),
    ],
)
def test_patterns(pattern: str, wanted: list[str]) -> None:
    assert variants(pattern) == wanted


@given(st.text("ab{}[]|\\", max_size=60))
def test_no_pattern_takes_long_or_gives_too_much(pattern: str) -> None:
    with suppress(Unclosed):
        assert len(variants(pattern)) <= 40


def test_patterns_that_explode_are_cut_short() -> None:
    assert len(variants("[a|b]" * 200)) == 40
    assert 1 < len(variants("{a}" * 200)) <= 40
    with pytest.raises(Unclosed):
        variants("[" * 5000)


MARKDOWN = """# Prizes

Some words about them.

## Which *festival* gives the **Palme d'Or**?

1. [ ] Venice
   > Not there.
2. [x] `Cannes`
3. [ ] Berlin

> Since [1955](http://x.org).

Which are in Europe?
- [x] Rome
- [ ] Tokyo
- [X] Paris

## The capital of France

[[Paris|Lutetia]]

```
- [x] no question
```

- [ ] nothing is right
"""


def test_markdown() -> None:
    found = read("prizes.md", MARKDOWN)
    assert [q.fields | {"origin": 0} for q in found.questions] == [
        {
            "kind": "choice", "prompt": "Which festival gives the Palme d'Or?", "answer": "Cannes",
            "distractors": ["Venice", "Berlin"], "notes": {"Venice": "Not there."},
            "explanation": "Since 1955.", "origin": 0,
        },
        {
            "kind": "multi-choice", "prompt": "Which are in Europe?", "answers": ["Rome", "Paris"],
            "distractors": ["Tokyo"], "origin": 0,
        },
        {
            "kind": "short-answer", "prompt": "The capital of France", "answer": "Paris",
            "accept": ["Lutetia"], "origin": 0,
        },
    ]  # fmt: skip
    assert len(found.skipped) == 1


def test_hascard() -> None:
    text = "# One\n* a\n- b\n\n---\n# Order\n2. y\n1. x\n---\n"
    text += "# Gap\nIt is _here|there_ now.\n---\n# E\n"
    first, order, gap = told(text)
    assert (first["answer"], first["distractors"]) == ("a", ["b"])
    assert order["items"] == ["x", "y"]
    assert (gap["prompt"], gap["accept"]) == ("Gap\nIt is _____ now.", ["there"])


def test_json_of_other_programs() -> None:
    pack = {"questions": [{"kind": "number", "prompt": "Year?", "answer": 1955}, {"kind": "x"}, 3]}
    found = read("x.json", json.dumps(pack))
    assert found.questions[0].fields["answer"] == 1955
    assert len(found.skipped) == 2
    spread = read("x.json", json.dumps(pack, indent=2))
    assert [each.line for each in spread.questions] == [3]
    assert [each.line for each in spread.skipped] == [8, 11]
