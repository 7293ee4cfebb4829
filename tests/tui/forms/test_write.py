"""Write: a field, clues, one more try, and the number line."""

from __future__ import annotations

from quiz.core.form import Given, Write
from quiz.core.text import Clean
from quiz.core.verdict import Verdict
from quiz.tui.forms.base import Outcome
from quiz.tui.forms.write import WriteForm
from quiz.tui.widgets.drawn import Drawn
from tests.tui.forms.press import cleans
from tests.tui.forms.stub import Alone


def judged(app: Alone, verdict: Verdict, *given: str) -> list[str]:
    app.form.judged(Outcome(Given(cleans(*given)), verdict, (verdict.expected,)))
    return app.lines


async def test_typing_enter_and_what_the_field_lets_through() -> None:
    app = Alone(Write(unit=Clean("films")))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert (app.emptied, app.given) == (1, [])
        await pilot.press("n", "3", "question_mark", "enter")
        assert app.given == [("n3?",)]
        await pilot.press("down")
        assert app.focused is not app.field
        app.form.load(Write())
        assert app.field.value == ""


async def test_a_close_try_keeps_the_text_and_says_what_to_do() -> None:
    app = Alone(Write())
    async with app.run_test(size=(80, 24)) as pilot:
        app.field.value = "Kosmonen"
        assert isinstance(app.form, WriteForm)
        app.form.close(Clean("Nearly. Check the spelling."))
        assert app.lines[1].startswith(" ── ≈ CLOSE ───")
        assert app.lines[1].endswith(" one more try, for 0.8 of the points ──")
        assert app.lines[3] == "    Nearly. Check the spelling."
        assert app.form.wants(80) == 5
        app.field.value = "Kuosmannen"
        await pilot.press("enter")
        assert app.given == [("Kuosmannen",)]
        why = Clean("accepted: one letter off Juho Kuosmanen")
        lines = judged(app, Verdict(1.0, Clean("Juho Kuosmanen"), why), "Kuosmannen")
        wanted = "   ✓  Kuosmannen                       accepted: one letter off Juho Kuosmanen"
        assert lines == [wanted]


async def test_clues_open_one_after_another() -> None:
    app = Alone(Write(clues=cleans("hard", "less so", "easy")))
    async with app.run_test(size=(80, 24)):
        form = app.form
        assert isinstance(form, WriteForm)
        assert app.lines[0].split() == ["1", "hard"]
        assert app.lines[1].endswith("2 more clues: enter on the empty field opens the next")
        form.again(2)
        assert "one more clue" in app.lines[2]
        form.restore(3, ())
        assert [line.split()[0] for line in app.lines] == ["1", "2", "3"]
        assert form.wants(80) == 4


async def test_the_field_stays_in_sight_below_many_clues() -> None:
    app = Alone(Write(clues=cleans(*(f"clue {n}" for n in range(1, 9)))))
    async with app.run_test(size=(60, 6)) as pilot:
        form = app.form
        assert isinstance(form, WriteForm)
        form.styles.height = 5
        form.open(8)
        await pilot.pause()
        assert app.field.region.y == 4
        clues = form.query(Drawn).first()
        assert clues.render().plain.split("\n")[-1].split() == ["8", "clue", "8"]
        assert form.more
        form.scroll_by(-9)
        assert clues.render().plain.split("\n")[0].split() == ["1", "clue", "1"]


async def test_words_are_no_answer_where_a_number_is_asked_for() -> None:
    app = Alone(Write(number=True))
    async with app.run_test(size=(80, 24)) as pilot:
        app.field.value = "ages ago"
        await pilot.press("enter")
        assert (app.given, app.noted[-1:]) == (
            [], ["A number is asked for. F3 if you have no idea."]
        )  # fmt: skip
        app.field.value = "about twelve"
        await pilot.press("enter")
        assert (app.given, app.noted[-1]) == ([("about twelve",)], "")


async def test_a_wrong_number_stands_on_a_line_with_the_true_one() -> None:
    app = Alone(Write(number=True))
    async with app.run_test(size=(80, 24)):
        verdict = Verdict(0.0, Clean("1975"), Clean("3 years out"), figures=(1975.0, 1972.0))
        assert judged(app, verdict, "1972") == [
            "          1965           1970           1975           1980",
            "          ├──────────────┼─────▲────────◆──────────────┤",
            "                               │        └ 1975  the answer",
            "                               └ 1972  yours",
        ]
        app.form.load(Write(number=True))
        lines = judged(app, Verdict(0.0, Clean("1975"), Clean("no number in that")), "soon")
        assert lines[0].endswith("no number in that")
        assert lines[1].endswith("the answer")
