"""The fields of a question, from what foreign formats give: cleaned, without what cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from quiz.author.formats import Fields
from quiz.core.text import Clean, fold, line

MOST = 8
"""Distractors of a choice, and right or wrong options of a multi-choice."""
ALL = 9
"""Options of a multi-choice, and pairs of a match."""
NO_PROMPT = "there is no question in it"
NO_ANSWER = "no answer is marked as right"
_TRUTH = {"true": True, "false": False}
_LONGEST_SLUG = 60
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def squeezed(text: str) -> Clean:
    """Make one line of a text that is clean already."""
    if "  " not in text and text.isprintable():
        return text.strip()  # type: ignore[return-value]
    return Clean(" ".join(text.split()))


def all_squeezed(texts: list[Clean]) -> list[Clean]:
    """Make one line of each of many texts; nearly always they are, which is seen at a glance."""
    joined = f"|{'|'.join(texts)}|"
    if joined.isprintable() and all(joined.rfind(gap) < 0 for gap in ("  ", "| ", " |")):
        return texts
    return [squeezed(text) for text in texts]


def truth(text: str) -> bool | None:
    """What the words true and false say; None for any other text."""
    return _TRUTH.get(text.casefold()) if len(text) < 6 else None


def chosen(
    right: Sequence[Clean], wrong: Iterable[Clean], lost: list[str], *, many: bool = False
) -> Fields | str:
    """Give the fields of a question with options; or the reason why there can be none.

    `many` asks for every right option; else the first is the answer and the others are left out.
    What had to go is added to `lost`.
    """
    wrong = list(wrong)
    if len(right) == 1 and 1 < len(wrong) <= MOST:
        every = {right[0], *wrong}
        if len(every) > len(wrong) and "" not in every:
            return {"kind": "choice", "answer": right[0], "distractors": wrong}
    right = list(dict.fromkeys(text for text in right if text))
    others = _others(right, wrong, lost)
    if not right:
        return NO_ANSWER
    if many:
        return _several(right, others, lost)
    if len(right) > 1:
        lost.append(f"also right, left out of the options: {told(right[1:])}")
    answer = right[0]
    if len(others) == 1 and {answer.casefold(), others[0].casefold()} == _TRUTH.keys():
        return {"kind": "true-false", "answer": _TRUTH[answer.casefold()]}
    if not others:
        return "there is no wrong option"
    if len(others) > MOST:
        lost.append(f"more than {MOST} wrong options: {told(others[MOST:])}")
    return {"kind": "choice", "answer": answer, "distractors": others[:MOST]}


def _others(right: Iterable[Clean], wrong: Iterable[Clean], lost: list[str]) -> list[Clean]:
    """Take every wrong option once."""
    taken, others = set(right), list[Clean]()
    for text in wrong:
        if not text or text in taken:
            lost.append(f"an option that stands twice: {text}" if text else "an empty option")
        else:
            taken.add(text)
            others.append(text)
    return others


def _several(right: list[Clean], others: list[Clean], lost: list[str]) -> Fields | str:
    if len(right) > MOST:
        return f"{len(right)} options are right; a question holds {MOST}"
    if not others:
        return "there is no wrong option"
    room = ALL - len(right)
    if len(others) > room:
        lost.append(f"more than {ALL} options: {told(others[room:])}")
    return {"kind": "multi-choice", "answers": right, "distractors": others[:room]}


def short(answers: Iterable[Clean], **more: Any) -> Fields | str:
    """Give the fields of a short answer, the first text being the one that is shown."""
    texts = list(dict.fromkeys(text for text in answers if text))
    if not texts:
        return NO_ANSWER
    fields: Fields = {"kind": "short-answer", "answer": texts[0]}
    if texts[1:]:
        fields["accept"] = texts[1:]
    return fields | {name: value for name, value in more.items() if value}


def matched(pairs: Sequence[tuple[Clean, Clean]]) -> Fields | str:
    """Give the fields of a match; or the reason why there can be none."""
    if len(pairs) < 2:
        return "a matching question wants two pairs"
    if len(pairs) > ALL:
        return f"it has {len(pairs)} pairs; a question holds {ALL}"
    return {"kind": "match", "pairs": [list(pair) for pair in pairs]}


def slug(text: str) -> str:
    """Make a stable name of a text: ASCII letters and digits, joined by hyphens; "" if none."""
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in fold(text)).split()
    name = "-".join(words)
    return name if len(name) <= _LONGEST_SLUG else name[:_LONGEST_SLUG].rpartition("-")[0]


def tags(texts: Iterable[str]) -> list[str]:
    """Make tags of topics; one that has no Latin letters cannot be one."""
    made = (text if _SLUG.fullmatch(text) else slug(text) for text in texts)
    return list(dict.fromkeys(name for name in made if name))


def told(texts: Iterable[str]) -> str:
    """Quote texts in a sentence, the first few of them."""
    quoted = [f"“{line(text[:80])}”" for text in texts]
    return ", ".join(quoted[:4]) + (f" and {len(quoted) - 4} more" if quoted[4:] else "")
