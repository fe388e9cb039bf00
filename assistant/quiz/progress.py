"""What learners know and miss (学习进度), for themselves and for a mentor."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from assistant.quiz.grading import Verdict
from assistant.quiz.progress_rows import question_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.quiz.model import QuizItem
    from assistant.quiz.progress_file import ProgressFile

__all__ = ["Learner", "Missed", "Overview", "TopicScore", "overview"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """One learner in sum (学员)."""

    name: str
    answered: int
    right: int
    due: int
    last: str
    """Day of the last answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicScore:
    """Answers of one learner on one topic (主题得分)."""

    name: str
    topic: str
    answered: int
    right: int
    partly: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A question and how often it was not answered right (错题)."""

    item: QuizItem
    missed: int
    answered: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """All that a mentor sees (带教视图)."""

    learners: tuple[Learner, ...]
    topics: tuple[TopicScore, ...]
    missed: tuple[Missed, ...]
    """The most missed first."""


def overview(
    file: ProgressFile,
    name: str | None = None,
    *,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Overview:
    """Progress of one learner, or of all."""
    with file.reading() as connection:
        rows = connection.execute(
            """SELECT s.person, q.id, q.topic, t.verdict, t.at FROM task t
                JOIN sitting s ON s.id = t.sitting JOIN question q ON q.id = t.question
                WHERE t.at IS NOT NULL AND (? IS NULL OR s.person = ?)
                ORDER BY t.at""",
            (name, name),
        ).fetchall()
        due = Counter(
            person
            for (person,) in connection.execute(
                "SELECT person FROM card WHERE due <= ?", (now().isoformat(),)
            )
        )
        wrong = [row[1] for row in rows if row[3] != Verdict.RIGHT]
        questions = {
            id_: data
            for id_ in sorted(set(wrong))
            for (data,) in connection.execute("SELECT data FROM question WHERE id = ?", (id_,))
        }
        missed = _missed(rows, questions)
    return Overview(learners=_learners(rows, due), topics=_topics(rows), missed=missed)


_Row = tuple[str, str, str, str, str]


def _learners(rows: list[_Row], due: Counter[str]) -> tuple[Learner, ...]:
    by_name: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        by_name[row[0]].append(row)
    return tuple(
        Learner(
            name=name,
            answered=len(those),
            right=sum(row[3] == Verdict.RIGHT for row in those),
            due=due[name],
            last=those[-1][4][:10],
        )
        for name, those in sorted(by_name.items())
    )


def _topics(rows: list[_Row]) -> tuple[TopicScore, ...]:
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for name, _, topic, verdict, _ in rows:
        counts[name, topic][verdict] += 1
    return tuple(
        TopicScore(
            name=name,
            topic=topic,
            answered=sum(count.values()),
            right=count[Verdict.RIGHT],
            partly=count[Verdict.PARTLY],
        )
        for (name, topic), count in sorted(counts.items())
    )


def _missed(rows: list[_Row], questions: dict[str, str]) -> tuple[Missed, ...]:
    answered = Counter(row[1] for row in rows)
    names: dict[str, set[str]] = defaultdict(set)
    missed: Counter[str] = Counter()
    for name, id_, _, verdict, _ in rows:
        if verdict != Verdict.RIGHT:
            missed[id_] += 1
            names[id_].add(name)
    order = sorted(missed, key=lambda id_: (-missed[id_], -missed[id_] / answered[id_], id_))
    return tuple(
        Missed(
            item=question_in(questions[id_]),
            missed=missed[id_],
            answered=answered[id_],
            names=tuple(sorted(names[id_])),
        )
        for id_ in order
    )
