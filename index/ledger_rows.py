"""Rows of the ledger's tables to what is read from them (台账读取)."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from corpus.model import FigureKind, Hedge, Span
from index.ledger_model import Cell, Entry, IndicatorName

if TYPE_CHECKING:
    from index.library_db import ReportCard

__all__ = ["CELL", "ENTRY", "NAME", "cell_of", "entry_of", "name_of"]

NAME = "SELECT id, indicator, subject, heading, group_id, figures FROM indicator_name"
CELL = """SELECT f.report, f.number, f.name, f.period, f.value, f.unit, f.hedge, f.kind, f.base,
    f.elsewhere, f.parent FROM figure f"""
ENTRY = """SELECT f.report, f.number, f.period, f.elsewhere, n.indicator, n.subject, p.path,
    f.value, f.unit, f.hedge, f.kind, f.base, f.parent, f.start, f.end, s.start, s.end,
    f.as_written, s.quote, f.marks, f.name, n.group_id
    FROM figure f JOIN indicator_name n ON n.id = f.name
    JOIN figure_sentence s ON s.report = f.report AND s.number = f.sentence
    JOIN figure_path p ON p.id = s.path"""
_HEDGES = {hedge.value: hedge for hedge in Hedge}
_KINDS = {kind.value: kind for kind in FigureKind}


def name_of(row: tuple[Any, ...]) -> IndicatorName:
    """What a row of `NAME` says."""
    id_, indicator, subject, heading, group, count = row
    return IndicatorName(
        id=id_, indicator=indicator, subject=subject, heading=heading, group=group, count=count
    )


def cell_of(row: tuple[Any, ...], card: ReportCard) -> Cell:
    """What a row of `CELL` says, of the report with this card."""
    _, number, name, period, value, unit, hedge, kind, base, elsewhere, parent = row
    return Cell(
        *(card.id, number, name, card.place, card.year, period, Decimal(value), unit),
        *(_HEDGES[hedge], _KINDS[kind], base, elsewhere, parent),
    )


def entry_of(row: tuple[Any, ...], card: ReportCard) -> Entry:
    """What a row of `ENTRY` says, of the report with this card."""
    number, period, elsewhere, indicator, subject, path = row[1:7]
    value, unit, hedge, kind, base, parent, start, end, opens, closes = row[7:17]
    as_written, quote, marks, name, group = row[17:]
    headings = tuple(json.loads(path))
    return Entry(
        report_id=card.id,
        number=number,
        file=card.file,
        title=card.title,
        document_number=card.document_number,
        place=card.place,
        organ=card.organ,
        year=card.year,
        period=period,
        elsewhere=elsewhere,
        indicator=indicator,
        subject=subject,
        heading=headings[-1] if headings else "",
        path=headings,
        value=Decimal(value),
        unit=unit,
        hedge=_HEDGES[hedge],
        kind=_KINDS[kind],
        base=base,
        parent=parent,
        span=Span(start, end),
        sentence=Span(opens, closes),
        as_written=as_written,
        quote=quote,
        marks=tuple(marks.split()),
        name=name,
        group=group,
    )
