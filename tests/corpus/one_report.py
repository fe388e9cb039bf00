"""A sentence read as the body of an invented report on 2023."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.read import read_report

if TYPE_CHECKING:
    from corpus.model import Figure, Report

__all__ = ["figure", "named", "read"]


def read(body: str, *, heading: str = "一、工作成效") -> Report:
    return read_report(f"云溪县2023年法治政府建设情况报告\n{heading}\n{body}\n", file="云溪.txt")


def named(body: str) -> list[tuple[str, str]]:
    report = read(body)
    return [(f.indicator, report.quote(f.quantity.span)) for f in report.figures]


def figure(body: str, written: str, *, heading: str = "一、工作成效") -> Figure:
    report = read(body, heading=heading)
    return next(f for f in report.figures if report.quote(f.quantity.span) == written)
