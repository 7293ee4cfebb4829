"""A claim becomes a draft: one card with several forms, and the citations that prove it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from quiz.core.cited import digest
from quiz.core.text import clean, fold
from quiz.draw.claims import Claim
from quiz.draw.distractors import WANTED, Options
from quiz.draw.document import Document, Sentence, slug
from quiz.draw.doubt import PERSON, RELATIVE, masked
from quiz.draw.fact import Fact
from quiz.draw.names import names_in

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
_SPELT = {"'": "['’‘`´]", '"': '["“”]', "-": "[-‐‑–—]", "—": "[-–—]", " ": r"\s+"}
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
    fact = claim.fact
    if claim.conflict or _objection(fact):
        return None
    wrong = options.sure(fact)
    cite, places = cited(claim, documents)
    if not cite:
        return None
    head = headed(fact, fact.rule, cite, documents)
    bodies = _bodies(fact, wrong)
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
    )


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
    told = fact.statement
    if not told and fact.ask.startswith("Who "):
        told = f"{{}} {fact.ask[4:].replace('{', '').replace('}', '').rstrip('?')}."
    if fact.entries:
        told = f"They are {', '.join(fact.entries[:-1])} and {fact.entries[-1]}."
    if told and rule == fact.rule:
        head["explanation"] = clean(_first_up(told.format(fact.value)))
    return head


def _bodies(fact: Fact, wrong: Mapping[str, str]) -> list[dict[str, Any]]:
    """The forms of a card, the best first."""
    value = clean(fact.value)
    choice = {"kind": "choice", "answer": value, "distractors": list(wrong)}
    short = {"kind": "short-answer", "answer": value, **_accepted(fact)}
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
    elif len(wrong) == WANTED and not _tells(fact, wrong):
        found += [choice, short]
    else:
        found.append(short)
    found += _truths(fact, wrong)
    return found


def _truths(fact: Fact, wrong: Mapping[str, str]) -> list[dict[str, Any]]:
    """The statement as true, and as false with a sure distractor in the value's place."""
    if not fact.statement or fact.grows:
        return []
    true = {
        "kind": "true-false",
        "prompt": clean(_first_up(fact.statement.format(fact.value))),
        "answer": True,
    }
    told = [true]
    if wrong:
        false = clean(_first_up(fact.statement.format(next(iter(wrong)))))
        told.append({"kind": "true-false", "prompt": false, "answer": False})
    return told


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]


def _accepted(fact: Fact) -> dict[str, Any]:
    """A person's surname alone is right as well; an article before a thing is optional."""
    parts = fact.value.split()
    if fact.measure == "person" and len(parts) > 1:
        return {"accept": [clean(f"({' '.join(parts[:-1])}) {parts[-1]}")]}
    return {}


def _tells(fact: Fact, wrong: Mapping[str, str]) -> bool:
    """Whether the right option can be told by its length among the wrong ones."""
    longest = max((len(text) for text in wrong), default=0)
    return len(fact.value) > 24 and len(fact.value) > 2.2 * longest


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
    if ask.count('"') % 2 or ask.count("(") != ask.count(")"):
        return "a cut clause"
    if fact.rule not in _UNANCHORED and not _anchored(ask) and fact.rule != "list":
        return "no anchor"
    return ""


def _anchored(ask: str) -> bool:
    """Whether a prompt names something: a name, a title, or a kind of thing that is general."""
    if any(True for _ in names_in(f"x {ask[:1].lower()}{ask[1:]}")) or '"' in ask:
        return True
    return bool(re.search(r"\bdoes an? [a-z]+ |\belements\b|\bof all\b", ask))


def cited(
    claim: Claim, documents: Mapping[str, Document]
) -> tuple[list[dict[str, Any]], tuple[tuple[str, int, int], ...]]:
    """A citation for each sentence that says so, with what stands around it."""
    cites: list[dict[str, Any]] = []
    places: list[tuple[str, int, int]] = []
    extra: list[dict[str, Any]] = [
        {"document": claim.fact.sentence.document, "paragraph": number, "says": []}
        for number in claim.fact.also
    ]
    for fact in claim.facts:
        proof = fact.sentence
        place = (proof.document, proof.paragraph, proof.start)
        if place in places:
            continue
        document = documents[proof.document]
        told, further = _terms(fact.says, proof, document)
        before, after = document.around(proof.paragraph, proof.start, proof.end)
        cite: dict[str, Any] = {
            "document": proof.document,
            "paragraph": proof.paragraph,
            "says": told,
            "sentence": digest(proof.raw),
            "quote": proof.raw,
            "start": proof.start,
            "end": proof.end,
        }
        cite |= {k: t for k, t in (("before", before), ("after", after)) if t.strip()}
        cites.append(cite)
        places.append(place)
        extra += further
    if fact_named := _named_in_full(claim.fact, [*cites, *extra], documents):
        extra.append(fact_named)
    return [*cites, *extra], tuple(places)


def _terms(
    says: Sequence[str], proof: Sentence, document: Document
) -> tuple[list[str], list[dict[str, Any]]]:
    """The key terms on the line that a sentence begins on, and citations of its further lines."""
    here: list[str] = []
    further: dict[int, list[str]] = {}
    last = proof.paragraph
    while last < len(document.lines) and document.lines[last].joins:
        last += 1
    for term in filter(fold, says):
        for number in range(proof.paragraph, last + 1):
            if written := as_written(term, document.paragraphs[number - 1]):
                into = here if number == proof.paragraph else further.setdefault(number, [])
                into.append(written)
                break
    return here, [
        {"document": document.id, "paragraph": number, "says": terms}
        for number, terms in further.items()
    ]


def as_written(term: str, text: str) -> str:
    """A term letter by letter as a paragraph has it, in its quotes, dashes and case; or ""."""
    spelled = "".join(_SPELT.get(c, re.escape(c)) for c in " ".join(term.split()))
    found = re.search(rf"(?<!\w){spelled}(?!\w)", text) or re.search(
        rf"(?<!\w){spelled}(?!\w)", text, re.I
    )
    return found[0] if found else ""


def _named_in_full(
    fact: Fact, cites: Sequence[Mapping[str, Any]], documents: Mapping[str, Document]
) -> dict[str, Any] | None:
    """A citation of where the answer stands in full, if the sentence has but a part of it."""
    if fact.measure in ("number", "year", "span", "list") or fact.entries:
        return None
    for cite in cites:
        text = documents[cite["document"]].paragraphs[cite["paragraph"] - 1]
        if as_written(fact.value, text):
            return None
    for line in documents[fact.sentence.document].kept:
        if says := as_written(fact.value, line.text):
            return {"document": fact.sentence.document, "paragraph": line.number, "says": [says]}
    return None
