from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.bench.__main__ import Extent, compare, compare_memory
from tests.bench.cmrc import Recall
from tests.bench.ledger import Scale, measure_scale
from tests.bench.material import Material, choose_material
from tests.bench.measures import Asked, Times, rebuild_times
from tests.bench.pipelines import open_ours, open_stock
from tests.bench.quiz import measure_making
from tests.bench.table import (
    Row,
    answer_rows,
    as_markdown,
    index_row,
    ledger_rows,
    rebuild_row,
    recall_rows,
)

if TYPE_CHECKING:
    from pathlib import Path

REPORT = """云溪县2022年法治政府建设情况报告

一、主要工作

2022年，全县受理行政复议案件37件，办结34件。组织行政执法人员培训12次，参训860余人次。

二、存在不足

基层执法力量仍然薄弱。普法宣传的针对性不强。
"""
QUESTION = "云溪县2022年受理行政复议案件多少件?"


@pytest.fixture
def material(tmp_path: Path) -> Material:
    report = tmp_path / "云溪县2022年法治政府建设情况报告.txt"
    report.write_text(REPORT, encoding="utf-8")
    return Material(
        files=(report,), questions=(QUESTION, "开展执法人员培训几次?"), warm_up=("普法怎么样",)
    )


def test_questions_are_made_from_few_reports(material: Material) -> None:
    first, again, made = measure_making(material.files, 1000)
    assert made > 3
    assert first > 0
    assert again > 0


def test_one_tiny_report_gives_every_row(material: Material) -> None:
    extent = Extent(rounds=1, edits=1, paragraphs=0)
    rows = compare(material, extent, open_ours(tiny=True), open_stock(tiny=True))
    assert [row.measure.partition("(")[0].partition(":")[0] for row in rows] == [
        "建库",
        "提问到带出处的答复 p50",
        "提问到带出处的答复 p95",
        "改一句后重建",
    ]
    assert "2 问,2 答" in rows[1].measure
    assert [row.bar for row in rows] == [0.6, 1.3, None, 0.05]
    assert all(row.ratio is not None and row.ratio > 0 for row in rows)


def test_memory_is_measured_in_processes_of_their_own(material: Material) -> None:
    row = compare_memory(material, tiny=True)
    assert row.ours.endswith(" MB")
    assert row.stock.endswith(" MB")
    assert row.ratio is not None
    assert 0.1 < row.ratio < 10


def test_each_edit_changes_one_sentence(material: Material, tmp_path: Path) -> None:
    ours = open_ours(tiny=True)
    encoded: list[list[str]] = []
    whole = ours.embeddings.embed_documents

    def embed_documents(texts: list[str]) -> list[list[float]]:
        encoded.append(texts)
        return whole(texts)

    ours.embeddings.embed_documents = embed_documents  # type: ignore[method-assign]
    assert len(rebuild_times(ours, material.files, tmp_path / "work", 2)) == 2
    first, *edits = encoded
    assert len(first) > 5
    assert [len(texts) for texts in edits] == [1, 1]
    assert all("并持续抓好落实" in text for (text,) in edits)
    assert "并持续" not in material.files[0].read_text(encoding="utf-8")


def test_the_stock_pipeline_finds_its_chunk(material: Material) -> None:
    stock = open_stock(tiny=True)
    assert stock.index(material.files) == 1
    assert "37件" in stock.ask(QUESTION)[0]


def test_bars_decide_the_verdict() -> None:
    slow = index_row(Times(ours=[7.0, 6.0, 6.5], stock=[10.0, 10.0, 10.0]), 9)
    assert (slow.ratio, slow.verdict) == (0.65, "未达标")
    assert index_row(Times(ours=[5.0], stock=[10.0]), 9).verdict == "达标"
    assert rebuild_row([0.5], [10.0]).verdict == "达标"
    assert rebuild_row([0.6], [10.0]).verdict == "未达标"
    asked = Asked(times=Times(ours=[0.026], stock=[0.02]), answered=1, encoded=0)
    p50, p95 = answer_rows(asked)
    assert (p50.verdict, p95.verdict) == ("达标", "—")


def test_a_small_ledger_is_built_and_ranked() -> None:
    scale = measure_scale(3, 2)
    assert scale.reports == 6
    assert scale.figures > 200
    assert scale.ranked >= 1
    assert 0 < scale.p50 <= scale.p95
    assert scale.peak > 20
    assert 0 < scale.asked_p50 <= scale.asked_p95
    assert scale.answered >= 20
    built, ranked, asked = ledger_rows([scale])
    assert asked.measure.startswith("整句排名提问 p95(6 份报告")
    assert built.measure.startswith("台账建库(6 份报告")
    assert (built.ratio, ranked.bar) == (None, 1.0)


def test_a_ranking_has_fifty_milliseconds() -> None:
    scale = Scale(
        reports=9, figures=9, read=1.0, written=1.0, peak=9, size=1.0, p50=9.0, p95=50.0, ranked=9
    )
    assert ledger_rows([scale])[1].verdict == "达标"
    assert ledger_rows([replace(scale, p95=50.1)])[1].verdict == "未达标"
    assert ledger_rows([replace(scale, asked_p95=50.1)])[2].verdict == "未达标"


def test_the_table_is_markdown() -> None:
    rows = [
        Row(measure="内存", ours="2 MB", stock="4 MB", ratio=0.5, bar=1.0),
        *recall_rows({"both": Recall(at_1=0.984, at_5=0.999)}, 3219),
    ]
    assert as_markdown(rows).splitlines()[2:] == [
        "| 内存 | 2 MB | 4 MB | 0.5 | 1 | 达标 |",
        "| CMRC2018-dev 检索(3219 问),两者 | R@1 0.984,R@5 0.999 | — | — | — | — |",
    ]


def test_without_shared_reports_the_bundled_ones_serve(tmp_path: Path) -> None:
    bundled = choose_material(quick=False, provinces=tmp_path / "gov-work")
    assert bundled.note == "没有 shared/data/gov-work,改用自带报告"
    assert "anju-2022.txt" in {file.name for file in bundled.files}
    assert len(bundled.questions) > 40
    assert not set(bundled.questions) & set(bundled.warm_up)
