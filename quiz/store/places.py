"""Where packs, saves, settings and the cache live: flag, environment, checkout, platform."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

APP = "palmares"
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one run; nothing says that any of them exists yet.

    `packs` are searched in this order: the shipped ones, `--packs` or QUIZ_PACKS, the player's
    own. `named` are those of the flag or the environment; `own` is the last of all, where new
    packs go. `config` holds the device id and settings that must not travel with the saves;
    `cache` holds only what can be built again.
    """

    packs: tuple[Path, ...]
    saves: Path
    config: Path
    cache: Path
    checkout: bool
    own: Path
    shipped: Path | None = None
    named: tuple[Path, ...] = ()


def find_places(
    packs: Iterable[str | Path] | None = None,
    saves: str | Path | None = None,
    environ: Mapping[str, str] = os.environ,
    root: Path = _ROOT,
) -> Places:
    """Decide where everything lives; `root` is the folder that holds the package `quiz`.

    Saves that were named (by flag or QUIZ_SAVES) keep everything else that is written beside
    them, in a hidden folder with this machine's own name: nothing is written anywhere else, and
    a synced folder never hands one device id to two machines.
    """
    checkout = (root / "pyproject.toml").is_file() and (root / "questions").is_dir()
    shipped = root / "questions" if checkout else root / "quiz" / "questions"
    named = saves or environ.get("QUIZ_SAVES") or None
    home = _platform(environ) if not named else None
    if named:
        kept = Path(named).expanduser().absolute()
    elif checkout:
        kept = root / "saves"
    else:
        kept = (home[0] if home else root) / "saves"
    data, config, cache = home or _beside(kept)
    listed = _listed(packs, environ)
    return Places(
        packs=_unique((shipped, *listed, data / "packs")),
        saves=kept,
        config=config,
        cache=cache,
        checkout=checkout,
        own=data / "packs",
        shipped=shipped,
        named=listed,
    )


def _listed(packs: Iterable[str | Path] | None, environ: Mapping[str, str]) -> tuple[Path, ...]:
    """Give the folders of the flag, else those of the environment, which may name several."""
    named = tuple(packs or ()) or tuple(
        part for part in environ.get("QUIZ_PACKS", "").split(os.pathsep) if part
    )
    return tuple(Path(folder).expanduser().absolute() for folder in named)


def _unique(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Drop folders that were named twice, so that no pack is its own rival."""
    found: dict[str, Path] = {}
    for folder in folders:
        found.setdefault(os.path.realpath(folder), folder)
    return tuple(found.values())


def _platform(environ: Mapping[str, str]) -> tuple[Path, Path, Path] | None:
    """Give the platform's folders for data, settings and cache; None without a home to use."""
    if os.name != "nt" and not environ.get("HOME", "").startswith("/"):
        return None
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(APP, appauthor=False)
    return dirs.user_data_path, dirs.user_config_path, dirs.user_cache_path


def _beside(saves: Path) -> tuple[Path, Path, Path]:
    """Give folders for data, settings and cache next to the saves, for this machine only."""
    machine = sha256(platform.node().encode(errors="replace")).hexdigest()[:8]
    local = saves.parent / f".{saves.name}-{machine}"
    return local, local / "config", local / "cache"
