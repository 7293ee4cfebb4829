"""Questions that stand by themselves: what a text left unsaid is said here, or nothing is asked.

"The winner" is somebody's only beside the prize, "the youngest rower of the regatta" one a year,
and "Curie" may be four people.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.draw.anchor import COMPANY, PARTS, body_of, subject_of
from quiz.draw.english.gazetteer import alternation, words
from quiz.draw.english.names import head, names_in
from quiz.draw.english.superlatives import WORD
from quiz.draw.english.titles import quoted
from quiz.draw.fact import Fact, Reading
from quiz.draw.openness import many_fit, of_somebody
from quiz.draw.tidying import tidied

_OCCASION = re.compile(
    r"\bthe (?:(?:first|second|third|last|next|same|men's|women's|opening|closing) )?"
    r"(?:semi-?final|quarter-?final|final|half|act|scene|match|race|heat|game|ceremony|role|meeting"
    r"|vote|trial|journey|trip|work|job|task|contract|tender|quarrel|deal)s?\b"
    r"(?! (?:of|in|at|for|on|between|against|by|over|from) (?:the |an? )?[\"A-ZÀ-Þ])"
    r"(?=[?.,;]|$| (?:of|in|on|at|by|with|to|from|for|and|when|after|before|during)\b)"
)
_KIND = rf"(?:{alternation('institution', 'work')}|winner|jury|company|firm|bakery|shop|hotel|inn"
_KIND += r"|factory|team|band|orchestra|choir|newspaper|magazine|ship|boat|town|volcano|building)"
_BARE = (
    r"(?:'s|\b)(?! (?:of|in|at|on|for|from|that|which|who|where|called|named|with|between)\b"
    r"| [\"A-ZÀ-Þ])"
)
_SUBJECT = re.compile(
    rf"^(?P<lead>(?:[^,?]* )?(?:did|does|do|was|were|is|are|has|had)) the (?P<noun>{_KIND}){_BARE}"
)
_PART = re.compile(
    r"^(?:[^,?]* )?(?:did|does|do|was|were|is|are|has|had) (?P<np>the (?:[a-z-]+ ){0,2}?"
    rf"(?:{PARTS})s?){_BARE}"
)
_MEANT = re.compile(
    r"\bthe (?:winner|jury|judges|chair|prize|award|committee|council|company|club|festival|museum"
    rf"|film|team|society|trust){_BARE}"
)
_MANY = re.compile(
    r"(?<![A-Z]\w )\b(?P<noun>winners?|laureates?|champions?|finalists?|recipients?)\b(?! (?:of|in"
    r"|at|on)\b)"
)
_WON = re.compile(r"\b(?:won|win)(?= (?:in|on|by|with|at the age) |\?|\.|$)")
_OBJECT = re.compile(
    r"^(?:(?:As of|Before|In|From) .+?, )?(?:which|what|how many|how much)\b(?! year)", re.I
)
_TO_WIN = re.compile(
    r"\b(?:prize|award|medal|cup|trophy|race|regatta|marathon|championship|tournament|contest"
    r"|competition|open|games|league|derby|rally)s?\b",
    re.I,
)
_ONE_OF = re.compile(r"\b(?:is|was|are|were|became) (?:one of|among|a member of|part of)\b")
_EVENT = (
    r"(?:regatta|race|marathon|championships?|tournament|cup|open|games|festival|season|match|final"
    r"|competition|fair|rally|derby|contest|league|show)"
)
_YEARLY = re.compile(
    rf"\b(?:{WORD}) (?!winners?\b|champions?\b|editions?\b|years?\b)[a-z][\w' -]*?"
    rf" (?:of|in|at) (?:the |this )?(?:[\w'&-]+ )*{_EVENT}\b(?! to\b)",
    re.I,
)
_EVER = re.compile(r"\b(?:1\d{3}|20\d\d)\b|\b(?:ever|history|all time|record)\b| to [a-z]+ ")
_MARKS = frozenset({"question-answer", "table"})


def settled(fact: Fact, reading: Reading) -> Fact | None:
    """The same fact with a question that can stand alone; None where there is none."""
    told: Fact | None = _of_its_prize(tidied(fact))
    if fact.rule not in _MARKS:
        if (
            _one_of_several(fact)
            or _many_answers(fact)
            or _passing(fact)
            or many_fit(fact)
            or _OCCASION.search(_unquoted(fact.ask))
        ):
            return None
        for step in (_dated, _placed, _owned, _named, of_somebody, _of_its_year):
            told = step(told, reading) if told is not None else None
    return _titled(told, reading) if told is not None else None


_APPEARS = re.compile(
    r"^In which (?:film|movie|series|play|show|book|novel|work) (?:did|does|is|was) (?P<who>.+?)"
    r" (?:appear|star|play|feature|act|a character)s?(?: in it)?\?$"
)
_NOMINATION = re.compile(r"\b(first|second|third|last|only) nomination\b")
_AWARDS = re.compile(
    r"\b(Oscar|Academy Award|Golden Globe|Grammy|Emmy|Tony|Nobel Prize|Booker Prize|BAFTA|César"
    r"|Pulitzer)\b"
)


_STATE = re.compile(r"^In which year (?:did|do|does) .* have (?:\w+ )?(?:\d|[a-z-]+ [a-z]+s\b)")
_LATELY = re.compile(
    r"\blast (?:win|won|lose|lost|meet|met|play|played|reach|reached|beat|hold|held)\b"
)
_IN_PLAY = re.compile(
    r"\b(?:half-time|full-time|the break|extra time|injury time|stoppage time|penalty|free kick"
    r"|a corner"
    r"|(?:first|second|\d+(?:st|nd|rd|th)) (?:minute|half|set|over|lap)|sen[dt] off|equaliser?"
    r"|equalised?"
    r"|opening goal|the lead|in front)\b"
)
_OWNER = re.compile(r"\bthe ([a-z]+)'s\b")
_WEEKDAY = re.compile(r",? on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?! \d|, \d|, [A-Z])")


def _passing(fact: Fact) -> bool:
    """Whether it tells a state of a year, what may come again, or a moment of one match."""
    bare = _unquoted(fact.ask)
    moment = _IN_PLAY.search(bare) and fact.rule in ("subject", "event-year", "how-many")
    return bool(_STATE.match(bare) or _LATELY.search(bare) or moment)


def _dated(fact: Fact, reading: Reading) -> Fact | None:
    """The year for "on Saturday"; None where the text does not tell when it was written."""
    if not _WEEKDAY.search(_unquoted(fact.ask)):
        return fact
    year = reading.document.published[:4]
    if not year:
        return None
    when = "" if re.search(r"\b\d{4}\b", fact.ask) else f" in {year}"
    ask, stated = (_WEEKDAY.sub(when, text) for text in (fact.ask, fact.statement))
    return replace(fact, ask=ask, statement=stated)


def _many_answers(fact: Fact) -> bool:
    """Whether others are right as well: an actor is in more than one film, a first name in many."""
    found = _APPEARS.match(_unquoted(fact.ask))
    if not found:
        return False
    return "character" not in fact.ask or found["who"].removeprefix("the ") in words("given")


def _of_its_prize(fact: Fact) -> Fact:
    """A nomination, with the one prize that the sentence names."""
    prizes = set(_AWARDS.findall(fact.sentence.text))
    if len(prizes) != 1 or not _NOMINATION.search(fact.ask):
        return fact
    named = rf"\1 {next(iter(prizes))} nomination"
    ask, stated = (_NOMINATION.sub(named, text) for text in (fact.ask, fact.statement))
    return replace(fact, ask=ask, statement=stated)


def _one_of_several(fact: Fact) -> bool:
    """Whether others would be right as well: "is one of the judges"."""
    return bool(_ONE_OF.search(fact.ask)) and fact.measure not in ("year", "number", "span")


def _placed(fact: Fact, reading: Reading) -> Fact | None:
    """The winners of what, the jury of what, the company of what name."""
    ask = fact.ask
    meant = fact.rule == "definition" and fact.measure == "term" and _MEANT.search(fact.subject)
    lost, part, many = _SUBJECT.match(ask), _PART.match(ask), _MANY.search(ask)
    won = _WON.search(ask) if not _OBJECT.match(ask) else None
    if fact.rule == "definition" and not meant:
        return fact
    if not (meant or lost or part or many or won):
        return fact
    of = subject_of(reading) or body_of(reading)
    if not of or (won and not _TO_WIN.search(of)):
        return None
    if meant:
        lead = f"Speaking of {of}, "
        return replace(fact, ask=f"{lead}{_low(ask)}", statement=f"{lead}{_low(fact.statement)}")
    if lost:
        return _with_name(fact, lost["noun"], of, reading)
    found = part["np"] if part else many["noun"] if many else won[0] if won else ""
    return _instead(fact, found, f"{found} {of}" if won and not part else f"{found} of {of}")


def _with_name(fact: Fact, noun: str, of: str, reading: Reading) -> Fact | None:
    """The thing by its name: "the company" is "the company Roe & Lind", if that is one."""
    if noun == head(of):
        return _instead(fact, f"the {noun}", of)
    if not _is_a(reading, of, noun):
        return None
    return _instead(fact, f"the {noun}", f"the {noun} {of.removeprefix('the ')}")


def _owned(fact: Fact, reading: Reading) -> Fact:
    """The one thing of its kind by its name, where something is "the festival's"."""
    for noun in set(_OWNER.findall(_unquoted(fact.ask))):
        fits = {name for name in reading.known.with_word(noun) if name not in fact.ask}
        if len(fits) == 1 and noun in words("institution"):
            name = reading.known.ref(next(iter(fits)))
            fact = _instead(fact, f"the {noun}'s", f"{name}'s")
    return fact


def _named(fact: Fact, reading: Reading) -> Fact | None:
    """People by their full names; None where a surname may mean two of them."""
    known = reading.known
    bare = _unquoted(fact.ask)
    for _, _, name in names_in(f"x {bare}"):
        if " " in name or name in words("given"):
            continue
        if not known.is_person(name):
            longer = {
                n for n in known.with_word(name) if n.endswith(f" {name}") and " of " not in n
            }
            if (
                f"the {name}" in bare
                and len(longer) == 1
                and (whole := next(iter(longer))) not in fact.ask
            ):
                fact = _instead(fact, name, whole)
            continue
        full = known.person(name)
        if not full:
            return None
        pair = re.search(rf"\b[A-ZÀ-Þ]\S+ and {name}\b|\b{name} and [A-ZÀ-Þ]", bare)
        if full not in fact.ask and full.split()[-1] == name and full != fact.value and not pair:
            fact = _instead(fact, name, full)
    return fact


def _of_its_year(fact: Fact, reading: Reading) -> Fact | None:
    """What is the fastest or the youngest in a race is so in one year: the year is said."""
    if not _YEARLY.search(fact.ask) or _EVER.search(fact.ask):
        return fact
    years = set(re.findall(r"\b(?:1\d{3}|20\d\d)\b", fact.sentence.text))
    year = next(iter(years)) if len(years) == 1 else reading.document.published[:4]
    if not year or len(years) > 1:
        return None
    stated = fact.statement and f"{fact.statement.rstrip('.')} in {year}."
    return replace(fact, ask=f"{fact.ask.rstrip('?')} in {year}?", statement=stated)


def _titled(fact: Fact, reading: Reading) -> Fact:
    """Titles of works in quotes, everywhere alike."""
    works = reading.known.works
    subject = fact.subject if fact.subject in works else ""
    return replace(
        fact,
        ask=quoted(fact.ask, works, subject),
        statement=quoted(fact.statement, works, subject),
    )


def _instead(fact: Fact, one: str, other: str) -> Fact:
    """Other words in the question and in the statement, the first time they stand there."""
    pattern = re.compile(rf"(?<![\w\"-]){re.escape(one)}(?![\w-])", re.I)
    ask, stated = (
        pattern.sub(lambda found: _like(found[0], other), text, count=1)
        for text in (fact.ask, fact.statement)
    )
    return replace(fact, ask=ask, statement=stated)


def _like(found: str, other: str) -> str:
    """A capital where the words that were there had one for beginning a sentence."""
    return other[:1].upper() + other[1:] if found[:1].isupper() else other


def _is_a(reading: Reading, of: str, noun: str) -> bool:
    """Whether a name is that of a thing of this kind, as the text or the name itself says."""
    bare = of.removeprefix("the ")
    if noun in COMPANY and re.search(r"&|\b(?:Sons|Company|Works|Brothers|Ltd)\b", bare):
        return True
    said = re.compile(rf"{re.escape(bare)} (?:is|was) an? (?:[\w-]+ ){{0,3}}{noun}\b")
    return any(said.search(sentence.text) for sentence in reading.document.sentences)


def _unquoted(text: str) -> str:
    return re.sub(r"\"[^\"]*\"", '""', text)


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]
