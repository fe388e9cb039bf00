"""The rows of an exported file (导出): each figure with everything that proves it."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING

from assistant.tables.table import citation_of, marks_in_words, place_of
from prompts import say, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from assistant.tables.table import Cell, Table
    from index.ledger_model import Entry

    Value = str | int | Decimal | None

__all__ = ["ExportRow", "column_titles", "rows_of_entries", "rows_of_tables"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRow:
    """One line of the file (导出行); its columns in this order, titled in prompts/figures.toml."""

    place: str
    period: int | None
    indicator: str
    value: Decimal | None = None
    as_written: str = ""
    unit: str = ""
    kind: str = ""
    base: str = ""
    marks: str = ""
    """What is doubtful, that reports differ, or that none states it (未载)."""
    report: str = ""
    document_number: str = ""
    year: int | None = None
    """The year the report is about."""
    section: str = ""
    quote: str = ""
    file: str = ""

    def values(self) -> tuple[Value, ...]:
        """The columns, left to right."""
        return astuple(self)


def column_titles() -> tuple[str, ...]:
    """The head of the file, in the order of `ExportRow`."""
    titles = table("figures")["columns"]
    if not isinstance(titles, dict):
        raise TypeError("figures.columns is no table")
    return tuple(str(titles[field.name]) for field in fields(ExportRow))


def rows_of_entries(entries: Iterable[Entry], *, note: str = "") -> Iterator[ExportRow]:
    """One row an entry; `note` goes before its own marks."""
    kinds = table("figures")["kind_names"]
    for entry in entries:
        citation = citation_of(entry)
        yield ExportRow(
            place=place_of(entry),
            period=entry.period,
            indicator=entry.indicator,
            value=entry.value,
            as_written=entry.as_written,
            unit=entry.unit,
            kind=str(kinds[entry.kind.value]) if isinstance(kinds, dict) else "",
            base=entry.base,
            marks=say("figures", "list_comma").join(filter(None, (note, *marks_in_words(entry)))),
            report=citation.report,
            document_number=entry.document_number or "",
            year=entry.year,
            section=" > ".join("".join(step.split("\n")) for step in entry.path),
            quote=entry.quote,
            file=entry.file,
        )


def rows_of_tables(tables: Iterable[Table]) -> Iterator[ExportRow]:
    """Every cell of every table: its entries, or that none states it."""
    for shown in tables:
        for cell in shown.cells:
            yield from _rows_of_cell(cell, shown)
        yield from rows_of_entries(shown.loose)


def _rows_of_cell(cell: Cell, shown: Table) -> Iterator[ExportRow]:
    if cell.missing:
        yield ExportRow(
            place=cell.place,
            period=cell.year,
            indicator=shown.indicator,
            unit=shown.unit,
            marks=say("figures", "missing"),
        )
        return
    note = say("figures", "conflicting") if cell.conflicting else ""
    yield from rows_of_entries(cell.entries, note=note)
