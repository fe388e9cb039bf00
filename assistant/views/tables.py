"""A table on the page (对比表), as escaped HTML: each number is a button that opens its source."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from assistant.tables.table import caption, marks_in_words, written
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assistant.tables.table import Cell, Table
    from index.ledger_model import Entry

    Opens = Callable[[Entry], str]

__all__ = ["badges", "entry_key", "key_of_entry", "opens_entry", "table_view"]

_ROWS = 300
"""Places that are drawn; a browser stays quick, and nobody reads on."""


def table_view(table: Table, *, opens: Opens | None = None) -> str:
    """The table with its caption; `opens` gives the attributes that tell page.js what a click does.

    Without it a number opens the section of its ledger entry.
    """
    opens = opens or opens_entry
    heads = "".join(
        f'<th scope="col">{say("figures", "year", year=year)}</th>' for year in table.years
    )
    rows = list(table.rows())
    body = "".join(_row(place, cells, table.unit, opens) for place, cells in rows[:_ROWS])
    left = len(rows) - _ROWS
    more = f'<p class="quiet">{say("figures", "rows_left", count=left)}</p>' if left > 0 else ""
    grid = (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(caption(table))}">'
        f'<table class="grid"><caption>{escape(caption(table))}</caption>'
        f'<thead><tr><th scope="col">{say("figures", "place")}</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )
    return f'<div class="compared">{grid if rows else ""}{more}{_loose(table, opens)}</div>'


def badges(entry: Entry) -> str:
    """What is doubtful about an entry, each as a small label."""
    return "".join(f'<span class="badge">{escape(mark)}</span>' for mark in marks_in_words(entry))


def opens_entry(entry: Entry) -> str:
    """The attributes of a button that opens the section of an entry."""
    return f'data-act="entry" data-entry="{escape(entry_key(entry))}"'


def entry_key(entry: Entry) -> str:
    """An entry as the page names it."""
    return f"{entry.number} {entry.report_id}"


def key_of_entry(key: str) -> tuple[str, int]:
    """The report and the number of an entry named by a page; `KeyError` if it names none."""
    number, _, report_id = key.partition(" ")
    if not (number.isascii() and number.isdecimal() and report_id):
        raise KeyError(key)
    return report_id, int(number)


def _row(place: str, cells: Sequence[Cell], unit: str, opens: Opens) -> str:
    drawn = "".join(_cell(cell, unit, opens) for cell in cells)
    return f'<tr><th scope="row">{escape(place)}</th>{drawn}</tr>'


def _cell(cell: Cell, unit: str, opens: Opens) -> str:
    if cell.missing:
        return f'<td class="missing">{say("figures", "missing")}</td>'
    alike: dict[str, list[Entry]] = {}
    for entry in cell.entries:
        alike.setdefault(written(entry, unit=unit), []).append(entry)
    said = "".join(f"<div>{_value(text, same, opens)}</div>" for text, same in alike.items())
    if not cell.conflicting:
        return f"<td>{said}</td>"
    note = f'<span class="badge">{say("figures", "conflicting")}</span>'
    return f'<td class="conflict">{said}{note}</td>'


def _value(text: str, same: Sequence[Entry], opens: Opens) -> str:
    """One value with what is doubtful about it, and the further sentences that state it too."""
    first, *further = same
    button = (
        f'<button type="button" class="value" title="{escape(_line(first.quote))}" {opens(first)}>'
        f"{escape(text)}</button>"
    )
    also = "".join(
        f'<button type="button" class="also" title="{escape(_line(entry.quote))}" {opens(entry)} '
        f'aria-label="{say("figures", "also", number=number)}">{number}</button>'
        for number, entry in enumerate(further, start=2)
    )
    return button + also + badges(first)


def _loose(table: Table, opens: Opens) -> str:
    if not table.loose:
        return ""
    values = "".join(
        f"<li>{_value(written(entry), (entry,), opens)}</li>" for entry in table.loose[:_ROWS]
    )
    return f'<p class="label">{say("figures", "loose_label")}</p><ul class="loose">{values}</ul>'


def _line(text: str) -> str:
    return "".join(text.split("\n"))
