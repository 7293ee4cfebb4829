"""The judge forgives what it says it forgives, and takes nothing for another answer."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.form import LONGEST
from quiz.core.judge import NEARLY, Key, accepted, judge_text, number_in
from quiz.core.text import Clean, fold, line
from quiz.core.verdict import NOWHERE, Context, Verdict

KUOSMANEN = Key(Clean("Juho Kuosmanen"), accept=(Clean("(Juho) Kuosmanen"),))
texts = st.text(min_size=1, max_size=40).map(line).filter(lambda text: bool(fold(text)))


def judged(told: str, answer: str, context: Context = NOWHERE, **lists: Any) -> Verdict:
    return judge_text(Clean(told), Key(Clean(answer), **lists), context)


def among(*siblings: str, **more: Any) -> Context:
    return Context(siblings=frozenset(siblings), **more)


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("parasite", "Parasite"),
        ("the piano", "The Piano"),
        ("palmedor", "Palme d'Or"),
        ("palme d or", "Palme d'Or"),
        ("Spiderman", "Spider-Man"),
        ("US", "U.S."),
        ("Kuosmanen, Juho", "Juho Kuosmanen"),
        ("4", "Four"),
        ("twenty one grams", "21 Grams"),
        ("one hundred and one dalmatians", "101 Dalmatians"),
        ("nineteen eighty-four", "1984"),
        ("Rocky 2", "Rocky II"),
        ("World War One", "World War I"),
        ("20th century", "twentieth century"),
        ("1.5 million", "1,500,000"),
        ("2 and a half men", "Two and a Half Men"),
    ],
)
def test_the_same_in_other_words_is_right(told: str, answer: str) -> None:
    assert judged(told, answer, match="fold").credit == 1
    assert judged(told, answer) == judged(told, answer, match="fold")


@pytest.mark.parametrize(
    ("told", "answer", "why"),
    [
        ("Kuosmannen", "Kuosmanen", "accepted: one letter off Kuosmanen"),
        ("Kuosmaenn", "Kuosmanen", "accepted: one letter off Kuosmanen"),
        ("Juho Kuosmannen", "Juho Kuosmanen", "accepted: one letter off Juho Kuosmanen"),
        ("Luxemborug", "Luxembourg", "accepted: one letter off Luxembourg"),
        ("Luxmbourk", "Luxembourg", "accepted: two letters off Luxembourg"),
        ("Lukembourg", "Luxembourg", "accepted: one letter off Luxembourg"),
        ("pulpfictoin", "Pulp Fiction", "accepted: one letter off Pulp Fiction"),
        ("Fictoin Pulp", "Pulp Fiction", "accepted: one letter off Pulp Fiction"),
        ("Rocky Balbao 2", "Rocky Balboa II", "accepted: one letter off Rocky Balboa II"),
        ("101 dalmations", "101 Dalmatians", "accepted: one letter off 101 Dalmatians"),
        ("hundred and one dalmations", "101 Dalmatians", "accepted: one letter off 101 Dalmatians"),
        ("fourty", "Forty", "accepted: one letter off Forty"),
        ("p0land", "Poland", "accepted: one letter off Poland"),
    ],
)
def test_slips_are_forgiven_and_counted(told: str, answer: str, why: str) -> None:
    verdict = judged(told, answer)
    assert (verdict.credit, verdict.why) == (1, why)


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("air", "chair"),
        ("ten", "tin"),
        ("Vitamin", "Vitamin C"),
        ("Vitamin D", "Vitamin C"),
        ("Vitamin CD", "Vitamin C"),
        ("Rocky III", "Rocky II"),
        ("rockyiii", "Rocky II"),
        ("Henry VII", "Henry VIII"),
        ("Henry 7", "Henry VIII"),
        ("1954", "1955"),
        ("19 55", "1955"),
        ("Apollo 12", "Apollo 13"),
        ("apollo12", "Apollo 13"),
        ("11/9", "9/11"),
        ("Titanic2", "Titanic"),
        ("six", "Sixty"),
        ("Sixth", "Sixty"),
        ("fourteen", "Forty"),
        ("5", "-5"),
        (".5", "5"),
        ("1.5", "15"),
        ("B2", "B1"),
        ("中華人民", "中華民国"),
        ("йод", "иод"),
        ("", "Parasite"),
        ("?!", "Parasite"),
    ],
)
def test_what_is_another_answer_is_wrong_and_never_close(told: str, answer: str) -> None:
    assert judged(told, answer).mark == "wrong"


def test_a_sibling_is_no_typo() -> None:
    verdict = judged("Iran", "Iraq", among("Iran", "Iraq"))
    assert verdict.mark == "wrong"
    assert verdict.why == "not taken: Iran is another answer in this pack"
    assert judged("Iran", "Iraq").credit == 1


def test_a_text_nearer_to_a_sibling_is_no_typo() -> None:
    siblings = among("Californium", "Californias")
    assert judged("Califormias", "Californium", siblings).mark == "wrong"
    assert judged("Califormiun", "Californium", siblings).credit == 1


def test_a_sibling_is_never_close() -> None:
    told = judged("Austria", "Australia", among("Austria"))
    assert (told.close, told.credit) == (False, 0)
    assert "Austria" in told.why
    assert judged("Austria", "Australia").close


def test_a_slip_that_is_as_near_to_both_is_forgiven() -> None:
    assert judged("Irak", "Iraq", among("Iran", "Iraq")).credit == 1


def test_a_sibling_may_be_the_same_answer() -> None:
    siblings = among("Kuosmanen", "Juho Kuosmanen")
    assert judge_text(Clean("Kuosmanan"), KUOSMANEN, siblings).credit == 1


def test_a_sibling_in_the_same_words_keeps_its_order() -> None:
    siblings = among("Man bites dog", "Dog bites man")
    assert judged("Dog bites man", "Man bites dog", siblings).mark == "wrong"
    assert judged("Man bites dog", "Man bites dog", siblings).credit == 1


def test_a_plainly_wrong_answer_needs_no_reason() -> None:
    assert judged("Venice", "Cannes", among("Venice", "Cannes")).why == ""


def test_a_part_in_brackets_is_optional() -> None:
    for told in ("Kuosmanen", "juho kuosmanen"):
        assert judge_text(Clean(told), KUOSMANEN, NOWHERE).credit == 1
    assert judge_text(Clean("Juho"), KUOSMANEN, NOWHERE).credit == 0
    assert judge_text(Clean("Kuosmanen"), KUOSMANEN, NOWHERE).why == (
        "accepted: surname is enough here"
    )


@pytest.mark.parametrize(
    ("accept", "told", "why"),
    [
        ("(Vincent) van Gogh", "van Gogh", "accepted: surname is enough here"),
        ("(Mount) Everest", "Everest", "accepted: the short form is enough here"),
        ("Grand Prix (du Festival)", "grand prix", "accepted: the short form is enough here"),
        ("(The) Grand Prix", "grand prix", ""),
        ("colo(u)r", "color", "accepted: the short form is enough here"),
        ("(a)", "a", ""),
        ("broken (bracket", "broken bracket", ""),
    ],
)
def test_the_short_form_says_what_it_is(accept: str, told: str, why: str) -> None:
    verdict = judged(told, "Something else", accept=(Clean(accept),))
    assert (verdict.credit, verdict.why) == (1, why)


def test_many_brackets_do_not_explode() -> None:
    key = Key(Clean("x"), accept=(Clean("(b) " * 100 + "c"),))
    assert len(accepted(key)) == 3


def test_reject_comes_first() -> None:
    lists: dict[str, Any] = {"accept": (Clean("Palm"),), "reject": (Clean("the palm"),)}
    verdict = judged("PALM", "Palme d'Or", **lists)
    assert (verdict.credit, verdict.close) == (0, False)
    assert verdict.why == "not taken: the palm is ruled out here"


def test_a_text_nearer_to_a_rejected_one_is_no_typo() -> None:
    assert judged("Kaurismaki", "Kaurismäkis").credit == 1
    assert judged("Kaurismaki", "Kaurismäkis", reject=(Clean("Kaurismäki"),)).mark == "wrong"


def test_a_near_miss_earns_one_more_try_and_gives_nothing_away() -> None:
    first = judge_text(Clean("Kosmonen"), KUOSMANEN, NOWHERE)
    assert (first.mark, first.why, first.expected) == ("close", NEARLY, "")
    again = Context(tries=(Clean("Kosmonen"),))
    second = judge_text(Clean("Kosmonen"), KUOSMANEN, again)
    assert (second.mark, second.expected) == ("wrong", "Juho Kuosmanen")
    assert judge_text(Clean("Kuosmannen"), KUOSMANEN, again).credit == 1


def test_almost_earns_one_more_try_even_where_a_typo_would_do() -> None:
    almost = (Clean("Palm d'Or"),)
    assert judged("palm d’or", "Palme d'Or", almost=almost).close
    assert judged("palm d’or", "Palme d'Or", Context(tries=almost), almost=almost).mark == "wrong"
    assert judged("Palm d'Or", "Palme d'Or", almost=almost, match="exact").close


@pytest.mark.parametrize("match", ["fold", "exact"])
def test_typos_can_be_turned_off(match: str) -> None:
    assert judged("Kuosmannen", "Kuosmanen", match=match).mark == "wrong"


def test_exact_is_to_the_letter() -> None:
    assert judged("C++", "C++", match="exact").credit == 1
    assert judged(" C++ ", "C++", match="exact").credit == 1
    assert judged("c++", "C++", match="exact").credit == 0
    assert judged("def", "def", match="exact", reject=(Clean("def"),)).credit == 0
    assert judged("y", "x", match="exact", accept=(Clean("y(z)"),)).credit == 1


def test_what_the_player_was_ruled_right_with_is_right() -> None:
    context = Context(aliases=frozenset({fold("Golden Palm")}))
    assert judged("golden palm!", "Palme d'Or", context).why == (
        "accepted: you were ruled right with this"
    )
    assert judged("golden bear", "Palme d'Or", context).credit == 0


def test_overlong_input_is_cut() -> None:
    assert judged("a " * LONGEST * 50, "Parasite").credit == 0
    assert judged("x" * LONGEST + " and more", "x" * LONGEST).credit == 1


@given(texts, st.sampled_from(["typo", "fold", "exact"]), st.frozensets(texts, max_size=5))
def test_the_accepted_form_is_always_right(
    text: Clean, match: Any, siblings: frozenset[str]
) -> None:
    key = Key(text, match=match)
    assert judge_text(text, key, Context(siblings=siblings)).credit == 1
    for form in accepted(Key(Clean("else"), accept=(text,), match=match)):
        assert judge_text(form.text, Key(Clean("else"), accept=(text,)), NOWHERE).credit == 1


@given(
    st.text(max_size=60),
    st.builds(
        Key,
        texts,
        st.lists(texts, max_size=3).map(tuple),
        st.lists(texts, max_size=3).map(tuple),
        st.lists(texts, max_size=3).map(tuple),
        st.sampled_from(["typo", "fold", "exact"]),
    ),
    st.frozensets(texts, max_size=5),
)
def test_judging_never_raises_and_is_the_same_twice(
    told: str, key: Key, siblings: frozenset[str]
) -> None:
    context = Context(siblings=siblings)
    first = judge_text(Clean(told), key, context)
    assert first == judge_text(Clean(told), key, context)
    assert first.credit in (0, 1)
    if first.close:
        assert (first.credit, first.expected) == (0, "")


@given(st.permutations(["alpha", "beta", "gamma", "delta"]), st.integers(0, 3))
def test_the_order_of_words_is_free(words: list[str], at: int) -> None:
    words[at] = words[at][:-1] + "x"
    assert judged(" ".join(words), "alpha beta gamma delta").credit == 1


def test_the_judge_reads_numbers_too() -> None:
    assert number_in("$6 million", "million dollars") == 6
