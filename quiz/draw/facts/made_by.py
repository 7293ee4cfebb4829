"""Made by: designed, written, directed, founded ...; by-lines and owners of works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.draw.bare import grounded
from quiz.draw.document import Sentence
from quiz.draw.english.binding import Clause
from quiz.draw.english.doubt import doubtful, hearsay, unresolved
from quiz.draw.english.gazetteer import alternation
from quiz.draw.english.grammar import CAP, NAME, REST, past
from quiz.draw.english.inner import beside, unreal
from quiz.draw.english.jointly import shared
from quiz.draw.english.names import bare_name, mentions, names_in, sole_person, titles_in
from quiz.draw.english.times import DATE, YEAR
from quiz.draw.fact import Fact, Reading

_DONE = (
    "designed|written|directed|painted|founded|built|made|composed|drawn|discovered|invented|filmed|opened"
    "|laid|murdered|coined|published|established|created|started|carved|photographed|introduced|saved"
    "|captained|launched|sculpted|edited|translated|produced|recorded|illustrated|killed"
)
_DID = (
    "designed|wrote|directed|painted|founded|built|composed|drew|discovered|invented|filmed|created|named"
    "|coined|introduced|established|sculpted|commanded|carved"
)
_SPAN = re.compile(rf",? (?:between|from) {YEAR} (?:and|to|until) {YEAR}")
_IN_TURN = frozenset({"captained", "edited", "commanded", "managed", "coached", "led"})
"""What one does after another: without the years he is one of several."""
_VESSEL = "ferry|ship|boat|brig|barque|steamer|schooner|trawler|lifeboat|frigate|yacht|submarine"
_ROLE = alternation("role")
_BY = re.compile(
    rf"^(?:first )?({_DONE})\b(?P<mid>[^,]*?) by (?P<lead>(?:the |an? )?(?:[\w-]+ ){{0,3}}?)"
    rf"(?P<agent>{NAME})(?P<tail>{REST})"
)
_TAIL = re.compile(
    r" (?:in|on|at|out|for|from|with|during|after|before|to|under|over|as|between|who|which)\b"
    r"|,? who\b|,? which\b|, (?=[a-z])|$"
)
"""What may follow the name of a maker: no further names, and nothing that the name is a part of."""
_NOUN = alternation("work")
_WORK_BY = re.compile(
    rf"(?:\"([^\"]+?)[,.]?\"|({NAME}))(?: \({DATE}\))?,? (?:(?:an?|the) (?:[\w-]+ ){{0,2}}"
    rf"({_NOUN}) )?by ({CAP}(?: {CAP})*)"
)
_OWNED = re.compile(rf"({CAP}(?: {CAP})*)'s (?:\"([^\"]+?)[,.]?\"|({NAME}))")
_T = rf"(?:\"[^\"]+\"|{NAME})"
_OEUVRE = re.compile(
    rf"^(?P<who>{CAP}(?: {CAP})*) (?P<lead>has|makes|made|built|directed)\b.*?\b(?P<noun>films"
    r"|movies|novels|books|songs|plays)\b"
    rf"[^.]*?,? (?:from|like|such as|including) (?P<first>{_T})(?: (?:to|and) (?P<second>"
    rf"(?:The )?{_T}))?"
)
_HIS = re.compile(
    rf"({CAP}(?: {CAP})+), the (?:[A-Z]\w+ )?(director|author|writer|composer|painter)\b[^.]*?\b"
    "(?:his|her)"
    rf" (?:\w+ )?(film|novel|book|opera|painting|play)s?, \"([^\"]+?)[,.]?\""
)
_HAD = re.compile(
    r"\b(?:the (?:same )?|that )year (?:he|she) (?:had|made|released|brought out|presented)"
    r" \"([^\"]+?)[,.]?\""
)


def find(reading: Reading) -> Iterator[Fact]:
    """Give who made what, where the name stands beside the verb, or beside the title."""
    for clause in reading.clauses:
        if hearsay(clause.sentence.text) or doubtful(f"{clause.np} {clause.verb} {clause.rest}"):
            continue
        if unreal(clause.verb, clause.rest):
            continue
        yield from _passive(reading, clause)
        yield from _active(reading, clause)
    before = None
    for sentence in reading.document.sentences:
        if not sentence.quoted:
            yield from _by_line(reading, sentence)
        if before is not None and before.block == sentence.block:
            yield from _of_the_one_before(reading, sentence, before)
        before = sentence


def _passive(reading: Reading, clause: Clause) -> Iterator[Fact]:
    found = _BY.match(clause.rest)
    if clause.verb not in ("was", "were", "is", "are") or not found:
        return
    lead, agent = found["lead"].strip(), found["agent"]
    agent = reading.known.person(agent) if reading.known.is_person(agent) else agent
    if not agent or not _TAIL.match(clause.rest, found.end("agent")) or not _fits(lead):
        return
    if not beside(clause.verb, f"{found[1]}{found['mid']}"):
        return  # the maker of something else
    if shared(clause.rest[found.end("agent") :]):
        return
    middle = _SPAN.sub("", re.sub(rf" ?(?:in|on) {DATE}", "", found["mid"]))
    tail = re.split(rf" (?:in|on) {DATE}| and | who | which |\(", _SPAN.sub("", found["tail"]))[0]
    subject = reading.told(clause)
    span = _SPAN.search(clause.rest) if found[1] in _IN_TURN else None
    if found[1] == "captained":
        subject = _vessel(reading, subject)
    what = " ".join(f"{subject}{middle}{tail}{span[0] if span else ''}".split())
    if (
        unresolved(what)
        or re.match(r"^the (?:word|term|name|picture|work)$", what)
        or (clause.np.startswith(("His", "Her", "Its")) and not clause.subject)
    ):
        return
    yield _fact(reading, what, agent, found[1], clause.sentence)


def _vessel(reading: Reading, told: str) -> str:
    """A ship's name with what it is, where the text says that: "the ferry Patience"."""
    name = re.escape(told.removeprefix("the "))
    kind = re.compile(rf"\b({_VESSEL})\b(?:[^,.;]*, the|,? the)? {name}\b")
    found = next(filter(None, (kind.search(s.text) for s in reading.document.sentences)), None)
    return f"the {found[1]} {told.removeprefix('the ')}" if found else told


