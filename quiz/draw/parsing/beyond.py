"""Beyond the rules: what a parser adds to their claims, and never against them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from quiz.core.text import fold
from quiz.draw.claims import Claim, merge
from quiz.draw.context import settled
from quiz.draw.contradictions.rivals import Index
from quiz.draw.document import Sentence
from quiz.draw.english.binding import Clause
from quiz.draw.english.doubt import PERSON, hearsay, masked
from quiz.draw.english.names import names_in, titles_in
from quiz.draw.fact import Fact, Reading
from quiz.draw.facts import finders
from quiz.draw.parsing.certain import certain
from quiz.draw.parsing.elsewhen import dated_otherwise
from quiz.draw.parsing.parsed import parsed
from quiz.draw.parsing.parser import TOOL, Parser
from quiz.draw.rank import PER_SENTENCE, by_parser
from quiz.draw.wording import Draft

_BRACKET = re.compile(r" \([^)]*\)")
_EVERY = 32
"""Sentences that are parsed between two words on how far it is."""
Place = tuple[str, int, int]


@dataclass(frozen=True)
class Parsed(Reading):
    """A document as the parser reads it: its clauses alone, and no sentence to look into."""

    rules: Reading
    proposals: tuple[Clause, ...]

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """What the parser proposes."""
        return self.proposals

    @cached_property
    def topic(self) -> str:
        """The one work that the document is about."""
        return self.rules.topic

    @cached_property
    def _small(self) -> frozenset[str]:
        return self.rules._small


def beyond(
    parser: Parser,
    readings: Sequence[Reading],
    facts: Sequence[Fact],
    claims: Iterable[Claim],
    index: Index,
    step: Callable[[str, int, int], None],
) -> list[Claim]:
    """Give claims that rest on the parser alone.

    What the rules found is left as it is, whether it agrees or not; where two parses disagree, or
    a document gives another value, there is no claim.
    """
    full = Counter(map(_place, facts))
    found: list[Fact] = []
    for reading in readings:
        if reading.document.english:
            sentences = [s for s in reading.document.sentences if full[_place(s)] < PER_SENTENCE]
            found += _found(parser, reading, sentences, step)
    taken = {claim.key for claim in claims}
    told = {(_place(fact), fact.rule, fold(fact.value)) for fact in facts}
    told |= {(_place(fact), "", fold(fact.ask)) for fact in facts}
    further, _ = merge((fact for fact in found if not _known(fact, told)), index)
    by_id = {reading.document.id: reading for reading in readings}
    sure: list[Claim] = []
    for claim in further:
        kept = tuple(fact for fact in claim.facts if _sure(fact, by_id, index))
        if kept and not claim.conflict and claim.key not in taken:
            sure.append(replace(claim, facts=kept))
    return sure


def _sure(fact: Fact, readings: Mapping[str, Reading], index: Index) -> bool:
    """Whether a fact's question stands by itself, and no other year stands beside what it is of."""
    reading = readings[fact.sentence.document]
    told = settled(fact, reading)
    if told is None or not certain(fact, told, reading):
        return False
    return not dated_otherwise(fact, reading, index)


def marked(card: Draft) -> Draft:
    """A draft that says it rests on the parser; it is learned and muted by a rule of its own.

    It offers no names to choose from: nothing is known here of what would be of the same kind.
    """
    rule = by_parser(card.rule)

    def told(form: dict[str, object]) -> dict[str, object]:
        return {**form, "origin": {**dict(form["origin"]), "rule": rule, "tool": TOOL}}  # type: ignore[call-overload]

    first, *others = (told(dict(form)) for form in (card.question, *card.forms) if _plain(form))
    kept = card.origins if first["kind"] == "choice" else {}
    return replace(card, question=first, forms=tuple(others), rule=rule, origins=kept)


def _plain(form: Mapping[str, object]) -> bool:
    """Whether a form gives nothing away: its options are figures, or it has none."""
    if form["kind"] == "true-false":
        return bool(form["answer"]) or any(c.isdigit() for c in str(form["prompt"]))
    options = form.get("distractors", ())
    return all(str(option)[:1].isdigit() for option in options)  # type: ignore[attr-defined]


def _place(told: Fact | Sentence) -> Place:
    """Where a sentence stands."""
    sentence = told.sentence if isinstance(told, Fact) else told
    return sentence.document, sentence.paragraph, sentence.start


def _known(fact: Fact, told: set[tuple[Place, str, str]]) -> bool:
    """Whether the rules took this from the same sentence already, in other words perhaps."""
    place = _place(fact)
    return (place, fact.rule, fold(fact.value)) in told or (place, "", fold(fact.ask)) in told


def _found(
    parser: Parser,
    reading: Reading,
    sentences: Sequence[Sentence],
    step: Callable[[str, int, int], None],
) -> Iterator[Fact]:
    """Parse sentences, and let the finders of clauses read what comes of it."""
    there = {(_place(c.sentence), c.subject, c.verb, c.rest) for c in reading.clauses}
    texts = [(sentence, text) for sentence in sentences if (text := promising(sentence))]
    above = _above(reading.document.sentences)
    proposals: list[Clause] = []
    parses = parser(text for _, text in texts)
    for number, ((sentence, text), words) in enumerate(zip(texts, parses, strict=True)):
        if not number % _EVERY:
            step(f"{reading.document.title}: parsing", number, len(texts))
        place = _place(sentence)
        proposals += [
            clause
            for clause in parsed(sentence, text, words, reading.known, above[place])
            if (place, clause.subject, clause.verb, clause.rest) not in there
        ]
    bare = replace(reading.document, lines=(), asides=())
    second = Parsed(bare, reading.known, reading, tuple(proposals))
    for find, marks in finders().values():
        if not marks:
            yield from (fact for fact in find(second) if not _unfit(fact))


def _unfit(fact: Fact) -> bool:
    """Whether a fact needs more than a clause: what the parser leaves out may make it the one."""
    unknown = fact.rule == "superlative" and fact.ask.startswith("What became")
    return fact.rule == "definition" or unknown


def _above(sentences: Iterable[Sentence]) -> dict[Place, str]:
    """What a paragraph says before each of its sentences."""
    found: dict[Place, str] = {}
    before, number = "", 0
    for sentence in sentences:
        before = before if sentence.paragraph == number else ""
        found[_place(sentence)] = before
        before, number = f"{before} {sentence.text}", sentence.paragraph
    return found


def promising(sentence: Sentence) -> str:
    """The text of a sentence that a parser may help with; "" if there is nothing to gain."""
    text = _BRACKET.sub("", sentence.text.rstrip())  # as the rules read it
    bare = text
    for start, end, _ in reversed(list(titles_in(bare))):
        bare = bare[:start] + bare[end:]
    refused = (
        sentence.quoted
        or '"' in bare
        or text.endswith(("?", ":"))
        or hearsay(text)
        or PERSON.search(masked(text))
        or "ccording to" in text
    )
    return text if not refused and any(True for _ in names_in(text)) else ""
