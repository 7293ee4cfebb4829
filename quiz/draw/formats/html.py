"""HTML to lines of text, by trafilatura; captions, alternative texts and definitions stay."""

from __future__ import annotations

from typing import Any

from quiz.draw.formats import broken, missing


def text_of_html(name: str, text: str) -> str:
    """Give the article of a page as Markdown, without its menus and footers."""
    try:
        import trafilatura
        from lxml import html
        from lxml.etree import LxmlError
    except ImportError:
        raise missing(name, "trafilatura") from None
    try:
        tree = html.fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
        _spell_out(tree)
        found = trafilatura.extract(
            html.tostring(tree, encoding="unicode"),
            output_format="markdown",
            include_tables=True,
            include_images=True,
            include_comments=False,
        )
    except (LxmlError, ValueError, RecursionError, AssertionError, MemoryError):
        raise broken(name, "it is not a web page that can be taken apart") from None
    if not found:
        raise broken(name, "no article was found in the page")
    return "\n".join(line for line in found.splitlines() if not _blank_row(line))


def _spell_out(tree: Any) -> None:
    """Write as paragraphs what an extractor of articles would drop or cut from its mate."""
    for term in list(tree.iter("dt")):
        meaning = term.getnext()
        if meaning is not None and meaning.tag == "dd":
            told = f"{_words(term)}: {_words(meaning)}"
            _turn(meaning, told)
            term.getparent().remove(term)
    for name in ("figcaption", "dl"):
        for found in list(tree.iter(name)):
            if name == "figcaption":
                _turn(found, _words(found))
            else:
                found.tag = "div"
    for caption in list(tree.iter("caption")):
        parent = caption.getparent()
        if parent is not None:
            parent.remove(caption)


def _turn(element: Any, text: str) -> None:
    """Make an element a paragraph with this text; what follows it stays."""
    after = element.tail
    element.clear()
    element.tag, element.text, element.tail = "p", text, after


def _words(element: Any) -> str:
    return " ".join(element.text_content().split())


def _blank_row(line: str) -> bool:
    """Whether a line is a table's row without a word."""
    return line.startswith("|") and not line.strip("|- \t:")
