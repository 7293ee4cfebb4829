"""``python -m quiz``: the same as the command ``quiz``."""

from __future__ import annotations

import sys

from quiz.cli import main

if __name__ == "__main__":
    sys.exit(main())
