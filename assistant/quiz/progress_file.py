"""The file that progress is kept in (进度库): SQLite, never wiped.

A file that is damaged, or that is none of ours, is put aside under a name that says when; a new
one begins beside it, and whoever asks is told where the old one is. A file of a newer program and
one that cannot be written are left as they are.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from corpus.errors import ProgressNewer, ProgressUnusable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["ProgressFile"]

_VERSION = 1
_WAIT = 10
"""Seconds to wait for another writer."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS question (
    id TEXT PRIMARY KEY, topic TEXT NOT NULL, stem TEXT NOT NULL, data TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS card (
    person TEXT NOT NULL, question TEXT NOT NULL REFERENCES question, due TEXT NOT NULL,
    state TEXT NOT NULL, PRIMARY KEY (person, question)
);
CREATE TABLE IF NOT EXISTS sitting (
    id INTEGER PRIMARY KEY AUTOINCREMENT, person TEXT NOT NULL, begun TEXT NOT NULL, ended TEXT
);
CREATE INDEX IF NOT EXISTS sitting_of ON sitting (person, ended);
CREATE TABLE IF NOT EXISTS task (
    sitting INTEGER NOT NULL REFERENCES sitting, position INTEGER NOT NULL,
    question TEXT NOT NULL REFERENCES question, given TEXT, verdict TEXT, at TEXT,
    PRIMARY KEY (sitting, position)
);
"""
_TABLES = {"question", "card", "sitting", "task"}


class ProgressFile:
    """Opens the file anew for each use, so that any thread and any process may use it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.aside: Path | None = None
        """Where a damaged file was put; None as long as there was none."""
        self._checked = False

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection for looking things up. Raises `ProgressUnusable` and `ProgressNewer`."""
        try:
            with closing(self._open()) as connection:
                yield connection
        except sqlite3.Error as error:
            raise ProgressUnusable(file=self._file, why=str(error)) from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The same in a transaction that shuts other writers out until it is done, or undone."""
        with self.reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

    def _open(self) -> sqlite3.Connection:
        self._make_folder()
        if not self._checked or not self._file.exists():
            self._check()
        connection = self._connect()
        try:
            connection.executescript(_SCHEMA)
            connection.execute(f"PRAGMA user_version = {_VERSION}")
        except sqlite3.DatabaseError:
            connection.close()
            self._checked = False
            raise
        return connection

    def _make_folder(self) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ProgressUnusable(file=self._file, why=str(error)) from error

    def _check(self) -> None:
        """Put aside what is no progress of ours."""
        if self._file.is_file() and self._file.stat().st_size and not self._sound():
            self._put_aside()
        self._checked = True

    def _sound(self) -> bool:
        try:
            with closing(self._connect()) as connection:
                (version,) = connection.execute("PRAGMA user_version").fetchone()
                if version > _VERSION:
                    raise ProgressNewer(file=self._file)
                rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                tables = {name for (name,) in rows} - {"sqlite_sequence"}
                (state,) = connection.execute("PRAGMA integrity_check").fetchone()
        except sqlite3.OperationalError as error:
            if "malformed" in str(error):
                return False
            raise  # locked, or not to be opened: nothing is known to be wrong with it
        except sqlite3.DatabaseError:
            return False
        return state == "ok" and (not tables or tables == _TABLES)

    def _put_aside(self) -> None:
        now = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        aside = self._file.with_name(f"{self._file.name}.damaged-{now}")
        try:
            self._file.rename(aside)
            for ending in ("-wal", "-shm", "-journal"):
                beside = self._file.with_name(self._file.name + ending)
                if beside.exists():
                    beside.rename(aside.with_name(aside.name + ending))
        except OSError as error:
            raise ProgressUnusable(file=self._file, why=str(error)) from error
        self.aside = aside

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self._file, timeout=_WAIT, isolation_level=None)
