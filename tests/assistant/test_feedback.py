"""Opinions are kept, changed, withdrawn, and safe from each other."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from assistant.feedback import COMMENT_LIMIT, FeedbackStore

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path) -> FeedbackStore:
    return FeedbackStore(tmp_path / "new folder" / "feedback.sqlite3")


def test_an_opinion_holds_question_answer_time_and_comment(store: FeedbackStore) -> None:
    row = store.rate(question="复议几件?", answer="14件。", liked=False)
    store.comment(row, "少了“办结”'); DROP TABLE feedback; --")
    (entry,) = store.entries()
    assert (entry.id, entry.question, entry.answer, entry.liked) == (
        row,
        "复议几件?",
        "14件。",
        False,
    )
    assert entry.comment == "少了“办结”'); DROP TABLE feedback; --"
    assert abs(datetime.now(UTC) - entry.at) < timedelta(minutes=1)


def test_a_later_comment_replaces_the_first_and_is_cut_at_the_limit(store: FeedbackStore) -> None:
    row = store.rate(question="问", answer="答", liked=True)
    store.comment(row, "初")
    store.comment(row, "改" * (COMMENT_LIMIT + 1))
    assert store.entries()[0].comment == "改" * COMMENT_LIMIT


def test_a_withdrawn_opinion_is_gone_and_the_others_stay(store: FeedbackStore) -> None:
    first = store.rate(question="一", answer="答", liked=True)
    store.rate(question="二", answer="答", liked=True)
    store.withdraw(first)
    assert [entry.question for entry in store.entries()] == ["二"]


def test_opinions_survive_the_program(tmp_path: Path) -> None:
    FeedbackStore(tmp_path / "f").rate(question="问", answer="答", liked=True)
    assert len(FeedbackStore(tmp_path / "f").entries()) == 1


def test_many_readers_may_vote_at_once(store: FeedbackStore) -> None:
    with ThreadPoolExecutor(8) as readers:
        votes = [
            readers.submit(store.rate, question=str(number), answer="答", liked=True)
            for number in range(40)
        ]
    assert len({vote.result() for vote in votes}) == 40
    assert {entry.question for entry in store.entries()} == {str(number) for number in range(40)}


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "feedback.sqlite3"
    file.write_text("工作笔记" * 400, encoding="utf-8")
    with pytest.raises(sqlite3.Error):
        FeedbackStore(file).rate(question="问", answer="答", liked=True)
    assert file.read_text(encoding="utf-8") == "工作笔记" * 400
