"""Whose date, whose maker, whose number: what is said is said of the subject, or not asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.draw.document import from_text
from quiz.draw.drawing import draw
from quiz.draw.english.inner import beside, unreal
from quiz.draw.english.lexicon import lexicon
from quiz.draw.english.names import head
from quiz.draw.fact import Reading
from quiz.draw.facts import finders


def asked(text: str) -> dict[str, str]:
    """Every question that a text gives, with its answer, before any ranking."""
    document = from_text("a.md", text)
    reading = Reading(document, lexicon(document))
    return {
        fact.ask: fact.value
        for find, marks in finders().values()
        if marks or document.english
        for fact in find(reading)
    }


def drafted(text: str) -> dict[str, str]:
    """Every draft of a text by its prompt."""
    return {
        str(card.question["prompt"]): card.answer for card in draw([from_text("a.md", text)]).drafts
    }


INNER = [
    ("The Marn Pier replaced the Lund Pier, built by Anna Roe in 1870.", "1870"),
    ("Clara Holt married Bo Lind, born in 1801.", "1801"),
    ("Clara Holt married Bo Lind, the mayor of Marn in 1801.", "1801"),
    ("Gerd Ask edited the letters that Anna Roe sent to Marn in 1871.", "1871"),
    ("Gerd Ask edited the letters Anna Roe sent to Marn in 1871.", "1871"),
    ("Clara Holt owned a violin made in Cremona in 1702.", "1702"),
    ("Bo Lind directed a film based on the novel published in 1933.", "1933"),
    ("Ed Marn painted the house where Anna Roe lived in 1890.", "1890"),
    ("The Lund Museum showed the crown worn by King Magnus in 1320.", "1320"),
    ("Bo Lind restored the Marn Gate, a tower begun in 1401.", "1401"),
    ("Bo Lind hired Ed Marn to paint the hall in 1901.", "1901"),
    ("Anna Roe won the Lund Prize for finding the Cam Caves in 1898.", "1898"),
    ("Anna Roe left Lund after the war in 1945.", "1945"),
    ("Anna Roe wrote a book describing Lund in 1871.", "1871"),
    ("Bo Lind bought a mill that stood in Lund from 1801 to 1850.", "1801"),
]


@pytest.mark.parametrize(("text", "year"), INNER)
def test_the_date_of_an_inner_clause_is_not_the_verb_s(text: str, year: str) -> None:
    found = {q: value for q, value in asked(text).items() if not q.startswith("Which prize")}
    assert not any(year in value for value in found.values())
    assert not any(year in question for question in found)


OWN = [
    ("The Lund Mill was first opened by Anna Roe, the mayor, in 1932.", "1932"),
    ("Anna Roe visited Rome, Paris and Bonn in 1901.", "1901"),
    ("The Lund Mill was designed and built by Anna Roe in 1900.", "1900"),
    ("Anna Roe crossed the covered bridge of Lund in 1901.", "1901"),
    ("Anna Roe went on to win the Lund Cup in 1901.", "1901"),
    ('Anna Roe wrote the novel "The Man Who Left" in 1901.', "1901"),
    ("In 1901 Anna Roe bought the house where Bo Lind lived.", "1901"),
    ("The Lund Prize became known as the Roe Prize in 1939.", "1939"),
    ("Anna Roe began to paint the hall of Lund in 1901.", "1901"),
]


@pytest.mark.parametrize(("text", "year"), OWN)
def test_a_date_beside_its_verb_is_kept(text: str, year: str) -> None:
    assert year in asked(text).values()


def test_an_inner_clause_is_a_fact_where_one_thing_alone_can_be_meant() -> None:
    found = asked("The banker Anna Roe bought the Lund Mill, founded in 1855.")
    assert found["In which year was the Lund Mill founded?"] == "1855"
    assert found["Who bought the Lund Mill?"] == "Anna Roe"
    two = asked("The Marn Pier replaced the Lund Pier, built in 1870.")
    assert "1870" not in two.values()


@pytest.mark.parametrize(
    "text",
    [
        "The Lund Opera was opened in a hall designed by Anna Roe.",
        "The Lund Prize was given for a novel written by Anna Roe.",
        "Bo Lind painted the actress Anna Roe, who died at the age of 62.",
        "The Lund Club showed a film made on a budget of $4 million.",
        "The painter Bo Lind drew a boy aged 12.",
    ],
)
def test_makers_ages_and_sums_of_inner_clauses_are_not_the_subject_s(text: str) -> None:
    found = [question for question in asked(text) if "die" not in question]
    assert not any(q.startswith(("Who opened", "Who gave", "At what", "What was")) for q in found)


@pytest.mark.parametrize(
    "text",
    [
        "The comet Lund was discovered by Anna Roe in 1891, and independently by Bo Lind.",
        "The comet Lund was discovered by Anna Roe and Bo Lind.",
        "The comet Lund was discovered by Anna Roe, with the help of Bo Lind, in 1891.",
        "The comet Lund was discovered by Anna Roe with Bo Lind's help.",
        "The comet Lund was discovered by Anna Roe together with Bo Lind.",
        "The comet Lund was discovered by Anna Roe, assisted by Bo Lind.",
        "The astronomer Anna Roe discovered the comet Lund, together with Bo Lind.",
        "The astronomer Anna Roe discovered the comet Lund in 1891, as did Bo Lind.",
    ],
)
def test_who_did_it_with_others_is_not_the_one_who_did_it(text: str) -> None:
    assert not any(question.startswith("Who discovered") for question in asked(text))


def test_the_cast_of_a_film_did_not_direct_it() -> None:
    found = asked("The film Low Tide was directed by Anna Roe, with Bo Lind as the keeper.")
    assert found["Who directed Low Tide?"] == "Anna Roe"


@pytest.mark.parametrize(
    "text",
    [
        "The Lund Dam was supposed to open in 1920.",
        "The Lund Pier was meant to be opened in 1920.",
        "Anna Roe wanted to found the Lund Zoo in 1910.",
        "Critics say the Lund Opera opened in 1901.",
        "According to Bo Lind, the Lund Opera opened in 1901.",
        "Between 12 and 15 monks lived on Lund in 1500.",
        "From two to three ships sank off Lund in 1911.",
    ],
)
def test_what_was_meant_or_said_or_is_a_range_is_not_asked(text: str) -> None:
    assert asked(text) == {}


def test_was_goes_on_behind_and() -> None:
    found = asked("Lund was founded in 1143 by Bo Lind and refounded in 1159 by Ed Marn.")
    assert found["In which year was Lund refounded by Ed Marn?"] == "1159"
    found = asked("The Lund Inn was built in 1788 and burned down in 1802.")
    assert found["In which year did the Lund Inn burn down?"] == "1802"
    found = asked("The Lund Inn was built in 1788 and demolished in 1802.")
    assert found["In which year was the Lund Inn demolished?"] == "1802"
    found = asked("The poet Anna Roe was born in Lund and died in Marn in 1802.")
    assert found["In which year did Anna Roe die in Marn?"] == "1802"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "In 1950 Lund beat Marn by two points.",
            "In which year did Lund beat Marn by two points?",
        ),
        (
            "Ida Lund read the law to Marn in 1940.",
            "In which year did Ida Lund read the law to Marn?",
        ),
        (
            "By 1900 the Lund Works employed 210 people.",
            "How many people did the Lund Works employ by 1900?",
        ),
        (
            "The mill built by Anna Roe was sold to Bo Lind in 1900.",
            "In which year was the mill built by Anna Roe sold to Bo Lind?",
        ),
    ],
)
def test_a_question_is_a_sentence(text: str, question: str) -> None:
    assert question in asked(text)


def test_a_part_is_asked_for_with_its_whole_or_not_at_all() -> None:
    text = 'Bo Lind composed the opera "Low Tide". The poet Ed Marn wrote the libretto in 1890.'
    ask = 'In which year did Ed Marn write the libretto of the opera "Low Tide"?'
    assert drafted(text)[ask] == "1890"
    bare = "The poet Ed Marn wrote the libretto in 1890. The poet Ed Marn left the island in 1901."
    assert not drafted(bare)
    kinds = "The engineer Ed Marn invented the telephone in 1890."
    assert drafted(kinds)["In which year did Ed Marn invent the telephone?"] == "1890"


HEADS = [
    ("King Street Bridge", "bridge"),
    ("Special Jury Prize", "prize"),
    ("Halden Museum Tower", "tower"),
    ("Museum of the Coast", "museum"),
    ("Prize for Poetry", "prize"),
    ("Lake Orrin", "lake"),
    ("Lake Orrin Bridge", "bridge"),
    ("Hotel Bell", "hotel"),
    ("The Roe Mill", "mill"),
]


@pytest.mark.parametrize(("name", "noun"), HEADS)
def test_a_name_is_of_its_head_noun(name: str, noun: str) -> None:
    assert head(name) == noun


@pytest.mark.parametrize(
    "text",
    [
        "The Special Jury Prize went to April Bread. The jury had seven members.",
        "Anna Roe crossed the King Street Bridge. The king had six horses.",
        "We saw the Lund Museum Tower. The museum has 40 rooms.",
        "We saw the Roe Bridge and the Old Roe Bridge. It rained. The bridge has nine spans.",
        "Anna Roe built a bridge beside the Roe Bridge. The bridge has nine spans.",
    ],
)
def test_a_noun_within_a_name_binds_nothing(text: str) -> None:
    assert not any(question.startswith("How many") for question in drafted(text))


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("We saw the Lund Museum. The museum has 40 rooms.", "the Lund Museum"),
        ("We rowed on Lake Lund. The lake has 40 rooms.", "Lake Lund"),
        ("Lund College is old. The college has 40 rooms.", "Lund College"),
        ("We stood on the Lake Lund Bridge. The bridge has 40 rooms.", "the Lake Lund Bridge"),
    ],
)
def test_a_noun_binds_to_the_one_name_that_it_heads(text: str, thing: str) -> None:
    assert asked(text).get(f"How many rooms does {thing} have?") == "40"


_WORDS = [
    "founded",
    "in",
    "the",
    "mill",
    ",",
    "that",
    "Anna",
    "Roe",
    "to",
    "built",
    "by",
    "1901",
    '"',
    "was",
]


@given(
    st.sampled_from(["was", "met", "became", ""]), st.lists(st.sampled_from(_WORDS), max_size=12)
)
def test_any_words_are_judged(verb: str, words: list[str]) -> None:
    between = " ".join(words)
    assert beside(verb, between) in (True, False)
    assert unreal(verb, between) in (True, False)
    if '"' not in words:
        assert not beside(verb, f"{between} mill that Anna built")
