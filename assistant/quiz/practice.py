"""Practice that remembers (练习): sittings that go on after a restart, cards that come due.

Each learner is a name; what one does never touches another. Two browsers under one name see one
sitting: whoever answers a question first has answered it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from assistant.quiz.grading import Given, Grade, Verdict, grade
from assistant.quiz.item_json import item_to_json
from assistant.quiz.progress_rows import answer_in, question_in
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
_UNSEEN = ("Cf", "Cc", "Cs")
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\ufe00-\ufe0f]")
"""Letters and marks that show as nothing, besides the categories of characters that do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One question of a sitting (题次)."""

    item: QuizItem
    row: int
    """Its place in the progress file."""
    given: Given | None = None
    verdict: Verdict | None = None
    gone: bool = False
    """It is not answered, and its report is not in the library now."""

    @property
    def open(self) -> bool:
        """Whether it is still to be answered."""
        return self.verdict is None and not self.gone


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Questions answered one after the other (一次练习)."""

    id: int
    tasks: tuple[Task, ...]
    ended: bool = False
    """All was answered, or another was begun: it takes no more answers."""

    @property
    def position(self) -> int | None:
        """The first question that can be answered; None when there is none."""
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
    """A name as it is kept: no two look the same.

    Raises `LearnerNameMissing` and `LearnerNameTooLong`.
    """
    seen = " ".join(unicodedata.normalize("NFKC", name).split())
    shown = "".join(char for char in seen if unicodedata.category(char) not in _UNSEEN)
    kept = " ".join(_BLANK.sub("", shown).split())
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
        """The sitting that was left open; None where nothing of it can be answered.

        Questions whose reports are gone are passed over until these are back.
        """
        return self._left_open(learner_name(name))

    def sitting(self, name: str, sitting: int) -> Sitting:
        """One sitting, ended or not. Raises `SittingUnknown` for what is not this learner's."""
        with self._file.reading() as connection:
            return self._sitting(connection, learner_name(name), sitting)

    def answer(self, name: str, sitting: int, position: int, given: Given) -> Answered:
        """Grade an answer and keep it.

        Raises `SittingUnknown` for what is not this learner's, is over, or lost its report.
        """
        person = learner_name(name)
        with self._file.writing() as connection:
            found = self._sitting(connection, person, sitting)
            if not 0 <= position < len(found.tasks):
                raise SittingUnknown
            task = found.tasks[position]
            again = task.verdict is not None
            if not again and (found.ended or task.gone):
                raise SittingUnknown
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
        item, row = sitting.tasks[position].item, sitting.tasks[position].row
        words = json.dumps({"text": given.text, "places": given.places}, ensure_ascii=False)
        connection.execute(
            "UPDATE task SET given = ?, verdict = ?, at = ? WHERE sitting = ? AND position = ?",
            (words, verdict.value, now.isoformat(), sitting.id, row),
        )
        held = connection.execute(
            "SELECT state FROM card WHERE person = ? AND question = ?", (person, item.id)
        ).fetchone()
        state, due = reviewed(held[0] if held else None, verdict, now)
        connection.execute(
            "INSERT OR REPLACE INTO card (person, question, due, state) VALUES (?, ?, ?, ?)",
            (person, item.id, due.isoformat(), state),
        )
        if all(task.verdict for at, task in enumerate(sitting.tasks) if at != position):
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
        return Sitting(
            id=id_, tasks=tuple(Task(item=item, row=row) for row, item in enumerate(items))
        )

    def _left_open(self, person: str) -> Sitting | None:
        with self._file.reading() as connection:
            row = connection.execute(
                "SELECT id FROM sitting WHERE person = ? AND ended IS NULL ORDER BY id DESC",
                (person,),
            ).fetchone()
            found = self._sitting(connection, person, row[0]) if row else None
        return None if found is None or found.position is None else found

    def _sitting(self, connection: sqlite3.Connection, person: str, sitting: int) -> Sitting:
        rows = connection.execute(
            """SELECT s.ended, t.position, q.data, t.given, t.verdict FROM task t
                JOIN sitting s ON s.id = t.sitting JOIN question q ON q.id = t.question
                WHERE s.id = ? AND s.person = ? ORDER BY t.position""",
            (sitting, person),
        ).fetchall()
        if not rows:
            raise SittingUnknown
        return Sitting(
            id=sitting,
            tasks=tuple(self._task(*row[1:]) for row in rows),
            ended=rows[0][0] is not None,
        )

    def _task(self, row: int, data: str, given: str | None, verdict: str | None) -> Task:
        item = question_in(data)
        answered = answer_in(given, verdict)
        if answered is None:
            return Task(item=item, row=row, gone=not self._bank.holds(item))
        return Task(item=item, row=row, given=answered[0], verdict=answered[1])

    def _due(self, connection: sqlite3.Connection, person: str) -> list[QuizItem]:
        rows = connection.execute(
            """SELECT q.data FROM card c JOIN question q ON q.id = c.question
                WHERE c.person = ? AND c.due <= ? ORDER BY c.due, q.id""",
            (person, self._stamp()),
        )
        return [question_in(data) for (data,) in rows]

    def _stamp(self) -> str:
        return self._now().isoformat()


def _about(item: QuizItem, topics: tuple[str, ...]) -> bool:
    said = (item.topic, *item.section)
    return not topics or any(topic in text for topic in topics for text in said)
