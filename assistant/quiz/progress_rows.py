"""Rows of the progress file as values (进度记录): what cannot be read is found, and taken out.

A database may be whole as a database and still hold a question that is none: another program
wrote it, or one of ours was cut off.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.quiz.grading import Given, Verdict
from assistant.quiz.item_json import item_from_json
from assistant.quiz.schedule import is_state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.quiz.model import QuizItem

__all__ = ["RowUnreadable", "Unreadable", "answer_in", "question_in", "take_out", "unreadable_rows"]

_GONE = "gone"
"""Older files say so of a task whose report was removed; it is open again when that is back."""


class RowUnreadable(sqlite3.DatabaseError):
    """A row of ours that holds something else."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Rows that say nothing to us (坏记录), by their SQLite row ids."""

    question: tuple[int, ...]
    task: tuple[int, ...]
    card: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.question) + len(self.task) + len(self.card)


def question_in(data: str) -> QuizItem:
    """The question of a row. Raises `RowUnreadable`."""
    try:
        item = item_from_json(json.loads(data))
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise RowUnreadable(repr(error)) from error
    words = (item.id, item.stem, item.answer, item.explanation, item.topic, *item.options)
    if not all(isinstance(one, str) for one in (*words, *item.matches, *item.points)):
        raise RowUnreadable("words")
    if not all(isinstance(place, int) for place in item.right):
        raise RowUnreadable("places")
    return item


def answer_in(given: str | None, verdict: str | None) -> tuple[Given, Verdict] | None:
    """What was answered and how it was graded; None for an open task. Raises `RowUnreadable`."""
    if verdict is None or verdict == _GONE or given is None:
        return None
    try:
        said = json.loads(given)
        places = tuple(int(place) for place in said["places"])
        return Given(text=str(said["text"]), places=places), Verdict(verdict)
    except (LookupError, TypeError, ValueError) as error:
        raise RowUnreadable(repr(error)) from error


def unreadable_rows(connection: sqlite3.Connection) -> Unreadable:
    """Every row that cannot be read, and what hangs on a question that cannot, or is not there."""
    questions = connection.execute("SELECT rowid, id, data FROM question").fetchall()
    bad = {row: id_ for row, id_, data in questions if not _is_question(id_, data)}
    sound = {id_ for row, id_, _ in questions if row not in bad}
    tasks = connection.execute("SELECT rowid, question, given, verdict FROM task")
    cards = connection.execute("SELECT rowid, question, state FROM card")
    return Unreadable(
        question=tuple(bad),
        task=tuple(row for row, id_, *said in tasks if id_ not in sound or not _is_answer(*said)),
        card=tuple(row for row, id_, state in cards if id_ not in sound or not is_state(state)),
    )


def take_out(connection: sqlite3.Connection, rows: Unreadable) -> None:
    """Delete those rows, and sittings that nothing is left of."""
    for table, ids in _tables(rows):
        connection.executemany(f"DELETE FROM {table} WHERE rowid = ?", [(id_,) for id_ in ids])  # noqa: S608 - our own names
    connection.execute("DELETE FROM sitting WHERE id NOT IN (SELECT sitting FROM task)")


def _tables(rows: Unreadable) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield "question", rows.question
    yield "task", rows.task
    yield "card", rows.card


def _is_question(id_: str, data: str) -> bool:
    try:
        return question_in(data).id == id_
    except RowUnreadable:
        return False


def _is_answer(given: str | None, verdict: str | None) -> bool:
    try:
        answer_in(given, verdict)
    except RowUnreadable:
        return False
    return True
