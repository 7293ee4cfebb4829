"""Whatever a file holds, it imports, is listed, or is refused in one clear sentence."""

from __future__ import annotations

import io
import json
import sqlite3
import stat
import zipfile
from contextlib import suppress
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.author.compose import LINE, TEXT
from quiz.author.decoding import LARGEST, source
from quiz.author.formats import formats
from quiz.author.importing import import_all, recognise
from quiz.core.pack import Pack
from quiz.core.text import clean
from quiz.errors import QuizError, Unreadable
from tests.author.formats.packs import read

READERS = [name for name, form in formats().items() if form.read]
HOSTILE = "[/] [@click=x] \x1b[2J \u202e rtl \x00 \x9b31m {=a ~b\x07} # <b>- [x] |;\t::%n%s\\"
OPENTDB = {"question": HOSTILE, "correct_answer": "a\x1b", "incorrect_answers": ["b"]}
CLAIM = {"kind": "true-false", "prompt": HOSTILE, "answer": True}
_SIGNS = "=~#{}:\\%[]()<>&|*_\"'!,;/->$^\t\n\r AB12x: "


def sound(questions: list[dict[str, object]]) -> None:
    """Every question is one that a pack takes, and every text of it is clean."""
    tables = [{"id": f"q-{i}", **fields} for i, fields in enumerate(questions)]
    Pack.model_validate({"format": 1, "id": "p", "title": "P", "question": tables})
    for text in _texts(questions):
        assert text == clean(text)


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for each in value.items() for text in _texts(list(each))]
    return [text for each in value for text in _texts(each)] if isinstance(value, list) else []


@pytest.mark.parametrize("form", READERS)
@given(st.one_of(st.text(_SIGNS, min_size=1, max_size=120), st.text(min_size=1, max_size=40)))
def test_any_text_is_read_in_any_format(form: str, text: str) -> None:
    with suppress(QuizError):
        found = read("x", text.encode("utf-8", "surrogatepass"), form)
        sound([each.fields for each in found.questions])


@pytest.mark.parametrize("form", READERS)
@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_are_read_or_refused(form: str, raw: bytes) -> None:
    with suppress(QuizError):
        sound([each.fields for each in read("x", raw, form).questions])


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (f"Q {HOSTILE.replace('{=a ~b', '')} {{={HOSTILE[:8]} ~b}}", "gift"),
        (f"Q{HOSTILE}\nA) {HOSTILE}\nB) b\nANSWER: B", "aiken"),
        (f"#Q {HOSTILE}\n^ a\x1b[2J\nA a\x1b[2J\nB b", "opentriviaqa"),
        ("Question;Answer;Wrong 1;Wrong 2\nq\x1b[2J;a\u202e;b\x9b;c\n", "csv"),
        (f"## {HOSTILE}\n- [x] a\x1b\n- [ ] b", "markdown"),
        (json.dumps({"results": [OPENTDB]}), "opentdb"),
        (json.dumps({"question": [CLAIM]}), "json"),
        ("#html:false\nq\x1b]0;x\x07\ta\u2066\n", "anki"),
        ("a\x1b:b\x1b:c", "bsdquiz"),
        ("# t\x1b\n* a\x9b\n- b\n---\n# u\nv\n", "hascard"),
    ],
)
def test_hostile_text_comes_out_clean(text: str, form: str) -> None:
    told, _ = source("x", text.replace("\x00", "").encode())
    found = import_all(told, formats()[form])
    assert found.questions
    sound([each.fields for each in found.questions])


LAUGHS = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>'
OUTSIDE = '<!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>'