def _active(reading: Reading, clause: Clause) -> Iterator[Fact]:
    """A person that did it: the subject is asked for."""
    verb = clause.verb
    if not re.fullmatch(_DID, verb) or not clause.person or clause.relative:
        return
    what = re.split(r", | which | who | and (?=\w+ed\b)", clause.rest)[0]
    if shared(clause.rest[len(what) :]):
        return
    date = re.search(rf" (?:in|on) ({DATE})$", what)
    core = what[: date.start()] if date else what
    if len(core) < 4 or unresolved(core) or (" " not in core and not core[:1].isupper()):
        return
    full = grounded(reading, clause, core)
    if full is None or not re.match(r"[A-ZÀ-Þ\"]|the |an? |two |three ", full):
        return
    yield _fact(reading, full, clause.subject, verb, clause.sentence)


def _fits(lead: str) -> bool:
    """Whether what stands between "by" and the name says only who that is."""
    return (
        not lead
        or bool(re.fullmatch(rf"(?:the |an? )?(?:[\w-]+ )?(?:{_ROLE}|firm of|company|group)", lead))
        or lead in ("the",)
    )


def _fact(reading: Reading, what: str, agent: str, participle: str, sentence: Sentence) -> Fact:
    verb = past(participle)
    return Fact(
        "made-by",
        what,
        agent,
        "person" if reading.known.is_person(agent) else "thing",
        f"Who {verb} {what}?",
        sentence,
        scope=verb,
        statement=f"{{}} {verb} {what}.",
        says=(agent,) if agent in sentence.text else (agent.split()[-1],),
    )


def _by_line(reading: Reading, sentence: Sentence) -> Iterator[Fact]:
    """A title with its maker beside it."""
    quoted = {title for _, _, title in titles_in(sentence.text)}
    for found in _WORK_BY.finditer(sentence.text):
        title = _title(reading, found[1] if found[1] in quoted else None, found[2])
        maker = reading.known.person(found[4]) or (
            found[4] if not reading.known.is_person(found[4]) else ""
        )
        if title and maker and (found[3] or found[1] or reading.known.works[title]):
            yield _owned(reading, title, found[3] or "", maker, sentence)
    for found in _OWNED.finditer(sentence.text):
        title = _title(reading, found[2] if found[2] in quoted else None, found[3])
        maker = reading.known.person(bare_name(found[1]))
        if title and maker:
            yield _owned(reading, title, "", maker, sentence)
    yield from _oeuvre(reading, sentence)
    for found in _HIS.finditer(sentence.text):
        if found[1] in reading.known.people:
            verb = {"film": "directed"}.get(found[3], "made")
            yield Fact(
                "made-by",
                found[4],
                found[1],
                "person",
                f'Who {verb} the {found[3]} "{found[4]}"?',
                sentence,
                scope=verb,
                statement=f'{{}} {verb} the {found[3]} "{found[4]}".',
                says=(found[1], found[4]),
            )


def _of_the_one_before(reading: Reading, sentence: Sentence, before: Sentence) -> Iterator[Fact]:
    """A title that "he" or "she" had in a year: that of the one person named just before."""
    found = _HAD.search(sentence.text)
    if not found or list(mentions(reading.known, sentence.text)):
        return
    title, maker = _title(reading, found[1], ""), sole_person(reading.known, before.text)
    if title and maker and maker != reading.speaker(sentence):
        yield replace(_owned(reading, title, "", maker, sentence), says=(title,))


def _oeuvre(reading: Reading, sentence: Sentence) -> Iterator[Fact]:
    """Works that are named as examples of what the sentence's one person makes."""
    found = _OEUVRE.match(sentence.text)
    if not found or doubtful(found["lead"], negated=True):
        return
    people = {
        reading.known.person(n) or n
        for _, _, n in names_in(sentence.text)
        if reading.known.is_person(n)
    }
    maker = reading.known.person(bare_name(found["who"]))
    if people != {maker}:
        return
    noun = {"movies": "film"}.get(found["noun"], found["noun"].removesuffix("s"))
    for group in ("first", "second"):
        title = reading.known.work((found[group] or "").strip('".,'))
        if title:
            yield _owned(reading, title, noun, maker, sentence)


def _title(reading: Reading, quoted: str | None, name: str | None) -> str:
    if quoted:
        return reading.known.work(quoted)
    return reading.known.work((name or "").removeprefix("In ").strip())


def _owned(reading: Reading, title: str, noun: str, maker: str, sentence: Sentence) -> Fact:
    noun = noun or reading.known.works.get(title, "")
    return Fact(
        "by-line",
        title,
        maker,
        "person" if reading.known.is_person(maker) else "thing",
        f'Whose {noun or "work"} is "{title}"?',
        sentence,
        scope="by",
        statement=f'The {noun} "{title}" is by {{}}.' if noun else f'"{title}" is by {{}}.',
        says=(title, maker) if maker in sentence.text else (title,),
    )
