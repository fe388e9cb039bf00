"""The assistant is asked the questions: what it answers must be the key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from assistant.model import Refusal
from assistant.quiz.bank import QuestionBank, Wanted
from assistant.quiz.model import Difficulty, Kind
from corpus.fold import fold
from tests.golden.corpora import CORPORA, open_library

if TYPE_CHECKING:
    from assistant.quiz.model import QuizItem
    from assistant.service import Assistant

pytestmark = pytest.mark.embedder
_SHARES = {"anju": 35, "invented": 100, "provinces": 65}
_FLOOR = 0.97
_ASKED = (Difficulty.DIRECT, Difficulty.PARAPHRASE)


def _items(assistant: Assistant, count: int) -> list[QuizItem]:
    wanted = Wanted(count=10_000, kinds=(Kind.CHOICE, Kind.SHORT), seed=23)
    items = QuestionBank(assistant).draw(wanted)
    return [one for one in items if one.number and one.difficulty in _ASKED][:count]


def _agrees(assistant: Assistant, item: QuizItem) -> bool:
    reply = assistant.ask(item.stem)
    if isinstance(reply, Refusal) or item.number is None:
        return False
    said = "".join(statement.text for statement in reply.statements)
    edge = r"(?<![\d.])" if item.number.written[0].isdigit() else ""
    written = re.escape(item.number.written)
    return re.search(edge + written, re.sub(r"\s", "", fold(said))) is not None


def test_the_assistant_gives_the_keyed_answer() -> None:
    asked = wrong = 0
    for name, count in _SHARES.items():
        if not CORPORA[name].files:
            continue  # the provincial reports lie beside some checkouts only
        library = open_library(name)
        items = _items(library, count)
        asked += len(items)
        wrong += sum(not _agrees(library, item) for item in items)
    assert asked >= 135
    assert 1 - wrong / asked >= _FLOOR, f"{wrong} of {asked}"
