"""What a parser adds to the rules, and what it must never touch; with parses known by heart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.kinds import kinds
from quiz.draw.document import from_text
from quiz.draw.drawing import Drawing, draw
from quiz.draw.english.binding import Clause
from quiz.draw.english.lexicon import lexicon
from quiz.draw.parsing.parsed import parsed
from quiz.draw.parsing.parser import Parser, Word, loaded
from quiz.draw.rank import Learned, by_parser, prior
from quiz.errors import NotFound
from tests.draw.measured import FOUR, OWN, cards, documents, forbidden, recall, trapped
from tests.draw.parses import (
    CLAIMS,
    CLOSED,
    EDITION,
    FOUNDED,
    IF,
    NEVER,
    PARSES,
    PUPIL,
    WHEN,
    by_heart,
    words,
)

PEOPLE = "The painter Anna Roe and the baker Bo Lind saw the Marn Tower and the Lund Mill.\n\n"
OPENED = WHEN.format(1921)
YEAR = "In which year did Anna Roe open the Lund Mill?"


def drawn(text: str, parser: Parser | None = by_heart, taught: Learned | None = None) -> Drawing:
    """Draw from a text that names people first."""
    return draw([from_text("a.md", PEOPLE + text)], parser=parser, taught=taught or Learned())


def added(text: str, parser: Parser = by_heart) -> dict[str, str]:
    """What a parser adds: questions with their answers, those of further forms as well."""
    cards = [card for card in drawn(text, parser).drafts if card.rule.startswith("parsed-")]
    further = [form for card in cards for form in card.forms if form["kind"] == "short-answer"]
    told = {str(form["prompt"]): str(form["answer"]) for form in further}
    return told | {str(card.question["prompt"]): card.answer for card in cards}


def clauses(text: str, above: str = "") -> list[Clause]:
    """The clauses of one sentence, by heart."""
    document = from_text("a.md", PEOPLE + text)
    sentence = document.sentences[-1]
    known = lexicon(document)
    return list(parsed(sentence, text, words(text, PARSES[text]), known, above))


def test_a_clause_within_a_sentence_is_reached() -> None:
    assert not drawn(OPENED, None).drafts
    assert added(OPENED) == {YEAR: "1921", "Who opened the Lund Mill in 1921?": "Anna Roe"}


def test_a_participle_belongs_to_the_noun_beside_it() -> None:
    assert added(FOUNDED) == {"In which year was the Lund Mill founded by a baker?": "1887"}


@pytest.mark.parametrize("text", [CLAIMS, IF, PUPIL, EDITION])
def test_what_is_claimed_wished_or_not_clear_is_left(text: str) -> None:
    assert clauses(text) == []


def test_what_is_denied_is_left_and_what_is_beside_it_is_not() -> None:
    (clause,) = clauses(NEVER)
    assert (clause.subject, clause.verb, clause.rest) == ("Anna Roe", "left", "Lund in 1921")


def test_a_definite_noun_must_have_been_named_in_its_paragraph() -> None:
    assert clauses(CLOSED) == []
    (clause,) = clauses(CLOSED, "We saw the Lund Mill.")
    assert (clause.subject, clause.rest) == ("Lund Mill", "closed in 1931")


def test_every_piece_of_a_clause_stands_in_its_sentence() -> None:
    for text in PARSES:
        for clause in clauses(text, PEOPLE):
            assert clause.np in text
            assert clause.rest.lower() in text.lower()


def test_a_draft_says_that_it_rests_on_the_parser_and_cites_as_exactly() -> None:
    (card,) = [d for d in drawn(OPENED).drafts if d.rule == "parsed-event-year"]
    for question in (card.question, *card.forms):
        assert question["origin"]["rule"] == "parsed-event-year"
        assert question["origin"]["tool"] == "spaCy"
        assert question["cite"][0]["quote"] == OPENED
        assert question["cite"][0]["says"] == ["1921"]
        kinds()[str(question["kind"])].model_validate(question)


def test_what_the_rules_took_from_a_sentence_is_not_taken_again() -> None:
    plain = "Anna Roe opened the Lund Mill in 1921."
    parse = (
        "Anna/NNP/compound/1 Roe/NNP/nsubj/2 opened/VBD/ROOT/2 the/DT/det/5 Lund/NNP/compound/5"
        " Mill/NNP/dobj/2 in/IN/prep/2 1921/CD/pobj/6 ././punct/2"
    )

    def reads(texts: Iterable[str]) -> Iterator[tuple[Word, ...]]:
        return (words(text, parse) if text == plain else () for text in texts)

    assert drawn(plain, reads).drafts == drawn(plain, None).drafts


def test_a_fact_of_the_rules_is_neither_overridden_nor_disputed() -> None:
    text = f"{WHEN.format(1921)}\n\nAnna Roe opened the Lund Mill in 1921."
    alone, helped = drawn(text, None), drawn(text)
    assert {str(d.question["prompt"]) for d in alone.drafts} >= {YEAR}
    assert not helped.conflicts
    for card in alone.drafts:
        assert card in helped.drafts
    (card,) = [d for d in helped.drafts if d.question["prompt"] == YEAR]
    assert card.rule == "event-year"
    assert card.answer == "1921"


def test_what_the_rules_see_to_be_disputed_is_so_with_a_parser_too() -> None:
    text = f"{WHEN.format(1922)}\n\nAnna Roe opened the Lund Mill in 1921."
    alone, helped = drawn(text, None), drawn(text)
    assert alone.conflicts == helped.conflicts != ()
    assert not any("192" in str(d.question) for d in (*alone.drafts, *helped.drafts))


def test_two_parses_that_disagree_are_both_dropped_without_a_word() -> None:
    helped = drawn(f"{WHEN.format(1921)}\n\n{WHEN.format(1922)}")
    assert YEAR not in {str(d.question["prompt"]) for d in helped.drafts}
    assert not helped.conflicts


def test_a_value_that_another_sentence_contradicts_is_dropped() -> None:
    against = "People say that Anna Roe opened the mill, and that the Lund Mill opened in 1931."
    assert not any("1931" in str(d.question) for d in drawn(f"{OPENED}\n\n{against}").drafts)


def test_a_rule_of_the_parser_is_muted_and_learned_for_itself() -> None:
    rule = by_parser("event-year")
    assert prior(rule) < prior("event-year")
    muted = drawn(OPENED, taught=Learned().after(rule, "muted"))
    assert all(d.rule != rule for d in muted.drafts)
    assert not Learned().after(rule, "muted").silent("event-year")
    assert Learned().after("event-year", "muted").silent(rule)
    assert Learned().silent(by_parser("birth-year"))
    assert not Learned().after("birth-year", "wanted").silent(by_parser("birth-year"))
    liked = Learned().after(rule, "accepted")
    assert liked.worth(rule) > prior(rule)
    assert liked.worth("event-year") == prior("event-year")


def test_parsing_tells_how_far_it_is_and_may_be_cancelled() -> None:
    def cancelled(what: str, done: int, total: int) -> None:
        assert 0 <= done <= total
        if what.endswith("parsing"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        draw([from_text("a.md", PEOPLE + OPENED)], parser=by_heart, progress=cancelled)


def test_speech_questions_and_the_first_person_are_never_parsed() -> None:
    read: list[str] = []

    def notes(texts: Iterable[str]) -> Iterator[tuple[Word, ...]]:
        for text in texts:
            read.append(text)
            yield ()

    drawn(
        'Anna Roe said: "I went." Did Bo Lind go? I met Bo Lind. It is said that Bo Lind came. '
        "According to Bo Lind, Anna Roe came. It rained. When Bo Lind came (in May), it rained.",
        notes,
    )
    assert read[1:] == ["When Bo Lind came, it rained."]


def test_another_language_is_not_parsed() -> None:
    text = "Der Turm wurde im Jahre 1850 von Anna Roe gebaut. " * 12

    def never(texts: Iterable[str]) -> Iterator[tuple[Word, ...]]:
        raise AssertionError

    draw([from_text("a.md", text)], parser=never)


TAGS = st.sampled_from(
    ["NNP", "NN", "VBD", "VBN", "VBZ", "IN", ",", "DT", "MD", "WP", "PRP", "VBG", "VB", "CC"]
)
DEPS = st.sampled_from(
    ["ROOT", "nsubj", "nsubjpass", "conj", "cc", "relcl", "advcl", "acl", "appos", "prep", "dobj"]
)


@given(st.data())
def test_any_nonsense_of_a_parser_is_survived(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([OPENED, NEVER, PUPIL]))
    plain = words(text, PARSES[text])
    last = len(plain) - 1
    told = [
        Word(w.start, w.end, data.draw(TAGS), data.draw(DEPS), data.draw(st.integers(0, last)))
        for w in plain
    ]

    def mad(texts: Iterable[str]) -> Iterator[tuple[Word, ...]]:
        return (tuple(told) if line == text else () for line in texts)

    for question in cards(drawn(text, mad)):
        kinds()[str(question["kind"])].model_validate(question)


# ---- with the model, where it is installed


@pytest.fixture(scope="module")
def model() -> Parser:
    """The real parser."""
    try:
        return loaded()
    except NotFound as missing:
        pytest.skip(f"the extra nlp is not installed: {missing.message}")


def test_the_model_parses_what_is_known_by_heart(model: Parser) -> None:
    for text, told in zip(PARSES, model(PARSES), strict=True):
        assert told == words(text, PARSES[text])


def test_the_model_adds_and_takes_nothing_away(model: Parser) -> None:
    for folder in (FOUR, OWN):
        if not folder.is_dir():
            continue
        alone, helped = draw(documents(folder)), draw(documents(folder), parser=model)
        shown = {(str(d.question["prompt"]), d.answer) for d in helped.drafts}
        assert {(str(d.question["prompt"]), d.answer) for d in alone.drafts} <= shown
        assert alone.conflicts == helped.conflicts
        if folder == FOUR:
            assert not forbidden(helped)
            assert set(recall(alone)[0]) <= set(recall(helped)[0])
        else:
            assert trapped(helped) == []
