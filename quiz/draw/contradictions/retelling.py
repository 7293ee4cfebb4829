"""Retelling: what a fact of each kind says, in every relation that it may stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from quiz.core.text import fold
from quiz.draw.contradictions.relations import (
    MADE,
    MADE_BY_KIND,
    OF_OBJECT,
    ONE_OFF,
    WORK_PARTS,
    dated,
)
from quiz.draw.contradictions.telling import WINNER, Telling, content, kind_before, named, scaled
from quiz.draw.english.gazetteer import words
from quiz.draw.english.grammar import NAME
from quiz.draw.english.names import names_in
from quiz.draw.fact import Fact, figure

_OBJECT = re.compile(rf"^(?:(?:the|an?) )?(?:[a-z][\w'-]* ){{0,2}}(?:\"([^\"]+?)[.,]?\"|({NAME}))")
_SUM_OF = re.compile(r"^.*?\b(?:of|for) (?=(?:the )?[\"A-ZÀ-Þ])")
_SPAN = re.compile(r" (?:from|between) (\d{4}) (?:to|and|until) (\d{4})$")
_HAS = frozenset({"has", "had", "have", "owns", "contains", "holds", "stores"})


def tellings(fact: Fact) -> Iterator[Telling]:
    """Give what a fact says of a thing that can be known again, in each of its relations."""
    for telling in _tellings(fact):
        last = telling.of.split()[-1:]
        if any(c.isupper() for c in telling.of) or telling.kind == "list":
            yield telling
        elif last and last[0] not in words("institution") | words("work") | words("role"):
            yield telling  # "the zip-pin" is one; "the bridge" may be any


def _tellings(fact: Fact) -> Iterator[Telling]:
    """Give what a fact says, in each relation it may stand for."""
    read = _READERS.get(fact.rule)
    return read(fact) if read else iter(())


def _dated(fact: Fact) -> Iterator[Telling]:
    told = _predicate(fact)
    if told is None:
        return
    verb, rest = told
    relations, after = dated(verb, rest)
    active = verb not in ("was", "were")
    for relation in relations:
        of, about = named(fact.subject), content(after, but=fact.subject)
        thing = _OBJECT.match(after) if active else None
        if thing and relation in OF_OBJECT and after:
            of = (thing[1] or thing[2]).removeprefix("The ")
            about = kind_before(fact.statement, of)
        elif ONE_OFF.search(after) and thing and relation in ("win", "sign", "lose", "fight"):
            relation, of, about = "happened", thing[1] or thing[2], frozenset()
        elif ONE_OFF.search(of) and relation in ("win", "sign", "hold", "lose"):
            relation, about = "happened", frozenset()
        elif relation in OF_OBJECT:
            about = _kind(fact)
        elif relation == "office":
            about -= {"elected", "appointed", "named"}
        elif relation == "win" and thing:
            yield Telling(f"{WINNER}{fact.value}", thing[1] or thing[2], fact.subject, "name")
        yield Telling(relation, of, fact.when, "date", about)


def _from_work(fact: Fact) -> Iterator[Telling]:
    yield Telling(_of_kind(fact), fact.subject, fact.when, "date", _kind(fact))


def _age(fact: Fact) -> Iterator[Telling]:
    about = content(fact.scope, but=fact.subject)
    yield Telling("age", fact.subject, fact.value, "amount", about, (fact.number or 0, ""))


def _span(fact: Fact) -> Iterator[Telling]:
    told = _predicate(fact) if fact.measure == "span" else None
    if told:
        about = content(" ".join(told), but=fact.subject)
        yield Telling("span", fact.subject, fact.value, "span", about)


def _office(fact: Fact) -> Iterator[Telling]:
    if found := _SPAN.search(fact.subject):
        about = content(fact.subject[: found.start()])
        yield Telling("span", fact.value, f"{found[1]} to {found[2]}", "span", about)


def _cast(fact: Fact) -> Iterator[Telling]:
    yield Telling("cast", fact.subject, fact.value, "name")


def _list(fact: Fact) -> Iterator[Telling]:
    yield Telling("list", " ".join(sorted(content(fact.subject))), fact.value, "list")


def _kind(fact: Fact) -> frozenset[str]:
    """The kind of work that a fact speaks of: a film and a book may share their title."""
    return kind_before(fact.statement, fact.subject)


def _predicate(fact: Fact) -> tuple[str, str] | None:
    """The verb and the rest of what a dated fact states."""
    stated = fact.statement.lower()
    at = stated.find(fact.subject.lower())
    end = re.search(r",? (?:in|from) \{\}\.$", stated)
    if at < 0 or end is None:
        return None
    told = fact.statement[at + len(fact.subject) : end.start()].strip(' "')
    verb, _, rest = told.partition(" ")
    return verb, rest


def _of_kind(fact: Fact) -> str:
    """What the year in brackets behind a title is: that of the publication, but for a painting."""
    noun = fact.scope.removeprefix("from").strip()
    if noun in ("painting", "picture", "sculpture"):
        return "painted"
    return (
        "premiered" if noun in ("opera", "ballet", "play", "musical", "symphony") else "published"
    )


def _made(fact: Fact) -> Iterator[Telling]:
    if fact.rule == "by-line":
        kind = fact.ask.split()[1] if fact.ask.startswith("Whose ") else ""
        if kind in MADE_BY_KIND and fact.measure == "person":
            yield Telling(f"{MADE_BY_KIND[kind]} by", fact.subject, fact.value, "name")
        return
    relation = next((r for r, (_, did, _) in MADE.items() if fact.scope in did.split("|")), "")
    part = WORK_PARTS.search(re.sub(r'"[^"]*"', "", fact.subject))
    about = frozenset({part[1]}) if part else frozenset()
    thing = list(names_in(f"x {fact.subject}")) if part else []
    of = thing[0][2] if thing else named(fact.subject)
    yield Telling(f"{relation or fact.scope} by", of, fact.value, "name", about)


def _sum(fact: Fact) -> Iterator[Telling]:
    if fact.scope not in ("cost", "budget", "sum"):
        return
    of = fact.subject if fact.scope != "sum" else _SUM_OF.sub("", fact.subject)
    per = re.search(r"cost( (?:an?|per) \w+)\?$", fact.ask)
    yield Telling(
        f"cost{per[1] if per else ''}", named(of), fact.value, "amount", amount=money(fact)
    )


def money(fact: Fact) -> tuple[float, str]:
    """A sum in full, with its currency."""
    scale, _, currency = fact.unit.rpartition(" ")
    return scaled(fact.number or 0.0, scale), currency


def _count(fact: Fact) -> Iterator[Telling]:
    of = named(fact.subject)
    if fact.unit:
        yield Telling(fact.scope, of, fact.value, "amount", amount=(fact.number or 0.0, fact.unit))
        return
    if not fact.scope.startswith("count") or len(fact.says) < 2:
        return
    words = fact.scope.split()
    verb = words[1] if len(words) > 1 else ""
    there = fact.ask.startswith(f"How many {fact.says[1]} ") and " there " in fact.ask
    counted = "has" if there or verb in _HAS else verb
    when = " ".join(re.findall(r"\b(?:1\d|20)\d\d\b", fact.ask))
    yield Telling(
        f"count {counted} {fold(fact.says[1])} {when}".rstrip(),
        of,
        fact.value,
        "amount",
        amount=(scaled(fact.number or 0.0, figure(fact.value)[1]), ""),
    )


_READERS: Mapping[str, Callable[[Fact], Iterator[Telling]]] = {
    "event-year": _dated,
    "birth-year": _dated,
    "work-year": _from_work,
    "made-by": _made,
    "by-line": _made,
    "money": _sum,
    "how-many": _count,
    "age": _age,
    "from-to": _span,
    "role": _office,
    "cast": _cast,
    "list": _list,
}
