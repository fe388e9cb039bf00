"""How long it takes to make questions (出题): ten reports, index built before."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.quiz.bank import QuestionBank, Wanted
from assistant.service import Assistant
from tests.bench.table import Row
from tests.embedders import HashEmbeddings
from tests.golden.corpora import CORPORA

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["measure_making", "quiz_rows"]

_QUESTIONS, _REPORTS = 1000, 10
_BAR = 5.0
"""Seconds for so many questions."""


def quiz_rows() -> list[Row]:
    """One row: a thousand questions from the ten longest invented reports, twice."""
    files = [*CORPORA["invented"].files, *CORPORA["more"].files]
    files = sorted(files, key=lambda file: file.stat().st_size)[-_REPORTS:]
    first, again, made = measure_making(files, _QUESTIONS)
    return [
        Row(
            measure=f"从 {len(files)} 份报告出 {made} 道题(索引已建;对照:{_BAR:.0f} 秒)",
            ours=f"{first:.2f} 秒,再出一次 {again:.2f} 秒",
            ratio=first / _BAR,
            bar=1.0,
        )
    ]


def measure_making(files: Sequence[Path], count: int) -> tuple[float, float, int]:
    """Seconds for the first draw and for another, and how many questions there were."""
    with tempfile.TemporaryDirectory() as place:
        # Questions do not depend on the vectors.
        assistant = Assistant(Path(place) / "索引", embeddings=HashEmbeddings(), model="hash")
        assistant.add(list(files))
        assistant.cards()
        bank = QuestionBank(assistant)
        start = time.perf_counter()
        made = len(bank.draw(Wanted(count=count, seed=1)))
        first = time.perf_counter()
        bank.draw(Wanted(count=count, seed=2))
        return first - start, time.perf_counter() - first, made
