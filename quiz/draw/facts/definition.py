"""Sentences that define: "a heron is a wading bird that ...", "osmosis means ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.document import Sentence
from quiz.draw.english.doubt import doubtful, unresolved
from quiz.draw.english.names import names_in
from quiz.draw.fact import Fact, Reading
from quiz.draw.facts.term import meant, without

_MEANS = re.compile(r"^(?:an?|the|any) [^,]+(?:, [^,]+){0,2}$")
_KIND = re.compile(
    r"^an? (?:[\w'-]+,? ){0,4}[\w'-]+ (?:that|which|who|where|in which|of|with|used|for)\b"
)


def find(reading: Reading) -> Iterator[Fact]:
    """Give what common nouns mean, and what named things are."""
    for clause in reading.clauses:
        rest = re.sub(r"^(?:also|still) ", "", clause.rest)
        if clause.verb not in ("is", "are", "means") or clause.when or not _MEANS.match(rest):
            continue
        if (
            doubtful(f"{clause.np} is {rest}")
            or len(rest) > 200
            or unresolved(rest.split(" that ")[0])
        ):
            continue
        common = not clause.subject and not list(names_in(clause.np[2:]))
        term = re.sub(r"^(?:An?|The) ", "", clause.np).strip('"')
        if (
            common
            and re.match(r"^(?:An? )?[\w'\" -]+$", clause.np)
            and not clause.np.startswith("The ")
        ):
            defined = (
                re.match(r"^an? ", rest)
                or clause.verb == "means"
                or re.match(r"^the [\w-]+ing\b", rest)
            )
            if (_KIND.match(rest) or (defined and " of " in rest)) and len(term.split()) <= 3:
                meaning = without(term, rest)
                if len(meaning.split()) > 3:
                    yield meant(_upper(term), meaning, clause.sentence)
        elif clause.subject and not clause.person and _KIND.match(rest) and not clause.relative:
            yield from _named(reading, clause.subject, rest, clause.sentence)


def _named(reading: Reading, subject: str, rest: str, sentence: Sentence) -> Iterator[Fact]:
    """A named thing that is a such-and-such: its name is asked for."""
    meaning = without(subject, rest)
    if len(meaning.split()) < 4 or not _tells_one(meaning):
        return
    yield Fact(
        "definition",
        meaning,
        reading.known.ref(subject).removeprefix("the "),
        "thing",
        f"It is {meaning}. What is its name?",
        sentence,
        scope="is",
        statement=f"It is {meaning}: {{}}.",
        says=(subject,),
    )


def _tells_one(meaning: str) -> bool:
    """Whether a meaning fits one thing alone: any city is "a port city in the north of Lund"."""
    places = [name for _, _, name in names_in(f"x {meaning}")]
    figures = re.findall(r"\b\d[\d,.]*", meaning)
    deed = re.search(r"\b(?:that|which|who|where|in which|whose) (?:.+ )?\w", meaning)
    return len(places) + len(figures) > 1 or bool(deed and places)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
