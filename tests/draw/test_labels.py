"""What is shown is right, and most of its top is usable, by labels of somebody who did not draw.

`python -m tests.draw.test_labels` prints the shares of every run and the drafts without a label.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from quiz.core.text import fold
from quiz.draw.drawing import Drawing, draw
from tests.draw.measured import OWN, Entry, documents, drawing, names, table

LABELS = Path(__file__).parent / "labels.toml"
TOP = 20
TOGETHER = "all together"


@dataclass(frozen=True)
class Judged:
    """A shown draft, and its label if it has one."""

    draft: Entry
    label: Entry | None

    def says(self, what: str) -> bool:
        """Whether the label says so; a draft without one says nothing good."""
        return self.label is not None and bool(self.label.get(what))

    def line(self) -> str:
        """The draft in one line, for whoever has to mend or to judge it."""
        why = f"  ({self.label['why']})" if self.label and self.label.get("why") else ""
        wrong = "".join(f" / {text}" for text in self.draft.get("distractors", ()))
        return f"{self.draft['claim']}: {self.draft['prompt']} -> {answer(self.draft)}{wrong}{why}"


@cache
def labels() -> dict[str, list[Entry]]:
    """The labels by claim."""
    by_claim: dict[str, list[Entry]] = {}
    for label in table(LABELS)["label"]:
        by_claim.setdefault(label["claim"], []).append(label)
    return by_claim


def answer(draft: Entry) -> str:
    """The answer of a draft as labels write it."""
    if draft["kind"] in ("list", "order"):
        return "; ".join(map(str, draft.get("entries") or draft.get("items") or ()))
    return f"{draft['answer']} {draft.get('unit', '')}".strip()


def parts(text: str) -> tuple[str, ...]:
    """The entries of an answer, each folded: a list of three is no text of the same words."""
    return tuple(map(fold, text.split("; ")))


def options(entry: Entry) -> frozenset[str]:
    """The wrong options of a draft or a label, folded."""
    return frozenset(fold(str(text)) for text in entry.get("distractors", ()))


def shape(draft: Entry) -> str:
    """What a label can tell of a draft's kind: options to choose from, entries, or one answer."""
    return {"choice": "options", "list": "entries", "order": "entries"}.get(draft["kind"], "one")


def judged_shape(label: Entry) -> str:
    """The shape of the draft that a label judged, by its distractors and its answer."""
    if label.get("distractors"):
        return "options"
    return "entries" if "; " in label["answer"] else "one"


def label_of(draft: Entry, files: Iterable[str]) -> Entry | None:
    """The label of a draft: one claim, one of its documents, one shape, the same words throughout.

    A changed prompt, answer or distractor was never judged, nor one that is gone: no label.
    Three of the options that were judged together are judged as well.
    """
    shown = options(draft)
    fits = [
        label
        for label in labels().get(draft["claim"], ())
        if label["document"] in files
        and judged_shape(label) == shape(draft)
        and fold(label["prompt"]) == fold(draft["prompt"])
        and parts(label["answer"]) == parts(answer(draft))
        and (shown <= options(label) if shown else not options(label))
    ]
    # The label with the fewest options judged the draft that is nearest to this one.
    return min(fits, key=lambda label: len(options(label)), default=None)


def judged(drawn: Drawing) -> list[Judged]:
    """Every draft that a run shows, the best first."""
    files = names(drawn)
    shown = [draft.told() for draft in drawn.drafts]
    return [Judged(d, label_of(d, {files[c["document"]] for c in d["cite"]})) for d in shown]


@cache
def runs() -> dict[str, list[Judged]]:
    """The run of all documents together, and the run of each alone."""
    alone = {str(document.file): judged(draw([document])) for document in documents(OWN)}
    return {TOGETHER: judged(drawing(OWN)), **alone}


def labelled(shown: Iterable[Judged]) -> list[Judged]:
    """Those that have a label."""
    return [draft for draft in shown if draft.label is not None]


def everything() -> list[Judged]:
    """Each draft of every run, once."""
    once = {draft.line(): draft for shown in runs().values() for draft in shown}
    return list(once.values())


