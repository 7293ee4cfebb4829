"""Compare drafts with facts and traps that were written down before any extractor was.

The rules of comparison are those in the comments of facts.toml and planted.toml.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import tomli

from quiz.core.text import fold
from quiz.draw.document import Document, read
from quiz.draw.drawing import Drawing, draw

HERE = Path(__file__).parent
OWN = HERE.parent / "documents"
FOUR = HERE.parents[2] / "shared" / "documents"
FACTS = HERE / "facts.toml"
PLANTED = OWN / "planted.toml"
Entry = Mapping[str, Any]
Pair = tuple[str, str]


def table(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Read a file of labels."""
    return dict(tomli.loads(path.read_text("utf-8")))


def documents(folder: Path) -> list[Document]:
    """Read every document of a folder, but for what explains them."""
    files = sorted(f for f in folder.iterdir() if f.suffix != ".toml" and f.name != "README.md")
    return [read(file.name, file.read_bytes()) for file in files]


@cache
def drawing(folder: Path) -> Drawing:
    """Draw from a folder, once."""
    return draw(documents(folder))


def pairs(question: Entry) -> Iterator[Pair]:
    """Every prompt of a question with its answer: one, but for matches and lists."""
    prompt = str(question["prompt"])
    if question["kind"] == "true-false":
        yield (prompt, prompt) if question["answer"] else (prompt, "")
    elif question["kind"] == "number":
        yield prompt, f"{question['answer']} {question.get('unit', '')}"
        if float(question["answer"]) >= 1000:
            yield prompt, f"{question['answer']:,} {question.get('unit', '')}"
    elif question["kind"] in ("list", "order"):
        for entry in question.get("entries") or question.get("items") or ():
            yield prompt, str(entry)
    else:
        yield prompt, str(question["answer"])


def cards(drawn: Drawing, *, forms: bool = True) -> Iterator[Entry]:
    """Every draft, with the forms that the author can flip it to."""
    for draft in drawn.drafts:
        yield draft.question
        if forms:
            yield from draft.forms


def holds(text: str, phrase: str) -> bool:
    """Whether a phrase stands in a text at word boundaries."""
    return bool(fold(phrase)) and f" {fold(phrase)} " in f" {fold(text)} "


def found(fact: Entry, questions: Iterable[Entry], files: Mapping[str, str]) -> bool:
    """Whether a draft asks for a fact, citing a place where it stands."""
    places = {(fact["document"], fact["paragraph"])}
    places |= {(also["document"], also["paragraph"]) for also in fact.get("also_at", ())}
    values = [fact["value"], *fact.get("accept", ())]
    for question in questions:
        if not any((files[c["document"]], c["paragraph"]) in places for c in question["cite"]):
            continue
        told = list(pairs(question))
        answers = " ; ".join(answer for _, answer in told)
        whole = " ; ".join(
            [str(question["prompt"]), answers, *map(str, question.get("entries", ()))]
        )
        subjects = [fact["subject"], fact["subject"].split()[-1]]
        of = any(holds(whole, subject) for subject in subjects)
        entries = str(fact["value"]).split("; ")
        valued = any(holds(whole, v) for v in values) or (
            len(entries) > 1 and all(holds(whole, e) for e in entries)
        )
        numbers = {"two": "2", "three": "3", "four": "4", "five": "5"}
        valued = valued or any(holds(answers, numbers.get(str(v), "-")) for v in values)
        asked = any(holds(answers, t) for t in [*subjects, *values, *entries]) or any(
            holds(answers, numbers.get(str(v), "-")) for v in values
        )
        if of and valued and asked:
            return True
    return False


def matches(entry: Entry, question: Entry, files: Mapping[str, str]) -> bool:
    """Whether a draft is one that an entry forbids."""
    if entry.get("kind") and question["kind"] not in entry["kind"]:
        return False
    if entry.get("items_has"):
        items = " ; ".join(map(str, question.get("items", ())))
        if not all(holds(items, phrase) for phrase in entry["items_has"]):
            return False
    if "paragraphs" in entry and not any(
        files[c["document"]] == entry["document"] and c["paragraph"] in entry["paragraphs"]
        for c in question["cite"]
    ):
        return False
    if entry.get("distractor"):
        wrong = list(map(str, question.get("distractors", ())))
        if not any(holds(option, phrase) for option in wrong for phrase in entry["distractor"]):
            return False
    if not any(key.startswith("prompt") or key == "answer" for key in entry):
        return True
    return any(_pair_matches(entry, *pair) for pair in pairs(question))


