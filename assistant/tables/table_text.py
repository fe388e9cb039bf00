"""A table for a terminal (对比表的文字): columns stay even, Chinese characters being two wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from assistant.tables.table import caption, marks_in_words, written
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.tables.table import Cell, Table
    from index.ledger_model import Entry

__all__ = ["even_columns", "to_text"]


def to_text(table: Table, *, ref: Callable[[Entry], str] = lambda _: "") -> str:
    """The caption and the table; `ref` gives what stands behind a value, such as `[1]`."""
    rows = [[say("figures", "place"), *(say("figures", "year", year=y) for y in table.years)]]
    for place, cells in table.rows():
        rows.append([place, *(_cell(cell, table.unit, ref) for cell in cells)])
    loose = (say("figures", "loose", value=written(entry), ref=ref(entry)) for entry in table.loose)
    return "\n".join([caption(table), *(even_columns(rows) if table.cells else ()), *loose])


def even_columns(rows: list[list[str]]) -> list[str]:
    """Lines whose columns begin below each other."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            text + " " * (width - cell_len(text)) for text, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]


def _cell(cell: Cell, unit: str, ref: Callable[[Entry], str]) -> str:
    if cell.missing:
        return say("figures", "missing")
    parts: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for entry in cell.entries:
        said = (written(entry, unit=unit), marks_in_words(entry))
        parts.setdefault(said, []).append(ref(entry))
    text = " / ".join(
        words
        + "".join(say("figures", "mark", mark=m) for m in marks)
        + "".join(dict.fromkeys(refs))
        for (words, marks), refs in parts.items()
    )
    return say("figures", "conflict", values=text) if cell.conflicting else text
