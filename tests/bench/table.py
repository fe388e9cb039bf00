"""The bench's table (结果表): each row with its bar and verdict, as Markdown."""

from __future__ import annotations

import os
import platform
import statistics
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.cmrc import Recall
    from tests.bench.ledger import Scale
    from tests.bench.measures import Asked, Times

__all__ = ["Row", "answer_rows", "as_markdown", "index_row", "ledger_rows", "machine"]
__all__ += ["memory_row", "rebuild_row", "recall_rows"]

_NO_BAR = "—"
_RANKING = 50.0
"""Milliseconds that a ranking may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing measured."""

    measure: str
    ours: str
    stock: str = _NO_BAR
    ratio: float | None = None
    bar: float | None = None
    """What the ratio may be at most; None where nothing is asked for."""

    @property
    def verdict(self) -> str:
        if self.ratio is None or self.bar is None:
            return _NO_BAR
        return "达标" if self.ratio <= self.bar else "未达标"


def index_row(times: Times, passages: int) -> Row:
    return Row(
        measure=f"建库:解析、切句、{passages} 段编码、写盘、切换",
        ours=f"{statistics.median(times.ours):.1f} 秒",
        stock=f"{statistics.median(times.stock):.1f} 秒",
        ratio=times.ratio,
        bar=0.6,
    )


def answer_rows(asked: Asked) -> list[Row]:
    rows = []
    total = len(asked.times.ours)
    counts = f"{total} 问,{asked.answered} 答,{asked.encoded} 问用到向量"
    for name, share, bar in (("p50", 50, 1.3), ("p95", 95, None)):
        ours, stock = (
            float(np.percentile(taken, share)) for taken in (asked.times.ours, asked.times.stock)
        )
        rows.append(
            Row(
                measure=f"提问到带出处的答复 {name}({counts})",
                ours=f"{ours * 1000:.1f} 毫秒",
                stock=f"{stock * 1000:.1f} 毫秒",
                ratio=ours / stock,
                bar=bar,
            )
        )
    return rows


def rebuild_row(taken: Sequence[float], build: Sequence[float]) -> Row:
    ours, whole = statistics.median(taken), statistics.median(build)
    return Row(
        measure="改一句后重建(对照:本程序全量建库)",
        ours=f"{ours:.2f} 秒",
        stock=f"{whole:.1f} 秒",
        ratio=ours / whole,
        bar=0.05,
    )


def memory_row(ours: int, stock: int) -> Row:
    return Row(
        measure="内存峰值:新进程建库并答一问",
        ours=f"{ours} MB",
        stock=f"{stock} MB",
        ratio=ours / stock,
        bar=1.0,
    )


def recall_rows(found: dict[str, Recall], questions: int) -> list[Row]:
    names = {"vectors": "向量", "words": "字面", "both": "两者"}
    return [
        Row(
            measure=f"CMRC2018-dev 检索({questions} 问),{names[name]}",
            ours=f"R@1 {recall.at_1:.3f},R@5 {recall.at_5:.3f}",
        )
        for name, recall in found.items()
    ]


def ledger_rows(scales: Sequence[Scale]) -> list[Row]:
    """How the ledger grows; a ranking has 50 ms however many reports there are."""
    rows = []
    for scale in scales:
        counts = f"{scale.reports} 份报告、{scale.figures} 个数"
        rows += [
            Row(
                measure=f"台账建库({counts};不含解析 {scale.read:.0f} 秒)",
                ours=f"{scale.written:.1f} 秒,峰值 {scale.peak} MB,盘上 {scale.size:.0f} MB",
            ),
            Row(
                measure=f"台账排序 p95({counts},每次排 {scale.ranked} 个数;对照:50 毫秒)",
                ours=f"{scale.p95:.1f} 毫秒(p50 {scale.p50:.1f})",
                ratio=scale.p95 / _RANKING,
                bar=1.0,
            ),
            Row(
                measure=f"整句排名提问 p95({scale.reports} 份报告,答 {scale.answered} 问,"
                "不用向量;对照:50 毫秒)",
                ours=f"{scale.asked_p95:.1f} 毫秒(p50 {scale.asked_p50:.1f})",
                ratio=scale.asked_p95 / _RANKING,
                bar=1.0,
            ),
        ]
    return rows


def as_markdown(rows: Sequence[Row]) -> str:
    lines = [
        "| 项目 | 本程序 | LangChain 常用流程 | 比值 | 上限 | 结论 |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        ratio, bar = (
            _NO_BAR if number is None else f"{number:.3g}" for number in (row.ratio, row.bar)
        )
        cells = (row.measure, row.ours, row.stock, ratio, bar, row.verdict)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def machine() -> str:
    """Say what it ran on, and how busy that was at the start."""
    parts = [_processor(), f"{os.cpu_count()} 核", f"Python {platform.python_version()}"]
    if hasattr(os, "getloadavg"):
        parts.append(f"开始时负载 {os.getloadavg()[0]:.1f}")
    return ",".join(parts)


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        for line in cpuinfo.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
