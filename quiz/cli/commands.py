"""Which commands there are, what they are for, and how one is run."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import click

    from quiz.cli.root import Root

_FOLDER = os.path.dirname(__file__)  # noqa: PTH120 - pathlib would be half of what --help costs


def names() -> list[str]:
    """List the commands: the files here that hold one."""
    found = [f.removesuffix(".py") for f in os.listdir(_FOLDER) if f.endswith(".py")]  # noqa: PTH208
    return sorted(_spoken(stem) for stem in found if "command" in _source(stem))


def summary(name: str) -> str:
    """Give the first line of a command's docstring, without its name."""
    told = _source(_stem(name)).split("\n", 1)[0].strip('"')
    return told.removeprefix(f"quiz {name}: ")


def run(name: str, args: Sequence[str], root: Root) -> int:
    """Run one command; whatever click objects to is a matter of usage."""
    from importlib import import_module
    from io import StringIO

    import click

    from quiz.core.text import clean

    command = _everywhere(import_module(f"quiz.cli.{_stem(name)}").command, root)
    try:
        told = command.main(
            list(args),
            prog_name=f"quiz {name}",
            obj=root,
            standalone_mode=False,
            help_option_names=["-h", "--help"],
        )
    except click.Abort:
        return 130
    except click.ClickException as wrong:
        told = StringIO()
        wrong.show(told)  # it may quote what was typed
        sys.stderr.write(clean(told.getvalue()))
        return wrong.exit_code
    return told if isinstance(told, int) else 0


def _everywhere(command: click.Command, root: Root) -> click.Command:
    """Give a command, and all below it, the options that stand everywhere."""
    from copy import copy

    import click

    def more_packs(_: click.Context, __: click.Parameter, value: tuple[str, ...]) -> None:
        root.point(packs=value)

    def other_saves(_: click.Context, __: click.Parameter, value: str | None) -> None:
        root.point(saves=value)

    shared: dict[str, Any] = {"metavar": "DIR", "expose_value": False}
    command = copy(command)
    command.params = [
        *command.params,
        click.Option(
            ["--packs"], multiple=True, callback=more_packs, help="Add these packs.", **shared
        ),
        click.Option(["--saves"], callback=other_saves, help="Keep saves here.", **shared),
    ]
    if isinstance(command, click.Group):
        command.commands = {n: _everywhere(c, root) for n, c in command.commands.items()}
    return command


def _source(stem: str) -> str:
    """Read a file of this folder as far as its docstring, and on only if it holds a command."""
    with open(os.path.join(_FOLDER, f"{stem}.py"), encoding="utf-8") as file:  # noqa: PTH118, PTH123
        text = file.read()
    return text if "\ndef command(" in text or "\ncommand = " in text else ""


def _spoken(stem: str) -> str:
    """Turn a file's name into a command's."""
    return stem.rstrip("_").replace("_", "-")


def _stem(name: str) -> str:
    """Turn a command's name into its file's: Python's own words end in an underscore."""
    stem = name.replace("-", "_")
    return stem if os.path.exists(os.path.join(_FOLDER, f"{stem}.py")) else f"{stem}_"  # noqa: PTH110, PTH118
