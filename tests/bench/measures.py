"""What is measured (各项测量): ours and stock in turn, so that both meet the same machine."""

from __future__ import annotations

import shutil
import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.model import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tests.bench.pipelines import OurPipeline, StockPipeline

__all__ = ["Asked", "Times", "index_times", "question_times", "rebuild_times"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Seconds of the same work done by both, pair by pair."""

    ours: list[float]
    stock: list[float]

    @property
    def ratio(self) -> float:
        """The median of the pairs' ratios: what slows the machine slows both of a pair."""
        pairs = zip(self.ours, self.stock, strict=True)
        return statistics.median(ours / stock for ours, stock in pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The questions' times and what became of them."""

    times: Times
    answered: int
    encoded: int
    """Questions of ours that words alone did not decide."""


def index_times(
    ours: OurPipeline, stock: StockPipeline, files: Sequence[Path], folder: Path, rounds: int
) -> Times:
    """Index the files from nothing, `rounds` times each; models are loaded, ours ends on disk."""
    mine, theirs = [], []
    for number in range(rounds):
        fresh = folder / f"round-{number}"
        mine.append(_seconds(lambda fresh=fresh: ours.index(files, fresh)))  # type: ignore[misc]
        theirs.append(_seconds(lambda: stock.index(files)))
        shutil.rmtree(fresh)
    return Times(ours=mine, stock=theirs)


def rebuild_times(
    ours: OurPipeline, files: Sequence[Path], folder: Path, edits: int
) -> list[float]:
    """Rebuild after one sentence was edited, `edits` times, another report and place each."""
    copies = [folder / "edited" / file.name for file in files]
    copies[0].parent.mkdir(parents=True)
    for file, copy in zip(files, copies, strict=True):
        shutil.copyfile(file, copy)
    index = folder / "rebuilt"
    ours.index(copies, index)
    taken = []
    for number in range(edits):
        _edit(copies[number % len(copies)], (number + 1) / (edits + 1))
        taken.append(_seconds(lambda: ours.index(copies, index)))
    return taken


def _edit(file: Path, place: float) -> None:
    """Add words to the sentence at this part of a report."""
    text = file.read_text(encoding="utf-8")
    end = text.index("。", int(len(text) * place))
    file.write_text(f"{text[:end]},并持续抓好落实{text[end:]}", encoding="utf-8")


def question_times(
    ours: OurPipeline, stock: StockPipeline, questions: Sequence[str], warm_up: Sequence[str]
) -> Asked:
    """Ask every question once of each; both have an index, and warmed up on other questions."""
    for question in warm_up:
        ours.ask(question)
        stock.ask(question)
    before = ours.embeddings.queries
    mine, theirs, answered = [], [], 0
    for number, question in enumerate(questions):
        # Whoever goes second finds the processor's caches in another state: they take turns.
        if number % 2:
            theirs.append(_seconds(lambda: stock.ask(question)))  # noqa: B023  called at once
        started = time.perf_counter()
        reply = ours.ask(question)
        mine.append(time.perf_counter() - started)
        if not number % 2:
            theirs.append(_seconds(lambda: stock.ask(question)))  # noqa: B023  called at once
        answered += isinstance(reply, Answer)
    return Asked(
        times=Times(ours=mine, stock=theirs),
        answered=answered,
        encoded=ours.embeddings.queries - before,
    )


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
