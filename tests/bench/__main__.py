"""Compare with LangChain's usual pipeline and measure retrieval (性能对比).

`python -m tests.bench` prints one Markdown table and writes nothing. `--quick` takes two reports,
one round and a part of CMRC2018-dev.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.bench import cmrc
from tests.bench.draft import draft_rows
from tests.bench.ledger import measure_scale
from tests.bench.material import Material, choose_material
from tests.bench.measures import index_times, question_times, rebuild_times
from tests.bench.memory import peak_memory
from tests.bench.pipelines import OurPipeline, StockPipeline, open_ours, open_stock
from tests.bench.quiz import quiz_rows
from tests.bench.table import (
    Row,
    answer_rows,
    as_markdown,
    index_row,
    ledger_rows,
    machine,
    memory_row,
    rebuild_row,
    recall_rows,
)
from tests.bench.writing import writing_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How much is measured (测量规模)."""

    rounds: int
    edits: int
    paragraphs: int
    """Of CMRC2018-dev, with the questions that they answer; the pipeline is not run without."""
    places: tuple[int, ...] = ()
    """Of the invented worlds whose ledgers are built, each with ten years of reports."""


_FULL = Extent(rounds=3, edits=7, paragraphs=848, places=(10, 100, 1000))
_QUICK = Extent(rounds=1, edits=3, paragraphs=60, places=(10,))
_YEARS = 10


def compare(
    material: Material, extent: Extent, ours: OurPipeline, stock: StockPipeline
) -> list[Row]:
    """Measure all that runs in this process, in rows."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _say("建库")
        times = index_times(ours, stock, material.files, folder, extent.rounds)
        _say("改一句后重建")
        rebuilt = rebuild_times(ours, material.files, folder, extent.edits)
        _say("提问")
        passages = sum(card.passages for card in ours.index(material.files, folder / "asked").cards)
        asked = question_times(ours, stock, material.questions, material.warm_up)
    return [
        index_row(times, passages),
        *answer_rows(asked),
        rebuild_row(rebuilt, times.ours),
    ]


def compare_memory(material: Material, *, tiny: bool = False) -> Row:
    """Measure both in fresh processes, the stock one after ours."""
    _say("内存")
    peaks = [
        peak_memory(name, material.files, material.questions[0], tiny=tiny)
        for name in ("ours", "stock")
    ]
    return memory_row(*peaks)


def measure_ledgers(extent: Extent) -> list[Row]:
    """Build and rank ledgers of growing size, each in a fresh process."""
    scales = []
    for places in extent.places:
        _say(f"台账,{places * _YEARS} 份")
        scales.append(measure_scale(places, _YEARS))
    return ledger_rows(scales)


def measure_recall(extent: Extent) -> list[Row]:
    """Measure retrieval on CMRC2018-dev; no rows where it is not at hand."""
    if not cmrc.DATA.is_file():
        return []
    _say("CMRC2018-dev")
    whole = cmrc.read_cmrc(cmrc.DATA)
    part = cmrc.Cmrc(
        paragraphs=whole.paragraphs[: extent.paragraphs],
        questions=[one for one in whole.questions if one[1] < extent.paragraphs],
    )
    return recall_rows(cmrc.measure(part), len(part.questions))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a short run, for a first look")
    quick = parser.parse_args().quick
    extent = _QUICK if quick else _FULL
    about = machine()
    material = choose_material(quick=quick)
    # First, while this process is small: see `peak_memory`.
    memory, ledgers = compare_memory(material), measure_ledgers(extent)
    drafts = draft_rows(quick=quick)
    rows = [*compare(material, extent, open_ours(), open_stock()), memory, *ledgers, *drafts]
    _say("出题")
    rows += [*quiz_rows(), *writing_rows(), *measure_recall(extent)]
    print(as_markdown(rows))
    counts = f"{len(material.files)} 份报告,各 {extent.rounds} 轮交替取中位数"
    print("\n" + ";".join(part for part in (about, counts, material.note) if part))


def _say(step: str) -> None:
    """Tell someone who watches what it is about."""
    if sys.stderr.isatty():
        print(step, file=sys.stderr)


if __name__ == "__main__":
    main()
