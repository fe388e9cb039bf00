"""The file of a library, opened for reading (只读数据库): one connection, any number of threads."""

from __future__ import annotations

import sqlite3
import threading
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["ReadOnlyDatabase", "read_only_uri", "stable_id"]


T = TypeVar("T")


_MAPPED = 1 << 31
"""Bytes of a file that are mapped at most; what lies beyond is read as usual."""


class ReadOnlyDatabase:
    """A finished SQLite file, immutable; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(read_only_uri(path), uri=True, check_same_thread=False)
        # A finished file never changes: read in place, and not page by page through a small cache.
        self._connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
        self._lock = threading.Lock()
        self.path = path

    def all(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Every row that a query gives."""
        return self.read(list, query, *values)

    def read(
        self, take: Callable[[Iterator[tuple[Any, ...]]], T], query: str, *values: object
    ) -> T:
        """What `take` makes of the rows, one by one, with no other reader in between."""
        with self._lock:
            return take(self._connection.execute(query, values))

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()


def read_only_uri(path: Path) -> str:
    """How to open a finished file that nobody writes any more."""
    return f"{path.resolve().as_uri()}?mode=ro&immutable=1"


def stable_id(*texts: str) -> int:
    """The same positive 63-bit number for the same texts, in every build."""
    digest = blake2b("\0".join(texts).encode(), digest_size=8).digest()
    return int.from_bytes(digest) >> 1
