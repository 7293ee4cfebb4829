"""Pack content never changes without its version: `versions.toml` remembers both."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import tomli

from tests.packs.shipped import FOLDER, packs

LOCK = Path(__file__).with_name("versions.toml")


def content(file: Path) -> str:
    """A hash of a pack's text, whatever the line ends."""
    return sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def test_content_changes_only_with_the_version() -> None:
    lock = tomli.loads(LOCK.read_text(encoding="utf-8"))
    for pack in packs():
        then = lock.get(pack.id, {})
        now = content(FOLDER / f"{pack.id}.toml")
        assert then.get("sha256") == now, (
            f"{pack.id} changed: raise its version and write version and sha256 into {LOCK.name}"
            if then.get("version") == pack.version
            else f"{pack.id} {pack.version} is new: write sha256 = {now!r} into {LOCK.name}"
        )
        assert then["version"] == pack.version
