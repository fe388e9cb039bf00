"""Practice: sittings, due cards, restarts, other people and removed reports."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from assistant.quiz.bank import Wanted
from assistant.quiz.grading import Verdict
from assistant.quiz.practice import learner_name
from assistant.quiz.progress import overview
from assistant.quiz.progress_file import ProgressFile
from corpus.errors import (
    LearnerNameMissing,
    LearnerNameTooLong,
    QuizNothing,
    SittingUnknown,
)
from tests.assistant.quiz.sitting import RIGHT, WRONG, Clock, FewQuestions, open_practice

if TYPE_CHECKING:
    from pathlib import Path


def test_a_sitting_goes_on_after_a_restart(file: Path, bank: FewQuestions, clock: Clock) -> None:
    practice = open_practice(file, bank, clock)
    sitting = practice.begin("王敏", Wanted(count=5))
    assert [task.item.id for task in sitting.tasks] == ["q0", "q1", "q2", "q3", "q4"]
    practice.answer("王敏", sitting.id, 0, RIGHT)
    practice.answer("王敏", sitting.id, 1, WRONG)
    again = open_practice(file, bank, clock).resume(" 王敏 ")
    assert again is not None
    assert again.id == sitting.id
    assert again.position == 2
    assert [task.verdict for task in again.tasks[:2]] == [Verdict.RIGHT, Verdict.WRONG]
    assert [task.item for task in again.tasks] == [task.item for task in sitting.tasks]
    for position in (2, 3, 4):
        done = practice.answer("王敏", sitting.id, position, RIGHT)
    assert done.sitting.position is None
    assert practice.resume("王敏") is None


def test_due_cards_come_first_and_what_is_known_is_not_asked_again(
    file: Path, bank: FewQuestions, clock: Clock
) -> None:
    practice = open_practice(file, bank, clock)
    first = practice.begin("王敏", Wanted(count=3))
    for position, given in enumerate((RIGHT, WRONG, RIGHT)):
        practice.answer("王敏", first.id, position, given)
    clock.now += timedelta(minutes=2)  # what was wrong is due again, what was right is not yet
    standing = practice.standing("王敏")
    assert (standing.known, standing.due, standing.resting) == (3, 1, 0)
    second = practice.begin("王敏", Wanted(count=3))
    assert [task.item.id for task in second.tasks] == ["q1", "q3", "q4"]
    clock.now += timedelta(days=30)
    third = practice.begin("王敏", Wanted(count=10))
    assert {task.item.id for task in third.tasks[:3]} == {"q0", "q1", "q2"}
    assert len(third.tasks) == 8


def test_two_people_never_mix(file: Path, bank: FewQuestions, clock: Clock) -> None:
    practice = open_practice(file, bank, clock)
    hers = practice.begin("王敏", Wanted(count=3))
    his = practice.begin("李强", Wanted(count=3))
    practice.answer("王敏", hers.id, 0, WRONG)
    with pytest.raises(SittingUnknown):
        practice.answer("李强", hers.id, 1, RIGHT)
    assert practice.standing("李强").known == 0
    left = practice.resume("李强")
    assert left is not None
    assert (left.id, left.position) == (his.id, 0)
    seen = overview(ProgressFile(file), "李强", now=clock)
    assert (seen.learners, seen.missed) == ((), ())


def test_two_windows_under_one_name_answer_a_question_once(
    file: Path, bank: FewQuestions, clock: Clock
) -> None:
    one, other = open_practice(file, bank, clock), open_practice(file, bank, clock)
    sitting = one.begin("王敏", Wanted(count=2))
    one.answer("王敏", sitting.id, 0, WRONG)
    late = other.answer("王敏", sitting.id, 0, RIGHT)
    assert late.again
    assert late.grade.verdict is Verdict.WRONG
    assert late.sitting.position == 1
    assert overview(ProgressFile(file), now=clock).learners[0].answered == 1


@pytest.mark.parametrize(("sitting", "position"), [(99, 0), (1, 7), (1, -1)])
def test_ids_that_do_not_exist_are_told(
    file: Path, bank: FewQuestions, clock: Clock, sitting: int, position: int
) -> None:
    practice = open_practice(file, bank, clock)
    practice.begin("王敏", Wanted(count=2))
    with pytest.raises(SittingUnknown):
        practice.answer("王敏", sitting, position, RIGHT)


def test_cards_of_a_removed_report_rest_until_it_is_back(
    file: Path, bank: FewQuestions, clock: Clock
) -> None:
    practice = open_practice(file, bank, clock)
    sitting = practice.begin("王敏", Wanted(count=6))
    practice.answer("王敏", sitting.id, 0, WRONG)
    clock.now += timedelta(hours=1)
    bank.removed.add("r1")
    left = practice.resume("王敏")
    assert left is not None
    assert left.position == 4
    assert [task.gone for task in left.tasks] == [False, True, True, True, False, False]
    with pytest.raises(SittingUnknown):
        practice.answer("王敏", sitting.id, 1, RIGHT)
    standing = practice.standing("王敏")
    assert (standing.due, standing.resting) == (0, 1)
    fresh = practice.begin("王敏", Wanted(count=5))
    assert {task.item.id for task in fresh.tasks} == {"q4", "q5", "q6", "q7"}
    bank.removed.clear()
    assert practice.standing("王敏").due == 1


def test_a_sitting_whose_reports_are_all_gone_waits_for_them(
    file: Path, bank: FewQuestions, clock: Clock
) -> None:
    practice = open_practice(file, bank, clock)
    sitting = practice.begin("王敏", Wanted(count=2))
    bank.removed = {"r1", "r2"}
    assert practice.resume("王敏") is None
    with pytest.raises(QuizNothing):
        practice.begin("王敏", Wanted(count=2))
    bank.removed = set()
    back = practice.resume("王敏")
    assert back is not None
    assert (back.id, back.position) == (sitting.id, 0)


def test_questions_come_back_with_their_report(
    file: Path, bank: FewQuestions, clock: Clock
) -> None:
    practice = open_practice(file, bank, clock)
    sitting = practice.begin("王敏", Wanted(count=6))
    bank.removed.add("r1")
    practice.answer("王敏", sitting.id, 4, RIGHT)
    done = practice.answer("王敏", sitting.id, 5, RIGHT)
    assert done.sitting.position is None
    assert practice.resume("王敏") is None
    bank.removed.clear()
    back = practice.resume("王敏")
    assert back is not None
    assert back.position == 0
    for position in range(4):
        practice.answer("王敏", sitting.id, position, RIGHT)
    assert practice.resume("王敏") is None
    assert practice.standing("王敏").known == 6


def test_an_ended_sitting_takes_no_answers(file: Path, bank: FewQuestions, clock: Clock) -> None:
    practice = open_practice(file, bank, clock)
    old = practice.begin("王敏", Wanted(count=3))
    practice.answer("王敏", old.id, 0, WRONG)
    practice.begin("王敏", Wanted(count=3))
    with pytest.raises(SittingUnknown):
        practice.answer("王敏", old.id, 1, RIGHT)
    assert practice.answer("王敏", old.id, 0, RIGHT).grade.verdict is Verdict.WRONG
    assert practice.standing("王敏").known == 1


def test_a_removed_report_takes_no_answers(file: Path, bank: FewQuestions, clock: Clock) -> None:
    practice = open_practice(file, bank, clock)
    sitting = practice.begin("王敏", Wanted(count=2))
    bank.removed.add("r1")
    with pytest.raises(SittingUnknown):
        practice.answer("王敏", sitting.id, 0, RIGHT)
    assert practice.standing("王敏").known == 0


def test_names() -> None:
    assert learner_name("  王\u3000敏 ") == "王 敏"
    for unseen in (
        "王\u200b敏",
        "\ufeff王敏",
        "王\u2060敏\u200d",
        "王敏\ufe0f",
        "王\u0000敏",
        "王敏\u3164",
    ):
        assert learner_name(unseen) == "王敏"
    for empty in ("", "  ", "\n", "\u200b", "\u3164 "):
        with pytest.raises(LearnerNameMissing):
            learner_name(empty)
    with pytest.raises(LearnerNameTooLong):
        learner_name("王" * 21)


def test_what_is_missed_most_comes_first(file: Path, bank: FewQuestions, clock: Clock) -> None:
    practice = open_practice(file, bank, clock)
    for name, answers in (("王敏", (RIGHT, WRONG, WRONG)), ("李强", (RIGHT, RIGHT, WRONG))):
        sitting = practice.begin(name, Wanted(count=3))
        for position, given in enumerate(answers):
            practice.answer(name, sitting.id, position, given)
    seen = overview(ProgressFile(file), now=clock)
    assert [(one.item.id, one.missed, one.names) for one in seen.missed] == [
        ("q2", 2, ("李强", "王敏")),
        ("q1", 1, ("王敏",)),
    ]
    assert [(one.name, one.answered, one.right) for one in seen.learners] == [
        ("李强", 3, 2),
        ("王敏", 3, 1),
    ]
    assert {one.topic for one in seen.topics} == {"行政复议与应诉"}
