"""Binding: what the subject of a clause is, where exactly one thing fits; else it is dropped."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from quiz.core.text import fold
from quiz.draw.document import Sentence
from quiz.draw.english.gazetteer import alternation, words
from quiz.draw.english.names import Lexicon, head, names_in, titles_in

_PRONOUN = re.compile(r"^(He|She|It|he|she|it)\b(?!'s| is said)")
_DEFINITE = re.compile(r"^[Tt]he ([a-z][\w-]*)$")
_POINTING = re.compile(
    r"^(?:This|That|These|Those|They|We|I|You|There|Here|One|Each|Both|Some|Others?)\b", re.I
)
_ROLE_BEFORE = re.compile(
    rf"^(?:[Tt]he |[Aa]n? |(?:his|her|my|our|their) )?(?:[\w-]+ ){{0,3}}?"
    rf"(?:{alternation('role', 'kin', 'work')}|singles|singer|favourite|newcomer|\d+-year-old),? $"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One subject and what is said of it.

    `np` is the subject as it stands, `subject` the name that it is known to mean ("" if it is no
    name), `person` whether that is a person. `rest` follows the verb; `when` stands before all.
    """

    sentence: Sentence
    np: str
    subject: str
    person: bool
    verb: str
    rest: str
    when: str = ""
    relative: bool = False

    @property
    def text(self) -> str:
        """The clause as a statement about its subject, without what stands before it."""
        return f"{self.subject or self.np} {self.verb} {self.rest}".strip()


def resolved(
    clause: Clause,
    known: Lexicon,
    before: list[Clause],
    last: Sentence | None,
    told: list[Clause],
    text: str,
) -> Clause | None:
    """Say what the subject is; None where more than one thing fits.

    `before` are the clauses of the sentence before, `last` that sentence, `told` the clauses of
    this one so far, `text` all of it.
    """
    np = clause.np
    if _PRONOUN.fullmatch(np):
        return _pronoun(clause, known, before, last, told, text)
    if found := _DEFINITE.fullmatch(np):
        return _definite(clause, found[1], known, before, last)
    if _POINTING.match(np):
        return clause if np.lower() == "there" else None
    whole = list(titles_in(np)) or list(names_in(np))
    if any(known.is_person(name) and not known.person(name) for _, _, name in whole):
        return None
    if len(whole) == 1:
        start, end, name = whole[0]
        if end >= len(np.rstrip('",')) and _plain_lead(np[:start]):
            return _called(clause, name, np[:start].strip().strip('"'), known)
    return clause


def _called(clause: Clause, name: str, lead: str, known: Lexicon) -> Clause:
    """Take a name for the subject, unless it is a common noun that begins the sentence."""
    if known.is_person(name):
        return replace(clause, subject=known.person(name), person=True)
    bare = lead in ("", "The", "A", "An")
    if bare and " " not in name and not known.known(name):
        return clause
    return replace(clause, subject=known.work(name) or name)


def _plain_lead(lead: str) -> bool:
    """Whether what stands before a name is an article, a role or an age, and nothing else."""
    lead = lead.strip('"')
    return (
        not lead.strip()
        or lead.strip() in ("The", "the", "A", "An")
        or bool(_ROLE_BEFORE.match(lead))
        or (lead.endswith(", ") and bool(re.match(r"^[Tt]he \w+(?: [\w ]+)?, $", lead)))
    )


def _pronoun(
    clause: Clause,
    known: Lexicon,
    before: list[Clause],
    last: Sentence | None,
    told: list[Clause],
    text: str,
) -> Clause | None:
    """Bind he, she or it when exactly one thing fits."""
    thing = clause.np.lower() == "it"
    first = text.startswith(clause.np) or (clause.when and not told)
    if thing:
        subjects = {
            c.subject for c in ((told if not first else before) or before) if not c.relative
        }
        if len(subjects) == 1 and (name := next(iter(subjects))) and not known.is_person(name):
            return replace(clause, subject=name)
        if first and last is not None:
            works = {t for _, _, n in names_in(last.text) if (t := known.work(n))}
            if len(works) == 1 and subjects and all(known.is_person(s) for s in subjects):
                return replace(clause, subject=next(iter(works)))
        return None
    position = text.find(f" {clause.np} ") if not first else 0
    here = {
        known.person(n) or n for _, _, n in names_in(text[: max(position, 0)]) if known.is_person(n)
    }
    if not here and last is not None:
        here = {known.person(n) or n for _, _, n in names_in(last.text) if known.is_person(n)}
        if not here:
            here = {c.subject for c in before if c.person}
        if re.search(
            rf"\b(?:the|a|an|his|her) (?:{alternation('role', 'kin')}|man|woman|child|boy|girl)\b"
            "(?! [A-Z])",
            last.text,
        ):
            return None
    name = next(iter(here)) if len(here) == 1 else ""
    if known.genders.get(name, set()) & {"m" if clause.np.lower() == "she" else "f"}:
        return None  # "her husband, Bo Lind, died; she left": she is not he
    return replace(clause, subject=name, person=True) if name in known.people else None


def _definite(
    clause: Clause, noun: str, known: Lexicon, before: list[Clause], last: Sentence | None
) -> Clause | None:
    """Bind "the bridge" when one thing named in the text is a bridge, and no other."""
    fits = known.with_word(noun)
    near_by = {c.subject for c in before if c.subject and not c.person and head(c.subject) == noun}
    fits |= {name for name in near_by if all(fold(name) not in fold(n) for n in fits)}
    spoken_of = rf"\b(?:an?|another|each) (?:[\w-]+ ){{0,2}}{noun}\b"
    if last is not None and noun not in words("work") and re.search(spoken_of, last.text):
        return clause  # after "a cup of silver" the cup is that one
    if len(fits) > 1 and last is not None:
        near = {n for n in fits if n in last.text}
        fits = near if len(near) == 1 else fits
    if len(fits) == 1:
        name = next(iter(fits))
        if name not in clause.sentence.text:
            return replace(clause, subject=name)
    return clause if not fits else None
