"""Scores and attendance of a match: "Halden beat Tarn 3-1", "4,120 people watched"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.text import fold
from quiz.draw.anchor import event_of
from quiz.draw.document import Sentence
from quiz.draw.english.doubt import doubtful, hearsay
from quiz.draw.english.grammar import DIGITS, NAME
from quiz.draw.english.times import DATE, spoken
from quiz.draw.fact import Fact, Reading, figure

_SCORE = r"(?P<a>\d{1,3}) ?[-–—:] ?(?P<b>\d{1,3})(?![\d–-])"
_BEAT = re.compile(
    rf"^(?P<one>(?:The )?{NAME}) (?P<verb>beat|defeated|drew with|lost to|won against|edged"
    rf"|thrashed)"
    rf" (?P<other>(?:the )?{NAME}),?(?: by)? {_SCORE}"
)
_BARE = re.compile(rf"^(?P<one>{NAME}) {_SCORE} (?P<other>{NAME})$")
_CROWD = re.compile(
    rf"\b(?P<n>{DIGITS}) (?P<who>people|spectators|fans|supporters|visitors|runners|riders"
    rf"|swimmers|entrants"
    r"|athletes|competitors|crews|teams|guests|members) (?P<verb>attended|watched|saw|took part"
    r"|competed"
    r"|started|entered|came|finished|voted)\b"
)
_ATTENDANCE = re.compile(rf"^(?:The )?[Aa]ttendance(?: (?:was|of)|:) (?P<n>{DIGITS})\.?$")
_DAY = re.compile(r"\d{1,2} |[A-Z][a-z]+ \d{1,2}\D")
_AT = {"took part": " in", "competed": " at", "started": " at", "came": " to", "finished": " at"}
_AT |= {"voted": " at"}
_ONE_DAY = re.compile(r"\b(?:Regatta|Race|Marathon|Final|Derby|Show|Fair|Rally|Match|Festival)$")
_PLAIN = {"edged": "beat", "thrashed": "beat"}


def find(reading: Reading) -> Iterator[Fact]:
    """Give the score between two teams with its date, and who many were there."""
    event, published = event_of(reading), reading.document.published
    match: tuple[str, str] | None = None
    for sentence in reading.document.sentences:
        text = sentence.text.rstrip(".")
        if sentence.quoted or sentence.speaker or hearsay(text):
            continue
        found = _BEAT.match(text) or _BARE.match(text)
        if found and not doubtful(found[0]) and (when := _when(text, published)):
            one, other = found["one"], found["other"]
            match = match or (one, other)
            yield _score(reading, found, when, sentence)
        yield from _crowd(event, published, match, sentence)


def _when(text: str, published: str) -> str:
    """The date that a sentence gives, else that of the report, as a question says it."""
    dates = re.findall(DATE, text)
    if len(dates) == 1:
        return f"{'on' if _DAY.match(dates[0]) else 'in'} {dates[0]}"
    return f"in {spoken(published)}" if published and not dates else ""


def _score(reading: Reading, found: re.Match[str], when: str, sentence: Sentence) -> Fact:
    verb = found.groupdict().get("verb") or ""
    one, other = (reading.known.ref(re.sub(r"^[Tt]he ", "", found[g])) for g in ("one", "other"))
    score = f"{found['a']}–{found['b']}"
    asked = (
        f"By what score did {one} {_base(verb)} {other} {when}?"
        if verb
        else f"What was the score of {one} against {other} {when}?"
    )
    return Fact(
        "score",
        f"{one} {other}",
        score,
        "text",
        asked,
        sentence,
        scope=fold(f"score {when}"),
        says=(found["one"], found["other"]),
    )


def _base(verb: str) -> str:
    head, _, rest = _PLAIN.get(verb, verb).partition(" ")
    plain = {"defeated": "defeat", "drew": "draw", "lost": "lose", "won": "win"}.get(head, head)
    return f"{plain} {rest}".strip()


def _crowd(
    event: str,
    published: str,
    match: tuple[str, str] | None,
    sentence: Sentence,
) -> Iterator[Fact]:
    """How many came to the one event or match that a report is of."""
    if not published or (not event and not match):
        return
    where = f"{event} in {published[:4]}" if _ONE_DAY.search(event) else ""
    if match:
        where = f"the match between {match[0]} and {match[1]} in {spoken(published)}"
    if not where:
        return
    if told := _ATTENDANCE.match(sentence.text):
        yield _many(sentence, told["n"], f"What was the attendance at {where}?", "attendance")
        return
    crowd = _CROWD.search(sentence.text)
    if not crowd or doubtful(sentence.text[max(0, crowd.start() - 20) : crowd.end()]):
        return
    after = sentence.text[crowd.end() :]
    if re.search(r"\d", after) or not re.match(r"[.,]|$| (?:the|it|in|at)\b", after):
        return
    who, verb = crowd["who"], crowd["verb"]
    ask = f"How many {who} {verb}{_AT.get(verb, '')} {where}?"
    yield _many(sentence, crowd["n"], ask, f"{who} {verb}")


def _many(sentence: Sentence, number: str, ask: str, scope: str) -> Fact:
    return Fact(
        "score",
        ask,
        number,
        "number",
        ask,
        sentence,
        scope=scope,
        says=(number,),
        number=figure(number)[0],
    )
