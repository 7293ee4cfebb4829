"""Measure and print: ``python -m tests.bench [NAME...]``.

A measurement is a file here with `rows()`: a list of rows of text, each (what, ours, the other,
ratio, wanted) or whatever its `HEAD` says. Its docstring's first line is the table's title.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from compileall import compile_dir
from pathlib import Path
from types import ModuleType

PACKAGE = Path(__file__).parents[2] / "quiz"
HEAD = ("what", "ours", "the other", "ratio", "wanted")


def measurements() -> dict[str, ModuleType]:
    """Every file here that has something to measure, by its name."""
    stems = sorted(file.stem for file in Path(__file__).parent.glob("*.py"))
    files = {s: s for s in stems if not s.startswith("_")}
    modules = {name: importlib.import_module(f"tests.bench.{name}") for name in files}
    return {name: module for name, module in modules.items() if hasattr(module, "rows")}


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns, the first to the left and the others to the right."""
    lines = [[str(cell) for cell in line] for line in (head, *rows)]
    columns = max(len(line) for line in lines)
    lines = [line + [""] * (columns - len(line)) for line in lines]
    widths = [max(len(line[column]) for line in lines) for column in range(columns)]
    out = []
    for line in lines:
        cells = [line[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)]
        out.append("  " + "  ".join(cells).rstrip())
    return "\n".join([out[0], "  " + "-" * (sum(widths) + 2 * (columns - 1)), *out[1:]])


def main(names: Sequence[str]) -> int:
    """Run the measurements that are named, or all of them."""
    there = measurements()
    unknown = [name for name in names if name not in there]
    if unknown:
        print(f"no measurement {', '.join(unknown)}; there are {', '.join(there)}", file=sys.stderr)
        return 2
    # As installing does, and was done to all that the game is measured against: a checkout has no
    # bytecode where PYTHONDONTWRITEBYTECODE is set, and would compile itself anew at each start.
    compile_dir(PACKAGE, quiet=1)
    for name in names or there:
        module = there[name]
        title = (module.__doc__ or name).strip().splitlines()[0]
        print(f"\n{name}: {title}", flush=True)
        print(table(getattr(module, "HEAD", HEAD), module.rows()), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