@pytest.mark.parametrize(
    ("raw", "form", "words"),
    [
        (b"", "", "is empty"),
        (b" \n\t ", "", "is empty"),
        (bytes(range(256)) * 40, "", "is not a text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200), "", "is not a text"),
        (b"Just some words.\nAnd a few more.\n", "", "in no format that is known"),
        (LAUGHS.encode(), "moodle-xml", "declares entities"),
        (OUTSIDE.encode(), "moodle-xml", "declares entities"),
        (b'<quiz><question type="essay"', "moodle-xml", "is broken here"),
        (b"[" * 200_000, "opentdb", "nested too deeply"),
        (b'{"question": ' * 100_000, "json", "nested too deeply"),
        (b'{"question": 7}', "json", "no list of questions"),
        (b'{"results": ', "opentdb", "cannot be read"),
        (b"PK\x03\x04nonsense", "anki", "broken archive"),
    ],
)
def test_broken_files_are_refused_in_a_sentence(raw: bytes, form: str, words: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read("file", raw, form)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_large_file_is_refused_before_it_is_read() -> None:
    with pytest.raises(Unreadable, match="too large"):
        source("x", bytes(LARGEST + 1))


def test_deep_xml_is_read_to_its_end() -> None:
    text = "<quiz>" + "<a>" * 20_000 + "</a>" * 20_000 + "</quiz>"
    assert not read("x.xml", text, "moodle-xml").questions


def deck(**files: bytes | str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return packed.getvalue()


def base(*rows: tuple[str, str]) -> bytes:
    with sqlite3.connect(":memory:") as made:
        made.execute("CREATE TABLE col (models TEXT)")
        made.execute("CREATE TABLE notes (id, guid TEXT, mid INTEGER, tags TEXT, flds TEXT)")
        made.execute("INSERT INTO col VALUES ('{}')")
        made.executemany(
            "INSERT INTO notes VALUES (1, ?, 1, ' geo ', ?)", [(g, f) for g, f in rows]
        )
        made.commit()
        content = made.serialize()
    made.close()
    return content


def test_a_deck_is_read() -> None:
    notes = base(("g1", "France?\x1f<b>Paris</b>"), ("g2", "Spain?\x1fMadrid"))
    found = read("d.apkg", deck(collection__anki2=notes, media="{}"))
    assert [q.fields["answer"] for q in found.questions] == ["Paris", "Madrid"]
    assert found.questions[0].fields["origin"]["id"] == "g1"


def test_archives_with_bad_intentions_are_refused() -> None:
    good = base(("g", "a\x1fb"))
    link = zipfile.ZipInfo("x")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    linked = io.BytesIO()
    with zipfile.ZipFile(linked, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("collection.anki2", good)
    outside = io.BytesIO()
    with zipfile.ZipFile(outside, "w") as archive:
        archive.writestr("../x", "x")
        archive.writestr("collection.anki2", good)
    for raw, words in (
        (linked.getvalue(), "a link"),
        (outside.getvalue(), "leads outside"),
        (deck(collection__anki2=bytes(300 * 1024 * 1024 // 8)), "more than it should"),
        (deck(other="x"), "no collection"),
        (deck(collection__anki2="no database"), "no database"),
        (deck(collection__anki21b="zstd"), "newest way"),
        (deck(collection__anki2=good[:600]), "cannot be read"),
    ):
        with pytest.raises(Unreadable, match=words):
            read("d.apkg", raw)


def claim(number: int, more: str = "") -> str:
    return (
        f'<question type="truefalse"><questiontext><text>Claim {number} é{more}</text>'
        '</questiontext><answer fraction="100"><text>true</text></answer></question>'
    )


@pytest.mark.parametrize("end", ["\n", ""])
def test_what_is_broken_in_xml_costs_one_question(end: str) -> None:
    claims = [claim(number, " & more" * (number == 51)) + end for number in range(100)]
    found = read("x.xml", f"<quiz>\n{''.join(claims)}</quiz>", "moodle-xml")
    assert len(found.questions) == 99
    assert [each.line for each in found.skipped] == [53 if end else 2]
    cut = read("x.xml", f"<quiz>\n{''.join(map(claim, range(100)))}"[:-30], "moodle-xml")
    assert (len(cut.questions), len(cut.skipped)) == (99, 1)
    open_ = read("x.xml", f"<quiz>{claim(0)[:-11]}{claim(1)}{claim(2)}</quiz>", "moodle-xml")
    assert [q.fields["prompt"][:7] for q in open_.questions] == ["Claim 1", "Claim 2"]
    assert len(open_.skipped) == 1
    lone = read("x.xml", claim(0) + end + claim(1), "moodle-xml")
    assert (len(lone.questions), len(lone.skipped)) == (2, 0)


@given(st.integers(0, 2_000), st.sampled_from(["&", "<", "</question>", "\x00", "<question>"]))
def test_broken_xml_never_gives_a_question_twice(at: int, sign: str) -> None:
    text = f"<quiz>\n{''.join(map(claim, range(9)))}</quiz>"
    with suppress(QuizError):
        prompts = [q.fields["prompt"] for q in read("x", text[:at] + sign + text[at:]).questions]
        assert len({*prompts}) == len(prompts) >= 6


@pytest.mark.parametrize(
    ("text", "form", "line"),
    [
        ('{"question": [\n%s,\n%s,\n{"kind":' % ((json.dumps(CLAIM),) * 2), "json", 4),
        ('{"results": [\n%s,\n%s,\n{"type":' % ((json.dumps(OPENTDB),) * 2), "opentdb", 4),
        ('%s\n%s\n{"type":\n' % ((json.dumps(OPENTDB),) * 2), "opentdb", 3),
    ],
)
def test_json_is_read_up_to_where_it_breaks_off(text: str, form: str, line: int) -> None:
    found = read("x.json", text, form)
    assert len(found.questions) == 2
    assert [each.line for each in found.skipped] == [line]


@pytest.mark.parametrize(("form", "head"), [("csv", ""), ("anki", "#separator:comma\n")])
def test_one_cell_that_is_too_long_costs_one_row(form: str, head: str) -> None:
    rows = [f'Question number {i},"Answer {i}"\n' for i in range(60)]
    rows[30] = f'Question number 30,"{"x" * 140_000}"\n'
    found = read("x.csv", head + "".join(rows), form)
    assert len(found.questions) == 59
    assert [(s.line, "too long" in s.reason) for s in found.skipped] == [(31 + bool(head), True)]


def test_what_is_too_long_is_what_a_pack_says() -> None:
    for name, most in (("answer", LINE), ("prompt", TEXT)):
        for length in (most, most + 1):
            told = {"id": "q", "kind": "short-answer", "prompt": "p", "answer": "a"}
            head = {"format": 1, "id": "p", "title": "P"}
            with suppress(ValueError):
                Pack.model_validate(head | {"question": [told | {name: "x" * length}]})
                assert length == most


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('{"question":[' + "[" * 100_000, ""),
        ("\n" * 100_000, "looks"),
        ("- [x] " + "`" * 100_000, "markdown"),
        ("# a" + " " * 100_000 + "b\n- [x] a\n- [ ] b", "markdown"),
        ("ANSWER: a" + " " * 100_000 + "b", "aiken"),
        ('<question type="">' * 6_000, "moodle-xml"),
        ("{" * 100_000, "gift"),
        ("Q {" + "~a" * 50_000, "gift"),
        ("Q {=a ~b}\n" * 3_000, "gift"),
        (("Q {=a\n\n" * 10_000), "gift"),
        ("\\" * 100_001, "gift"),
        ("## " + "*_`[" * 25_000 + "\n- [x] a\n- [ ] b", "markdown"),
        ("- [x] " + "[[" * 50_000, "markdown"),
        ("<quiz>\n" * 20_000, "markdown"),
        ("front\t" + "<a " * 30_000 + "\n", "anki"),
        ("front\t" + "<!--" * 30_000 + "\n", "anki"),
        ("{{c1::" * 20_000 + "\tb\n", "anki"),
        ("[{" * 50_000 + ":a", "bsdquiz"),
        ("a:" + "{b}" * 5_000, "bsdquiz"),
        ("# x\n" + "_" * 100_000, "hascard"),
        ("a\tb\n" + '"' * 100_001, "csv"),
    ],
)
def test_nothing_takes_more_than_its_length_deserves(text: str, form: str) -> None:
    begun = perf_counter()
    with suppress(QuizError):
        if form == "looks":
            recognise(source("x", f"x{text}x".encode())[0])
        else:
            read("x", text, form)
    assert perf_counter() - begun < 20  # what is quadratic takes minutes
