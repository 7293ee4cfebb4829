"""Whether one question gives another's answer away.

It does if an answer of the one stands, as a whole phrase, in what the other shows (its prompt,
its explanation, the key terms of its citations), and the two are about the same thing: what is
shown shares telling words with the prompt. Short answers and everyday words prove nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from quiz.core.text import Clean, fold

if TYPE_CHECKING:
    from quiz.core.question import Question

_LETTERS = 4
_DIGITS = 3
_SHARED = 2
_FAMOUS = 20
"""An answer of more questions than this is a word of the trade, such as a country's name."""
_PLAIN = str.maketrans(
    {
        **dict.fromkeys('\n\t.,;:!?()[]{}<>/\\|"“”„«»*+=~#%^@$€£_-–—…', " "),
        **dict.fromkeys("'’‘ʼ`´"),
        "\0": "|",
    }
)
_WORD = re.compile(r"[^\W\d_]{4}")
_ARTICLES = ("the ", "an ", "a ")
_EVERYDAY = """
about after again against ahead alone along already also although always among another anything
around away back because become been before began behind being below beside besides between
beyond both brings came come could does done down during each either else even ever every fewer
find first five four from gave gets give given goes have here himself herself into itself just
kept kind know known last later least less like long made make many might more most much must
name named near need never next none nothing once only other others over part perhaps same says
second seen several shall should since some something still such take taken tell than that their
them then there these they thing third this those three through times together told took toward
towards true under until upon used very want wants well went were what when where whether which
while whole whom whose will with within without word words would year years your film films
movie movies
"""
_STOP = frozenset(_EVERYDAY.split())


@dataclass(frozen=True, slots=True)
class Trace:
    """What a question shows and what it hides, as folded words.

    `shown` are the texts that it shows; `words` their telling words; `asks` those of
    its prompt; `hides` its answers, as phrases.
    """

    shown: tuple[str, ...]
    words: frozenset[str]
    asks: frozenset[str]
    hides: tuple[str, ...]


def gives_away(giver: Question, given: Question) -> bool:
    """Tell whether reading `giver`, verdict and all, gives an answer of `given` away."""
    hidden = trace(given)
    if not hidden.hides:
        return False
    seen = trace(giver)
    return any(
        f" {answer} " in text and _akin(seen.words, hidden.asks, answer)
        for text in seen.shown
        for answer in hidden.hides
    )


def leaks(questions: Sequence[Question]) -> Iterator[tuple[int, int, str]]:
    """Find every giver, the question that it gives away, and the field of the giver that does it.

    Questions come as their numbers; the time is linear in the words of the pack.
    """
    owners: dict[str, list[int]] = {}
    for number, question in enumerate(questions):
        for hidden in map(phrase, hides(question)):
            owners.setdefault(hidden, []).append(number)
    owners.pop("", None)
    index = _Phrases(owners)
    asked: dict[int, frozenset[str]] = {}
    for number, question in enumerate(questions):
        words = _everything(question)
        told = {number}
        seen: frozenset[str] = frozenset()
        for answer in index.found(words):
            seen = seen or frozenset(words)
            for other in owners[answer] if len(owners[answer]) <= _FAMOUS else ():
                if other in told:
                    continue
                if other not in asked:
                    asked[other] = frozenset(telling(plain(questions[other].prompt)))
                if _akin(seen, asked[other], answer):
                    told.add(other)
                    yield number, other, _field(question, answer)


class _Phrases:
    """Phrases to be found among words: by their only word, or by their first two and length."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = frozenset(phrases)
        self._lengths: dict[tuple[str, str], set[int]] = {}
        single: set[str] = set()
        for each in self._phrases:
            words = each.split()
            if len(words) == 1:
                single.add(each)
            else:
                self._lengths.setdefault((words[0], words[1]), set()).add(len(words))
        self._single = frozenset(single)

    def found(self, words: list[str]) -> Iterator[str]:
        """Give the phrases that stand among the words of a text."""
        yield from self._single.intersection(words)
        if self._lengths.keys().isdisjoint(pairwise(words)):
            return
        for start, pair in enumerate(pairwise(words)):
            for length in self._lengths.get(pair, ()):
                candidate = " ".join(words[start : start + length])
                if candidate in self._phrases:
                    yield candidate


def _everything(question: Question) -> list[str]:
    """Give the words of all that a question shows, with a bar between one text and the next."""
    cited = [term for cite in question.cite for term in cite.says]
    texts = (question.prompt, question.explanation or "", *cited)
    spread = " \0 ".join(texts).translate(_PLAIN)
    if spread.isascii():
        return spread.lower().split()
    return " | ".join(map(plain, texts)).split()


def _field(question: Question, answer: str) -> str:
    """Name the field in which a question shows an answer."""
    fields = (field for field, text in shown(question) if f" {answer} " in text)
    return next(fields, "prompt")


def _akin(words: set[str] | frozenset[str], asks: frozenset[str], answer: str) -> bool:
    """Tell whether two questions are about the same thing, the answer's own words apart."""
    both = asks & words
    return len(both) >= _SHARED and len(both.difference(answer.split())) >= _SHARED


def shown(question: Question) -> tuple[tuple[str, str], ...]:
    """Give the texts that a question shows, by field, spread into words."""
    terms = (plain(term) for cite in question.cite for term in cite.says)
    return (
        ("prompt", plain(question.prompt)),
        ("explanation", plain(question.explanation or "")),
        ("cite", "|".join(terms)),
    )


def hides(question: Question) -> tuple[Clean, ...]:
    """Give the texts that must not be seen before; what is to be arranged is no secret."""
    return () if question.kind in ("order", "match") else question.answers()


def trace(question: Question) -> Trace:
    """Take a question apart; the last few thousand are remembered."""
    cited = tuple(term for cite in question.cite for term in cite.says)
    return _trace(question.prompt, question.explanation or "", cited, hides(question))


@lru_cache(4096)
def _trace(
    prompt: str, explanation: str, cited: tuple[str, ...], answers: tuple[str, ...]
) -> Trace:
    """Take texts apart."""
    texts = (plain(prompt), plain(explanation), *map(plain, cited))
    return Trace(
        texts,
        frozenset(word for text in texts for word in telling(text)),
        frozenset(telling(texts[0])),
        tuple(filter(None, map(phrase, answers))),
    )


def plain(text: str) -> str:
    """Spread a text into folded words between single spaces, one at either end."""
    spread = text.translate(_PLAIN)
    folded = spread.lower() if spread.isascii() else fold(spread)
    return f" {' '.join(folded.split())} "


def phrase(answer: str) -> str:
    """Give an answer as a phrase to look for; "" if it is too short to prove anything."""
    if len(answer) < _DIGITS:
        return ""
    # Counting letters is slow, and most answers have a word of that length.
    if not _WORD.search(answer):
        letters, digits = sum(map(str.isalpha, answer)), sum(map(str.isdigit, answer))
        if letters < _LETTERS and digits < _DIGITS:
            return ""
    start = answer.lower()
    article = next((a for a in _ARTICLES if start.startswith(a)), "")
    return plain(answer[len(article) :]).strip()


def telling(text: str) -> Iterator[str]:
    """Pick the words that say what a text is about."""
    return (word for word in text.split() if len(word) >= _LETTERS and word not in _STOP)
