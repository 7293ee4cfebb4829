"""Documents: paragraphs as citations count them, sentences in their places, and bad input."""

from __future__ import annotations

import io
import sys
import textwrap
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.draw.document import LARGEST, Document, from_text, read
from quiz.draw.drawing import draw
from quiz.draw.formats.pdf import joined
from quiz.errors import Unreadable
from quiz.store.documents import paragraphs
from tests.draw.measured import OWN

ENGLISH = (
    "The old mill was built in 1850 by the miller Anna Roe. It stands at the river in the town."
)


def told(document: Document) -> list[str]:
    """The sentences as plain text."""
    return [sentence.text for sentence in document.sentences]


def test_paragraphs_are_numbered_as_the_pack_rules_number_them() -> None:
    text = "One.\r\n\r\n  \nTwo is here.\n\tThree.\n\n\nFour."
    document = from_text("a.txt", text)
    assert [p.strip() for p in document.paragraphs] == [p.strip() for p in paragraphs(text)]


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused_and_every_sentence_stands_where_it_says(text: str) -> None:
    try:
        document = from_text("any.md", text)
    except Unreadable:
        return
    assert len(document.paragraphs) == len(paragraphs(text))
    for sentence in document.sentences:
        there = document.passage(sentence.paragraph, sentence.start, sentence.end)
        assert there == sentence.raw


def test_abbreviations_initials_and_titles_do_not_end_sentences() -> None:
    text = "Dr. J. S. Roe met Mr. Lind in the U.S. office at No. 5. He left. “Who?” he asked."
    assert told(from_text("a.md", text)) == [
        "Dr. J. S. Roe met Mr. Lind in the U.S. office at No. 5.",
        "He left.",
        '"Who?" he asked.',
    ]


def test_lines_that_a_width_broke_are_one_paragraph_with_citations_by_line() -> None:
    text = textwrap.fill(f"{ENGLISH} {ENGLISH.replace('1850', '1860')}", 40)
    document = from_text("a.txt", text)
    assert told(document)[0] == "The old mill was built in 1850 by the miller Anna Roe."
    assert document.sentences[2].paragraph > 1
    assert [line.joins for line in document.lines] == [False] + [True] * (len(document.lines) - 1)


GLOSSARY = """Notes on rivers, on lakes and on ponds

Weir: a low dam that raises the water of a river.
Lock: a chamber with two gates that lifts ships up or down.
Q: Who built the first lock in the long valley of the river Cam?
A: the engineer Bo Lind

The dam was built when Anna Roe, the mayor, was 22. She opened it in the year of a flood.
"""


@pytest.mark.parametrize("width", [30, 40, 50])
def test_labels_begin_paragraphs_in_wrapped_text_and_figures_within_a_sentence_do_not(
    width: int,
) -> None:
    wrapped = "\n".join(textwrap.fill(line, width) for line in GLOSSARY.split("\n"))
    document = from_text("a.txt", wrapped)
    assert document.title == "Notes on rivers, on lakes and on ponds"
    assert [block.text for block in document.blocks] == [
        "Weir: a low dam that raises the water of a river.",
        "Lock: a chamber with two gates that lifts ships up or down.",
        "Q: Who built the first lock in the long valley of the river Cam?",
        "A: the engineer Bo Lind",
        "The dam was built when Anna Roe, the mayor, was 22. She opened it in the year of a flood.",
    ]
    for block in document.blocks:
        assert document.passage(block.paragraph, block.start, block.end) == block.raw
    assert len(document.paragraphs) == len(paragraphs(wrapped))


def test_a_line_within_a_sentence_is_no_furniture() -> None:
    text = (
        "The printer made the first\ncopy of the book in 1850, and it is\nplease note still in"
        " the\nmuseum of the town of Lund."
    )
    document = from_text("a.txt", text)
    assert not document.asides
    assert len(told(document)) == 1


@pytest.mark.parametrize("width", [30, 50, 72, 100])
@pytest.mark.parametrize("name", ["skerrow-light.md", "french-revolution-notes.txt"])
def test_the_same_is_drawn_however_lines_are_broken(name: str, width: int) -> None:
    text = (OWN / name).read_text("utf-8")
    parts = (
        part
        if part.lstrip().startswith(("|", "#"))
        else textwrap.fill(part, width, break_long_words=False, break_on_hyphens=False)
        for part in text.split("\n")
    )
    asked = [
        {str(draft.question["prompt"]) for draft in draw([from_text(name, told)]).drafts}
        for told in (text, "\n".join(parts))
    ]
    assert asked[0] == asked[1]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Home | News | About us | Contact", "a menu"),
        ("Archives", "an archive list"),
        ("© 2020 The Paper. All rights reserved.", "a notice of rights"),
        ("Leave a comment", "a request of the site"),
        ("Only subscribers can read four issues a year.", "an offer"),
        ("- A Name, Review, May 3, 2002 https://example.org/x ↩︎", "a footnote"),
        ("This interview has been edited for length and clarity.", "a note of the editors"),
        ("Congratulations to everybody who won!", "a greeting"),
        ("Homework: page 12.", "an instruction"),
        ("Page 3 of 9", "a page number"),
    ],
)
def test_furniture_is_set_aside_with_its_reason(line: str, reason: str) -> None:
    document = from_text("a.md", f"{ENGLISH}\n\n{line}\n\n{ENGLISH}")
    assert [(aside.paragraph, aside.reason) for aside in document.asides] == [(2, reason)]


def test_months_under_one_another_are_a_list_and_a_month_in_a_sentence_is_not() -> None:
    document = from_text(
        "a.md", f"{ENGLISH}\n\n- May 2020\n- April 2020\n- March 2020\n\nMay came."
    )
    assert sorted(document.aside) == [2, 3, 4]


