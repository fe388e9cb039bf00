"""Damaged, newer and foreign files of progress: told, kept aside, never wiped."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from typing import TYPE_CHECKING, cast

import pytest

from assistant.quiz.bank import QuestionBank, Wanted
from assistant.quiz.grading import Verdict
from assistant.quiz.practice import Practice
from assistant.quiz.progress import overview
from assistant.quiz.progress_file import ProgressFile
from corpus.errors import (
    ProgressNewer,
    ProgressUnusable,
)
from tests.assistant.quiz.sitting import RIGHT, WRONG, Clock, FewQuestions, open_practice

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "spoilt",
    [
        "UPDATE question SET data = '{}' WHERE id = 'q1'",
        "UPDATE question SET data = '没有题' WHERE id = 'q1'",
        "UPDATE question SET data = json_set(data, '$.stem', 5) WHERE id = 'q1'",
        "UPDATE question SET data = CAST(x'ff80' AS TEXT) WHERE id = 'q1'",
        "DELETE FROM question WHERE id = 'q1'",
        "UPDATE task SET given = '[]' WHERE question = 'q1'",
        "UPDATE task SET verdict = '也许' WHERE question = 'q1'",
        "UPDATE card SET state = '{}' WHERE question = 'q1'",
    ],
)
def test_rows_that_cannot_be_read_are_left_out_and_kept_in_a_copy(
    file: Path, bank: FewQuestions, clock: Clock, spoilt: str
) -> None:
    practice = open_practice(file, bank, clock)
    first = practice.begin("王敏", Wanted(count=4))
    for position in range(3):
        practice.answer("王敏", first.id, position, WRONG)
    with sqlite3.connect(file) as broken:
        broken.execute(spoilt)
    broken.close()
    kept = ProgressFile(file)
    again = Practice(kept, cast("QuestionBank", bank), now=clock)
    clock.now += timedelta(days=1)
    standing = again.standing("王敏")
    assert kept.left_out > 0
    assert kept.aside is not None
    with sqlite3.connect(kept.aside) as copy:
        (tasks,) = copy.execute("SELECT COUNT(*) FROM task").fetchone()
    copy.close()
    assert tasks == 4
    assert standing.known in (2, 3)
    assert standing.sitting is not None
    open_at = standing.sitting.position
    assert open_at is not None
    assert standing.sitting.tasks[open_at].item.id == "q3"
    done = again.answer("王敏", first.id, open_at, RIGHT)
    assert done.sitting.tasks[open_at].verdict is Verdict.RIGHT
    assert overview(kept, now=clock).learners[0].answered in (3, 4)
    later = ProgressFile(file)
    Practice(later, cast("QuestionBank", bank), now=clock).standing("王敏")
    assert (later.aside, later.left_out) == (None, 0)


def test_a_row_that_breaks_while_the_program_runs_is_told_and_then_left_out(
    file: Path, bank: FewQuestions, clock: Clock
) -> None:
    kept = ProgressFile(file)
    practice = Practice(kept, cast("QuestionBank", bank), now=clock)
    practice.begin("王敏", Wanted(count=2))
    with sqlite3.connect(file) as broken:
        broken.execute("UPDATE question SET data = '{}' WHERE id = 'q0'")
    broken.close()
    with pytest.raises(ProgressUnusable):
        practice.standing("王敏")
    left = practice.resume("王敏")
    assert left is not None
    assert [task.item.id for task in left.tasks] == ["q1"]
    assert kept.left_out == 2


def test_a_file_with_other_columns_is_put_aside(
    file: Path, bank: FewQuestions, clock: Clock
) -> None:
    file.parent.mkdir()
    with sqlite3.connect(file) as other:
        for table in ("question", "card", "sitting", "task"):
            other.execute(f"CREATE TABLE {table} (x)")
    other.close()
    kept = ProgressFile(file)
    assert Practice(kept, cast("QuestionBank", bank), now=clock).standing("王敏").known == 0
    assert kept.aside is not None


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
    practice = open_practice(file, bank, clock)
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
    open_practice(file, bank, clock).begin("王敏", Wanted(count=1))
    with sqlite3.connect(file) as newer:
        newer.execute("PRAGMA user_version = 9")
    newer.close()
    before = file.read_bytes()
    with pytest.raises(ProgressNewer):
        open_practice(file, bank, clock).standing("王敏")
    assert file.read_bytes() == before


def test_a_folder_that_is_a_file_is_told(tmp_path: Path, bank: FewQuestions, clock: Clock) -> None:
    (tmp_path / "占用").write_text("x", encoding="utf-8")
    with pytest.raises(ProgressUnusable):
        open_practice(tmp_path / "占用" / "progress.sqlite", bank, clock).standing("王敏")
