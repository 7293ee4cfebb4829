"""The game in a real terminal: a whole round by keys, the score after it, and every way out."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path

from tests.e2e.keys import answer, footer, go_on, play_round
from tests.e2e.terminal import QUIZ, Terminal


def game(saves: Path, *words: str) -> Terminal:
    """The program, in 80 by 24."""
    return Terminal((*QUIZ, "--saves", str(saves), *words))


def test_a_whole_round_by_keys_and_the_score_is_there_tomorrow(tmp_path: Path) -> None:
    with game(tmp_path) as terminal:
        terminal.wait("Take your seat", "Play the first round")
        terminal.press("enter")
        terminal.wait("question 1 of 10")
        points = play_round(terminal)
        terminal.press("q")
        terminal.wait("Oscar Records", "Mixed bill")
        terminal.press("q")
        assert terminal.end() == 0
    with game(tmp_path) as terminal:
        home = terminal.wait("Oscar Records", "10 of")
        row = next(line for line in home.splitlines() if "Oscar Records" in line)
        assert f"{points:,}" in row
        terminal.press("b")
        terminal.wait("Oscar Records", f"{points:,}", gone="Mixed bill")
        terminal.press("q")
        terminal.wait("Mixed bill")
        terminal.press("q")
        assert terminal.end() == 0


def test_leaving_in_the_middle_says_where_it_goes_on(tmp_path: Path) -> None:
    with game(tmp_path, "play", "on-set", "--player", "Tester") as terminal:
        terminal.wait("question 1 of 10")
        answer(terminal)
        go_on(terminal)
        shown = terminal.wait("question 2 of 10")
        terminal.press("ctrl+q")
        assert terminal.end() == 0
        told = terminal.text.replace("\n", "")
        assert "On Set is saved at question 2 of 10. `quiz` goes on from there." in told
    with game(tmp_path) as terminal:
        terminal.wait("Continue", "question 2 of 10")
        terminal.press("c")
        again = terminal.wait("question 2 of 10", gone="Continue")
        assert asked(again) == asked(shown)


def test_a_signal_to_end_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    with game(tmp_path, "play", "on-set", "--player", "Tester") as terminal:
        terminal.wait("question 1 of 10")
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.end() == 128 + signal.SIGTERM
        told = terminal.text.replace("\n", "")
        assert "On Set is saved at question 1 of 10. `quiz` goes on from there." in told


def asked(text: str) -> list[str]:
    """Prompt and answers of a play screen: rows 5 to 13."""
    return text.splitlines()[4:13]


def test_ctrl_c_in_play(tmp_path: Path) -> None:
    with game(tmp_path, "play", "on-set", "--player", "Tester") as terminal:
        terminal.wait("question 1 of 10")
        terminal.press("ctrl+c")
        assert terminal.end() == 130
        assert restored(terminal.raw)


def test_ctrl_c_on_the_first_screen(tmp_path: Path) -> None:
    with game(tmp_path) as terminal:
        terminal.wait("Take your seat")
        terminal.press("ctrl+c")
        assert terminal.end() == 130
        assert restored(terminal.raw)


def restored(raw: bytes) -> bool:
    """Whether the alternate screen was left, the cursor shown and the mouse let go, at the end."""
    last: dict[bytes, bytes] = dict(re.findall(rb"\x1b\[\?(\d+)([hl])", raw))
    return last[b"1049"] == b"l" and last[b"25"] == b"h" and last.get(b"1000", b"l") == b"l"


def test_a_small_window_says_so(tmp_path: Path) -> None:
    words = (*QUIZ, "--saves", str(tmp_path), "play", "on-set", "--player", "Tester")
    with Terminal(words, size=(52, 16)) as terminal:
        terminal.wait("needs 60 by 18", "52 by 16")


def test_sixty_by_eighteen_still_plays(tmp_path: Path) -> None:
    words = (*QUIZ, "--saves", str(tmp_path), "play", "on-set", "--player", "Tester")
    with Terminal(words, size=(60, 18)) as terminal:
        terminal.wait("1 of 10")
        assert footer(terminal)
        answer(terminal)
        go_on(terminal)
        terminal.wait("2 of 10")
