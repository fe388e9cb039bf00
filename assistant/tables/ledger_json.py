"""Ledger entries and tables for programs (JSON); values are strings, for JSON has no decimals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.tables.table import place_of

if TYPE_CHECKING:
    from assistant.tables.table import Table
    from index.ledger_model import Entry, Group

__all__ = ["entry_json", "group_json", "table_json"]


def entry_json(entry: Entry) -> dict[str, Any]:
    """One figure and where it stands."""
    return {
        "place": place_of(entry) or None,
        "period": entry.period,
        "indicator": entry.indicator,
        "subject": entry.subject,
        "value": str(entry.value),
        "unit": entry.unit,
        "as_written": entry.as_written,
        "hedge": entry.hedge.value,
        "kind": entry.kind.value,
        "base": entry.base,
        "marks": list(entry.marks),
        "citation": {
            "report": entry.title,
            "document_number": entry.document_number,
            "place": entry.place,
            "year": entry.year,
            "section": list(entry.path),
            "quote": entry.quote,
            "start": entry.sentence.start,
            "end": entry.sentence.end,
            "file": entry.file,
        },
    }


def group_json(group: Group) -> dict[str, Any]:
    """What is merged under one name."""
    return {
        "name": group.name,
        "members": list(group.members),
        "figures": group.figures,
        "reports": group.reports,
    }


def table_json(table: Table) -> dict[str, Any]:
    """A table cell by cell; one without figures is 未载."""
    return {
        "indicator": table.indicator,
        "unit": table.unit,
        "years": list(table.years),
        "places": list(table.places),
        "cells": [
            {
                "place": cell.place,
                "year": cell.year,
                "missing": cell.missing,
                "conflicting": cell.conflicting,
                "figures": [entry_json(entry) for entry in cell.entries],
            }
            for cell in table.cells
        ],
        "loose": [entry_json(entry) for entry in table.loose],
    }
