"""What Moodle can ask, as its formats say it, and what of it becomes a question of a pack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from quiz.author import figures
from quiz.author.compose import NO_PROMPT, chosen, matched, pinned, short, squeezed, tags, told
from quiz.author.figures import Figures
from quiz.author.formats import Fields, Found, Skipped
from quiz.author.html import has_media, looks_like_html, plain
from quiz.author.inline import unmarked
from quiz.core.text import Clean

Kind = Literal["MC", "TF", "Short", "Numerical", "Matching", "Essay", "Description"]
BLANK = "_____"
_NOT_HELD = {
    "Essay": "an essay cannot be judged here",
    "Description": "a description asks nothing",
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and what it is written in: moodle, html, markdown or plain."""

    format: str
    text: str


@dataclass(frozen=True, slots=True)
class Option:
    """An answer: `right` says how it is marked, `weight` its share in per cent, if one is given."""

    right: bool
    text: Marked
    weight: float | None = None
    feedback: Marked | None = None
    figures: Figures | None = None

    @property
    def share(self) -> float:
        """The credit it earns, in per cent."""
        return self.weight if self.weight is not None else 100.0 if self.right else 0.0


@dataclass(slots=True)
class Asked:
    """A question of Moodle's.

    `tail` is what follows the gap, where the answer stands within the text. `many` lets several
    options be ticked, `ordered` keeps them as they stand; `wrong` and `right` are feedback to
    either answer of a true-false.
    """

    line: int
    kind: Kind
    stem: Marked
    title: str = ""
    id: str = ""
    tags: list[str] = field(default_factory=list)
    tail: str = ""
    options: list[Option] = field(default_factory=list)
    pairs: list[tuple[Marked, str]] = field(default_factory=list)
    claim: bool = False
    many: bool = False
    exact: bool = False
    ordered: bool = False
    wrong: Marked | None = None
    right: Marked | None = None
    general: Marked | None = None
    hints: list[Marked] = field(default_factory=list)


def words(marked: Marked | None) -> Clean:
    """The words of a text, without what it is written in."""
    if marked is None:
        return Clean("")
    text = marked.text
    if marked.format == "html" or (marked.format == "moodle" and looks_like_html(text)):
        return plain(text)
    return unmarked(text).strip() if marked.format == "markdown" else Clean(text)  # type: ignore[return-value]


def one_line(marked: Marked | None) -> Clean:
    """The same as one line."""
    return squeezed(words(marked))


def question(asked: Asked) -> Found | Skipped:
    """Turn what Moodle asks into the fields of a question, or say why that cannot be."""
    if asked.kind in _NOT_HELD:
        return Skipped(asked.line, _NOT_HELD[asked.kind])
    lost: list[str] = []
    prompt = _prompt(asked)
    fields = _KINDS[asked.kind](asked, lost)
    if not prompt:
        return Skipped(asked.line, NO_PROMPT)
    if isinstance(fields, str):
        return Skipped(asked.line, fields)
    if any(map(_media, _texts(asked))):
        lost.append("pictures and sounds")
    made: Fields = {"prompt": prompt, **fields}
    explanation = words(asked.general)
    if explanation:
        made["explanation"] = explanation
    if asked.hints:
        made["hints"] = [hint for hint in map(one_line, asked.hints) if hint]
    named = tags(asked.tags)
    if named:
        made["tags"] = named
    original = squeezed(asked.id or asked.title)
    if original:
        made["origin"] = {"id": original}
    return Found(asked.line, made, tuple(lost))


def _prompt(asked: Asked) -> Clean:
    """The question, with a gap in it if the answer stands within."""
    stem = words(asked.stem)
    tail = words(Marked(asked.stem.format, asked.tail))
    if not tail or (stem[-1:] in "?!:.…" and not any(c.isalnum() for c in tail)):
        return stem
    gap = "" if tail[0] in ".,;:!?)" else " "
    return Clean(f"{stem} {BLANK}{gap}{tail}".strip())


def _texts(asked: Asked) -> Iterator[Marked | None]:
    yield from (asked.stem, asked.general, asked.wrong, asked.right)
    for option in asked.options:
        yield from (option.text, option.feedback)
    yield from (left for left, _ in asked.pairs)


def _media(marked: Marked | None) -> bool:
    return marked is not None and has_media(marked.text)


def _options(asked: Asked, lost: list[str]) -> Fields | str:
    """Make a choice or a multi-choice."""
    if asked.many:
        return _shares(asked, lost)
    most = max((option.share for option in asked.options), default=0)
    if most <= 0:
        return "no answer is marked as right"
    right = [one_line(option.text) for option in asked.options if option.share == most]
    wrong = [option for option in asked.options if option.share < most]
    # A claim is a type of its own here, and two options are meant as such.
    fields = chosen(right, [one_line(option.text) for option in wrong], lost, claims=False)
    if isinstance(fields, str):
        return fields
    if asked.ordered:
        fields = pinned(fields, [one_line(option.text) for option in asked.options])
    partial = [option for option in wrong if option.share > 0]
    if partial:
        texts = told(f"{one_line(o.text)}: {o.share:g} %" for o in partial)
        lost.append(f"part of the points for a wrong option: {texts}")
    return _with_notes(asked, fields, lost)


