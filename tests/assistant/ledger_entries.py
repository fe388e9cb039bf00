"""Entries of a ledger made by hand, for tests of what is drawn, told and exported."""

from __future__ import annotations

from decimal import Decimal

from corpus.model import FigureKind, Hedge, Span
from index.ledger_model import Entry

__all__ = ["entry"]


def entry(
    place: str | None = "云溪县",
    period: int | None = 2022,
    value: str = "37",
    unit: str = "件",
    *,
    number: int = 0,
    indicator: str = "受理行政复议案件",
    as_written: str = "",
    elsewhere: str | None = None,
    kind: FigureKind = FigureKind.LEVEL,
    base: str = "",
    marks: tuple[str, ...] = (),
    title: str = "",
    quote: str = "",
    report_id: str = "",
) -> Entry:
    """One figure of a report of its place and year; what is not given follows from the rest."""
    as_written = as_written or f"{value}{unit}"
    quote = quote or f"{indicator}{as_written}。"
    at = quote.find(as_written)
    return Entry(
        report_id=report_id or f"{place}-{period}",
        number=number,
        file=f"{place}{period}.txt",
        title=title or f"{place}{period}年法治政府建设情况报告",
        document_number="云府〔2023〕9号",
        place=place,
        organ=None,
        year=period,
        period=period,
        elsewhere=elsewhere,
        indicator=indicator,
        subject="",
        heading="(二)化解矛盾纠纷",
        path=("一、主要工作", "(二)化解矛盾纠纷"),
        value=Decimal(value),
        unit=unit,
        hedge=Hedge.EXACT,
        kind=kind,
        base=base,
        parent=None,
        span=Span(max(0, at), max(0, at) + len(as_written)),
        sentence=Span(0, len(quote)),
        as_written=as_written,
        quote=quote,
        marks=marks,
        name=1,
        group=1,
    )
