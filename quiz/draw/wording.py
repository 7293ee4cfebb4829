"""A claim becomes a draft: one card with several forms, and the citations that prove it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from quiz.core.text import clean, fold
from quiz.draw.accepting import accepted
from quiz.draw.claims import Claim
from quiz.draw.context import settled
from quiz.draw.distractors import WANTED, Options
from quiz.draw.document import Document, slug
from quiz.draw.english.doubt import PERSON, RELATIVE, masked
from quiz.draw.english.gazetteer import words
from quiz.draw.english.names import names_in
from quiz.draw.fact import Fact
from quiz.draw.proof import cited

LONGEST_PROMPT, LONGEST_ANSWER = 200, 90
_LEVELS = {
    "definition": 2,
    "cast": 2,
    "made-by": 2,
    "award-won": 2,
    "question-answer": 2,
    "table": 2,
}
_HARD = {"age": 4, "from-to": 4, "how-many": 4, "money": 4, "said": 3}
_UNANCHORED = frozenset({"definition", "question-answer", "table", "said"})


@dataclass(frozen=True)
class Draft:
    """A proposed question in the pack format's names, and what the review desk shows with it."""

    question: Mapping[str, Any]
    forms: tuple[Mapping[str, Any], ...]
    """The other forms the author can flip to, the same card each."""
    rule: str
    claim: str
    answer: str
    origins: Mapping[str, str]
    """Where each distractor came from."""
    places: tuple[tuple[str, int, int], ...]
    sources: int
    anchors: int
    score: float = 0.0
    more: Callable[[int, Iterable[tuple[str, str]]], Mapping[str, str]] = field(
        default=lambda _most, _further: {}, compare=False, repr=False
    )
    """Gives so many surely wrong options with their origins; of others that are named the sure."""

    def citing(self, place: tuple[str, int, int]) -> Draft:
        """The same draft with the citation of this place first."""
        at = self.places.index(place)
        if not at:
            return self
        cite = list(self.question["cite"])
        cite.insert(0, cite.pop(at))
        places = (place, *self.places[:at], *self.places[at + 1 :])
        shown = tuple({**form, "cite": cite} for form in self.forms)
        return replace(self, question={**self.question, "cite": cite}, forms=shown, places=places)

    def told(self) -> dict[str, Any]:
        """The draft as data: the question in the pack format's names, then rule, score and more."""
        return {
            **self.question,
            "rule": self.rule,
            "score": self.score,
            "claim": self.claim,
            "from": dict(self.origins),
            "forms": [str(form["kind"]) for form in self.forms],
        }


def draft(claim: Claim, options: Options, documents: Mapping[str, Document]) -> Draft | None:
    """Word a claim, or give None where the question would not stand by itself."""
    if claim.conflict:
        return None
    fact = next(filter(None, (_standing(told, options) for told in claim.facts)), None)
    if fact is None:
        return None
    wrong = options.sure(fact)
    cite, places = cited(claim, documents)
    if not cite:
        return None
    head = headed(fact, fact.rule, cite, documents)
    bodies = _bodies(fact, wrong, options)
    if not bodies:
        return None
    forms = tuple({**head, **body} for body in bodies)
    return Draft(
        question=forms[0],
        forms=forms[1:],
        rule=fact.rule,
        claim=str(head["id"]),
        answer=fact.value,
        origins={text: wrong.get(text, "") for text in forms[0].get("distractors", ())},
        places=places,
        sources=len({place[0] for place in places}),
        anchors=sum(1 for _ in names_in(f"x {fact.ask}")),
        more=partial(options.sure, fact),
    )


def _standing(fact: Fact, options: Options) -> Fact | None:
    """A fact of a claim with a question that stands by itself; None if it has none."""
    told = settled(fact, options.reading(fact.sentence.document))
    return told if told is not None and not _objection(told) else None


def headed(
    fact: Fact, rule: str, cite: Sequence[Mapping[str, Any]], documents: Mapping[str, Document]
) -> dict[str, Any]:
    """What all forms of a card share."""
    head: dict[str, Any] = {
        "id": slug(f"{fact.subject[:50]} {fact.scope[:24]} {rule}"),
        "prompt": clean(fact.ask),
        "difficulty": _LEVELS.get(rule, _HARD.get(rule, 3)),
        "cite": list(cite),
        "status": "proposed",
        "origin": {"format": "draw", "file": documents[fact.sentence.document].file, "rule": rule},
    }
    told = stated(fact, fact.value)
    if not fact.statement and fact.ask.startswith("Who "):
        told = f"{fact.value} {fact.ask[4:].rstrip('?')}."
    if fact.entries:
        told = f"They are {', '.join(fact.entries[:-1])} and {fact.entries[-1]}."
    if told and rule == fact.rule:
        head["explanation"] = clean(_first_up(told))
    return head


