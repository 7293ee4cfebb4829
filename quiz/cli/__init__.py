"""The commands: one file each, found by looking into this folder, imported only when asked for.

A command is a file named like it (``fmt.py`` is ``quiz fmt``, ``import_.py`` is ``quiz import``)
with a click command called ``command``. Its docstring's first line, ``quiz NAME: what it does``,
is its line in ``quiz --help``. It takes the `Root` by ``@click.pass_obj`` and returns its exit code
(None is 0). ``quiz`` alone is ``game.start(root)``. This file parses only what stands before the
command, by hand: ``quiz --help`` and the game need no click.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from quiz.cli.root import Root
from quiz.errors import QuizError

USAGE = """\
Usage: quiz [--packs DIR] [--saves DIR] [COMMAND] ...

Palmarès: the trivia game for the terminal. Without a command the game starts.
"""
OPTIONS = """\
Before or after the command:
  --packs DIR  Add the packs in this folder; may be given more than once.
  --saves DIR  Keep players, answers and scores in this folder.

  --version    Show the version.
  -h, --help   Show this, or the help of a command.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and give its exit code: 0 fine, 1 failed, 2 usage, 130 interrupted."""
    _open_closed()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a narrow encoding is no reason to stop
    try:
        code = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except QuizError as wrong:
        _say("\n".join(part for part in (str(wrong), wrong.hint) if part))
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _forget_stdout()
        return 1
    except OSError as wrong:
        _forget_stdout()  # it may be what is full
        _say(f"quiz: the system refused: {wrong}")
        return 1
    return code


def _run(args: list[str]) -> int:
    """Read what stands before the command, then run it."""
    packs: list[str] = []
    saves: str | None = None
    while args and args[0].startswith("-"):
        option, equals, value = args.pop(0).partition("=")
        if option in ("-h", "--help"):
            return _help()
        if option == "--version":
            return _version()
        if option not in ("--packs", "--saves"):
            return _misused(f"there is no option {option} before the command")
        if not value and (equals or not args):
            return _misused(f"{option} wants a folder")
        value = value or args.pop(0)
        if option == "--packs":
            packs.append(value)
        else:
            saves = value
    root = Root(packs, saves)
    if not args:
        from quiz.cli.game import start

        return start(root)
    from quiz.cli.commands import names, run

    if args[0] in names():
        return run(args[0], args[1:], root)
    from difflib import get_close_matches

    near = get_close_matches(args[0], names(), 1)
    return _misused(
        f'there is no command "{args[0]}"' + (f'. Did you mean "{near[0]}"?' if near else "")
    )


def _help() -> int:
    """List the commands with their first lines."""
    from quiz.cli.commands import names, summary

    width = max((len(name) for name in names()), default=0) + 2
    rows = "".join(f"  {name:<{width}} {summary(name)}\n" for name in names())
    sys.stdout.write(f"{USAGE}\nCommands:\n{rows}\n{OPTIONS}")
    return 0


def _version() -> int:
    """Say which version this is."""
    from quiz import __version__

    sys.stdout.write(f"quiz {__version__}\n")
    return 0


def _misused(what: str) -> int:
    """Say what is wrong with the command line."""
    _say(f"quiz: {what}.\n`quiz --help` lists commands and options.")
    return 2


def _say(text: str) -> None:
    """Tell whoever runs this; text may quote what was typed, or what a file is called."""
    from quiz.core.text import clean

    sys.stderr.write(f"{clean(text)}\n")


def _open_closed() -> None:
    """Put something in the place of standard streams that were closed before the start."""
    import os

    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def _forget_stdout() -> None:
    """Point standard output nowhere: on its way out Python would complain of the pipe."""
    import os

    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
