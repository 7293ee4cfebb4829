"""The fields of a question, from what foreign formats give: cleaned, without what cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from quiz.author.formats import Fields
from quiz.core.text import Clean, fold, line

MOST = 8
"""Distractors of a choice, and right or wrong options of a multi-choice."""
ALL = 9
"""Options of a multi-choice, and pairs of a match."""
LINE = 600
"""Characters of the longest answer or option of a pack."""
TEXT = 2800
"""Characters of the longest prompt or explanation."""
NO_PROMPT = "there is no question in it"
NO_ANSWER = "no answer is marked as right"
_TRUTH = {"true": True, "false": False}
_LONGEST_SLUG = 60
_LETTERS = r"\(?[a-h]\)?"
_OF_OTHERS = re.compile(
    r"(?:all|none|both|neither|any|either|two|some)(?: of)?(?: the| these| those)?"
    r"(?: \w+){0,2} (?:above|these|those|them|options|answers|choices)\W*$"
    r"|(?:all|none|both|neither|either) of (?:the )?(?:above|these|those|them)\b"
    rf"|(?:(?:both|either|neither|only) )?{_LETTERS}(?:, {_LETTERS})*,?"
    rf" (?:and|or|nor|&) {_LETTERS}\W*$",
    re.IGNORECASE,
)
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
    right: Sequence[Clean],
    wrong: Iterable[Clean],
    lost: list[str],
    *,
    many: bool = False,
    claims: bool = True,
) -> Fields | str:
    """Give the fields of a question with options; or the reason why there can be none.

    `many` asks for every right option; else the first is the answer and the others are left out.
    `claims` makes a true-false of the options True and False. What had to go is added to `lost`.
    """
    wrong = list(wrong)
    if not many and len(right) == 1 and 1 < len(wrong) <= MOST:
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
    if claims and len(others) == 1 and {answer.casefold(), others[0].casefold()} == _TRUTH.keys():
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


def pinned(fields: Fields, options: Sequence[Clean]) -> Fields:
    """Keep a choice's options in the order in which they were given."""
    if fields["kind"] != "choice":
        return fields
    kept = {fields["answer"], *fields["distractors"]}
    listed = [text for text in dict.fromkeys(options) if text in kept]
    place = listed.index(fields["answer"]) + 1
    return fields | {"fixed": True} | ({"place": place} if place > 1 else {})


def settled(fields: Fields, options: Sequence[Clean]) -> Fields:
    """Keep options in their order if the last of them speaks of the others."""
    named = [text for text in options if text]
    return pinned(fields, options) if named and speaks_of_others(named[-1]) else fields


def placed(fields: Fields, prompt: str) -> Fields:
    """Put an option that speaks of the others behind them, where the file has no order of its own.

    The answer, which came first there, goes to a place that the prompt makes.
    """
    if fields["kind"] != "choice":
        return fields
    answer, wrong = fields["answer"], fields["distractors"]
    last = next((text for text in (answer, *wrong) if speaks_of_others(text)), None)
    if last is None:
        return fields
    others = [text for text in wrong if text != last]
    if last != answer:
        at = int(sha256(prompt.encode()).hexdigest(), 16) % (len(others) + 1)
        others.insert(at, answer)
    return pinned(
        fields | {"distractors": [t for t in (*others, last) if t != answer]}, [*others, last]
    )


def speaks_of_others(option: str) -> bool:
    """Whether an option makes sense only below others: all of the above, both A and B."""
    return _OF_OTHERS.match(option) is not None


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
