"""Elsewhen: other years that documents give beside the same thing, in whatever words.

The rules compare relation with relation. A fact of the parser's is not worth that: any other year
beside the same name with a verb of the same kind is enough to drop it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.text import fold
from quiz.draw.contradictions.relations import DATE_NOUNS, DATED, OF_OBJECT, dated
from quiz.draw.contradictions.rivals import Index
from quiz.draw.english.grammar import base
from quiz.draw.english.names import names_in
from quiz.draw.english.times import YEAR
from quiz.draw.fact import Fact, Reading
from quiz.draw.parsing.naming import topical

_ALIKE = (
    "enact sign pass issue ratify adopt approve proclaim promulgate declare announce write",
    "establish found create form proclaim declare begin start set organize build open introduce",
    "publish release issue appear premiere perform write compose complete finish produce print",
    "build construct complete finish open erect begin start design dedicate inaugurate",
    "launch fly orbit land begin lift",
    "move go emigrate settle relocate migrate return leave arrive come travel immigrate",
    "become elect appoint name choose assume serve take succeed hold lead",
    "die kill assassinate execute murder perish death",
    "capture take conquer occupy seize fall invade annex join incorporate unite",
    "win award receive earn defeat beat",
    "join enter enlist enroll attend graduate study",
    "marry wed divorce",
    "close dissolve abolish disband end cease shut merge",
    "discover find identify isolate observe detect",
    "invent patent develop devise build introduce",
    "buy acquire purchase sell own",
)
"""Verbs that may tell of one event, each line of one kind."""
_GROUPS = tuple(frozenset(line.split()) for line in _ALIKE)


def dated_otherwise(fact: Fact, reading: Reading, index: Index) -> bool:
    """Whether another year stands beside a thing of the fact, so that both may be right."""
    own = set(re.findall(rf"\b{YEAR}\b", f"{fact.value} {fact.when}"))
    if not own or fact.measure not in ("year", "span"):
        return False
    alike, beside = _verbs(fact), _beside_it(fact)
    for name, noun in _things(fact):
        person = reading.known.is_person(name)
        about = topical(name, reading)
        for passage in index.holding(fold(name).split()[-1]):
            text = passage.sentence.text
            years = set(re.findall(rf"\b{YEAR}\b", text)) - own
            if not years or not _speaks(text, name, reading) or noun not in text:
                continue
            if _beside(name, text) - own:
                return True
            if own & set(re.findall(rf"\b{YEAR}\b", text)):
                continue
            if beside and not any(other in text for other in beside):
                continue
            same = any(base(word) in alike or word in alike for word in _low(text))
            if same or not (person or about or noun):
                return True
    return False


def _speaks(text: str, name: str, reading: Reading) -> bool:
    """Whether a text names a thing, or a person by the surname that is nobody else's."""
    if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        return True
    last = name.split()[-1]
    only = reading.known.person(last) == name
    return only and bool(re.search(rf"(?<!\w){re.escape(last)}(?!\w)", text))


def _low(text: str) -> Iterator[str]:
    """The words of a text that are no names."""
    return (word for word in re.findall(r"\b[a-z]+\b", text))


def _beside(name: str, text: str) -> set[str]:
    """The years that stand beside a name as a part of what it is called: "the Act of 1862"."""
    one = re.escape(name)
    found = re.findall(
        rf"\b(?:{one},? (?:of |in )({YEAR})\b|{one} \(({YEAR})\)|({YEAR}) {one}\b)", text
    )
    return {year for pair in found for year in pair if year}


def _things(fact: Fact) -> Iterator[tuple[str, str]]:
    """The names of what is dated, each with the noun for the part of it that is meant."""
    found = [name for _, _, name in names_in(f"x {fact.subject}")]
    noun = fact.subject.split()[-1]
    for name in found or [fact.subject]:
        yield name, "" if name.endswith(noun) or not noun.islower() else noun
    rest = fact.statement.replace(fact.subject, "x", 1)
    verb, _, after = rest.partition(" ")[2].partition(" ")
    if dated(verb, after)[0] & OF_OBJECT:
        yield from ((name, "") for _, _, name in names_in(f"x {after}") if " " in name)


def _beside_it(fact: Fact) -> frozenset[str]:
    """The last words of what else is named, where the event may come again with another."""
    rest = fact.statement.replace(fact.subject, "x", 1).partition(" ")[2]
    verb, _, after = rest.partition(" ")
    if dated(verb, after)[0] & (OF_OBJECT | {"died", "born"}):
        return frozenset()
    return frozenset(name.split()[-1] for _, _, name in names_in(f"x {after}"))


def _verbs(fact: Fact) -> frozenset[str]:
    """The plain verbs, and the nouns, that tell of such an event."""
    stated = fact.statement
    at = stated.lower().find(fact.subject.lower())
    told = stated[at + len(fact.subject) :].strip(' "').split()
    told = [word for word in told if word not in ("was", "were", "had", "has", "been", "first")]
    verb = base(told[0]) if told else ""
    found = {verb, told[0] if told else ""}
    relations, _ = dated(verb, " ".join(told[1:]))
    for relation in relations & DATED.keys():
        found |= {base(form.split(" ")[0]) for form in DATED[relation].split("|")}
        found |= set(DATE_NOUNS.get(relation, "").split("|"))
    for group in _GROUPS:
        if verb in group:
            found |= group
    return frozenset(found - {""})
