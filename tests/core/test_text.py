"""Clean text is safe and stays as it is; folding makes the same of what people call the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quiz.core.text import clean, fold, line

HOSTILE = (
    "[red]bold[/] [/] [@click=app.quit]x[/]",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07",
    "\x9b31m \x85 \x90",
    "\u202eevil\u202c \u2066x\u2069 \u200f",
    "e\u0301 \u1100\u1161\u11a8 \ufb01",
    "👩‍👩‍👧 🏳️‍🌈 🎬",
    "a\x00b\r\nc\rd\te",
    "\ue000\ud800\udfff",
)
SAME = [
    ("Amélie", "amelie"),
    ("The Piano", "piano"),
    ("A Separation", "Separation"),
    ("the the", "THE"),
    ("Rock & Roll", "rock and roll"),
    ("Romeo + Juliet", "Romeo and Juliet"),
    ("Palme d’Or", "palme d'or"),
    ("Palme d`Or", "palme dor"),
    ("Spider-Man", "spider man"),
    ("Spider–Man", "spider—man"),
    ("  two   words ", "two words"),
    ("Øre, Æsir, Straße, Łódź, Þór", "ore aesir strasse lodz thor"),
    ("İstanbul", "istanbul"),
    ("ﬁlm ＡＢＣ", "film abc"),
    ("H₂O", "H2O"),
    ("1,000,000", "1000000"),
    ("3,14", "3.14"),
    (".5", "0.5"),
    ("٣", "3"),
    ("Αθήνα", "ΑΘΗΝΑ"),
    ("ёлка", "елка"),
    ("москва́", "Москва"),
    ("Hawaiʻi", "Hawaii"),
    ("LEGO™", "lego"),
    ("C♯ minor", "C# minor"),
    ("U.S.A.!", "u s a"),
    ("می\u200cخواهم", "میخواهم"),
]
APART = [
    ("й", "и"),
    ("ї", "і"),
    ("ў", "у"),
    ("が", "か"),
    ("हिन्दी", "हिन्द"),
    ("כֹּל", "כל"),
    ("مُدرس", "مدرس"),
    ("C", "C++"),
    ("C", "C#"),
    ("A", "A+"),
    ("-5 °C", "5 °C"),
    ("1.5", "15"),
    (".5", "5"),
    ("1.500", "1500"),
    ("+", "-"),
    ("🎈", "🎬"),
    ("ə", "e"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_fold_makes_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(("one", "other"), APART)
def test_fold_keeps_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
@example("the -5")
@example("a\u0345")
@example("ǽ ŉ \u1e9e")
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_fold_leaves_nothing_only_of_nothing(text: str) -> None:
    assert bool(fold(text)) == bool(unicodedata.normalize("NFKC", text).split())


@given(st.text(alphabet="ab1-+#.,'_& "))
def test_folding_again_changes_nothing_among_signs(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_folding_again_changes_no_single_character() -> None:
    letters = (chr(point) for point in range(0x11000))
    assert [
        c for c in letters if fold.__wrapped__(fold.__wrapped__(c)) != fold.__wrapped__(c)
    ] == []


@given(st.text())
@example(HOSTILE[0])
def test_clean_is_safe_and_stays(text: str) -> None:
    safe = clean(text)
    assert clean(safe) == safe
    assert unicodedata.is_normalized("NFC", safe)
    unsafe = {c for c in safe if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co"}}
    assert unsafe <= {"\n", "\t", "\u200c", "\u200d"}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_tamed(text: str) -> None:
    safe = clean(text)
    assert not {"\x1b", "\x9b", "\x07", "\u202e", "\u2066", "\x00", "\r", "\ue000"} & set(safe)


@given(st.text())
def test_line_is_one_line(text: str) -> None:
    told = line(text)
    assert told == " ".join(told.split())
    assert line(told) == told
