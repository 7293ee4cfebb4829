"""What may be asked on the word of a parse alone: only what means one thing outside of its text."""

from __future__ import annotations

import pytest

from quiz.draw.context import settled
from quiz.draw.contradictions.rivals import Index
from quiz.draw.document import from_text
from quiz.draw.english.lexicon import lexicon
from quiz.draw.fact import Fact, Reading
from quiz.draw.facts import finders
from quiz.draw.parsing.certain import certain
from quiz.draw.parsing.elsewhen import dated_otherwise

PEOPLE = "The painter Anna Roe and the baker Bo Lind saw Marnland and the Lund Mill.\n\n"


def taken(text: str, rule: str = "event-year", title: str = "Notes") -> list[tuple[Fact, bool]]:
    """The facts of a text by rule, each with whether it could rest on a parse."""
    document = from_text("a.md", f"# {title}\n\n{PEOPLE}{text}")
    reading, index = Reading(document, lexicon(document)), Index([document])
    find, _ = next(kind for name, kind in finders().items() if name == rule.replace("-", "_"))
    found: list[tuple[Fact, bool]] = []
    for fact in find(reading):
        told = settled(fact, reading)
        sure = told is not None and certain(fact, told, reading)
        found.append((fact, sure and not dated_otherwise(fact, reading, index)))
    return found


def sure(text: str, rule: str = "event-year", title: str = "Notes") -> list[str]:
    """The questions that could rest on a parse."""
    return [fact.ask for fact, fine in taken(text, rule, title) if fine]


@pytest.mark.parametrize(
    "text",
    [
        "The Lund Mill was founded in 1921.",
        "Anna Roe died in 1921.",
        "The Council of Marnland came into existence in 1949.",
        "Bo Lind was hanged at Marn in 1921.",
        "The Homestead Act was enacted in 1862.",
    ],
)
def test_what_happens_but_once_to_a_thing_with_a_name_may_be_asked(text: str) -> None:
    assert sure(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Graduate School was established in 1900.",
        "The People's Republic was established in 1945.",
        "The Soviet power was established in 1920.",
        "The Progressive Conservatives came to power in 1971.",
        "Anna Roe took large majorities of both chambers of the state legislature in 2010.",
        "Bo Lind was replaced in 1968.",
        "Anna Roe moved to Hamburg in 1921.",
        "Bo Lind addressed himself frankly to the issue in 1845.",
        "Anna Roe joined the Union force in 1862.",
        "Anna Roe wrote a letter to Bo Lind in 1890.",
    ],
)
def test_what_has_no_name_or_no_occasion_is_not_asked(text: str) -> None:
    assert not sure(text)


def test_a_move_is_told_apart_where_the_text_is_about_who_moved() -> None:
    assert sure("Anna Roe moved to Hamburg in 1921.", title="Anna Roe")


@pytest.mark.parametrize(
    "other",
    [
        "People spoke of the Homestead Act of 1863.",
        "Anna Roe signed the Homestead Act in 1867.",
        "Bo Lind read the 1866 Homestead Act aloud.",
    ],
)
def test_another_year_beside_the_same_thing_drops_it(other: str) -> None:
    text = "The Homestead Act was enacted in 1862."
    assert sure(f"{text}\n\nAnna Roe came home.")
    assert not sure(f"{text}\n\n{other}")


def test_another_event_of_the_same_person_drops_nothing() -> None:
    text = "Anna Roe died in 1921.\n\nAnna Roe painted the Lund Mill in 1911."
    assert "In which year did Anna Roe die?" in sure(text)


def test_who_did_it_needs_a_deed_that_is_done_but_once() -> None:
    assert sure("Anna Roe opened the Lund Mill in 1921.", "subject")
    assert not sure("Anna Roe volunteered to fight against Marnland.", "subject")
    assert not sure("Anna Roe moved to Marnland.", "subject")
