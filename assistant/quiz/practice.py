"""Practice that remembers (练习): sittings that go on after a restart, cards that come due.

Each learner is a name; what one does never touches another. Two browsers under one name see one
sitting: whoever answers a question first has answered it.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from assistant.quiz.grading import Given, Grade, Verdict, grade
from assistant.quiz.item_json import item_from_json, item_to_json
from assistant.quiz.schedule import reviewed
from corpus.errors import LearnerNameMissing, LearnerNameTooLong, QuizNothing, SittingUnknown

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from assistant.quiz.bank import QuestionBank, Wanted
    from assistant.quiz.model import QuizItem
    from assistant.quiz.progress_file import ProgressFile

__all__ = ["Answered", "Practice", "Sitting", "Standing", "Task", "learner_name"]

_LONGEST_NAME = 20
_GONE = "gone"
"""Of a question whose report was removed before it was answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One question of a sitting (题次)."""

    item: QuizItem
    given: Given | None = None
    verdict: Verdict | None = None
    gone: bool = False
    """Its report was removed before it was answered."""

    @property
    def open(self) -> bool:
        """Whether it is still to be answered."""
        return self.verdict is None and not self.gone


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Questions answered one after the other (一次练习)."""

    id: int
    tasks: tuple[Task, ...]

    @property
    def position(self) -> int | None:
        """The first question that is not answered; None when all are."""
        return next((at for at, task in enumerate(self.tasks) if task.open), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What came of an answer (作答结果)."""

    sitting: Sitting
    grade: Grade
    again: bool
    """It had been answered before, in another window: that answer counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a learner stands (学习情况)."""

    known: int
    """Questions answered at least once."""
    due: int
    resting: int
    """Due, but their reports are not in the library."""
    sitting: Sitting | None
    """The one that was left open."""


def learner_name(name: str) -> str:
    """A name as it is kept. Raises `LearnerNameMissing` and `LearnerNameTooLong`."""
    kept = " ".join(unicodedata.normalize("NFKC", name).split())
    if not kept:
        raise LearnerNameMissing
    if len(kept) > _LONGEST_NAME:
        raise LearnerNameTooLong(limit=_LONGEST_NAME)
    return kept


class Practice:
    """Sittings and cards of all learners over one bank; every method takes the learner's name."""

    def __init__(
        self,
        file: ProgressFile,
        bank: QuestionBank,
        *,
        strict_hedge: bool = False,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._file = file
        self._bank = bank
        self._strict = strict_hedge
        self._now = now

    def standing(self, name: str) -> Standing:
        """What a learner knows, what is due, and the sitting that was left."""
        person = learner_name(name)
        with self._file.reading() as connection:
            (known,) = connection.execute(
                "SELECT COUNT(*) FROM card WHERE person = ?", (person,)
            ).fetchone()
            due = self._due(connection, person)
        here = sum(map(self._bank.holds, due))
        return Standing(
            known=known, due=here, resting=len(due) - here, sitting=self._left_open(person)
        )

    def begin(self, name: str, wanted: Wanted) -> Sitting:
        """A new sitting, due cards first, then questions never asked; one left open is ended.

        Raises `QuizNothing` where there is nothing to ask.
        """
        person = learner_name(name)
        with self._file.writing() as connection:
            topics = wanted.topics
            due = [
                item
                for item in self._due(connection, person)
                if self._bank.holds(item) and _about(item, topics)
            ][: wanted.count]
            rows = connection.execute("SELECT question FROM card WHERE person = ?", (person,))
            known = frozenset(id_ for (id_,) in rows)
            rest = replace(wanted, count=wanted.count - len(due), without=wanted.without | known)
            items = (*due, *(self._bank.draw(rest) if rest.count > 0 else ()))
            if not items:
                raise QuizNothing
            connection.execute(
                "UPDATE sitting SET ended = ? WHERE person = ? AND ended IS NULL",
                (self._stamp(), person),
            )
            return self._seat(connection, person, items)

    def resume(self, name: str) -> Sitting | None:
        """The sitting that was left open; questions whose reports are gone are passed over."""
        return self._left_open(learner_name(name))

    def sitting(self, name: str, sitting: int) -> Sitting:
        """One sitting, ended or not. Raises `SittingUnknown` for what is not this learner's."""
        with self._file.reading() as connection:
            return self._sitting(connection, learner_name(name), sitting)

    def answer(self, name: str, sitting: int, position: int, given: Given) -> Answered:
        """Grade an answer and keep it. Raises `SittingUnknown` for what is not this learner's."""
        person = learner_name(name)
        with self._file.writing() as connection:
            found = self._sitting(connection, person, sitting)
            if not 0 <= position < len(found.tasks) or found.tasks[position].gone:
                raise SittingUnknown
            task = found.tasks[position]
            again = task.verdict is not None
            taken = task.given if again and task.given is not None else given
            marked = grade(task.item, taken, strict_hedge=self._strict)
            if not again:
                self._keep(connection, person, found, position, given, marked.verdict)
                found = self._sitting(connection, person, sitting)
        return Answered(sitting=found, grade=marked, again=again)

    def _keep(
        self,
        connection: sqlite3.Connection,
        person: str,
        sitting: Sitting,
        position: int,
        given: Given,
        verdict: Verdict,
    ) -> None:
        now = self._now()
        item = sitting.tasks[position].item
        words = json.dumps({"text": given.text, "places": given.places}, ensure_ascii=False)
        connection.execute(
            "UPDATE task SET given = ?, verdict = ?, at = ? WHERE sitting = ? AND position = ?",
            (words, verdict.value, now.isoformat(), sitting.id, position),
        )
        held = connection.execute(
            "SELECT state FROM card WHERE person = ? AND question = ?", (person, item.id)
        ).fetchone()
        state, due = reviewed(held[0] if held else None, verdict, now)
        connection.execute(
            "INSERT OR REPLACE INTO card (person, question, due, state) VALUES (?, ?, ?, ?)",
            (person, item.id, due.isoformat(), state),
        )
        if all(not task.open for at, task in enumerate(sitting.tasks) if at != position):
            connection.execute(
                "UPDATE sitting SET ended = ? WHERE id = ?", (now.isoformat(), sitting.id)
            )

    def _seat(
        self, connection: sqlite3.Connection, person: str, items: Sequence[QuizItem]
    ) -> Sitting:
        row = connection.execute(
            "INSERT INTO sitting (person, begun) VALUES (?, ?)", (person, self._stamp())
        )
        id_ = int(row.lastrowid or 0)
        for position, item in enumerate(items):
            data = json.dumps(item_to_json(item), ensure_ascii=False)
            connection.execute(
                "INSERT OR IGNORE INTO question (id, topic, stem, data) VALUES (?, ?, ?, ?)",
                (item.id, item.topic, item.stem, data),
            )
            connection.execute(
                "INSERT INTO task (sitting, position, question) VALUES (?, ?, ?)",
                (id_, position, item.id),
            )
        return Sitting(id=id_, tasks=tuple(Task(item=item) for item in items))

    def _left_open(self, person: str) -> Sitting | None:
        with self._file.writing() as connection:
            row = connection.execute(
                "SELECT id FROM sitting WHERE person = ? AND ended IS NULL ORDER BY id DESC",
                (person,),
            ).fetchone()
            if row is None:
                return None
            found = self._sitting(connection, person, row[0])
            for position, task in enumerate(found.tasks):
                if task.open and not self._bank.holds(task.item):
                    connection.execute(
                        "UPDATE task SET verdict = ? WHERE sitting = ? AND position = ?",
                        (_GONE, found.id, position),
                    )
            found = self._sitting(connection, person, found.id)
            if found.position is None:
                connection.execute(
                    "UPDATE sitting SET ended = ? WHERE id = ?", (self._stamp(), found.id)
                )
                return None
            return found

    def _sitting(self, connection: sqlite3.Connection, person: str, sitting: int) -> Sitting:
        rows = connection.execute(
            """SELECT q.data, t.given, t.verdict FROM task t
                JOIN sitting s ON s.id = t.sitting JOIN question q ON q.id = t.question
                WHERE s.id = ? AND s.person = ? ORDER BY t.position""",
            (sitting, person),
        ).fetchall()
        if not rows:
            raise SittingUnknown
        return Sitting(id=sitting, tasks=tuple(_task(*row) for row in rows))

    def _due(self, connection: sqlite3.Connection, person: str) -> list[QuizItem]:
        rows = connection.execute(
            """SELECT q.data FROM card c JOIN question q ON q.id = c.question
                WHERE c.person = ? AND c.due <= ? ORDER BY c.due, q.id""",
            (person, self._stamp()),
        )
        return [item_from_json(json.loads(data)) for (data,) in rows]

    def _stamp(self) -> str:
        return self._now().isoformat()


def _task(data: str, given: str | None, verdict: str | None) -> Task:
    item = item_from_json(json.loads(data))
    if verdict == _GONE:
        return Task(item=item, gone=True)
    if verdict is None or given is None:
        return Task(item=item)
    said = json.loads(given)
    return Task(
        item=item,
        given=Given(text=said["text"], places=tuple(said["places"])),
        verdict=Verdict(verdict),
    )


def _about(item: QuizItem, topics: tuple[str, ...]) -> bool:
    said = (item.topic, *item.section)
    return not topics or any(topic in text for topic in topics for text in said)