def stated(fact: Fact, value: str) -> str:
    """The statement with a value in it; "" without one, or where a text has its own braces."""
    one = fact.statement.count("{}") == 1
    return fact.statement.replace("{}", value) if one else ""


def _bodies(fact: Fact, wrong: Mapping[str, str], options: Options) -> list[dict[str, Any]]:
    """The forms of a card, the best first."""
    value = clean(fact.value)
    choice = {"kind": "choice", "answer": value, "distractors": list(wrong)}
    short = {"kind": "short-answer", "answer": value, **accepted(fact, options.shared)}
    found: list[dict[str, Any]] = []
    if fact.entries:
        return [{"kind": "list", "entries": list(fact.entries), "need": len(fact.entries)}]
    if fact.measure in ("year", "number") and fact.number is not None:
        exact = int(fact.number) if float(fact.number).is_integer() else fact.number
        number: dict[str, Any] = {"kind": "number", "answer": exact}
        if fact.unit:
            number["unit"] = fact.unit
        found.append(number)
        if len(wrong) == WANTED:
            found.append(choice)
    elif len(wrong) == WANTED and not _tells(fact, wrong, options) and not _hinted(fact):
        found += [choice, short]
    else:
        found.append(short)
    found += _truths(fact, wrong)
    return found


def _truths(fact: Fact, wrong: Mapping[str, str]) -> list[dict[str, Any]]:
    """The statement as true, and as false with a sure distractor in the value's place."""
    true = stated(fact, fact.value)
    if not true or fact.grows:
        return []
    told = [{"kind": "true-false", "prompt": clean(_first_up(true)), "answer": True}]
    if wrong:
        false = clean(_first_up(stated(fact, next(iter(wrong)))))
        told.append({"kind": "true-false", "prompt": false, "answer": False})
    return told


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]


def _tells(fact: Fact, wrong: Mapping[str, str], options: Options) -> bool:
    """Whether the right option can be told by its length or its tongue among the wrong ones."""
    if options.alone(fact, wrong):
        return True
    longest = max((len(text) for text in wrong), default=0)
    return len(fact.value) > 24 and len(fact.value) > 2.2 * longest


def _hinted(fact: Fact) -> bool:
    """Whether the prompt holds a part of the person's name: among others it would be the one."""
    return fact.measure == "person" and any(
        f" {part} " in f" {fold(fact.ask)} " for part in fold(fact.value).split() if len(part) > 2
    )


def _objection(fact: Fact) -> str:
    """Why a prompt does not stand by itself; "" if it does."""
    ask, bare = fact.ask, masked(fact.ask)
    if len(ask) > LONGEST_PROMPT or (len(fact.value) > LONGEST_ANSWER and not fact.entries):
        return "too long"
    if PERSON.search(bare) or RELATIVE.search(bare):
        return "a person or a time that is not clear"
    if (
        fact.measure not in ("number", "year", "span")
        and f" {fold(fact.value)} " in f" {fold(ask)} "
    ):
        return "the answer stands in the prompt"
    if fact.measure in ("number", "year") and re.search(
        rf"(?<![\d,]){re.escape(fact.value)}(?![\d,])", ask
    ):
        return "the answer stands in the prompt"
    if fact.measure in ("text", "thing", "work") and fact.rule != "question-answer":
        shared = {w for text in fact.pool if text != fact.value for w in fold(text).split()}
        if (_own_words(fact.value) - shared) & set(fold(ask).split()):
            return "a word of the answer stands in the prompt"
    if ask.count('"') % 2 or ask.count("(") != ask.count(")"):
        return "a cut clause"
    if fact.rule not in _UNANCHORED and not _anchored(ask) and fact.rule != "list":
        return "no anchor"
    return ""


def _own_words(value: str) -> set[str]:
    """The words of an answer that tell it: no kind of thing, such as prize or bridge."""
    common = words("institution") | words("work") | words("stop")
    return {word for word in fold(value).split() if len(word) > 3 and word not in common}


def _anchored(ask: str) -> bool:
    """Whether a prompt names something: a name, a title, or a kind of thing that is general."""
    if any(True for _ in names_in(f"x {ask[:1].lower()}{ask[1:]}")) or '"' in ask:
        return True
    return bool(re.search(r"\bdoes an? [a-z]+ |\belements\b|\bof all\b", ask))
