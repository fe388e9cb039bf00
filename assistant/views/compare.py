"""Comparing on the page (对比), as escaped HTML: the indicators to choose from, tables, charts."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from assistant.tables.chart import charts_of
from assistant.views.ledger import chooser, empty_view, field, list_of
from assistant.views.tables import table_view
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.tables.table import Table
    from index.ledger import Ledger
    from index.ledger_model import Group

__all__ = ["choices_view", "compare_form", "compared_view"]

_CHOICES = 12
_MEMBERS = 30
_TABLES = 6


def compare_form(ledger: Ledger) -> str:
    """The fields that say what is compared."""
    years = [(str(year), say("figures", "year", year=year)) for year in ledger.years()]
    return (
        f'<form class="filters" role="search" aria-label="{say("figures", "compare_label")}">'
        f"{field('indicator', hint='indicator_hint', wide=True)}"
        f"{field('places', hint='places_hint', listed='compare-places', wide=True)}"
        f"{chooser('first', years)}{chooser('last', years[::-1])}"
        f'<button type="reset" data-act="reset">{say("figures", "reset")}</button></form>'
        f"{list_of('compare-places', ledger.places())}"
    )


def choices_view(groups: Sequence[Group], *, chosen: int | None) -> str:
    """The indicators that fit what was typed, the chosen one pressed."""
    if not groups:
        return empty_view("choices_none")
    buttons = "".join(
        f'<li><button type="button" data-act="group" data-group="{group.id}" '
        f'aria-pressed="{str(group.id == chosen).lower()}">{escape(group.name)}'
        f"<small>{say('figures', 'group_counts', figures=group.figures, reports=group.reports)}"
        "</small></button></li>"
        for group in groups[:_CHOICES]
    )
    left = len(groups) - _CHOICES
    more = f'<p class="quiet">{say("figures", "more_choices", count=left)}</p>' if left > 0 else ""
    label = say("figures", "choices_label")
    return f'<ul class="choices" aria-label="{label}">{buttons}</ul>{more}'


def compared_view(group: Group | None, tables: Sequence[Table]) -> str:
    """The chosen indicator: what is merged in it, its tables, and charts where they say more."""
    if group is None:
        return empty_view("compare_start")
    shown = "".join(
        f"<section>{table_view(table)}{''.join(charts_of(table))}</section>"
        for table in tables[:_TABLES]
    )
    left = len(tables) - _TABLES
    more = f'<p class="quiet">{say("figures", "more_tables", count=left)}</p>' if left > 0 else ""
    return (
        f'<article class="comparison"><h3>{escape(group.name)}</h3>{_merged(group)}'
        f"{shown or empty_view('compare_none')}{more}</article>"
    )


def _merged(group: Group) -> str:
    """Which names are one indicator here: merging is a judgement, so it must be seen."""
    if len(group.members) < 2:
        return ""
    names = "".join(f"<li>{escape(name)}</li>" for name in group.members[:_MEMBERS])
    left = len(group.members) - _MEMBERS
    more = f"<li>{say('figures', 'more_members', count=left)}</li>" if left > 0 else ""
    return (
        f'<details class="merged"><summary>'
        f"{say('figures', 'merged', count=len(group.members))}</summary>"
        f"<ul>{names}{more}</ul></details>"
    )
