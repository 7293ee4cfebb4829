"""What a work is about: 'the film "Low Tide" follows two sisters from Marn'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.document import Sentence
from quiz.draw.english.doubt import doubtful, unresolved
from quiz.draw.english.gazetteer import alternation
from quiz.draw.fact import Fact, Reading

_TELLS = (
    r"follows|tells|depicts|portrays|chronicles|recounts|centres on|centers on|is set in|describes"
)
_WHICH = re.compile(
    rf"(?:^|[\"\w]),?\"?(?: —|,) which (?P<verb>{_TELLS}) (?P<what>.+?)(?: — |, (?=has|is|was|won)"
    rf"|\.?$)"
)
_EPISODE = re.compile(
    r"\"(?P<part>[^\"]+)\" (?P<noun>episode|chapter) of \"(?P<whole>[^\"]+?)[.,]?\".*?"
    r"\b(?:that|which|where|in which) (?P<verb>involves|features|shows|follows) (?P<what>[^,.;]+)"
)
_BRACKET = re.compile(r" \([^)]*\)")
_CUT = re.compile(r"[,;:]| — | as (?:he|she|they)\b")
_FEWEST = 5


def find(reading: Reading) -> Iterator[Fact]:
    """Give works, and episodes, by what happens in them."""
    for sentence in reading.document.sentences:
        if sentence.quoted:
            continue
        part = _EPISODE.search(sentence.text)
        found = _WHICH.search(sentence.text)
        if found and not part and not sentence.speaker:
            title = _ending(reading, sentence.text[: found.start("verb")])
            if title:
                yield from _fact(reading, title, found["verb"], found["what"], sentence)
        if part:
            what = f"{part['verb']} {part['what']}"
            if not doubtful(what) and not unresolved(what) and len(what.split()) >= _FEWEST:
                yield _asked(f'{part["noun"]} of "{part["whole"]}"', part["part"], what, sentence)
    for clause in reading.clauses:
        work = reading.known.work(clause.subject) if clause.subject else _last(reading, clause.np)
        told = f"{clause.verb} {clause.rest}"
        if work and (verb := re.match(rf"(?:{_TELLS})\b", told)) and not clause.when:
            yield from _fact(reading, work, verb[0], told[verb.end() :].strip(), clause.sentence)


def _last(reading: Reading, np: str) -> str:
    """The work that a subject ends in, behind a noun for it: "the 2022 film Low Tide"."""
    found = re.search(rf"\b(?:{alternation('work')}),? \"?(.+?)\"?$", np)
    return reading.known.work(found[1]) if found else ""


def _ending(reading: Reading, before: str) -> str:
    """The work whose title stands right before ", which"."""
    bare = re.sub(r"[\",]?\"?(?: —|,) which $", "", before)
    titles = sorted(reading.known.works, key=len, reverse=True)
    return next((title for title in titles if bare.endswith(title)), "")


def _fact(reading: Reading, title: str, verb: str, what: str, sentence: Sentence) -> Iterator[Fact]:
    plain = _CUT.split(_BRACKET.sub("", what))[0].strip()
    if doubtful(plain) or unresolved(plain) or len(plain.split()) < _FEWEST:
        return
    noun = reading.known.works.get(title) or "work"
    yield _asked(noun, title, f"{verb} {plain}", sentence)


def _asked(noun: str, title: str, what: str, sentence: Sentence) -> Fact:
    return Fact(
        "plot",
        what,
        title,
        "work" if " of " not in noun else "text",
        f"Which {noun} {what}?",
        sentence,
        scope="plot",
        says=(title,),
    )
