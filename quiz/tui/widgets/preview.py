"""Preview: a question as the player will see it; it can be answered, and keeps nothing."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from quiz.core import form as core
from quiz.core.judge import NEARLY
from quiz.core.question import Question
from quiz.core.text import Clean
from quiz.core.verdict import Context, Verdict
from quiz.tui import plain
from quiz.tui.forms import FORMS
from quiz.tui.forms.base import Form, Manner, Outcome
from quiz.tui.forms.fill import FillForm
from quiz.tui.forms.write import WriteForm
from quiz.tui.widgets.drawn import Drawn
from quiz.tui.widgets.lines import wrap

_WORDS = {"right": "RIGHT", "part": "PART RIGHT", "close": "CLOSE", "wrong": "WRONG",
          "passed": "NO IDEA"}  # fmt: skip


_TALL, _PROMPT = 8, 3
"""Lines of a preview, and of its prompt; it is lower in a low window, and so is the prompt."""


class Preview(Vertical, can_focus=True):
    """Prompt, form and verdict of one question."""

    def __init__(self, manner: Manner) -> None:
        super().__init__()
        self.manner = manner
        self.form: Form | None = None
        self._forms: dict[type[core.Form], Form] = {}
        self._question: Question | None = None
        self._known = Context()
        self._found: tuple[Clean, ...] = ()
        self.why = Clean("")
        """What keeps the question from being shown."""
        self._prompt, self._note = Drawn(classes="prompt"), Drawn(classes="note")
        self._answer = Vertical(classes="answer")
        self.can_focus = False

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield self._prompt
        yield self._answer
        yield self._note

    async def show(self, question: Question | None, siblings: frozenset[Clean], why: Clean) -> None:
        """Show a question as it stands now; `why` says what keeps it from being shown."""
        self.why = why
        if question is None:
            self._heights(1, 0)
            self._prompt.put(Content("    ") + plain.oneline(why, "$dim"))
            self._note.put()
            if self.form is not None:
                self.form.display = False
            self._question = None
            return
        if question == self._question:
            return
        self._question, self._known = question, Context(siblings)
        shape = question.form(question.id)
        if type(shape) not in self._forms:
            form = self._forms[type(shape)] = FORMS[type(shape)](self.manner)
            await self._answer.mount(form)
        for kind, form in self._forms.items():
            form.display = kind is type(shape)
        self.form = self._forms[type(shape)]
        self.again(focus=False)

    def again(self, *, focus: bool = True) -> bool:
        """Ask anew, with nothing given; whether there is a question."""
        question, form = self._question, self.form
        if question is None or form is None:
            return False
        self._known, self._found = Context(self._known.siblings), ()
        width = self.size.width or self.app.size.width
        room = 72 if width >= 80 else width - 2
        indent = " " * (4 if width >= 80 else 1)
        rows = wrap(question.prompt, room)
        self._prompt.put(*(Content(indent) + plain.show(row, "bold") for row in rows))
        self._note.put()
        form.load(question.form(question.id))
        self._heights(len(rows), form.wants(width))
        form.refresh()
        self.can_focus = False
        if focus:
            form.begin()
        return True

    def _heights(self, prompt: int, answer: int) -> None:
        """Give the prompt what it needs: of the lines that the answer leaves, or at least some."""
        room = (self.size.height or _TALL) - 1
        shown = min(prompt, max(_PROMPT if room >= _TALL - 1 else _PROMPT - 1, room - answer))
        if self._prompt.styles.height is None or self._prompt.styles.height.value != shown:
            self._prompt.styles.height = shown

    def on_key(self, event: events.Key) -> None:
        """Enter after the verdict asks anew."""
        if event.key == "enter" and self.form is not None and self.form.outcome is not None:
            event.stop()
            self.again()

    def on_click(self) -> None:
        """So does a click."""
        if self.form is not None and self.form.outcome is not None:
            self.again()

    @on(Form.Given)
    def _given(self, message: Form.Given) -> None:
        message.stop()
        question, form, context = self._question, self.form, self._known
        if question is None or form is None:
            return
        verdict = question.verdict(message.given, context)
        if verdict.close:
            self._once_more(verdict, message.given.text)
            return
        answers = question.answers() or (verdict.expected,)
        form.judged(Outcome(message.given, verdict, answers))
        told = "" if form.reasoned else verdict.why
        self._say(verdict.mark, told or "enter asks it again")
        self.can_focus = True
        self.focus(scroll_visible=False)

    def _once_more(self, verdict: Verdict, text: Clean) -> None:
        """Nothing is decided yet: a further clue, or one more try."""
        form, context = self.form, self._known
        if isinstance(form, WriteForm):
            if verdict.opens:
                self._known = Context(context.siblings, clues=context.clues + 1)
                form.again(self._known.clues)
            else:
                tries = (*context.tries, text)
                self._known = Context(context.siblings, tries=tries, clues=context.clues)
                self._say("close", NEARLY)

    @on(Form.Noted)
    def _noted(self, message: Form.Noted) -> None:
        message.stop()
        self._note.put(Content("    ") + plain.oneline(Clean(message.text), "$close"))

    @on(Form.Emptied)
    def _emptied(self, message: Form.Emptied) -> None:
        """Enter on the empty field opens the next clue."""
        message.stop()
        form, context = self.form, self._known
        if isinstance(form, WriteForm) and form.keys:
            self._known = Context(context.siblings, clues=context.clues + 1)
            form.open(self._known.clues)

    @on(Form.Typed)
    def _typed(self, message: Form.Typed) -> None:
        message.stop()
        form, question = self.form, self._question
        if isinstance(form, FillForm) and question is not None:
            probe = question.probe(message.text, self._found, self._known)
            if probe.state == "found":
                self._found = (*self._found, probe.entry)
            if form.probed(probe, self._found):
                form.give(*self._found)

    def _say(self, mark: str, told: str) -> None:
        """Write the verdict below the form."""
        signs, name = self.manner.signs, "close" if mark == "part" else mark
        sign = getattr(signs, mark)
        head = Content.styled(f"{sign} {_WORDS[mark]}", self.manner.tone(name))
        self._note.put(Content.assemble("    ", head, "   ", plain.oneline(Clean(told), "$dim")))
