"""Money: what something cost, a budget, a price, a gross; a gross always with its date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.text import fold
from quiz.draw.document import Sentence
from quiz.draw.english.binding import Clause
from quiz.draw.english.doubt import doubtful, hearsay, unowned, unresolved
from quiz.draw.english.gazetteer import alternation
from quiz.draw.english.grammar import CAP, MONEY, NAME
from quiz.draw.english.inner import beside
from quiz.draw.english.names import bare_name, names_in
from quiz.draw.english.times import spoken
from quiz.draw.fact import Fact, Reading, figure, lowered

_BUDGET = re.compile(rf"\bon an? (?:\w+ )?(?:budget of ({MONEY})|({MONEY}) budget)")
_WITH = re.compile(rf"\b({NAME}), with (?:its|a|his|her) (?:\w+ )?({MONEY}) budget")
_WORTH = re.compile(rf"\b({MONEY}) (?:[a-z-]+ )?(?:{alternation('work')})(?:-\w+)? ({NAME})")
_GROSS = re.compile(rf"^(?:now )?(?:grossed|earned|made|took) ({MONEY}) (?:globally|worldwide)")
_COST = re.compile(rf"^({MONEY})(?P<tail>(?: (?:an?|per) \w+)?)(?=$|,| and )")
_PAID = re.compile(rf"^(?P<whom>(?:her|him|them) )?({MONEY}) ((?:to|for|towards) [^,]+)")
_WAS = re.compile(rf"^({MONEY})(?: an? \w+)?(?=$|,| and )")
_NP = re.compile(r"^[Tt]he (?:final |total |whole )?(?:cost|price|budget|rent|toll|fee) of ")
_PLAYED = re.compile(rf"\b({CAP}) \((?:played by )?{CAP}(?: {CAP})+\)")
_CURRENCY = {"$": "dollars", "£": "pounds", "€": "euros", "¥": "yen"}
_SOMEONE = {"her": "a woman", "him": "a man", "them": "them"}


def find(reading: Reading) -> Iterator[Fact]:
    """Give sums that are said of one thing."""
    for clause in reading.clauses:
        if hearsay(clause.sentence.text):
            continue
        yield from _budget(reading, clause)
        if doubtful(f"{clause.np} {clause.verb} {clause.rest}", relative=True):
            continue
        yield from _sum(reading, clause)
    for sentence in reading.document.sentences:
        for pattern, name, money in ((_WITH, 1, 2), (_WORTH, 2, 1)):
            for found in pattern.finditer(sentence.text):
                bare = bare_name(found[name])
                title = reading.known.work(bare) or bare
                if not title:
                    continue
                yield _money(
                    title,
                    found[money],
                    f"What was the budget of {reading.known.ref(title)}?",
                    "budget",
                    sentence,
                    f"The budget of {reading.known.ref(title)} was {{}}.",
                )


def _budget(reading: Reading, clause: Clause) -> Iterator[Fact]:
    found = _BUDGET.search(clause.rest)
    if found and not beside(clause.verb, clause.rest[: found.start()]):
        return  # the budget of something else
    if found and clause.subject and not clause.person:
        told = reading.told(clause)
        yield _money(
            clause.subject,
            found[1] or found[2],
            f"What was the budget of {told}?",
            "budget",
            clause.sentence,
            f"The budget of {told} was {{}}.",
        )


def _sum(reading: Reading, clause: Clause) -> Iterator[Fact]:
    verb, rest, told = clause.verb, clause.rest, reading.told(clause)
    if verb in ("has", "had") and rest.startswith(("grossed", "now grossed")):
        verb, rest = "grossed", rest.removeprefix("now ")
    told_gross = _GROSS.match(
        f"{verb} {rest.removeprefix('grossed ')}" if verb == "grossed" else f"{verb} {rest}"
    )
    named = bool(clause.subject) or any(True for _ in names_in(clause.np[4:]))
    if told_gross and clause.subject:
        if reading.document.published:
            when = spoken(reading.document.published)
            yield _money(
                clause.subject,
                told_gross[1],
                f"As of {when}, how much had {told} grossed worldwide?",
                "gross",
                clause.sentence,
                f"As of {when}, {told} had grossed {{}} worldwide.",
                grows=True,
            )
        return
    if not named or unresolved(clause.np if not clause.subject else ""):
        return
    if verb in ("cost", "costs") and (found := _COST.match(rest)):
        helper = "does" if verb == "costs" else "did"
        yield _money(
            clause.subject or clause.np,
            found[1],
            f"How much {helper} {told} cost{found['tail']}?",
            "cost",
            clause.sentence,
            f"{told[:1].upper()}{told[1:]} {verb} {{}}{found['tail']}.",
        )
    elif verb == "was" and _NP.match(clause.np) and (found := _WAS.match(rest)):
        yield _money(
            clause.np,
            found[1],
            f"What was {lowered(clause.np)}?",
            "sum",
            clause.sentence,
            f"{clause.np} was {{}}.",
        )
    elif (found := _PAID.match(rest)) and clause.subject and not unresolved(unowned(found[3])):
        pronoun = (found["whom"] or "").strip()
        whom = pronoun and (_meant(reading, clause) or _SOMEONE[pronoun])
        where = (
            f"In {reading.topic}, "
            if reading.topic
            and reading.topic != clause.subject
            and clause.person is False
            and reading.topic in reading.known.works
            else ""
        )
        what = f"{whom} {found[3]}".strip()
        asked = reading.question(clause, f"{where}how much money", what)
        yield _money(
            clause.subject,
            found[2],
            asked[:1].upper() + asked[1:],
            f"{verb} {fold(found[3])}",
            clause.sentence,
            "",
        )


def _meant(reading: Reading, clause: Clause) -> str:
    """Who gets the money: the one other character whom the sentence before names; else ""."""
    near = reading.document.sentences
    at = near.index(clause.sentence)
    if not at or near[at - 1].block != clause.sentence.block:
        return ""
    told = {found[1] for found in _PLAYED.finditer(near[at - 1].text)}
    others = told - {clause.subject, clause.np}
    return next(iter(others)) if len(others) == 1 and others != told else ""


def _money(
    subject: str,
    money: str,
    ask: str,
    scope: str,
    sentence: Sentence,
    stated: str,
    *,
    grows: bool = False,
) -> Fact:
    value, scale = figure(money)
    currency = _CURRENCY.get(money[0]) or money.split()[-1]
    return Fact(
        "gross" if grows else "money",
        subject,
        money,
        "number",
        ask,
        sentence,
        scope=scope,
        statement=stated,
        says=(money,),
        number=value,
        unit=f"{scale} {currency}".strip(),
        grows=grows,
    )
