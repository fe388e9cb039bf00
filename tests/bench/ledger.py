"""The ledger of many invented reports (台账规模): building it, and ranking over all of it.

`python -m tests.bench.ledger PLACES YEARS` builds one in this fresh process, which reads and
writes report by report without an encoder, asks it, and prints what it took as JSON.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tests.bench.material import ROOT
from tests.bench.memory import peak_so_far

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.ledger import Ledger
    from index.library_db import Library, ReportCard

__all__ = ["Scale", "build_and_rank", "measure_scale"]

_ROUNDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What a ledger of one size takes (规模测量)."""

    reports: int
    figures: int
    read: float
    """Seconds to invent and to read the reports, which belong to any build."""
    written: float
    """Seconds to write reports, passages and ledger, the groups of names included."""
    peak: int
    """Peak resident memory of the process in MB."""
    size: float
    """MB on disk."""
    p50: float
    p95: float
    """Milliseconds of a ranking: names, their groups, all their figures, sorted."""
    ranked: int
    """Figures that a ranking sorts, in the median."""
    asked_p50: float = 0.0
    asked_p95: float = 0.0
    """Milliseconds of a whole ranking question, from its words to the cited answer."""
    answered: int = 0
    """How many of the questions were answered."""


def measure_scale(places: int, years: int) -> Scale:
    """Measure in a fresh process; ask before this one has grown, as for `peak_memory`."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.ledger", str(places), str(years)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return Scale(**json.loads(done.stdout.splitlines()[-1]))


def build_and_rank(places: int, years: int, folder: Path) -> Scale:
    """Build the ledger of an invented world and rank by each of its indicators."""
    from corpus.read import read_report
    from index.library_db import Library, LibraryDraft
    from tests.invented.world import World

    draft = LibraryDraft(folder / "library.db")
    started, written, figures = time.perf_counter(), 0.0, 0
    for invented in World(places=places, years=years, flaws=False).reports():
        report = read_report(invented.text, file=f"{invented.stem}.txt")
        before = time.perf_counter()
        if report.id not in draft.ids:
            draft.put(report, "")
            figures += len(report.figures)
        written += time.perf_counter() - before
    before = time.perf_counter()
    draft.finish([])
    ended = time.perf_counter()
    peak = peak_so_far()
    library = Library(folder / "library.db")
    asked = list(_rankings(library.ledger))
    taken = [milliseconds for milliseconds, _ in asked]
    questions, answered = _questions(library)
    library.close()
    return Scale(
        reports=len(draft.ids),
        figures=figures,
        read=before - started - written,
        written=written + ended - before,
        peak=peak,
        size=(folder / "library.db").stat().st_size / 1e6,
        p50=float(np.percentile(taken, 50)),
        p95=float(np.percentile(taken, 95)),
        ranked=int(np.median([ranked for _, ranked in asked])),
        asked_p50=float(np.percentile(questions, 50)),
        asked_p95=float(np.percentile(questions, 95)),
        answered=answered,
    )


def _rankings(ledger: Ledger) -> Iterator[tuple[float, int]]:
    """Every indicator ranked over all reports: milliseconds, in the median of rounds, and figures.

    The rounds keep what else the machine does out of the questions' spread.
    """
    from tests.invented.data import indicators

    wordings = [
        max((part for said in one.says for part in said), key=len) for one in indicators().values()
    ]
    taken: dict[str, list[float]] = {wording: [] for wording in wordings}
    ranked: dict[str, int] = {}
    for _ in range(_ROUNDS):
        for wording in wordings:
            started = time.perf_counter()
            ranked[wording] = _rank(ledger, wording)
            taken[wording].append((time.perf_counter() - started) * 1000)
    for wording in wordings:
        yield statistics.median(taken[wording]), ranked[wording]


def _rank(ledger: Ledger, wording: str) -> int:
    from corpus.model import FigureKind

    groups = {name.group for name in ledger.names_with([wording]) if wording in name.indicator}
    kinds = (FigureKind.LEVEL, FigureKind.SHARE)
    cells = sorted(ledger.cells(groups=groups, kinds=kinds), key=lambda cell: cell.value)
    return len(cells)


class _Shelf:
    """A library without vectors and words: what is asked of many reports is found by the ledger."""

    def __init__(self, library: Library) -> None:
        self.cards: Sequence[ReportCard] = library.cards
        self.ledger = library.ledger
        self.report = library.report

    def by_words(self, *_asked: object) -> list[tuple[str, int]]:
        return []

    def by_meaning(self, *_asked: object) -> list[tuple[str, int, float]]:
        return []

    def closeness(self, _question: str, texts: Sequence[str]) -> list[float]:
        return [0.0] * len(texts)


def _questions(library: Library) -> tuple[list[float], int]:
    """Every indicator asked for as a person would: milliseconds each, and how many are answered."""
    from assistant.asker import Asker
    from assistant.model import Answer
    from tests.invented.data import indicators

    asker = Asker(_Shelf(library))
    years = sorted({card.year for card in library.cards if card.year})
    questions = [
        f"{years[number % len(years)]}年哪个地方{one.label}最多?"
        for number, one in enumerate(indicators().values())
    ]
    taken: dict[str, list[float]] = {question: [] for question in questions}
    answered = 0
    for number in range(_ROUNDS):
        for question in questions:
            started = time.perf_counter()
            reply = asker.ask(question)
            taken[question].append((time.perf_counter() - started) * 1000)
            answered += number == 0 and isinstance(reply, Answer)
    return [statistics.median(times) for times in taken.values()], answered


def main() -> None:
    places, years = map(int, sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(asdict(build_and_rank(places, years, Path(folder)))))


if __name__ == "__main__":
    main()
