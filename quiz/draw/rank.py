"""Which drafts come first: what each rule is worth, what the author taught, and variety."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from quiz.core.text import fold
from quiz.draw.gist import Gist, gist, same_gist
from quiz.draw.giveaway import Shown, joined

if TYPE_CHECKING:
    from quiz.draw.wording import Draft

PRIORS: Mapping[str, float] = {
    "question-answer": 0.95,
    "table": 0.80,
    "definition": 0.88,
    "event-year": 0.83,
    "event-decade": 0.75,
    "how-many": 0.83,
    "award-count": 0.83,
    "age": 0.82,
    "money": 0.82,
    "gross": 0.70,
    "work-year": 0.80,
    "made-by": 0.79,
    "cast": 0.82,
    "role": 0.76,
    "award-won": 0.78,
    "only": 0.85,
    "translation": 0.80,
    "part-of": 0.72,
    "figure": 0.72,
    "list": 0.82,
    "superlative": 0.80,
    "by-line": 0.75,
    "from-to": 0.72,
    "said": 0.78,
    "order": 0.70,
    "odd-one-out": 0.70,
    "labelled": 0.80,
    "winner": 0.80,
    "office": 0.80,
    "nationality": 0.74,
    "plot": 0.74,
    "nickname": 0.72,
    "upbringing": 0.70,
    "score": 0.70,
    "scene": 0.62,
    "definition-the": 0.62,
    "subject": 0.50,
    "true-false": 0.50,
    "where": 0.25,
    "birth-year": 0.16,
    "object": 0.14,
}
"""How often a person took what a rule proposes, before this author has said anything."""
OFF = frozenset({"where", "birth-year", "object"})
"""Rules that propose nothing unless the author asks for them."""
PER_SENTENCE, PER_ANSWER, TRUE_FALSE = 2, 3, 5
_PARSED, _LESS = "parsed-", 0.6
_WEIGHT = 6.0
_EDITED = 0.6


def by_parser(rule: str) -> str:
    """The name under which a rule is kept where it rests on a parser."""
    return f"{_PARSED}{rule}"


def prior(rule: str) -> float:
    """What a rule is worth before anything is known of its author; less by a parser."""
    less = _LESS if rule.startswith(_PARSED) else 1.0
    return PRIORS.get(rule.removeprefix(_PARSED), 0.5) * less


@dataclass(frozen=True)
class Learned:
    """What the author did with the proposals of each rule; a value, for the caller to keep."""

    accepted: Mapping[str, int] = field(default_factory=dict)
    edited: Mapping[str, int] = field(default_factory=dict)
    rejected: Mapping[str, int] = field(default_factory=dict)
    muted: frozenset[str] = frozenset()
    wanted: frozenset[str] = frozenset()
    """Rules that are off by default and that the author has switched on."""

    def worth(self, rule: str) -> float:
        """How likely a proposal of this rule is taken: the prior, moved by what was done."""
        took = self.accepted.get(rule, 0) + _EDITED * self.edited.get(rule, 0)
        seen = sum(kept.get(rule, 0) for kept in (self.accepted, self.edited, self.rejected))
        return (prior(rule) * _WEIGHT + took) / (_WEIGHT + seen)

    def silent(self, rule: str) -> bool:
        """Whether a rule proposes nothing; who mutes a rule mutes what a parser adds to it."""
        if rule.startswith(_PARSED) and self.silent(rule.removeprefix(_PARSED)):
            return True
        return rule in self.muted or (rule in OFF and rule not in self.wanted)

    def after(self, rule: str, choice: str) -> Learned:
        """The same, after one more choice: accepted, edited, rejected, muted or wanted."""
        if choice in ("muted", "wanted"):
            return Learned(
                self.accepted,
                self.edited,
                self.rejected,
                self.muted | {rule} if choice == "muted" else self.muted - {rule},
                self.wanted | {rule} if choice == "wanted" else self.wanted - {rule},
            )
        counts = {name: dict(getattr(self, name)) for name in ("accepted", "edited", "rejected")}
        counts[choice][rule] = counts[choice].get(rule, 0) + 1
        return Learned(**counts, muted=self.muted, wanted=self.wanted)

    def table(self) -> dict[str, Any]:
        """As a TOML table: a table for each rule."""
        rules = {*self.accepted, *self.edited, *self.rejected, *self.muted, *self.wanted}
        return {
            "format": 1,
            "rule": {
                rule: {
                    **{
                        name: getattr(self, name)[rule]
                        for name in ("accepted", "edited", "rejected")
                        if getattr(self, name).get(rule)
                    },
                    **({"muted": True} if rule in self.muted else {}),
                    **({"wanted": True} if rule in self.wanted else {}),
                }
                for rule in sorted(rules)
            },
        }


UNTAUGHT = Learned()
"""What is known of an author who has not chosen anything yet."""


def learned(table: Mapping[str, Any]) -> Learned:
    """Read what `Learned.table` wrote; what makes no sense is left out."""
    rules = table.get("rule")
    rules = rules if isinstance(rules, Mapping) else {}
    told = {name: entry for name, entry in rules.items() if isinstance(entry, Mapping)}

    def counts(field: str) -> dict[str, int]:
        return {
            rule: entry[field]
            for rule, entry in told.items()
            if isinstance(entry.get(field), int) and entry[field] > 0
        }

    return Learned(
        counts("accepted"),
        counts("edited"),
        counts("rejected"),
        frozenset(rule for rule, entry in told.items() if entry.get("muted") is True),
        frozenset(rule for rule, entry in told.items() if entry.get("wanted") is True),
    )


def score(draft: Draft, taught: Learned) -> float:
    """How good a draft is, 0 to 1: its rule, its sources, its anchors and its length."""
    worth = taught.worth(draft.rule)
    worth += 0.03 * min(2, draft.sources - 1)
    worth += 0.01 * min(3, draft.anchors)
    long = len(str(draft.question["prompt"]))
    worth -= 0.05 if long > 160 else 0.02 if long > 120 else 0.0
    return round(max(0.0, min(1.0, worth)), 4)


def varied(drafts: Iterable[Draft], most: int | None = None) -> list[Draft]:
    """The best drafts first: a claim once, two of a sentence, three of an answer at most.

    What gives away a better one, or is given away by it, becomes a form of that one.
    """
    ordered = sorted(drafts, key=lambda draft: (-draft.score, draft.claim))
    sentences: Counter[tuple[str, int, int]] = Counter()
    answers: Counter[str] = Counter()
    claims: set[str] = set()
    prompts: set[str] = set()
    told: dict[str, list[Gist]] = defaultdict(list)
    chosen: list[Draft] = []
    shown = Shown()
    statements = 0
    for draft in ordered:
        room = [p for p in draft.places if sentences[p] < PER_SENTENCE]
        place = min(room, key=lambda p: sentences[p], default=None)
        answer = fold(draft.answer)
        prompt = fold(str(draft.question["prompt"]))
        truth = draft.question["kind"] == "true-false"
        if draft.claim in claims or prompt in prompts:
            continue
        content = gist(str(draft.question["prompt"]))
        if any(same_gist(content, other) for other in told[answer]):
            continue
        if answers[answer] >= PER_ANSWER or (
            truth and statements >= max(1, len(chosen) // TRUE_FALSE)
        ):
            continue
        if (clash := shown.clash(draft)) is not None:
            chosen[clash] = joined(chosen[clash], draft)
            continue
        if place is None:
            continue
        shown.add(draft)
        sentences[place] += 1
        answers[answer] += 1
        claims.add(draft.claim)
        prompts.add(prompt)
        told[answer].append(content)
        statements += truth
        chosen.append(draft.citing(place))
        if most is not None and len(chosen) >= most:
            break
    return chosen
