"""From documents to drafts: claims, conflicts, sure distractors, variety, sound questions."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.kinds import kinds
from quiz.core.text import fold
from quiz.draw.document import from_text
from quiz.draw.drawing import Drawing, draw
from quiz.draw.rank import OFF, PER_ANSWER, PER_SENTENCE, PRIORS, Learned, learned
from quiz.errors import Unreadable
from tests.draw.measured import OWN, cards, drawing

BRIDGE = "The Roe Bridge was opened in {}. It has nine spans. It was designed by Anna Roe."
PEOPLE = (
    "The painter Anna Roe came with Bo Lind. The poet Clara Holt met the actor Ed Marn and the"
    " composer Flora Wick. The engineer Gerd Ask built the Lund Mill."
)


def both(one: str, other: str) -> Drawing:
    """Draw from two documents."""
    return draw([from_text("one.md", one), from_text("two.md", other)])


def prompts(drawn: Drawing) -> dict[str, object]:
    """What is asked, with the answers."""
    return {str(d.question["prompt"]): d.question.get("answer") for d in drawn.drafts}


def test_facts_that_agree_are_one_claim_with_two_citations() -> None:
    drawn = both(BRIDGE.format("1921"), "The Roe Bridge was opened on 3 May 1921 by Bo Lind.")
    (card,) = [d for d in drawn.drafts if "In which year" in str(d.question["prompt"])]
    assert {cite["document"] for cite in card.question["cite"]} == {"one", "two"}
    assert not drawn.conflicts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("opened in 1921", "The Roe Bridge was opened on 3 May 1922 by Bo Lind."),
        ("opened in 1921", "People say that the Roe Bridge had been opened in 1922."),
        ("nine spans", "The Roe Bridge has seven spans."),
        ("nine spans", "Whoever walks over the Roe Bridge counts 7 spans."),
    ],
)
def test_two_values_are_no_question_in_any_form_and_no_distractor(one: str, other: str) -> None:
    text = f"{BRIDGE.format('1921')} {PEOPLE}"
    assert one in text
    drawn = both(text, other)
    assert drawn.conflicts
    values = [*drawn.conflicts[0].values]
    assert len(drawn.conflicts[0].passages) > 1
    for question in cards(drawn):
        told = [str(question["prompt"]), str(question["answer"])]
        told += [str(option) for option in question.get("distractors", ())]
        if "Bridge" in told[0]:
            assert not any(fold(v) in fold(t).split() for v in values for t in told[1:])


def test_distractors_are_of_the_same_kind_and_from_the_documents() -> None:
    drawn = draw([from_text("one.md", f"{PEOPLE}\n\nThe Roe Bridge was designed by Ida Lund.")])
    (card,) = [d for d in drawn.drafts if d.question["prompt"] == "Who designed the Roe Bridge?"]
    assert card.question["kind"] == "choice"
    assert card.question["answer"] == "Ida Lund"
    wrong = card.question["distractors"]
    assert len(set(wrong)) == 3
    assert set(wrong) <= {"Anna Roe", "Bo Lind", "Clara Holt", "Ed Marn", "Flora Wick", "Gerd Ask"}
    assert all("named in" in card.origins[option] for option in wrong)


def test_too_few_sure_distractors_make_a_short_answer() -> None:
    drawn = draw([from_text("one.md", "The Roe Bridge was designed by Ida Lund.")])
    (card,) = [d for d in drawn.drafts if d.question["prompt"] == "Who designed the Roe Bridge?"]
    assert card.question["kind"] == "short-answer"


def test_the_author_can_flip_the_form_of_a_card() -> None:
    drawn = draw([from_text("one.md", BRIDGE.format(1921))])
    (card,) = [d for d in drawn.drafts if d.rule == "event-year"]
    assert [card.question["kind"], *(form["kind"] for form in card.forms)] == [
        "number",
        "choice",
        "true-false",
        "true-false",
    ]
    years = [int(option) for option in card.forms[0]["distractors"]]
    assert all(abs(year - 1921) > 2 for year in years)
    assert len({form["id"] for form in card.forms}) == 1


def test_every_draft_and_form_of_our_documents_is_a_sound_question() -> None:
    for question in cards(drawing(OWN)):
        made = kinds()[str(question["kind"])].model_validate(question)
        assert made.status == "proposed"
        assert made.cite
        assert made.cite[0].quote
        options = [fold(text) for text in (*made.answers(), *made.decoys())]
        assert made.kind in ("short-answer", "list") or len(set(options)) == len(options)


def test_variety_holds_for_all_drafts() -> None:
    drafts = drawing(OWN).drafts
    claims = Counter(draft.claim for draft in drafts)
    assert max(claims.values()) == 1
    assert max(Counter(draft.places[0] for draft in drafts).values()) <= PER_SENTENCE
    assert max(Counter(fold(draft.answer) for draft in drafts).values()) <= PER_ANSWER
    statements = sum(draft.question["kind"] == "true-false" for draft in drafts)
    assert statements <= len(drafts) / 5
    assert len({str(draft.question["id"]) for draft in drafts}) == len(drafts)


def test_drawing_twice_gives_the_same() -> None:
    documents = [from_text("one.md", f"{BRIDGE.format(1921)} {PEOPLE}")]
    assert draw(documents).drafts == draw(documents).drafts


def test_topic_and_most_keep_the_best_about_it() -> None:
    documents = [
        from_text("one.md", f"{BRIDGE.format(1921)} {PEOPLE} The Lund Mill closed in 1950.")
    ]
    about = draw(documents, topic="mill")
    assert about.drafts
    assert all("Mill" in str(d.question["cite"][0]["quote"]) for d in about.drafts)
    assert len(draw(documents, most=2).drafts) == 2


def test_progress_is_told_and_may_cancel() -> None:
    steps: list[str] = []

    def cancelled(what: str, done: int, total: int) -> None:
        steps.append(what)
        assert 0 <= done <= total
        if len(steps) == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        draw([from_text("one.md", PEOPLE)], progress=cancelled)
    assert len(steps) == 5


def test_what_the_author_does_moves_a_rule_and_muting_silences_it() -> None:
    taught = Learned()
    for _ in range(5):
        taught = taught.after("event-year", "rejected").after("made-by", "accepted")
    taught = taught.after("cast", "edited").after("said", "muted")
    assert taught.worth("event-year") < PRIORS["event-year"]
    assert taught.worth("made-by") > PRIORS["made-by"]
    assert learned(taught.table()) == taught
    documents = [from_text("one.md", f"{BRIDGE.format(1921)} {PEOPLE}")]
    rules = [d.rule for d in draw(documents, taught=taught).drafts]
    assert rules.index("made-by") < rules.index("event-year")
    silent = draw(documents, taught=taught.after("event-year", "muted"))
    assert all(d.rule != "event-year" for d in silent.drafts)
    assert not taught.after("said", "wanted").after("said", "muted").silent("cast")


def test_rules_that_are_off_propose_nothing_until_they_are_wanted() -> None:
    documents = [from_text("one.md", "The painter Anna Roe was born in Lund on 3 May 1867.")]
    assert "birth-year" in OFF
    assert not draw(documents).drafts
    (card,) = draw(documents, taught=Learned().after("birth-year", "wanted")).drafts
    assert card.question["answer"] == 1867


def test_a_spoiled_file_of_choices_is_read_as_far_as_it_makes_sense() -> None:
    assert learned({"rule": {"cast": {"accepted": "many", "muted": 1}, "said": 3}}) == Learned()
    assert learned({"rule": []}) == Learned()


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_any_text_draws_sound_questions_or_none(text: str) -> None:
    try:
        document = from_text("any.md", text)
    except Unreadable:
        return
    for question in cards(draw([document])):
        kinds()[str(question["kind"])].model_validate(question)


@given(st.data())
def test_cut_and_shuffled_sentences_never_break_it(data: st.DataObject) -> None:
    words = Path(OWN / "regatta-report.txt").read_text("utf-8").split()
    start = data.draw(st.integers(0, len(words)))
    some = data.draw(st.lists(st.sampled_from(words[start : start + 60] or words), max_size=40))
    document = from_text("any.txt", " ".join(some) or "x")
    for question in cards(draw([document])):
        kinds()[str(question["kind"])].model_validate(question)