def _with_notes(asked: Asked, fields: Fields, lost: list[str]) -> Fields:
    """Keep the feedback to each option where the kind has room for it."""
    notes: dict[str, str] = {}
    for option in asked.options:
        note, text = one_line(option.feedback), one_line(option.text)
        if (
            note
            and fields["kind"] == "choice"
            and text in (fields["answer"], *fields["distractors"])
        ):
            notes.setdefault(text, note)
        elif note:
            lost.append(_feedback(text, note))
    return fields | {"notes": notes} if notes else fields


def _shares(asked: Asked, lost: list[str]) -> Fields | str:
    """Make a multi-choice: here right ticks count alike, and a wrong one takes as much away."""
    right = [option for option in asked.options if option.share > 0]
    wrong = [option for option in asked.options if option.share <= 0]
    fields = chosen(
        [one_line(o.text) for o in right], [one_line(o.text) for o in wrong], lost, many=True
    )
    if isinstance(fields, str):
        return fields
    each = 100 / len(right)
    if any(abs(o.share - each) > 0.1 for o in right) or any(
        abs(o.share + each) > 0.1 for o in wrong
    ):
        weights = ", ".join(f"{option.share:g}" for option in asked.options)
        lost.append(
            f"the weights {weights} %: here a right tick counts {each:.4g} %, a wrong one takes it"
        )
    lost += [_feedback(one_line(o.text), one_line(o.feedback)) for o in asked.options if o.feedback]
    if asked.ordered:
        lost.append("that the options stay in their order")
    return fields


def _claim(asked: Asked, lost: list[str]) -> Fields | str:
    """Make a true-false."""
    for name, feedback in (("wrong", asked.wrong), ("right", asked.right)):
        if one_line(feedback):
            lost.append(_feedback(f"a {name} answer", one_line(feedback)))
    return {"kind": "true-false", "answer": asked.claim}


def _typed(asked: Asked, lost: list[str]) -> Fields | str:
    """Make a short answer: half right is almost, worth nothing is ruled out."""
    right: list[Clean] = []
    almost: list[Clean] = []
    reject: list[Clean] = []
    for option in asked.options:
        told_, share = one_line(option.text), option.share
        text = Clean(told_.replace(r"\*", "\0"))
        if "*" in text:
            if text.strip("* ") or share > 0:
                lost.append(f"an answer with the wildcard *: “{told_}”")
        else:
            text = Clean(text.replace("\0", "*"))
            (right if share >= 100 else almost if share > 0 else reject).append(text)
        if 0 < share < 100:
            lost.append(f"“{told_}” earned {share:g} %; here it earns one more try")
        if option.feedback:
            lost.append(
                _feedback("any other answer" if told_ == "*" else told_, one_line(option.feedback))
            )
    match = "exact" if asked.exact else ""
    return short(right, almost=almost, reject=reject, match=match)


def _feedback(to: str, text: str) -> str:
    return f"feedback to {told([to]) if not to.startswith(('a ', 'any ')) else to}: “{text}”"


def _number(asked: Asked, lost: list[str]) -> Fields | str:
    """Make a number: one right figure, and what is near enough."""
    full = [o.figures for o in asked.options if o.figures and o.share >= 100]
    for option in asked.options:
        if option.figures and 0 < option.share < 100:
            lost.append(f"{option.share:g} % for “{option.text.text}”")
        if option.feedback:
            lost.append(
                _feedback(option.text.text or "any other answer", one_line(option.feedback))
            )
    if not full:
        return "no number is marked as right"
    fields = figures.fields(full[0])
    if len(full) == 2 and full[1].number is None and fields.keys() == {"answer"}:
        bounds = {"low": figures.whole(full[1].low), "high": figures.whole(full[1].high)}
        fields |= {name: each for name, each in bounds.items() if each != fields["answer"]}
    elif len(full) > 1:
        return "several numbers are right"
    return {"kind": "number"} | fields


def _paired(asked: Asked, lost: list[str]) -> Fields | str:
    """Make a match; partners that nothing belongs to have no place in it."""
    pairs = [(one_line(left), squeezed(Clean(right))) for left, right in asked.pairs]
    spare = [right for left, right in pairs if not left]
    if spare:
        lost.append(f"partners for nothing: {told(spare)}")
    return matched([(left, right) for left, right in pairs if left and right])


_KINDS = {
    "MC": _options,
    "TF": _claim,
    "Short": _typed,
    "Numerical": _number,
    "Matching": _paired,
}
