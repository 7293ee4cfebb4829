"""Draw: documents in, drafts out, with the conflicts and passages that were set aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from quiz.core.text import fold
from quiz.draw.claims import Conflict, Disputes, merge
from quiz.draw.contradictions.rivals import Index
from quiz.draw.derived import derived
from quiz.draw.distractors import Options
from quiz.draw.document import Aside, Document
from quiz.draw.english.lexicon import lexicon
from quiz.draw.fact import Fact, Reading
from quiz.draw.facts import finders
from quiz.draw.options.lent import Lent
from quiz.draw.parsing.beyond import beyond, marked
from quiz.draw.parsing.parser import Parser
from quiz.draw.rank import UNTAUGHT, Learned, by_parser, score, varied
from quiz.draw.wording import Draft, draft

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many steps are done and how many there are; may raise to cancel."""


@dataclass(frozen=True)
class Drawing:
    """What came out of some documents."""

    documents: tuple[Document, ...]
    drafts: tuple[Draft, ...]
    conflicts: tuple[Conflict, ...]
    asides: tuple[tuple[Document, Aside], ...]
    notes: tuple[str, ...]


def draw(
    documents: Sequence[Document],
    *,
    taught: Learned = UNTAUGHT,
    topic: str = "",
    most: int | None = None,
    packs: Lent | None = None,
    progress: Progress | None = None,
    parser: Parser | None = None,
) -> Drawing:
    """Draw drafts from documents, the best first.

    `packs` lends answers of the author's own packs as distractors; `topic` keeps what has one of
    its words; `parser` adds what the rules alone do not reach.
    """
    step = progress or (lambda _what, _done, _all: None)
    readings = _readings(documents)
    facts = list(_facts(readings, step))
    step("claims", 0, 1)
    index = Index(documents)
    claims, conflicts = merge(facts, index)
    options = Options(readings, claims, packs)
    by_id = {document.id: document for document in documents}
    found: list[Draft] = []
    for done, claim in enumerate(claims):
        if not done % 50:
            step("questions", done, len(claims))
        if not taught.silent(claim.fact.rule) and (card := draft(claim, options, by_id)):
            found.append(card)
    found += [card for card in derived(claims, options, by_id) if not taught.silent(card.rule)]
    if parser and (further := beyond(parser, readings, facts, claims, index, step)):
        options = Options(readings, [*claims, *further], packs)
        found += [
            marked(card)
            for claim in further
            if not taught.silent(by_parser(claim.fact.rule))
            and (card := draft(claim, options, by_id))
        ]
    disputes = Disputes(conflicts)
    found = [card for card in found if not _disputed(card, disputes)]
    if topic:
        found = [card for card in found if _about(card, topic)]
    scored = [replace(card, score=score(card, taught)) for card in found]
    return Drawing(
        tuple(documents),
        tuple(_named(varied(scored, most))),
        tuple(conflicts),
        tuple((document, aside) for document in documents for aside in document.asides),
        tuple(note for document in documents for note in document.notes),
    )


def _readings(documents: Sequence[Document]) -> list[Reading]:
    """Learn the names of all documents; a title known from one is a title in the others."""
    works: dict[str, str] = {}
    for document in documents:
        for title, noun in lexicon(document).works.items():
            works[title] = works.get(title) or noun
    return [Reading(document, lexicon(document, works)) for document in documents]


def _facts(readings: Sequence[Reading], step: Progress) -> Iterable[Fact]:
    """Run every finder over every document."""
    kinds = finders()
    total = len(readings) * len(kinds)
    for number, reading in enumerate(readings):
        for place, (name, (find, marks)) in enumerate(kinds.items()):
            step(f"{reading.document.title}: {name}", number * len(kinds) + place, total)
            if marks or reading.document.english:
                yield from find(reading)


def _disputed(card: Draft, disputes: Disputes) -> bool:
    """Whether any form of a draft holds a value that documents dispute, with its subject."""
    for form in (card.question, *card.forms):
        texts = [str(form["prompt"]), str(form.get("answer", "")), *form.get("distractors", ())]
        texts += [*form.get("items", ()), *form.get("entries", ())]
        if disputes.forbid(" . ".join(map(str, texts))):
            return True
    return False


def _about(card: Draft, topic: str) -> bool:
    """Whether a draft has one of a topic's words in it or in its proof."""
    told = fold(
        " ".join(
            [str(card.question["prompt"]), card.answer]
            + [str(cite.get("quote", "")) for cite in card.question["cite"]]
        )
    )
    return any(f" {word}" in f" {told}" for word in fold(topic).split())


def _named(drafts: Sequence[Draft]) -> Iterable[Draft]:
    """Give every draft an id of its own."""
    taken: Counter[str] = Counter()
    for card in drafts:
        name = str(card.question["id"])
        taken[name] += 1
        if taken[name] > 1:
            name = f"{name[:94]}-{taken[name]}"
            forms = tuple({**form, "id": name} for form in card.forms)
            card = replace(card, question={**card.question, "id": name}, forms=forms)
        yield card
