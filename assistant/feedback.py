"""What readers thought of the answers (意见), kept in one SQLite file on this machine."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["COMMENT_LIMIT", "Feedback", "FeedbackStore"]

COMMENT_LIMIT = 2000
"""Characters of a comment that are kept."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS feedback (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    liked INTEGER NOT NULL CHECK (liked IN (0, 1)),
    comment TEXT NOT NULL DEFAULT ''
)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """One 👍 or 👎 with the answer it is about (意见)."""

    id: int
    at: datetime
    question: str
    answer: str
    liked: bool
    comment: str


class FeedbackStore:
    """Opinions in a file; each call opens and closes it, so any thread may call.

    Raises `sqlite3.Error` where the file cannot be written.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def rate(self, *, question: str, answer: str, liked: bool) -> int:
        """Keep an opinion and give its id."""
        with closing(self._open()) as connection, connection:
            row = connection.execute(
                "INSERT INTO feedback (at, question, answer, liked) VALUES (?, ?, ?, ?)",
                (datetime.now(UTC).isoformat(timespec="seconds"), question, answer, liked),
            )
            return int(row.lastrowid or 0)

    def comment(self, feedback: int, text: str) -> None:
        """Put a reader's words to an opinion; a second comment replaces the first."""
        self._run("UPDATE feedback SET comment = ? WHERE id = ?", text[:COMMENT_LIMIT], feedback)

    def withdraw(self, feedback: int) -> None:
        """Forget an opinion that its reader took back."""
        self._run("DELETE FROM feedback WHERE id = ?", feedback)

    def entries(self) -> tuple[Feedback, ...]:
        """Every opinion, oldest first."""
        with closing(self._open()) as connection:
            rows = connection.execute(
                "SELECT id, at, question, answer, liked, comment FROM feedback ORDER BY id"
            ).fetchall()
        return tuple(
            Feedback(
                id=number,
                at=datetime.fromisoformat(at),
                question=question,
                answer=answer,
                liked=bool(liked),
                comment=comment,
            )
            for number, at, question, answer, liked, comment in rows
        )

    def _run(self, statement: str, *values: object) -> None:
        with closing(self._open()) as connection, connection:
            connection.execute(statement, values)

    def _open(self) -> sqlite3.Connection:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self._file, timeout=10)
        try:
            connection.execute(_SCHEMA)
        except sqlite3.Error:
            connection.close()
            raise
        return connection
