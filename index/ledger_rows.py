"""Rows of the ledger's tables to what is read from them (台账读取)."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.model import FigureKind, Hedge, Span
from index.ledger_model import Cell, Entry, IndicatorName

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from index.library_db import ReportCard

__all__ = [
    "CELL",
    "ENTRY",
    "NAME",
    "TRAITS",
    "Traits",
    "cells_of",
    "entry_of",
    "name_of",
    "traits_of",
]

NAME = "SELECT id, indicator, subject, heading, group_id, figures FROM indicator_name"
CELL = """SELECT f.report, f.number, f.name, f.period, f.value, f.traits, f.elsewhere, f.parent
    FROM figure f"""
ENTRY = """SELECT f.report, f.number, f.period, f.value, f.traits, f.elsewhere, f.parent,
    n.indicator, n.subject, p.path, f.start, f.end, s.start, s.end, f.as_written, s.quote,
    f.marks, f.name, n.group_id
    FROM figure f JOIN indicator_name n ON n.id = f.name
    JOIN figure_sentence s ON s.report = f.report AND s.number = f.sentence
    JOIN figure_path p ON p.id = s.path"""
TRAITS = "SELECT id, unit, hedge, kind, base FROM figure_traits"


About = tuple[str, str | None, int | None]
"""Id, place and year of a report."""


class Traits(NamedTuple):
    """What figures have in common with many others (数的性质)."""

    unit: str
    hedge: Hedge
    kind: FigureKind
    base: str


def name_of(row: tuple[Any, ...]) -> IndicatorName:
    """What a row of `NAME` says."""
    id_, indicator, subject, heading, group, count = row
    return IndicatorName(
        id=id_, indicator=indicator, subject=subject, heading=heading, group=group, count=count
    )


def traits_of(rows: list[tuple[Any, ...]]) -> dict[int, Traits]:
    """What the rows of `TRAITS` say, by their ids."""
    return {
        id_: Traits(unit, Hedge(hedge), FigureKind(kind), base)
        for id_, unit, hedge, kind, base in rows
    }


def cells_of(
    rows: Iterable[tuple[Any, ...]], about: Mapping[int, About], traits: Mapping[int, Traits]
) -> list[Cell]:
    """What rows of `CELL` say; there may be tens of thousands of them for one question."""
    values, make = _Values(), tuple.__new__  # `Cell._make` would count the fields of each again
    return [
        make(
            Cell,
            (
                *(id_, number, name, place, year, period, values[value]),
                *(unit, hedge, kind, base, elsewhere, parent),
            ),
        )
        for report, number, name, period, value, sort, elsewhere, parent in rows
        for id_, place, year in (about[report],)
        for unit, hedge, kind, base in (traits[sort],)
    ]


class _Values(dict[str, Decimal]):
    """Numbers by their writing, each made once."""

    def __missing__(self, written: str) -> Decimal:
        value = self[written] = Decimal(written)
        return value


def entry_of(row: tuple[Any, ...], card: ReportCard, traits: Traits) -> Entry:
    """What a row of `ENTRY` says, of the report with this card."""
    number, period, value = row[1:4]
    elsewhere, parent, indicator, subject, path, start, end, opens, closes = row[5:14]
    as_written, quote, marks, name, group = row[14:]
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
        unit=traits.unit,
        hedge=traits.hedge,
        kind=traits.kind,
        base=traits.base,
        parent=parent,
        span=Span(start, end),
        sentence=Span(opens, closes),
        as_written=as_written,
        quote=quote,
        marks=tuple(marks.split()),
        name=name,
        group=group,
    )
