"""The ledger on the page (数据), as escaped HTML: what can be filtered, and the rows.

Buttons and fields carry what they are for as `data-act` and `name`; data.js sends it on.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from assistant.tables.ledger_filter import PAGE
from assistant.tables.table import citation_of, place_of
from assistant.views.tables import badges, entry_key
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from assistant.model import Citation
    from assistant.tables.ledger_filter import LedgerFilter
    from index.ledger import Ledger
    from index.ledger_model import Entry
    from index.snapshot import ReportCard

__all__ = ["chooser", "empty_view", "field", "filters_view", "list_of", "rows_view"]

_LISTED = 500
"""Reports up to which one can be picked from a list; of more, place and year tell which."""
_COLUMNS = ("indicator", "value", "unit", "period", "place", "section", "report")


def filters_view(ledger: Ledger, cards: Sequence[ReportCard]) -> str:
    """The fields above the rows."""
    years = [(str(year), say("figures", "year", year=year)) for year in reversed(ledger.years())]
    fields = [
        field("text", hint="search_hint", wide=True),
        field("place", hint="place_hint", listed="filter-places"),
        chooser("year", years),
        chooser("unit", [(unit, unit) for unit in ledger.units()]),
        field("section", hint="section_hint"),
    ]
    if 1 < len(cards) <= _LISTED:
        titled = sorted((_title(card), card.id) for card in cards)
        fields.append(chooser("report", [(id_, title) for title, id_ in titled]))
    return (
        f'<form class="filters" role="search" aria-label="{say("figures", "filters_label")}">'
        f"{''.join(fields)}"
        f'<button type="reset" data-act="reset">{say("figures", "reset")}</button></form>'
        f"{list_of('filter-places', ledger.places())}"
    )


def rows_view(
    entries: Sequence[Entry],
    total: int,
    wanted: LedgerFilter,
    picked: Container[Citation] = (),
) -> str:
    """One page of the ledger, with how many rows there are and how to turn the page.

    Rows whose sentence is picked for a speech say so.
    """
    if not entries:
        return empty_view("rows_none")
    heads = "".join(
        f'<th scope="col" class="c-{name}">{say("figures", name)}</th>' for name in _COLUMNS
    )
    body = "".join(_row(entry, picked=citation_of(entry) in picked) for entry in entries)
    heads += f'<th scope="col" class="c-pick">{say("composed", "draft_tab")}</th>'
    label = say("figures", "rows_label")
    return (
        f"{_pager(total, wanted.page)}"
        f'<div class="scroll" tabindex="0" role="region" aria-label="{label}">'
        f'<table class="ledger"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def empty_view(key: str, *, detail: str = "") -> str:
    """Why there is nothing to show, and what to do."""
    hint = escape(detail) or say("figures", f"{key}_hint")
    return f'<div class="empty"><h3>{say("figures", key)}</h3><p>{hint}</p></div>'


def field(name: str, *, hint: str, listed: str = "", wide: bool = False) -> str:
    """A text field with its label; `listed` names the values that the browser offers."""
    offered = f' list="{listed}"' if listed else ""
    return (
        f'<label class="{"wide" if wide else "narrow"}"><span>{say("figures", f"filter_{name}")}'
        f'</span><input type="search" name="{name}" maxlength="200" autocomplete="off"'
        f' placeholder="{say("figures", hint)}"{offered}></label>'
    )


def chooser(name: str, options: Iterable[tuple[str, str]]) -> str:
    """A list to pick one of, or all."""
    drawn = "".join(
        f'<option value="{escape(value)}">{escape(text)}</option>' for value, text in options
    )
    return (
        f'<label class="narrow"><span>{say("figures", f"filter_{name}")}</span>'
        f'<select name="{name}"><option value="">{say("figures", "all")}</option>{drawn}</select>'
        "</label>"
    )


def list_of(name: str, values: Iterable[str]) -> str:
    """Values that a text field offers."""
    options = "".join(f"<option>{escape(value)}</option>" for value in values)
    return f'<datalist id="{name}">{options}</datalist>'


def _row(entry: Entry, *, picked: bool) -> str:
    year = say("figures", "year", year=entry.period) if entry.period else say("figures", "unsaid")
    about = f"<small>{escape(entry.subject)}</small>" if entry.subject else ""
    heading = "".join(entry.heading.split("\n")) or say("page", "no_section")
    value = escape("".join(entry.as_written.split()))
    key = escape(entry_key(entry))
    opens = escape(say("figures", "opens", indicator=entry.indicator))
    button = (
        f'<button type="button" data-act="entry" data-entry="{key}" title="{opens}">'
        f"{escape(entry.indicator)}</button>"
    )
    cells = (
        f'<td class="c-indicator">{button}{about}</td>',
        f'<td class="c-value">{value}{badges(entry)}</td>',
        f'<td class="c-unit">{escape(entry.unit)}</td>',
        f'<td class="c-period">{year}</td>',
        f'<td class="c-place">{escape(place_of(entry)) or say("figures", "unsaid")}</td>',
        f'<td class="c-section">{_clamped(heading)}</td>',
        f'<td class="c-report">{_clamped(citation_of(entry).report)}</td>',
        f'<td class="c-pick">{_pick(entry, key, picked=picked)}</td>',
    )
    return f'<tr data-entry="{key}">{"".join(cells)}</tr>'


def _pick(entry: Entry, key: str, *, picked: bool) -> str:
    """Takes the sentence of a figure for a speech, or leaves it; data.js turns its words."""
    label = escape(say("composed", "pick_label", indicator=entry.indicator))
    words = say("composed", "picked" if picked else "pick")
    return (
        f'<button type="button" class="pick" data-act="pick" data-pick="{key}" '
        f'data-on="{say("composed", "picked")}" data-off="{say("composed", "pick")}" '
        f'aria-pressed="{str(picked).lower()}" aria-label="{label}">{words}</button>'
    )


def _clamped(text: str) -> str:
    """A long text cut to a few lines by the style sheet, whole where one rests on it."""
    return f'<span class="clamped" title="{escape(text)}">{escape(text)}</span>'


def _pager(total: int, page: int) -> str:
    last = max(0, (total - 1) // PAGE)
    page = min(page, last)
    counted = say(
        "figures", "counted", total=f"{total:,}", first=f"{page * PAGE + 1:,}",
        last=f"{min(total, (page + 1) * PAGE):,}",
    )  # fmt: skip
    turns = (("first", 0), ("previous", page - 1), ("next", page + 1), ("last", last))
    buttons = "".join(
        f'<button type="button" data-act="page" data-page="{to}"'
        f"{' disabled' if to == page or not 0 <= to <= last else ''}>"
        f"{say('figures', f'page_{name}')}</button>"
        for name, to in turns
    )
    turning = f'<nav aria-label="{say("figures", "pages_label")}">{buttons}</nav>' if last else ""
    return f'<div class="pager"><p role="status">{counted}</p>{turning}</div>'


def _title(card: ReportCard) -> str:
    return "".join((card.title or "").split("\n")) or card.file
