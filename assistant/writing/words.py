"""Word lists of this room (词表): what a written sentence may say only in its source's words."""

from __future__ import annotations

from functools import cache
from pathlib import Path

__all__ = ["words"]

_FOLDER = Path(__file__).parent / "data"


@cache
def words(name: str) -> tuple[str, ...]:
    """The entries of `data/<name>.txt`, longest first; lines that begin with # are comments."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    found = {word for line in lines if not line.startswith("#") for word in line.split()}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))
