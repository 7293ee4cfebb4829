"""Publish: citations for sharing say where it is written, and no words of the document.

Key terms and the sentence's hash take the place of the quote, its offsets and what stands around.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import tomli

from quiz.core.cited import digest
from quiz.core.problem import Place
from quiz.core.text import clean
from quiz.store.editing.values import written
from quiz.store.spans import Spans

_QUOTED = frozenset({"quote", "start", "end", "before", "after"})


def bare(cite: Mapping[str, Any]) -> dict[str, Any]:
    """A citation without the words of its document; a quote leaves its hash behind."""
    told = {name: value for name, value in cite.items() if name not in _QUOTED}
    if cite.get("quote"):
        told["sentence"] = digest(clean(str(cite["quote"])))
    return told


def unquoted(text: str) -> str:
    """Make every citation bare in the text of questions, known to be TOML.

    What stands outside these citations stays byte for byte; so does a text without quotes.
    """
    spans = Spans(text)
    edits: list[tuple[int, int, str]] = []
    for place, cite in _quoting(tomli.loads(text)):
        begin, end = spans.extent(place) or (0, 0)
        if text[begin:end].startswith("{"):
            edits.append((begin, end, written(bare(cite)).replace("\n", _ending(text))))
        else:
            edits += _rows(spans, place, cite)
    for begin, end, told in sorted(edits, reverse=True):
        text = text[:begin] + told + text[end:]
    return text


def _quoting(pack: Mapping[str, Any]) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    """Find the citations that quote, with their places."""
    for number, question in _tables(pack.get("question")):
        for at, cite in _tables(question.get("cite")):
            if _QUOTED & cite.keys():
                yield ("question", number, "cite", at), cite


def _tables(told: object) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The tables of a list with their numbers; nothing if it is no such list."""
    listed = told if isinstance(told, list) else []
    return ((number, each) for number, each in enumerate(listed) if isinstance(each, dict))


def _rows(spans: Spans, place: Place, cite: Mapping[str, Any]) -> Iterator[tuple[int, int, str]]:
    """Edit a citation that is a [[question.cite]] table: each field has its own line."""
    text, told = spans.text, bare(cite)
    for name in cite:
        key, value = spans.extent((*place, name), key=True), spans.extent((*place, name))
        if key is None or value is None:
            continue
        if name == "quote" and "sentence" in told and "sentence" not in cite:
            yield key[0], value[1], f"sentence = {written(told['sentence'])}"
        elif name in _QUOTED:
            stop = text.find("\n", value[1])
            yield text.rfind("\n", 0, key[0]) + 1, stop + 1 if stop >= 0 else len(text), ""
        elif told[name] != cite[name]:
            yield *value, written(told[name])


def _ending(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
