"""Mending: a citation that does not stand any more, made to say what stands there now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quiz.core.cited import digest, normal
from quiz.core.question import Citation
from quiz.core.text import fold
from quiz.draw.document import Document
from quiz.draw.lines.rejoined import Rejoined
from quiz.draw.verify import Standing, verify
from quiz.tui.cited import Cited, Papers

_DRAFTED = ("start", "end", "before", "after")
"""What a draft says of its quote, and another sentence does not have."""


def mended(papers: Papers, cited: Cited, fields: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Give the fields of a citation that stands again; None where it would not.

    Terms that are gone are left out; where none is left, the answer itself must be there. For an
    author who has seen that it proves the answer still: that is never changed.
    """
    told, document = cited.standing, papers.documents.get(cited.citation.document)
    if told is None or document is None or not told.now:
        return None
    for made in _ways(cited, told, document, fields):
        again = Citation.model_validate(made)
        question = cited.question.model_copy(update={"cite": (again,)})
        if not any(each.lost for each in papers.cited([question])):
            return made
    return None


def _ways(
    cited: Cited, told: Standing, document: Document, fields: Mapping[str, Any]
) -> Iterator[Mapping[str, Any]]:
    """Citations of what stands there now: by the terms that are left, else by the answer."""
    rest = {name: value for name, value in fields.items() if name not in (*_DRAFTED, "says")}
    paragraph = told.paragraph or cited.citation.paragraph
    named = cited.citation.says
    for terms in filter(None, (named, cited.question.answers()[:1])):
        says = [str(term) for term in terms if _stands(term, paragraph, document)]
        if not says:
            continue
        number, text = paragraph, told.now
        if "sentence" in rest or "quote" in rest:
            number, text = _sentence(told.now, says, document) or (number, text)
        made = {**rest, "paragraph": number, **({"says": says} if named else {})}
        yield {
            **made,
            **({"sentence": digest(text)} if "sentence" in rest else {}),
            **({"quote": text} if "quote" in rest else {}),
        }


def _stands(term: str, paragraph: int, document: Document) -> bool:
    alone = Citation(document="any", paragraph=paragraph, says=(term,))
    return verify(alone, document).status == "exact"


def _sentence(now: str, says: Sequence[str], document: Document) -> tuple[int, str] | None:
    """The sentence of what stands there now that has the terms, and its paragraph."""
    wanted, there = [fold(term) for term in says], normal(now)
    found = Rejoined.of(document).sentences()
    those = ((n, text) for n, text in found if normal(text) in there)
    return next((each for each in those if all(w in fold(each[1]) for w in wanted)), None)
