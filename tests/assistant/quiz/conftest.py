"""A few questions, a clock that goes on by itself and a file to practise with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.quiz.made import choice
from tests.assistant.quiz.sitting import Clock, FewQuestions

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def bank() -> FewQuestions:
    return FewQuestions(*(choice(f"q{n}", report="r1" if n < 4 else "r2") for n in range(8)))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "进度" / "progress.sqlite"
