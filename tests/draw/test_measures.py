"""The measures of the issue: recall of forty facts, what is never proposed, and the traps."""

from __future__ import annotations

import pytest

from quiz.core.question import Citation
from quiz.draw.verify import verify
from tests.draw.measured import FOUR, OWN, drawing, forbidden, recall, trapped

four = pytest.mark.skipif(
    not FOUR.is_dir(), reason="the four documents are not beside this checkout"
)


@four
def test_at_least_45_proposals_on_the_four_documents() -> None:
    assert len(drawing(FOUR).drafts) >= 45


@four
def test_seventy_per_cent_of_the_forty_facts_are_found() -> None:
    hits, missed = recall(drawing(FOUR))
    assert len(hits) / (len(hits) + len(missed)) >= 0.7, missed


@four
def test_nothing_is_proposed_that_never_must_be() -> None:
    assert forbidden(drawing(FOUR)) == []


@four
def test_every_citation_verifies_against_its_document() -> None:
    drawn = drawing(FOUR)
    documents = {document.id: document for document in drawn.documents}
    for draft in drawn.drafts:
        for told in draft.question["cite"]:
            standing = verify(Citation(**told), documents[told["document"]])
            assert standing.status == "exact"
            assert standing.stands


def test_no_trap_of_our_own_documents_catches_a_draft() -> None:
    assert trapped(drawing(OWN)) == []


def test_every_contradiction_with_two_stated_values_is_found() -> None:
    told = {value for conflict in drawing(OWN).conflicts for value in conflict.values}
    assert {"seven", "nine", "£4.2 million", "£4.8 million", "1887", "1889"} <= told
    assert {"12 June 2021", "19 June 2021", "3 October 1861", "1863"} <= told


def test_citations_of_our_own_documents_verify_too() -> None:
    drawn = drawing(OWN)
    documents = {document.id: document for document in drawn.documents}
    statuses = {
        verify(Citation(**told), documents[told["document"]]).status
        for draft in drawn.drafts
        for told in draft.question["cite"]
    }
    assert statuses == {"exact"}
