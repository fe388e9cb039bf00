"""Practice: sittings, due cards, restarts, other people, removed reports and damaged files."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, cast

import pytest

from assistant.quiz.bank import QuestionBank, Wanted
from assistant.quiz.grading import Given, Verdict
from assistant.quiz.practice import Practice, learner_name
from assistant.quiz.progress import overview
from assistant.quiz.progress_file import ProgressFile
from corpus.errors import (
    LearnerNameMissing,
    LearnerNameTooLong,
    ProgressNewer,
    ProgressUnusable,
    QuizNothing,
    SittingUnknown,
)
from tests.assistant.quiz.made import choice

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.quiz.model import QuizItem

_RIGHT, _WRONG = Given(places=(1,)), Given(places=(0,))


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


@pytest.fixture
def bank() -> FewQuestions:
    return FewQuestions(*(choice(f"q{n}", report="r1" if n < 4 else "r2") for n in range(8)))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "进度" / "progress.sqlite"


def _open(file: Path, bank: FewQuestions, clock: Clock) -> Practice:
    return Practice(ProgressFile(file), cast("QuestionBank", bank), now=clock)


def test_a_sitting_goes_on_after_a_restart(file: Path, bank: FewQuestions, clock: Clock) -> None:
    practice = _open(file, bank, clock)
    sitting = practice.begin("王敏", Wanted(count=5))
    assert [task.item.id for task in sitting.tasks] == ["q0", "q1", "q2", "q3", "q4"]
    practice.answer("王敏", sitting.id, 0, _RIGHT)
    practice.answer("王敏", sitting.id, 1, _WRONG)
    again = _open(file, bank, clock).resume(" 王敏 ")
    assert again is not None
    assert again.id == sitting.id
    assert again.position == 2
    assert [task.verdict for task in again.tasks[:2]] == [Verdict.RIGHT, Verdict.WRONG]
    assert [task.item for task in again.tasks] == [task.item for task in sitting.tasks]
    for position in (2, 3, 4):
        done = practice.answer("王敏", sitting.id, position, _RIGHT)
    assert done.sitting.position is None
    assert practice.resume("王敏") is None


def test_due_cards_come_first_and_what_is_known_is_not_asked_again(
    file: Path, bank: FewQuestions, clock: Clock
) -> None:
    practice = _open(file, bank, clock)
    first = practice.begin("王敏", Wanted(count=3))
    for position, given in enumerate((_RIGHT, _WRONG, _RIGHT)):
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
    practice = _open(file, bank, clock)
    hers = practice.begin("王敏", Wanted(count=3))
    his = practice.begin("李强", Wanted(count=3))
    practice.answer("王敏", hers.id, 0, _WRONG)
    with pytest.raises(SittingUnknown):
        practice.answer("李强", hers.id, 1, _RIGHT)
    assert practice.standing("李强").known == 0
    left = practice.resume("李强")
    assert left is not None
    assert (left.id, left.position) == (his.id, 0)
    seen = overview(ProgressFile(file), "李强", now=clock)
    assert (seen.learners, seen.missed) == ((), ())


def test_two_windows_under_one_name_answer_a_question_once(
    file: Path, bank: FewQuestions, clock: Clock
) -> None:
    one, other = _open(file, bank, clock), _open(file, bank, clock)
    sitting = one.begin("王敏", Wanted(count=2))
    one.answer("王敏", sitting.id, 0, _WRONG)
    late = other.answer("王敏", sitting.id, 0, _RIGHT)
    assert late.again
    assert late.grade.verdict is Verdict.WRONG
    assert late.sitting.position == 1
    assert overview(ProgressFile(file), now=clock).learners[0].answered == 1


@pytest.mark.parametrize(("sitting", "position"), [(99, 0), (1, 7), (1, -1)])
def test_ids_that_do_not_exist_are_told(
    file: Path, bank: FewQuestions, clock: Clock, sitting: int, position: int
) -> None:
    practice = _open(file, bank, clock)
    practice.begin("王敏", Wanted(count=2))
    with pytest.raises(SittingUnknown):
        practice.answer("王敏", sitting, position, _RIGHT)


def test_cards_of_a_removed_report_rest_until_it_is_back(
    file: Path, bank: FewQuestions, clock: Clock
) -> None:
    practice = _open(file, bank, clock)
    sitting = practice.begin("王敏", Wanted(count=6))
    practice.answer("王敏", sitting.id, 0, _WRONG)
    clock.now += timedelta(hours=1)
    bank.removed.add("r1")
    left = practice.resume("王敏")
    assert left is not None
    assert left.position == 4
    assert [task.gone for task in left.tasks] == [False, True, True, True, False, False]
    with pytest.raises(SittingUnknown):
        practice.answer("王敏", sitting.id, 1, _RIGHT)
    standing = practice.standing("王敏")
    assert (standing.due, standing.resting) == (0, 1)
    fresh = practice.begin("王敏", Wanted(count=5))
    assert {task.item.id for task in fresh.tasks} == {"q4", "q5", "q6", "q7"}
    bank.removed.clear()
    assert practice.standing("王敏").due == 1


def test_a_sitting_whose_reports_are_all_gone_ends(
    file: Path, bank: FewQuestions, clock: Clock
) -> None:
    practice = _open(file, bank, clock)
    practice.begin("王敏", Wanted(count=2))
    bank.removed = {"r1", "r2"}
    assert practice.resume("王敏") is None
    with pytest.raises(QuizNothing):
        practice.begin("王敏", Wanted(count=2))


@pytest.mark.parametrize(
    "damage",
    [
        b"not a database at all, but long enough to be read as a page" * 40,
        b"SQLite format 3\x00" + b"\xff" * 4000,
    ],
    ids=["foreign", "torn"],
)
def test_a_damaged_file_is_put_aside_and_told(
    file: Path, bank: FewQuestions, clock: Clock, damage: bytes
) -> None:
    file.parent.mkdir()
    file.write_bytes(damage)
    kept = ProgressFile(file)
    practice = Practice(kept, cast("QuestionBank", bank), now=clock)
    assert practice.standing("王敏").known == 0
    assert kept.aside is not None
    assert kept.aside.name.startswith("progress.sqlite.damaged-")
    assert kept.aside.read_bytes() == damage
    practice.begin("王敏", Wanted(count=1))
    assert kept.aside.read_bytes() == damage


def test_a_page_torn_in_the_middle_is_found(file: Path, bank: FewQuestions, clock: Clock) -> None:
    practice = _open(file, bank, clock)
    practice.begin("王敏", Wanted(count=8))
    data = bytearray(file.read_bytes())
    data[5000:9000] = b"\x5a" * 4000
    file.write_bytes(data)
    kept = ProgressFile(file)
    assert Practice(kept, cast("QuestionBank", bank), now=clock).standing("王敏").known == 0
    assert kept.aside is not None
    assert kept.aside.read_bytes() == bytes(data)


def test_another_programs_database_is_put_aside_whole(
    file: Path, bank: FewQuestions, clock: Clock
) -> None:
    file.parent.mkdir()
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE 台账 (x)")
    other.close()
    kept = ProgressFile(file)
    Practice(kept, cast("QuestionBank", bank), now=clock).begin("王敏", Wanted(count=1))
    assert kept.aside is not None
    with sqlite3.connect(kept.aside) as there:
        assert there.execute("SELECT name FROM sqlite_master").fetchall() == [("台账",)]
    there.close()


def test_a_file_of_a_newer_program_is_left_alone(
    file: Path, bank: FewQuestions, clock: Clock
) -> None:
    _open(file, bank, clock).begin("王敏", Wanted(count=1))
    with sqlite3.connect(file) as newer:
        newer.execute("PRAGMA user_version = 9")
    newer.close()
    before = file.read_bytes()
    with pytest.raises(ProgressNewer):
        _open(file, bank, clock).standing("王敏")
    assert file.read_bytes() == before


def test_a_folder_that_is_a_file_is_told(tmp_path: Path, bank: FewQuestions, clock: Clock) -> None:
    (tmp_path / "占用").write_text("x", encoding="utf-8")
    with pytest.raises(ProgressUnusable):
        _open(tmp_path / "占用" / "progress.sqlite", bank, clock).standing("王敏")


def test_names() -> None:
    assert learner_name("  王\u3000敏 ") == "王 敏"
    for empty in ("", "  ", "\n"):
        with pytest.raises(LearnerNameMissing):
            learner_name(empty)
    with pytest.raises(LearnerNameTooLong):
        learner_name("王" * 21)


def test_what_is_missed_most_comes_first(file: Path, bank: FewQuestions, clock: Clock) -> None:
    practice = _open(file, bank, clock)
    for name, answers in (("王敏", (_RIGHT, _WRONG, _WRONG)), ("李强", (_RIGHT, _RIGHT, _WRONG))):
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
