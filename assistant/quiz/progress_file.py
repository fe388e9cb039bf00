"""The file that progress is kept in (进度库): SQLite, never wiped.

A file that is damaged, or that is none of ours, is put aside under a name that says when; a new
one begins beside it. Where only some rows cannot be read, a copy is put aside and the file goes on
without them. Whoever asks is told where the old one is. A file of a newer program and one that
cannot be written are left as they are.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import cache, partial
from typing import TYPE_CHECKING

from assistant.quiz.progress_rows import RowUnreadable, take_out, unreadable_rows
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


class ProgressFile:
    """Opens the file anew for each use, so that any thread and any process may use it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.aside: Path | None = None
        """Where a damaged file was put; None as long as there was none."""
        self.left_out = 0
        """Rows that could not be read, of a file that otherwise goes on; the copy holds them."""
        self._checked = False

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection for looking things up. Raises `ProgressUnusable` and `ProgressNewer`."""
        try:
            with closing(self._open()) as connection:
                yield connection
        except sqlite3.Error as error:
            if isinstance(error, RowUnreadable):
                self._checked = False  # it came since: the next use takes it out
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
        if self._file.is_file() and self._file.stat().st_size:
            tables = self._sound()
            if tables is None:
                self._put_aside()
            elif tables:
                self._leave_out()
        self._checked = True

    def _leave_out(self) -> None:
        """Go on without the rows that cannot be read; a copy with all of them is put aside."""
        with closing(self._connect()) as connection:
            if not unreadable_rows(connection):
                return
            connection.execute("BEGIN IMMEDIATE")
            rows = unreadable_rows(connection)  # another window may have done it meanwhile
            if rows:
                aside = self._aside()
                with closing(self._connect()) as whole, closing(sqlite3.connect(aside)) as copy:
                    whole.backup(copy)
                take_out(connection, rows)
                self.aside, self.left_out = aside, len(rows)
            connection.execute("COMMIT")

    def _sound(self) -> bool | None:
        """Whether our tables are in the file, sound; None for what is no progress of ours."""
        try:
            with closing(self._connect()) as connection:
                (version,) = connection.execute("PRAGMA user_version").fetchone()
                if version > _VERSION:
                    raise ProgressNewer(file=self._file)
                tables = _tables_of(connection)
                (state,) = connection.execute("PRAGMA integrity_check").fetchone()
        except sqlite3.OperationalError as error:
            if "malformed" in str(error):
                return None
            raise  # locked, or not to be opened: nothing is known to be wrong with it
        except sqlite3.DatabaseError:
            return None
        return bool(tables) if state == "ok" and (not tables or tables == _our_tables()) else None

    def _put_aside(self) -> None:
        aside = self._aside()
        try:
            self._file.rename(aside)
            for ending in ("-wal", "-shm", "-journal"):
                beside = self._file.with_name(self._file.name + ending)
                if beside.exists():
                    beside.rename(aside.with_name(aside.name + ending))
        except OSError as error:
            raise ProgressUnusable(file=self._file, why=str(error)) from error
        self.aside, self.left_out = aside, 0

    def _aside(self) -> Path:
        now = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        return self._file.with_name(f"{self._file.name}.damaged-{now}")

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._file, timeout=_WAIT, isolation_level=None)
        connection.text_factory = partial(str, encoding="utf-8", errors="replace")
        return connection


def _tables_of(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """The tables of a database with their columns."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        name: [column for _, column, *_ in connection.execute(f'PRAGMA table_info("{name}")')]
        for (name,) in rows
        if name != "sqlite_sequence"
    }


@cache
def _our_tables() -> dict[str, list[str]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(_SCHEMA)
        return _tables_of(connection)
