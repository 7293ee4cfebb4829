"""What the finders take from sentences, and what they leave: a name binds to the verb beside it."""

from __future__ import annotations

import pytest

from quiz.draw.document import from_text
from quiz.draw.drawing import draw
from quiz.draw.english.lexicon import lexicon
from quiz.draw.fact import Reading
from quiz.draw.facts import finders


def asked(text: str, name: str = "a.md") -> dict[str, str]:
    """Every question that a text gives, with its answer, before any ranking."""
    document = from_text(name, text)
    reading = Reading(document, lexicon(document))
    return {
        fact.ask: fact.value
        for find, marks in finders().values()
        if marks or document.english
        for fact in find(reading)
    }


FACTS = [
    (
        "Heron: a long-legged bird that fishes in shallow water.",
        'Which term is defined as "a long-legged bird that fishes in shallow water"?',
        "Heron",
    ),
    (
        "A heron is a long-legged bird that fishes in shallow water.",
        'Which term is defined as "a long-legged bird that fishes in shallow water"?',
        "Heron",
    ),
    (
        "**Weir** means a low dam that raises a river.",
        'Which term is defined as "a low dam that raises a river"?',
        "Weir",
    ),
    ("Q: Which bird fishes?\nA: the heron", "Which bird fishes?", "the heron"),
    (
        "The Roe Bridge was opened on 3 May 1921.",
        "In which year was the Roe Bridge opened?",
        "1921",
    ),
    (
        "In 1921 Anna Roe met Bo Lind in Ghent.",
        "In which year did Anna Roe meet Bo Lind in Ghent?",
        "1921",
    ),
    (
        "The Roe Bridge was closed in 1931, before being reopened in 1950.",
        "In which year was the Roe Bridge reopened?",
        "1950",
    ),
    (
        "She wrote the novel The Long Tide (1931).",
        "From which year is the novel The Long Tide?",
        "1931",
    ),
    (
        "Anna Roe, who beat Bo Lind, won the Roe Cup in 1921.",
        "Which prize did Anna Roe win in 1921?",
        "Roe Cup",
    ),
    (
        "Anna Roe won three Oscars in a night.",
        "How many Oscars did Anna Roe win in a night?",
        "three",
    ),
    (
        "The Roe Bridge was designed by the engineer Anna Roe.",
        "Who designed the Roe Bridge?",
        "Anna Roe",
    ),
    (
        "The painter Anna Roe discovered the island of Lund.",
        "Who discovered the island of Lund?",
        "Anna Roe",
    ),
    ('The band sang "Low Tide", a song by Anna Roe.', 'Whose song is "Low Tide"?', "Anna Roe"),
    (
        "There are three rivers in Lund: the Ald, the Bor and the Cam.",
        "Name the three rivers in Lund.",
        "Ald; Bor; Cam",
    ),
    (
        "Only two towns in Lund have a mill: Marn and Felt.",
        "Which two towns in Lund have a mill?",
        "Marn; Felt",
    ),
    ("Marn is the oldest town in Lund.", "What is the oldest town in Lund?", "Marn"),
    (
        "Anna Roe was the first woman to swim the Cam.",
        "Who was the first woman to swim the Cam?",
        "Anna Roe",
    ),
    (
        "Anna Roe, who swam the Cam at the age of 62, lives in Lund.",
        "At what age did Anna Roe swim the Cam?",
        "62",
    ),
    ("The Roe Bridge cost £2.5 million.", "How much did the Roe Bridge cost?", "£2.5 million"),
    (
        "Anna Roe is the author. The final cost of the Roe Bridge was £300,000.",
        "What was the final cost of the Roe Bridge?",
        "£300,000",
    ),
    ("The Roe Bridge has nine spans.", "How many spans does the Roe Bridge have?", "nine"),
    ("The Roe Bridge is 240 metres long.", "How long is the Roe Bridge?", "240 metres"),
    ("A fruit fly has 8 chromosomes.", "How many chromosomes does a fruit fly have?", "8"),
    (
        "The Roe Council governed Lund from 1795 to 1799.",
        "From which year to which year did the Roe Council govern Lund?",
        "1795 to 1799",
    ),
    (
        '"A bridge is a road that dares," said Anna Roe.',
        'Who said: "A bridge is a road that dares"?',
        "Anna Roe",
    ),
    (
        "The Roe Prize (German: Großer Preis) is old.",
        "What is the Roe Prize called in German?",
        "Großer Preis",
    ),
    (
        "Anna Roe was the head of the Roe Mill from 1931 to 1958.",
        "Who was the head of the Roe Mill from 1931 to 1958?",
        "Anna Roe",
    ),
    (
        "Anna Roe won the Lund Award for Best Folk Album in 1921.",
        "In which category did Anna Roe win the Lund Award in 1921?",
        "Best Folk Album",
    ),
    (
        "Anna Roe, who has died aged 92, was a painter.",
        "At what age did Anna Roe die?",
        "92",
    ),
    (
        "Q: Which three metals are magnetic?\nA: iron, cobalt and nickel",
        "Which three metals are magnetic?",
        "iron; cobalt; nickel",
    ),
    (
        "The Rope Walk is a covered lane where Lund's ropes were once twisted.",
        "It is a covered lane where Lund's ropes were once twisted. What is its name?",
        "Rope Walk",
    ),
    (
        "Anna Roe and her husband, the actor Bo Lind, live in Lund.",
        "Who is Anna Roe's husband?",
        "Bo Lind",
    ),
]


