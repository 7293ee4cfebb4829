"""Cards made of several facts: put these in order, and which one does not belong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from quiz.core.text import clean
from quiz.draw.claims import Claim
from quiz.draw.distractors import Options
from quiz.draw.document import Document
from quiz.draw.english.names import names_in
from quiz.draw.fact import Fact
from quiz.draw.proof import cited
from quiz.draw.wording import Draft, headed

_FEWEST, _MOST = 4, 5


def derived(
    claims: Sequence[Claim], options: Options, documents: Mapping[str, Document]
) -> Iterator[Draft]:
    """Give order cards of dated facts, and odd-one-out cards of short lists."""
    dated: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.conflict:
            continue
        if claim.fact.rule == "work-year":
            dated[claim.fact.sentence.document].append(claim)
        if claim.fact.entries and (card := _odd(claim, options, documents)):
            yield card
    for group in dated.values():
        if card := _order(group, documents):
            yield card


def _order(group: Sequence[Claim], documents: Mapping[str, Document]) -> Draft | None:
    """Works of one document by their years, where no two share a year."""
    years = [int(claim.fact.number or 0) for claim in group]
    alone = [claim for claim, year in zip(group, years, strict=True) if years.count(year) == 1]
    if len(alone) < _FEWEST:
        return None
    alone = sorted(alone[:_MOST], key=lambda claim: claim.fact.number or 0)
    first = alone[0].fact
    body: dict[str, Any] = {
        "kind": "order",
        "prompt": "Put these works in the order of their years.",
        "items": [clean(claim.fact.subject) for claim in alone],
        "by": "year, earliest first",
    }
    return _card("order", first, alone, body, documents, " ".join(body["items"]))


def _odd(claim: Claim, options: Options, documents: Mapping[str, Document]) -> Draft | None:
    """A thing of the same kind that is not in a list, among three that are."""
    fact = claim.fact
    outside = options.outsiders(fact)
    if len(fact.entries) < 3 or not outside or "which" not in fact.ask.lower():
        return None
    answer = min(outside, key=lambda text: sha256(f"{fact.ask}\0{text}".encode()).digest())
    asked = fact.ask.rstrip("?")
    where = asked.lower().index("which")
    head, _, rest = asked[where:].partition(" ")
    number, _, rest = rest.partition(" ")
    body: dict[str, Any] = {
        "kind": "choice",
        "prompt": clean(
            f"{asked[:where]}{head} of these is not one of the {number} "
            f"{rest.replace(' have ', ' that have ', 1).replace(' are ', ' that are ', 1)}?"
        ),
        "answer": clean(answer),
        "distractors": list(fact.entries[:3]),
    }
    return _card("odd-one-out", fact, [claim], body, documents, answer)


def _card(
    rule: str,
    fact: Fact,
    claims: Sequence[Claim],
    body: Mapping[str, Any],
    documents: Mapping[str, Document],
    answer: str,
) -> Draft:
    cites: list[dict[str, Any]] = []
    places: list[tuple[str, int, int]] = []
    for claim in claims:
        found, at = cited(claim, documents)
        cites += found[:1]
        places += at[:1]
    head = headed(fact, rule, cites, documents)
    return Draft(
        question={**head, **body},
        forms=(),
        rule=rule,
        claim=str(head["id"]),
        answer=answer,
        origins=dict.fromkeys(body.get("distractors", ()), "the same list"),
        places=tuple(places),
        sources=1,
        anchors=sum(1 for _ in names_in(f"x {body['prompt']}")),
    )
