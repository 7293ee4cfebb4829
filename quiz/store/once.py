"""Once: what a machine's player is told a single time."""

from __future__ import annotations

from quiz.store.places import Places


def first(places: Places, name: str) -> bool:
    """Whether `name` was never told here; from now on it was, where that can be noted."""
    try:
        places.config.mkdir(parents=True, exist_ok=True)
        (places.config / f"told-{name}").open("x").close()
    except FileExistsError:
        return False
    except OSError:
        return True
    return True
