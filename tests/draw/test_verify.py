"""Citations: found again after what people do to documents, never taken for intact if altered."""

from __future__ import annotations

import textwrap
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.cited import digest
from quiz.core.question import Citation
from quiz.draw.document import Document, from_text
from quiz.draw.drawing import draw
from quiz.draw.verify import verify

OWN = Path(__file__).parents[1] / "documents"
FILES = ("skerrow-light.md", "tarn-and-loomis.txt", "marie-curie.md", "french-revolution-notes.txt")
INTACT = ("exact", "moved")


@cache
def text(name: str) -> str:
    return (OWN / name).read_text("utf-8")


@cache
def citations(name: str, *, published: bool = False) -> tuple[Citation, ...]:
    """Every citation of every draft of a document; published ones have a hash and terms only."""
    drawn = draw([from_text(name, text(name))])
    found = [Citation(**cite) for draft in drawn.drafts for cite in draft.question["cite"]]
    quoted = [cite for cite in found if cite.quote]
    if not published:
        return tuple(quoted)
    keep = ("document", "paragraph", "says", "sentence")
    return tuple(Citation(**{key: getattr(cite, key) for key in keep}) for cite in quoted)


def changed(name: str, new: str) -> Document:
    return from_text(name, new)


@pytest.mark.parametrize("published", [False, True])
@pytest.mark.parametrize("name", FILES)
def test_every_citation_is_exact_in_its_own_document(name: str, published: bool) -> None:
    document = changed(name, text(name))
    told = citations(name, published=published)
    assert len(told) > 5
    for cite in told:
        standing = verify(cite, document)
        assert (standing.status, standing.paragraph) == ("exact", cite.paragraph)
        assert standing.stands


@given(st.sampled_from(FILES), st.booleans(), st.integers(0, 40))
def test_all_are_found_after_a_paragraph_was_inserted(name: str, published: bool, at: int) -> None:
    lines = text(name).split("\n")
    lines[at % len(lines) : at % len(lines)] = ["", "A paragraph that nobody has seen before.", ""]
    document = changed(name, "\n".join(lines))
    for cite in citations(name, published=published):
        assert verify(cite, document).status in INTACT


@given(st.sampled_from(FILES), st.booleans())
def test_all_are_found_after_quote_marks_and_dashes_changed(name: str, published: bool) -> None:
    signs = str.maketrans({'"': "“", "'": "’", "-": "‑"})
    document = changed(name, text(name).translate(signs).replace("‑ ", "- ").replace("‑‑", "--"))
    for cite in citations(name, published=published):
        assert verify(cite, document).status in INTACT


@given(st.sampled_from(FILES), st.booleans(), st.integers(30, 100))
def test_all_are_found_after_lines_were_wrapped_anew(
    name: str, published: bool, width: int
) -> None:
    parts = (
        part
        if part.lstrip().startswith(("|", "#"))
        else textwrap.fill(part, width, break_long_words=False, break_on_hyphens=False)
        for part in text(name).split("\n")
    )
    document = changed(name, "\n\n".join(parts))
    for cite in citations(name, published=published):
        assert verify(cite, document).status in INTACT, cite.quote


@given(st.data(), st.sampled_from(FILES), st.booleans())
def test_none_is_intact_once_its_sentence_is_gone(
    data: st.DataObject, name: str, published: bool
) -> None:
    index = data.draw(st.integers(0, len(citations(name)) - 1))
    cite, quote = citations(name, published=published)[index], citations(name)[index].quote or ""
    document = changed(name, text(name).replace(quote, ""))
    assert verify(cite, document).status not in INTACT