def test_wrong_sentences_given_as_such_are_set_aside_until_the_next_heading() -> None:
    document = from_text(
        "a.md", "# Find the mistakes\n\n1. Fish fly.\n2. Iron is a gas.\n\n# Facts\n\nFish swim."
    )
    assert told(document) == ["Fish swim."]


def test_alternative_texts_are_read_and_stand_in_their_place() -> None:
    document = from_text("a.md", f"![{ENGLISH}](https://example.org/a(1).jpg)")
    (first, _) = document.sentences
    assert first.start == 2
    assert first.text == "The old mill was built in 1850 by the miller Anna Roe."


@pytest.mark.parametrize(
    ("name", "content", "wanted"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\n ", "is empty"),
        ("a.txt", b"\x00\x01\x02" * 50, "is not a text"),
        ("a.txt", b"\x07\x1b\x02words\x05" * 50, "is not a text"),
        ("a.txt", b"word " * 60_000, "is one endless line"),
        ("a.txt", b"x" * (LARGEST + 1), "is too large"),
        ("a.pdf", b"%PDF-1.7 nothing", "cannot be read"),
        ("a.docx", b"PK\x03\x04nothing", "cannot be read"),
        ("a.html", b"<html></html>", "cannot be read"),
        ("a.html", b"<div>" * 100_000, "cannot be read"),
    ],
)
def test_bad_input_ends_in_one_sentence(name: str, content: bytes, wanted: str) -> None:
    with pytest.raises(Unreadable) as wrong:
        read(name, content)
    assert wanted in wrong.value.title
    assert wrong.value.hint
    assert "\n" not in str(wrong.value)


def test_another_encoding_is_read_with_a_note() -> None:
    document = read("a.txt", "The café was built in 1850 by Anna Roe.".encode("cp1252"))
    assert "café" in document.paragraphs[0]
    assert "Windows-1252" in document.notes[0]
    assert "café" in read("a.txt", "The café.".encode("utf-16")).paragraphs[0]


def test_another_language_is_said_once() -> None:
    text = (
        "Die alte Mühle wurde im Jahre 1850 von der Müllerin Anna Roe gebaut und steht noch heute"
        " am Fluss, wo sie von vielen Leuten besucht wird, die ihr Brot selber backen wollen und"
        " dafür das frische Mehl brauchen, das man dort an jedem Samstag kaufen kann."
    )
    document = from_text("a.txt", text)
    assert not document.english
    assert "English" in document.notes[0]


def test_control_characters_never_come_through() -> None:
    document = from_text("a.md", "The mill\x1b[31m was built‮ in 1850.")
    assert document.paragraphs[0] == "The mill[31m was built in 1850."


def test_a_web_page_keeps_captions_alternative_texts_terms_and_tables() -> None:
    pytest.importorskip("trafilatura")
    page = f"""<html><body><nav><a href="/">Home</a></nav><article><h1>Mills</h1><p>{ENGLISH}</p>
    <figure><img src="a.jpg" alt="A mill at the river, by Bo Lind">
    <figcaption>The mill in 1901, with Anna Roe.</figcaption></figure><p>{ENGLISH} {ENGLISH}</p>
    <dl><dt>Sluice</dt><dd>a gate that holds water back</dd></dl>
    <table><tr><th>Mill</th><th>Built</th></tr><tr><td>Old</td><td>1850</td></tr></table>
    </article><footer>Cookies</footer></body></html>"""
    document = read("a.html", page.encode())
    text = "\n".join(document.paragraphs)
    for wanted in ("by Bo Lind", "with Anna Roe", "Sluice: a gate that", "| Old | 1850 |"):
        assert wanted in text
    assert "Home" not in text


def test_a_word_file_keeps_headings_and_tables() -> None:
    pytest.importorskip("mammoth")
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    row = f"<w:tr>{cell.format('Old')}{cell.format('1850')}</w:tr>"
    body = f"<w:p><w:r><w:t>{ENGLISH}</w:t></w:r></w:p><w:tbl>{row}</w:tbl>"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr(
            "word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>"
        )
        file.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        )
        file.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r" Target="word/document.xml" Type="http://schemas.openxmlformats.org'
            '/officeDocument/2006/relationships/officeDocument"/></Relationships>',
        )
    document = read("a.docx", packed.getvalue())
    assert list(document.paragraphs) == [ENGLISH, "| Old | 1850 |"]


def test_pages_are_joined_and_encrypted_ones_refused() -> None:
    pypdf = pytest.importorskip("pypdf")
    assert joined("The mill was built in the year\n1850 by Anna.\nIt stands.") == (
        "The mill was built in the year 1850 by Anna.\nIt stands."
    )
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    plain = io.BytesIO()
    writer.write(plain)
    with pytest.raises(Unreadable, match="pictures"):
        read("a.pdf", plain.getvalue())
    writer.encrypt("secret", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    with pytest.raises(Unreadable, match="encrypted"):
        read("a.pdf", locked.getvalue())


@pytest.mark.parametrize(
    ("name", "content", "library"),
    [
        ("a.html", b"<html><p>x</p></html>", "trafilatura"),
        ("a.pdf", b"%PDF-1.4", "pypdf"),
        ("a.docx", b"PK\x03\x04", "mammoth"),
    ],
)
def test_a_missing_library_is_named_with_its_extra(
    name: str, content: bytes, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(Unreadable) as wrong:
        read(name, content)
    assert library in wrong.value.message
    assert "[documents]" in wrong.value.hint