@pytest.mark.parametrize(("text", "question", "answer"), FACTS)
def test_a_fact_is_found(text: str, question: str, answer: str) -> None:
    found = asked(text)
    assert found.get(question) == answer, found


NOTHING = [
    "Nearly 3,000 people crossed the Roe Bridge, some say 5,000.",
    "The Roe Bridge was perhaps opened in 1921.",
    "The Roe Bridge may have been opened in 1921.",
    "The Roe Bridge is said to have been opened in 1921.",
    "I crossed the Roe Bridge in 1921 with Anna Roe.",
    "The Roe Bridge was opened last October.",
    "The Roe Bridge is the finest bridge in Lund.",
    "The Roe Bridge will be opened in 2031.",
    "The Roe Bridge was not opened in 1921.",
    "Was the Roe Bridge opened in 1921?",
    "When Anna Roe met Bo Lind, he was about to leave Lund.",
    '"The Roe Bridge was opened in 1921," said the man from Leeds.',
    "\"My mother said, 'They will never build the Roe Bridge,'\" Anna Roe said.",
    "Toll: there is none, and the chair said so.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_doubtful_passages_give_nothing(text: str) -> None:
    assert asked(text) == {}


def test_a_surname_of_two_people_stands_for_nobody() -> None:
    found = asked(
        "Anna Roe and the poet Bertha Roe met in Lund. Roe opened the Lund Bridge in 1921."
    )
    assert not any("Lund Bridge" in question for question in found)


def test_a_surname_of_one_person_stands_for_the_full_name() -> None:
    found = asked("Anna Roe came to Lund. Roe designed the Lund Bridge in 1921.")
    assert found["Who designed the Lund Bridge?"] == "Anna Roe"


def test_a_pronoun_is_bound_when_one_thing_alone_fits() -> None:
    found = asked("The Roe Bridge is a bridge in Lund. It was opened in 1921.")
    assert found["In which year was the Roe Bridge opened?"] == "1921"
    clear = asked("In 1920 Anna Roe swam the Cam. She received the Lund Medal in 1921.")
    assert clear["In which year did Anna Roe receive the Lund Medal?"] == "1921"
    unclear = asked("In 1920 Anna Roe met Clara Lind. She received the Lund Medal in 1921.")
    assert not any("Medal" in question for question in unclear)


def test_a_definite_noun_is_bound_when_one_name_alone_has_it() -> None:
    found = asked("We saw the Roe Bridge in Lund. It rained. The bridge was opened in 1921.")
    assert found["In which year was the Roe Bridge opened?"] == "1921"
    two = asked(
        "We saw the Roe Bridge and the Lind Bridge. It rained. The bridge was opened in 1921."
    )
    assert two == {}


def test_the_nearest_name_wins_nothing() -> None:
    found = asked(
        "Anna Roe, who had beaten Clara Lind, won the Lund Cup in 1921. "
        "The Marn Tower, which Clara Lind designed, was opened by Bo Holt in 1930."
    )
    assert found["Which prize did Anna Roe win in 1921?"] == "Lund Cup"
    assert found["Who opened the Marn Tower?"] == "Bo Holt"
    assert not any("Lund Cup" in q and a == "Clara Lind" for q, a in found.items())


def test_tables_are_asked_both_ways_and_gaps_never() -> None:
    found = asked(
        "# Ships\n\n| Ship | Built | Carver |\n|---|---|---|\n| Anna | 1850 | Bo Lind |\n"
        "| Berta | 1860 | unknown |\n| Clara | 1870 | Ed Holt |\n| Dora | 1880 | Ed Holt |"
    )
    assert found["In which year was the ship Anna built?"] == "1850"
    assert found["Who was the carver of the ship Anna?"] == "Bo Lind"
    assert found["Which ship has Bo Lind as its carver?"] == "Anna"
    assert "unknown" not in found.values()
    assert not any("Ed Holt as its" in question for question in found), "two ships have him"


YEARS = (
    "\n\n## Winners since 1990\n\n| Year | Winner | Novel | Pages |\n|---|---|---|---|\n"
    "| 1990 | Anna Roe | Low Tide | 200 |\n| 1991 | Bo Lind | The Mill | 300 |\n"
    "| 1992 | Clara Holt | Salt | 400 |\n| 1993 | Ed Marn | Rain | 500 |\n"
)


def test_a_table_of_winners_says_what_they_won() -> None:
    found = asked(f"# The Lund Prize: a list\n\nWe gave the Lund Prize to four writers.{YEARS}")
    years = {question: answer for question, answer in found.items() if "which year" in question}
    assert years
    assert all("the Lund Prize" in question for question in found)
    assert found["Who won the Lund Prize in 1991?"] == "Bo Lind"
    assert found['In which year did the novel "The Mill" win the Lund Prize?'] == "1991"
    assert not any("300" in question for question in found), "a bare figure says nothing"


@pytest.mark.parametrize("title", ["Old lists", "The Lund Prize and the Marn Medal"])
def test_a_table_of_winners_of_nothing_named_is_left_out(title: str) -> None:
    text = "We gave the Lund Prize and the Marn Medal to four writers."
    assert asked(f"# {title}\n\n{text}{YEARS}") == {}


def test_a_part_is_asked_for_with_its_whole() -> None:
    rows = (
        "\n\n| Part | Job |\n|---|---|\n| root | holds the plant |\n| leaf | makes sugar |\n"
        "| stem | carries water |\n| bark | is where insects live |\n"
    )
    found = asked(f"# Green plants{rows}")
    assert found["Which part of a plant makes sugar?"] == "leaf"
    assert not any("is where" in question for question in found)
    assert asked(f"# Notes of Monday{rows}") == {}


def test_the_unit_of_a_column_stands_beside_the_number_once() -> None:
    text = "| Bridge | Length (m) |\n|---|---|\n| Roe Bridge | 80 |\n| Lind Bridge | 90 |\n"
    document = from_text("a.md", f"{text}| Marn Bridge | 70 |\n")
    facts = {f.ask: f for f in finders()["table"][0](Reading(document, lexicon(document)))}
    fact = facts["What is the length of the Roe Bridge?"]
    assert (fact.number, fact.unit) == (80, "m")


def test_two_tables_with_an_empty_line_between_are_two() -> None:
    one = "| Bird | Colour |\n|---|---|\n| rook | black |\n| swan | white |\n| robin | red |\n"
    two = "| Poet | Town | Born |\n|---|---|---|\n| Anna Roe | Lund | 1850 |\n"
    found = asked(f"# Lists\n\n{one}\n{two}| Bo Lind | Marn | 1860 |\n| Ed Holt | Felt | 1870 |\n")
    assert found["Which bird has red as its colour?"] == "robin"
    assert found["Which poet is listed with the town Marn?"] == "Bo Lind"
    assert found["In which year was the poet Ed Holt born?"] == "1870"


def test_she_is_not_he_and_a_cup_is_not_the_cup() -> None:
    found = asked(
        "Her husband, the engineer Bo Lind, was killed in 1944. In 1951 she founded the Lund Mill."
    )
    assert not any("Lund Mill" in question for question in found)
    race = asked(
        "We ran for the Lund Cup. The winner gets a cup of silver. The cup was made by Ida Wold."
    )
    assert not any("Lund Cup" in question for question in race)


def test_cast_in_brackets_belongs_to_the_one_film() -> None:
    found = asked(
        "# Low Tide\n\nLow Tide is a film. The film Low Tide follows Ivar (Bo Lind). "
        "Ivar meets Hedda (played by the great Anna Roe) in Low Tide."
    )
    assert found["Who plays Ivar in the film Low Tide?"] == "Bo Lind"
    assert found["Who plays Hedda in the film Low Tide?"] == "Anna Roe"


def test_in_an_interview_my_is_the_speaker_and_not_the_interviewer() -> None:
    text = (
        "# Bo Lind talks to Anna Roe\n\nAnna Roe: Who helped?\n\n"
        "Bo Lind: My wife Clara Holt. I saw Ed Marn, too.\n\nAnna Roe: My brother Tom Roe is here."
    )
    found = asked(text)
    assert found["Who is Bo Lind's wife?"] == "Clara Holt"
    assert found["Who is Anna Roe's brother?"] == "Tom Roe"


def test_a_gross_is_asked_with_its_date_or_not_at_all() -> None:
    sentence = "The film Low Tide grossed $12 million worldwide."
    assert asked(sentence) == {}
    dated = asked(f"MARCH 2023:\n\n{sentence}")
    assert dated == {"As of March 2023, how much had Low Tide grossed worldwide?": "$12 million"}


def test_another_language_gives_what_is_marked_and_no_more() -> None:
    rows = (
        "| Land | Stadt |\n|---|---|\n| Spanien | Madrid |\n| Italien | Rom |\n| Irland | Dublin |"
    )
    text = "Der Turm wurde im Jahre 1850 von Anna Roe gebaut. " * 12 + f"\n\n{rows}"
    drawn = draw([from_text("a.md", text)])
    assert {draft.rule for draft in drawn.drafts} == {"table"}


def test_kinds_are_found_by_looking_into_the_folder() -> None:
    assert {"event_year", "made_by", "table", "said", "cast"} <= set(finders())