@given(st.data(), st.sampled_from(FILES), st.booleans())
def test_none_is_intact_once_its_sentence_is_altered(
    data: st.DataObject, name: str, published: bool
) -> None:
    index = data.draw(st.integers(0, len(citations(name)) - 1))
    cite, quote = citations(name, published=published)[index], citations(name)[index].quote or ""
    at = data.draw(st.integers(0, len(quote)))
    way = data.draw(st.sampled_from(["letter", "word", "cut", "digit", "before", "after"]))
    altered = {
        "letter": f"{quote[:at]}x{quote[at:]}",
        "word": f"{quote[:at]} never {quote[at:]}",
        "cut": quote[:at] + quote[at + 1 :],
        "digit": f"{quote[:at]}7{quote[at:]}",
        "before": f"Nobody believes that {quote}",
        "after": f"{quote.rstrip('.')} or so people say.",
    }[way]
    if digest(altered) == digest(quote) or (quote in altered and way not in ("before", "after")):
        return
    document = changed(name, text(name).replace(quote, altered))
    assert verify(cite, document).status not in INTACT, (way, altered)


def test_a_changed_sentence_is_shown_as_it_stands_now() -> None:
    cite = Citation(
        document="a",
        paragraph=1,
        says=("1850",),
        quote="The old mill was built in 1850 by the miller Anna Roe.",
        start=0,
        end=54,
    )
    now = "The old mill was built in 1851 by the miller Anna Roe."
    standing = verify(cite, from_text("a.md", f"Something else stands here.\n\n{now}"))
    assert (standing.status, standing.paragraph, standing.now) == ("changed", 2, now)
    assert not standing.stands


def test_terms_alone_are_looked_up_in_the_paragraph_and_elsewhere() -> None:
    document = from_text("a.md", "Nothing here.\n\nThe mill of Anna Roe is from 1850.")
    told = {
        paragraph: verify(Citation(document="a", paragraph=paragraph, says=says), document).status
        for paragraph, says in ((2, ("Anna Roe", "1850")), (1, ("Anna Roe",)))
    }
    assert told == {2: "exact", 1: "moved"}
    half = Citation(document="a", paragraph=2, says=("Anna Roe", "1851"))
    assert verify(half, document).status == "changed"
    none = Citation(document="a", paragraph=2, says=("Bo Lind",))
    assert verify(none, document).status == "gone"


SPOKEN = """Ames: Who built it?

Baker: The old mill at Tarn was built in 1850 by the miller Anna Roe. I love “The Mill.” It is old.
"""
WRAPPED = """The valley is known for its mills, which the river drives. The old mill
at Tarn was built in 1850 by the miller Anna Roe, who had come from
the coast with nothing. She sold it in 1871 to the baker Joseph Lind, and
then went home. The house beside it was built in 1902.

- The dam was built
  in 1820 by monks. It broke
  in 1893.
- The bridge is from 1911.
"""


@pytest.mark.parametrize("told", [SPOKEN, WRAPPED])
def test_each_sentence_as_it_was_read_is_exact_by_its_hash_and_by_its_quote(told: str) -> None:
    document = from_text("a.txt", told)
    assert len(document.sentences) > 3
    for each in document.sentences:
        place = {"document": "a", "paragraph": each.paragraph}
        hashed = Citation(**place, sentence=digest(each.raw))
        quoted = Citation(**place, quote=each.raw, start=each.start, end=each.end)
        for cite in (hashed, quoted):
            standing = verify(cite, document)
            assert (standing.status, standing.paragraph) == ("exact", each.paragraph), each.raw


def test_the_first_words_of_a_speaker_are_found_again_when_lines_are_joined() -> None:
    cite = Citation(
        document="a",
        paragraph=2,
        sentence=digest("The old mill at Tarn was built in 1850 by the miller Anna Roe."),
    )
    wrapped = "\n".join(textwrap.fill(part, 40) for part in SPOKEN.split("\n"))
    assert verify(cite, from_text("a.txt", wrapped)).status in INTACT
    altered = SPOKEN.replace("The old mill", "Nobody believes that the old mill")
    assert verify(cite, from_text("a.txt", altered)).status not in INTACT