def _pair_matches(entry: Entry, prompt: str, answer: str) -> bool:
    has, some = entry.get("prompt_has", ()), entry.get("prompt_any", ())
    lacks, wanted = entry.get("prompt_lacks", ()), entry.get("answer", ())
    plain = (
        all(holds(prompt, p) for p in has)
        and (not some or any(holds(prompt, p) for p in some))
        and not any(holds(prompt, p) for p in lacks)
        and (not wanted or any(holds(answer, p) for p in wanted))
    )
    if plain or not entry.get("swap"):
        return plain
    return (
        any(holds(prompt, p) for p in wanted)
        and all(holds(answer, p) for p in has)
        and (not some or any(holds(answer, p) for p in some))
        and not any(holds(prompt, p) for p in lacks)
    )


def cited(entry: Entry, question: Entry, files: Mapping[str, str]) -> bool:
    """Whether a draft takes its proof from a passage that proves nothing."""
    page = str(entry["document"]).endswith(".html")
    return any(
        files[c["document"]] == entry["document"]
        and (
            holds(str(c.get("quote")), entry["near"])
            if page
            else c["paragraph"] == entry["paragraph"]
        )
        for c in question["cite"]
    )


def disputed(entry: Entry, question: Entry) -> bool:
    """Whether a draft asks for, or offers, a value on which two documents disagree."""
    some = entry["prompt_any"]
    for prompt, answer in pairs(question):
        about = all(holds(prompt, p) for p in entry["prompt_has"]) and any(
            holds(prompt, p) for p in some
        )
        turned = (
            any(holds(answer, a) for a in entry.get("about_answer", ()))
            and any(holds(prompt, p) for p in some)
            and any(holds(prompt, f) for f in entry["forbidden"])
        )
        texts = [prompt, answer, *map(str, question.get("distractors", ()))]
        valued = any(holds(text, f) for text in texts for f in entry["forbidden"])
        dated = any(holds(prompt, date) for date in entry.get("unless", ()))
        if ((about and valued) or turned) and not dated:
            return True
    return False


def names(drawn: Drawing) -> dict[str, str]:
    """The file of each document by its id."""
    return {document.id: str(document.file) for document in drawn.documents}


def recall(drawn: Drawing) -> tuple[list[str], list[str]]:
    """The claims of the forty facts that were found, and those that were not."""
    files = names(drawn)
    questions: Sequence[Entry] = list(cards(drawn))
    hits: list[str] = []
    missed: list[str] = []
    for fact in table(FACTS)["fact"]:
        if not fact.get("conflict"):
            (hits if found(fact, questions, files) else missed).append(fact["claim"])
    return hits, missed


def forbidden(drawn: Drawing) -> list[tuple[str, str]]:
    """Drafts of the four documents that must never be proposed, each with the entry's id."""
    files = names(drawn)
    return [
        (entry["id"], str(question["prompt"]))
        for entry in table(FACTS)["never"]
        for question in cards(drawn)
        if matches(entry, question, files)
    ]


def trapped(drawn: Drawing) -> list[tuple[str, str]]:
    """Drafts of our own documents that fell into a trap or took a side, with the entry's id."""
    files = names(drawn)
    planted = table(PLANTED)
    told: list[tuple[str, str]] = []
    for question in cards(drawn):
        prompt = f"{question['prompt']} -> {question.get('answer', '')}"
        told += [(e["id"], prompt) for e in planted["contradiction"] if disputed(e, question)]
        for entry in planted["trap"]:
            hit = (
                cited(entry, question, files)
                if entry.get("cited")
                else matches(entry, question, files)
            )
            if hit and any(files[c["document"]] == entry["document"] for c in question["cite"]):
                told.append((entry["id"], prompt))
    return told