def share(shown: Sequence[Judged], what: str) -> float:
    """How many of some drafts a label calls so, from 0 to 1."""
    return sum(draft.says(what) for draft in shown) / len(shown) if shown else 0.0


def lines(shown: Iterable[Judged]) -> str:
    """Drafts for a message, one on each line."""
    return "\n" + "\n".join(draft.line() for draft in shown)


def report() -> Iterator[str]:
    """The shares of every run, and the drafts that nobody has judged yet."""
    for name, shown in runs().items():
        top = shown[:TOP]
        yield (
            f"{name}: {len(shown)} shown, {len(labelled(shown))} with a label, "
            f"correct {share(labelled(shown), 'correct'):.1%}, "
            f"usable {share(top, 'usable'):.0%} of the top {len(top)}, "
            f"{share(labelled(shown), 'usable'):.1%} of all"
        )
    yield from (f"no label: {draft.line()}" for draft in everything() if draft.label is None)


def test_hardly_a_draft_is_shown_that_nobody_has_judged() -> None:
    unknown = [draft for draft in everything() if draft.label is None]
    assert len(unknown) <= 0.05 * len(everything()), lines(unknown)


def test_what_is_shown_is_correct() -> None:
    for shown in (runs()[TOGETHER], everything()):
        wrong = [draft for draft in labelled(shown) if not draft.says("correct")]
        assert share(labelled(shown), "correct") >= 0.97, lines(wrong)


def test_nothing_is_shown_that_a_document_contradicts() -> None:
    told = [draft for draft in everything() if draft.says("contradicted")]
    assert not told, lines(told)


def test_the_top_twenty_of_all_together_is_usable() -> None:
    top = runs()[TOGETHER][:TOP]
    assert len(top) == TOP
    poor = [draft for draft in top if not draft.says("usable")]
    assert share(top, "usable") >= 0.70, lines(poor)


@pytest.mark.parametrize("document", [str(read.file) for read in documents(OWN)])
def test_each_document_has_something_usable(document: str) -> None:
    assert any(draft.says("usable") for draft in runs()[document])


def test_a_label_that_finds_fault_says_why() -> None:
    every = [label for same in labels().values() for label in same]
    assert every
    for label in every:
        assert (OWN / label["document"]).is_file(), label
        fault = not (label["correct"] and label["usable"])
        assert fault == bool(label.get("why")), label
        assert label["correct"] or not label["usable"], label


def test_a_draft_that_changed_loses_its_label() -> None:
    first = runs()[TOGETHER][0]
    assert first.label is not None
    files = {first.label["document"]}
    assert label_of(first.draft, files) == first.label
    assert label_of({**first.draft, "answer": "the cell wall"}, files) is None
    assert label_of({**first.draft, "prompt": "What is a cell?"}, files) is None
    assert label_of({**first.draft, "distractors": ["the vacuole"]}, files) is None
    assert label_of({**first.draft, "kind": "choice"}, files) is None
    assert label_of(first.draft, {"marie-curie.md"}) is None


def test_a_draft_that_lost_its_options_loses_its_label() -> None:
    every = [draft for draft in everything() if draft.label and draft.draft.get("distractors")]
    assert every
    for draft in every:
        bare = {**draft.draft, "kind": "short-answer", "distractors": []}
        found = label_of(bare, [draft.label["document"]]) if draft.label else None
        assert found is None or not found.get("distractors")


def test_a_list_that_became_a_text_loses_its_label() -> None:
    every = [draft for draft in everything() if draft.label and draft.draft["kind"] == "list"]
    assert every
    for draft in every:
        assert draft.label
        files = [draft.label["document"]]
        text = answer(draft.draft)
        told = {**draft.draft, "kind": "short-answer", "answer": text}
        assert label_of(told, files) is None
        joined = text.replace("; ", " ")
        assert label_of({**told, "answer": joined}, files) is None
        assert label_of({**draft.draft, "entries": [joined]}, files) is None


if __name__ == "__main__":
    print("\n".join(report()))
