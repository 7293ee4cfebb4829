"""Reading: how a file from elsewhere will be read, in a few lines."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from quiz.author.formats import Skipped
from quiz.core.kinds import kinds
from quiz.core.text import Clean, clean, line
from quiz.errors import QuizError
from quiz.tui.intake import Intake
from quiz.tui.plain import apart, fit, oneline, show
from quiz.tui.signs import Signs
from quiz.tui.widgets.lines import wrap

_MOST = 5


def stumbled(wrong: Exception, name: str = "It") -> QuizError:
    """What is said where reading something broke by a mistake of the game's own."""
    told = line(": ".join(part for part in (type(wrong).__name__, str(wrong)) if part))
    return QuizError(f"{clean(name)} cannot be read", f"The game stumbled over it ({told}).")


def sentences(wrong: QuizError) -> str:
    """Say what is wrong, why, and the way out."""
    after = wrong.message[:1]
    sign = ":" if after.islower() else "."
    told = f"{wrong.title}{sign if after else ''} {wrong.message}".strip()
    return f"{told.rstrip('.')}. {wrong.hint}" if wrong.hint else told


def refused(wrong: QuizError | None, width: int) -> list[Content]:
    """Why it could not be read, if anything was."""
    if wrong is None:
        return [Content("")]
    text = clean(sentences(wrong))
    lines = [Content("   ") + show(row, "$close") for row in wrap(text, width - 6)]
    return [Content(""), *lines[:_MOST]]


def told(intake: Intake, signs: Signs, width: int, *, low: bool) -> list[Content]:
    """Format, how it is read, and the first questions; fewer of them in a `low` window."""
    table = intake.columns is not None
    label = "A table" if table else intake.format.label
    made = len(intake.found.questions)
    share = f"{intake.read} of {intake.many}"
    if intake.read != made:
        share += f" in {made} question{'s' if made != 1 else ''}"
    parts = [label, intake.encoding, share]
    head = Content("   ") + oneline(clean(", ".join(part for part in parts if part)), "bold")
    end = Content.styled("this is how it will be read  ", "$dim")
    if head.cell_length + end.cell_length >= width:
        end = Content("")
    lines = [Content(""), apart(head, end, width)]
    for words in intake.found.told[: not table]:  # of a table, the rows below say it
        rows = wrap(clean(words), width - 8)[: 1 if low else 2]
        lines += [Content("     ") + show(row, "$dim") for row in rows]
    for found in intake.found.questions[: 1 if low or table else 2]:
        prompt = oneline(clean(str(found.fields.get("prompt", ""))))
        answer = oneline(_answer(found.fields), "$secondary")
        arrow = Content.styled(f"  {signs.arrow}  ", "$dim")
        room = width - 8
        start = fit(prompt, min(prompt.cell_length, room * 3 // 5))
        lines.append(Content("     ") + fit(start + arrow + answer, room))
    return lines[1:] if low else lines if table else [*lines, Content("")]


def left_out(intake: Intake, signs: Signs, width: int, label: int) -> Content | None:
    """What will not be imported, in one line; None if that is nothing."""
    left = intake.found.skipped + intake.found.lost
    if not left:
        return None
    words = clean(f" {signs.dot} ".join(_where(each) + each.reason for each in left[:3]))
    skipped = len(intake.found.skipped)
    count = f"  {skipped} of {intake.many}  " if skipped else "  parts only  "
    head = Content.assemble("   ", (f"{'Left out':<{label}}", "$dim"))
    return apart(head + oneline(words, "$close"), Content.styled(count, "$dim"), width)


def _answer(fields: Mapping[str, object]) -> Clean:
    """The answer of a question in words, whatever its kind."""
    model = kinds()[str(fields["kind"])]
    return model.model_validate({"id": "read", **fields}).expected()


def _where(item: Skipped) -> str:
    """The line of an item, where it is known."""
    return f"line {item.line}: " if item.line else ""
