"""Fact: what a sentence says of one thing, with the sentence; and what extractors read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from quiz.draw.document import Document, Sentence
from quiz.draw.english.binding import Clause
from quiz.draw.english.clauses import clauses
from quiz.draw.english.gazetteer import groups, words
from quiz.draw.english.grammar import AUXILIARIES, base
from quiz.draw.english.names import Lexicon


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation of a subject to a value, and how to ask for it."""

    rule: str
    """The kind of fact, which priors and the author's choices are kept by."""
    subject: str
    value: str
    measure: str
    """What the value is: person, work, award, term, thing, year, span, number, list, text."""
    ask: str
    """The question whose answer is the value."""
    sentence: Sentence
    scope: str = ""
    """What else makes it this claim: the verb, the category, the unit."""
    statement: str = ""
    """The fact as a sentence, with `{}` for the value."""
    says: tuple[str, ...] = ()
    number: float | None = None
    unit: str = ""
    when: str = ""
    """The date that two documents can disagree on."""
    grows: bool = False
    entries: tuple[str, ...] = ()
    also: tuple[int, ...] = ()
    """Other paragraphs that belong to the proof."""
    pool: tuple[str, ...] = ()
    """Values beside this one in the same place: a table's column, a glossary's terms."""


@dataclass(frozen=True)
class Reading:
    """A document with its names and its simple clauses: what every extractor looks at."""

    document: Document
    known: Lexicon

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The simple clauses of all sentences."""
        return tuple(clauses(self.document.sentences, self.known))

    @cached_property
    def topic(self) -> str:
        """The one work that the document is about: in its title, or named far more than others."""
        counts = {
            title: sum(
                bool(word.search(s.text)) for s in self.document.sentences if title in s.text
            )
            for title in self.known.works
            if (word := re.compile(rf"(?<!\w){re.escape(title)}(?!\w)"))
        }
        for title in counts:
            if title in self.document.title and counts[title] > 1:
                return title
        ranked = sorted(counts, key=lambda title: -counts[title])
        if not ranked or counts[ranked[0]] < 3:
            return ""
        rest = counts[ranked[1]] if len(ranked) > 1 else 0
        early = any(ranked[0] in s.text for s in self.document.sentences[:6])
        return ranked[0] if counts[ranked[0]] > (rest if early else 2 * rest) else ""

    def told(self, clause: Clause) -> str:
        """The subject of a clause as it stands within a sentence."""
        if clause.subject:
            return self.known.ref(clause.subject)
        alone = clause.np.isalpha() and clause.np.lower() not in self._small
        head = clause.np.split(" ", 1)[0]
        own = head in self._named and head.lower() not in self._small
        return clause.np if alone or own else lowered(clause.np)

    def work(self, title: str) -> str:
        """A work as a question names it, with what it is called where the documents say so."""
        noun = self.known.works.get(title, "")
        return f"the {noun} {title}" if noun else title

    @cached_property
    def _named(self) -> frozenset[str]:
        """The words of all names that stand within sentences."""
        return frozenset(word for name in self.known.inside for word in name.split())

    @cached_property
    def _small(self) -> frozenset[str]:
        """The words that stand in small letters: what is never so is a name, even at the start."""
        texts = (sentence.text for sentence in self.document.sentences)
        return frozenset(word for text in texts for word in re.findall(r"\b[a-zß-ÿ]+\b", text))

    def speaker(self, sentence: Sentence) -> str:
        """The full name of the person who speaks in an interview; "" if it is not clear."""
        return self.known.person(sentence.speaker) if sentence.speaker else ""

    def question(self, clause: Clause, which: str, rest: str, subject: str = "") -> str:
        """Ask for something of a clause: "In which year" + "was the bridge built"."""
        subject = subject or self.told(clause)
        rest = " ".join(rest.split())
        if clause.verb in AUXILIARIES and not (clause.verb in ("has", "had") and owns(rest)):
            return f"{which} {clause.verb} {subject} {rest}".rstrip() + "?"
        helper = "do" if clause.verb == base(clause.verb) and plural(subject) else "does"
        if clause.verb in ("had",) or base(clause.verb) != clause.verb.removesuffix("s"):
            helper = "did"
        if clause.verb in _SAME:
            helper = "did"
        plain = "have" if clause.verb in ("has", "had") else base(clause.verb)
        return f"{which} {helper} {subject} {plain} {rest}".rstrip() + "?"


_SAME = words("same_past")
"""Verbs whose past is their plain form: beside one thing, which would have an s, they are past."""


def owns(rest: str) -> bool:
    """Whether "has" is the verb itself, and no auxiliary: "has nine spans"."""
    from quiz.draw.english.grammar import is_participle

    first = rest.split(" ", 1)[0] if rest else ""
    return not is_participle(first) and first not in ("been", "since", "already", "once", "never")


def plural(subject: str) -> bool:
    """Whether a subject without an article is many."""
    return subject.endswith("s") and not subject[:1].isupper()


def lowered(np: str) -> str:
    """A noun phrase as it stands within a sentence: a small first letter, but for names."""
    head, _, rest = np.partition(" ")
    if head in groups()["nationality"]:
        return np
    if re.match(r"^(?!The |A |An )(?:\S+'s|\S*[A-Z]\S*[A-Z]\S*|\S+ (?:[A-ZÀ-Þ]|and [A-ZÀ-Þ]))", np):
        return np
    return head[:1].lower() + head[1:] + (f" {rest}" if rest else "")


_SCALED = re.compile(r"([\d.,]+)\s*(thousand|million|billion|trillion)?")


def figure(text: str) -> tuple[float | None, str]:
    """The number in a text, and its scale in words: "$6 million" is (6, "million")."""
    from quiz.core.amount import number_in

    found = _SCALED.search(text)
    if found and found[2]:
        return float(found[1].replace(",", "")), found[2]
    value = number_in(text)
    return value, ""
