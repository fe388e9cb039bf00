"""What a real model made of training questions, recorded, through the gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.grounding import grounded
from assistant.model import Statement
from tests.assistant.writing.stem_audit import bad
from tests.golden.rewording import COUNT, recorded, reworded, shelf

if TYPE_CHECKING:
    from assistant.quiz.model import QuizItem
    from assistant.service import Assistant

Replayed = tuple["Assistant", list[tuple["QuizItem", "QuizItem"]]]


@pytest.fixture(scope="module")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> Replayed:
    assistant = shelf(tmp_path_factory.mktemp("reworded"))
    return assistant, list(reworded(assistant, recorded()))


def test_no_recorded_wording_spoils_a_question(replayed: Replayed) -> None:
    assistant, pairs = replayed
    assert len(pairs) == COUNT
    assert [fault for pair in pairs for fault in bad(assistant, *pair)] == []


def test_every_explanation_is_proved(replayed: Replayed) -> None:
    for before, after in replayed[1]:
        if before.explanation != after.explanation:
            assert grounded(Statement(text=after.explanation, citations=after.citations))


def test_recorded_wordings_are_used(replayed: Replayed) -> None:
    assert sum(before.stem != after.stem for before, after in replayed[1]) >= 2


def test_the_same_recordings_give_the_same_questions(replayed: Replayed) -> None:
    assistant, pairs = replayed
    assert list(reworded(assistant, recorded())) == pairs
