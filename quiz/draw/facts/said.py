"""Who said it: words in quotes beside the name of the one who says them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.document import Sentence
from quiz.draw.english.doubt import doubtful, unresolved
from quiz.draw.english.grammar import CAP
from quiz.draw.fact import Fact, Reading

_WHO = rf"(?P<who>(?:{CAP} )*{CAP})"
_AFTER = re.compile(
    rf'^"(?P<words>[^"]+?),?" (?:said|says|wrote|told [\w ]+?) {_WHO}(?=[ .,]|$)|^"'
    rf'(?P<words2>[^"]+?),?" (?P<who2>(?:{CAP} )*{CAP}) (?:said|says|wrote)\b'
)
_BEFORE = re.compile(
    rf'^{_WHO} (?:said|says|wrote|remarked)(?: of [\w\' ]+)?[:,] "(?P<words>[^"]+)"\.?$'
)
_CALLED = re.compile(
    rf'(?P<lead>[^"]*?)\b(?:(?P<who>(?:{CAP} )*{CAP})|(?P<he>he|she)) (?P<verb>calls|called) '
    r'(?P<whom>himself|herself|the [\w ]+?) "(?P<words>[^"]+?)[,.]?"'
)
_REVEALED = re.compile(
    rf"^(?:(?P<where>At an? [^,]+), )?{_WHO} (?P<verb>revealed|announced|declared|disclosed"
    r"|admitted) that (?P<what>(?:he|she) (?:[a-z]+) .+?)\.?$"
)
_NESTED = re.compile(r"(?:^|\s)'[A-Z]|\b(?:says|said|told|used to say|calls)\b")


def find(reading: Reading) -> Iterator[Fact]:
    """Give words whose speaker is named beside them and is the only one who can be meant."""
    for sentence in reading.document.sentences:
        if sentence.speaker:
            continue
        yield from _quoted(reading, sentence)
        if called := _CALLED.match(sentence.text):
            yield from _called(reading, sentence, called)
        if (told := _REVEALED.match(sentence.text)) and not doubtful(told["what"]):
            who = reading.known.person(told["who"])
            if who and not unresolved(re.sub(r"^(?:he|she) ", "", told["what"])):
                where = f" {told['where'][:1].lower()}{told['where'][1:]}" if told["where"] else ""
                ask = f"Who {told['verb']}{where} that {told['what']}?"
                yield _fact(who, told["what"], ask, sentence, told["who"])


def _quoted(reading: Reading, sentence: Sentence) -> Iterator[Fact]:
    text = sentence.text
    if found := _AFTER.match(text):
        words, name = found["words"] or found["words2"], found["who"] or found["who2"]
    elif found := _BEFORE.match(text):
        words, name = found["words"], found["who"]
    else:
        return
    who = reading.known.person(name)
    if not who or _NESTED.search(words) or len(words.split()) < 5 or len(words) > 170:
        return
    yield _fact(who, words, f'Who said: "{words.rstrip(".,")}"?', sentence, name)


def _called(reading: Reading, sentence: Sentence, found: re.Match[str]) -> Iterator[Fact]:
    """Who calls something by a name of their own; "he" when one person alone is named before."""
    from quiz.draw.english.names import mentions

    if found["who"]:
        who = reading.known.person(found["who"])
    else:
        named = set(mentions(reading.known, found["lead"]))
        who = reading.known.person(next(iter(named))) if len(named) == 1 else ""
    if not who or doubtful(found["whom"]) or len(found["words"].split()) < 3:
        return
    whom = found["whom"]
    if whom.startswith("the ") and not re.search(r"[A-Z]", whom):
        topic = reading.document.title
        whom = f"{whom} of {topic}" if re.search(r"[A-Z]", topic) and len(topic.split()) < 4 else ""
    if whom:
        yield _fact(
            who,
            found["words"],
            f'Who {found["verb"]} {whom} "{found["words"]}"?',
            sentence,
            who.split()[-1],
        )


def _fact(who: str, words: str, ask: str, sentence: Sentence, name: str) -> Fact:
    return Fact(
        "said",
        words,
        who,
        "person",
        ask,
        sentence,
        scope="said",
        says=(name,),
    )
