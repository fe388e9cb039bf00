"""What practice is tested with: a bank of given questions, and a clock (练习的测试件)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, cast

from assistant.quiz.grading import Given
from assistant.quiz.practice import Practice
from assistant.quiz.progress_file import ProgressFile

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.quiz.bank import QuestionBank, Wanted
    from assistant.quiz.model import QuizItem

RIGHT, WRONG = Given(places=(1,)), Given(places=(0,))


class FewQuestions:
    """A bank of given questions; reports can be taken away."""

    def __init__(self, *items: QuizItem) -> None:
        self.items = items
        self.removed: set[str] = set()

    def draw(self, wanted: Wanted) -> tuple[QuizItem, ...]:
        fitting = [one for one in self.items if one.id not in wanted.without and self.holds(one)]
        return tuple(fitting[: wanted.count])

    def holds(self, item: QuizItem) -> bool:
        return not item.reports & self.removed


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def open_practice(file: Path, bank: FewQuestions, clock: Clock) -> Practice:
    """Practice over the given questions, kept in a file."""
    return Practice(ProgressFile(file), cast("QuestionBank", bank), now=clock)
