"""How soon a finished sentence of a model is on the page (成文), gate and drawing included."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

from typing_extensions import override

from assistant.views.conversation import converse
from assistant.views.talk import talk_view
from assistant.writing.writer import Writer
from tests.assistant.shelves import YUNXI_2022
from tests.assistant.writing.stubs import Says, chat_of, library
from tests.bench.table import Row

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from assistant.model import Answer, Turn
    from assistant.writing.writer import Progress

__all__ = ["measure_first_sentence", "writing_rows"]

_SENTENCE = "2022年,云溪县受理行政复议申请37件[1]。"
_QUESTION = "受理了多少件行政复议案件?"
_BAR = 0.5
"""Seconds from the model's full stop to the drawn talk."""
_ROUNDS = 20


class _Desk:
    """An assistant over one invented report, with a model that pauses behind its sentence."""

    def __init__(self) -> None:
        self.finished = 0.0
        chat = chat_of(lambda _: _Told(self))
        if isinstance(chat.model, Says):
            chat.model.size = 1
        self._writer = Writer(chat)
        self._asker = library(YUNXI_2022)

    def answering(self, question: str, history: Sequence[Turn]) -> Generator[Progress]:
        """An answer on its way."""
        return self._writer.answer(self._asker, question, history)

    def table(self, answer: Answer) -> None:
        """Nothing is set side by side."""
        del answer


class _Told(list[object]):
    """What the model says; the time is noted as its full stop goes out."""

    def __init__(self, desk: _Desk) -> None:
        super().__init__()
        self._desk = desk

    @override
    def __iter__(self) -> Iterator[object]:
        yield 0.3
        yield _SENTENCE[:-1]
        self._desk.finished = time.perf_counter()
        yield _SENTENCE[-1]
        yield 0.5
        yield "办结34件[1]。"


def writing_rows() -> list[Row]:
    """One row: the median over some answers, and the slowest."""
    waits = [measure_first_sentence() for _ in range(_ROUNDS)]
    middle = statistics.median(waits)
    return [
        Row(
            measure=f"语言模型写完第一句到这句过关、画好(对照:{_BAR} 秒)",
            ours=f"{middle * 1000:.0f} 毫秒,最慢 {max(waits) * 1000:.0f} 毫秒",
            ratio=middle / _BAR,
            bar=1.0,
        )
    ]


def measure_first_sentence() -> float:
    """Seconds from the end of the model's first sentence to the talk that shows it."""
    desk = _Desk()
    for talk in converse(desk, _QUESTION, ()):
        drawn = talk_view(talk, bare=False)
        if talk[-1].passed and "37件" in drawn:
            return time.perf_counter() - desk.finished
    raise RuntimeError("the sentence did not pass")
