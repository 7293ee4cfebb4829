"""These tests need pseudo-terminals."""

from __future__ import annotations

import os

collect_ignore_glob = ["test_*.py"] if os.name == "nt" else []
