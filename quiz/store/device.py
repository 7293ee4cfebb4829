"""The device: an id that never travels with the saves, and who played here last."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from quiz.errors import Unreadable
from quiz.store.segments.pairs import pairs, read_pairs

FORMAT = 1
_FILE = "device.toml"
_DEVICE_LENGTH = 8


class Device:
    """What is known of this device, in its config folder.

    Without a config folder that can be written, the device is another one each time: its
    segments then have names of their own, and nothing is lost.
    """

    def __init__(self, config: Path) -> None:
        self._path = config / _FILE
        self._id = ""

    @property
    def id(self) -> str:
        """Eight hexadecimal digits; made when they are first asked for."""
        if not self._id:
            told = self._read()
            known = told.get("device")
            # A home folder that was copied to another machine must not write as the first one.
            if isinstance(known, str) and _is_id(known) and told.get("machine") == _machine():
                self._id = known
            else:
                from secrets import token_hex

                self._id = token_hex(_DEVICE_LENGTH // 2)
                self._write({**told, "device": self._id})
        return self._id

    @property
    def player(self) -> str:
        """The folder's name of who played last; "" if nobody did."""
        told = self._read().get("player")
        return told if isinstance(told, str) else ""

    def remember(self, player: str) -> None:
        """Keep who played last; where that cannot be written, the newest player is next."""
        told = self._read()
        if told.get("player") != player:
            self._write({**told, "device": self.id, "player": player})

    def _read(self) -> Mapping[str, Any]:
        """Read the file; whatever is wrong with it, it can be made again."""
        try:
            told = read_pairs(self._path.read_text("utf-8"))
        except (OSError, ValueError, Unreadable):
            return {}
        return told if told.get("format") == FORMAT else {}

    def _write(self, told: Mapping[str, Any]) -> None:
        """Write the file, if that is possible here."""
        table = {
            "format": FORMAT,
            "device": told.get("device", ""),
            "machine": _machine(),
            "player": told.get("player", ""),
        }
        from quiz.store.toml import replace

        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            replace(self._path, pairs(table).encode())
        except OSError:
            pass


def _is_id(text: str) -> bool:
    """Tell whether a text can be a device's id."""
    return len(text) == _DEVICE_LENGTH and set(text) <= set("0123456789abcdef")


def _machine() -> str:
    """Name this machine, without telling its name."""
    import platform
    from hashlib import sha256

    return sha256(platform.node().encode(errors="replace")).hexdigest()[:8]
